import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { eventually } from './running-desk.ts';

/** An API as its own description has it, that answers with the examples of it and refuses what it does not know. */
export interface Prism {
  url: string;
  close(): void;
}

/**
 * Starts Prism (`program`) on a loopback port with these paths of an OpenAPI description: the whole of a large one would
 * take minutes.
 */
export async function startPrism(program: string, description: string, paths: RegExp): Promise<Prism> {
  const whole = JSON.parse(readFileSync(description, 'utf8')) as { paths: Record<string, unknown> };
  const cut = Object.fromEntries(Object.entries(whole.paths).filter(([name]) => paths.test(name)));
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'prism-')), 'api.json');
  writeFileSync(file, JSON.stringify({ ...whole, paths: cut }, withoutMore));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [program, 'mock', '-h', '127.0.0.1', '-p', String(port), file];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  await eventually(async () => {
    const answer = await fetch(url).catch(() => null);
    await answer?.text();
    return answer;
  }, 60_000);
  return { url, close: () => void child.kill() };
}

/** An example of a list names a next page: whoever asks for all of it would be given that one without end. */
function withoutMore(name: string, value: unknown): unknown {
  return name === 'next_page_uri' && typeof value === 'string' ? null : value;
}
