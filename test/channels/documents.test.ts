import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/channels/index.ts';
import { isTerminal } from '../../src/channels/terminal.ts';
import { PROJECT_ROOT } from '../../src/config.ts';

const PAGE = readFileSync(path.join(PROJECT_ROOT, 'docs/channels/README.md'), 'utf8');
const IDS: Record<string, string> = {
  web: 'web',
  SMS: 'sms',
  WhatsApp: 'whatsapp',
  'WhatsApp through Twilio': 'whatsapp-twilio',
  'WhatsApp by a paired browser': 'whatsapp-web',
  Messenger: 'messenger',
  X: 'x',
  Telegram: 'telegram',
  'e-mail': 'email',
  'Teams, Direct Line, Web Chat': 'bot-framework',
};

/** The rows of the first table below a heading, by channel. */
function rowsBelow(heading: string): Map<string, string[]> {
  const table =
    PAGE.split(`## ${heading}\n`)[1]
      ?.split('\n\n')
      .find(block => block.trim().startsWith('|')) ?? '';
  const rows = table
    .trim()
    .split('\n')
    .slice(2)
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  return new Map(rows.map(([name = '', ...cells]) => [IDS[name] ?? name, cells]));
}

const platforms = CHANNELS.filter(({ id }) => !isTerminal(id)).map(({ id, capabilities }) => ({
  id,
  ...capabilities,
}));

describe('the page of channels', () => {
  it('has every channel, and no other', () => {
    const ids = platforms.map(({ id }) => id).sort();
    for (const heading of ['What each can carry', 'How each was tested']) {
      expect([...rowsBelow(heading).keys()].sort()).toEqual(ids);
    }
  });

  it.each(platforms)('says of $id what it carries', limits => {
    const [text = '', choices = '', media, out, pin, told = '', mayWrite = '', first = ''] =
      rowsBelow('What each can carry').get(limits.id) ?? [];
    expect(Number(text.replaceAll(' ', '').split(',')[0])).toBe(limits.textLimit);
    if (limits.choices === null) expect(choices).toBe('numbers');
    else expect(choices).toContain(String(limits.choices.most));
    expect(media !== 'no').toBe(limits.media);
    expect(out !== 'no').toBe(limits.files !== undefined);
    expect(pin !== 'no').toBe(limits.location);
    expect(told.includes('delivered')).toBe(limits.receipts);
    expect(mayWrite.startsWith('24 h')).toBe(limits.replyWindowMs !== null);
    const writesTo = { phone: 'to telephones', mail: 'to mail addresses' };
    expect(first).toBe(limits.writesTo ? writesTo[limits.writesTo] : 'no');
  });

  it.each(platforms.filter(({ pull }) => !pull))(
    'says of $id at which rate it is written to',
    ({ id, paces = {} }) => {
      const rows = [...rowsBelow('Rates')].filter(([name]) =>
        name.split(', ').some(one => (IDS[one] ?? one) === id),
      );
      const [account = '', person = ''] = rows[0]?.[1] ?? [];
      const words = ['nobody', 'one', 'two'];
      if (paces.account) expect(account).toContain(`${paces.account.most} in a second`);
      else expect(account).not.toContain('in a second');
      if (paces.recipient) expect(person).toBe(`${words[paces.recipient.most]} in a second`);
      else expect(person).not.toContain('in a second');
    },
  );

  it.each(platforms)('counts the payloads of $id', ({ id }) => {
    const cell = rowsBelow('How each was tested').get(id)?.at(-1) ?? '';
    if (id === 'web') return expect(cell).toBe('–');
    const files = readdirSync(path.join(PROJECT_ROOT, 'test/fixtures', id));
    const payloads = files.filter(name => /\.(json|eml)$/.test(name)).length;
    expect(Number.parseInt(cell, 10)).toBe(payloads);
    expect(payloads).toBeGreaterThanOrEqual(12);
  });
});
