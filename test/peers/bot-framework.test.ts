import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startDirectLine } from '../support/direct-line.ts';
import { freePort } from '../support/free-port.ts';
import { BRINGS_PEERS, peerFile } from '../support/peers.ts';
import { eventually } from '../support/running-desk.ts';
import { startSignedBot } from '../support/signed-bot.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const playground = peerFile('@microsoft', 'm365agentsplayground', 'cli.js');
const directLine = peerFile('offline-directline', 'dist', 'bridge.js');

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function begin() {
  const bot = await startSignedBot();
  stops.push(bot.stop);
  return bot;
}

interface Activity {
  text?: string;
  attachments?: { content: { buttons: { title: string; value: unknown }[] } }[];
}

/** Microsoft's own playground as a channel of this name: what it shows, and ways to write in it. */
async function play(channel: string, endpoint: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [
    ...['start', '-e', endpoint, '-c', channel, '-p', String(port)],
    ...['--su', `${url}/_connector`, '--dt'],
  ];
  const child: ChildProcess = spawn(process.execPath, [playground ?? '', ...args], {
    ...{ stdio: 'ignore', cwd: mkdtempSync(path.join(tmpdir(), 'playground-')) },
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
  });
  stops.push(() => child.kill());
  const id = await eventually(() => personalChatOf(url), 30_000);
  const shown: Activity[] = [];
  const stream = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`);
  stops.push(() => stream.close());
  stream.addEventListener('message', ({ data }) => {
    const { action, ...rest } = JSON.parse(String(data)) as { action?: string };
    if (action === 'createMessage') shown.push(activityIn(rest));
  });
  await new Promise(resolve => stream.addEventListener('open', resolve));
  const post = (where: string, body: unknown) =>
    fetch(`${url}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const install = () => post(`/_debug/conversation/${encodeURIComponent(id)}/installation`, {});
  const says = (text: string) =>
    post(`/_conversation/v1/conversations/${encodeURIComponent(id)}/messages`, {
      ...{ type: 'text', text, textFormat: 'plain', from: { id: 'user-id-0' } },
    });
  return { install, says, shown };
}

/** The id of the one chat of the playground, once it is there. */
async function personalChatOf(url: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/_internal/v1/config`).catch(() => null);
  const found = (await answer?.json().catch(() => null)) as {
    config?: { personalChat?: { id: string } };
  } | null;
  return found?.config?.personalChat?.id;
}

/** Somewhere in what the playground streams lies the activity with the words. */
function activityIn(value: unknown): Activity {
  if (typeof value !== 'object' || value === null) return {};
  if ('text' in value || 'attachments' in value) return value as Activity;
  for (const part of Object.values(value)) {
    const found = activityIn(part);
    if (found.text !== undefined) return found;
  }
  return {};
}

describe.skipIf(!playground)(`the desk in Microsoft’s playground (${BRINGS_PEERS} brings it)`, () => {
  it.each(['msteams', 'directline', 'webchat'])(
    'takes a report down and tells of its change, as %s',
    async channel => {
      const { desk, proxy } = await begin();
      const { install, says, shown } = await play(channel, proxy.url);
      await install();
      await says(LEAK);
      const isThere = (words: RegExp) => async () => shown.find(({ text }) => words.test(text ?? ''));
      await eventually(isThere(/Lugar:/));
      await says('sí');
      const { text = '' } = await eventually(isThere(/311(-\d{3}){3}/));
      const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
      const before = shown.length;
      await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
      const notice = await eventually(async () => shown[before]);
      expect(notice.text).toContain(number);
      expect(new Set(proxy.answers)).toEqual(new Set([200]));
    },
    90_000,
  );
});

describe.skipIf(!directLine)(`the desk behind offline-directline (${BRINGS_PEERS} brings it)`, () => {
  it('takes a report down by a tap of a button and tells of its change, by polling', async () => {
    const { desk, proxy } = await begin();
    const line = await startDirectLine(proxy.url, directLine ?? '');
    stops.push(line.close);
    const base = `${line.url}/conversations`;
    const opened = await fetch(base, { method: 'POST' });
    const { conversationId } = (await opened.json()) as { conversationId: string };
    const says = (activity: object) =>
      fetch(`${base}/${conversationId}/activities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', from: { id: 'ana' }, ...activity }),
      });
    const shown = async (): Promise<Activity[]> => {
      const answer = await fetch(`${base}/${conversationId}/activities?watermark=0`);
      return ((await answer.json()) as { activities: Activity[] }).activities;
    };
    const find = (words: RegExp) =>
      eventually(async () => (await shown()).find(({ text }) => words.test(text ?? '')));
    await says({ text: LEAK });
    const summary = await find(/Lugar:/);
    const button = summary.attachments?.[0]?.content.buttons[0];
    await says({ text: button?.title, value: button?.value });
    const { text = '' } = await find(/311(-\d{3}){3}/);
    const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
    const before = (await shown()).length;
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    const notice = await eventually(async () => (await shown())[before]);
    expect(notice.text).toContain(number);
  });
});
