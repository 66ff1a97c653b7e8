import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A Direct Line by other people on a loopback port, and beside it a page with a Web Chat. */
export interface DirectLine {
  /** Its base address, as clients call it. */
  url: string;
  /** A page with Microsoft's Web Chat in it, that talks over this Direct Line; 404 without its script. */
  page: string;
  close(): Promise<void>;
}

/**
 * Starts it in front of a bot; `entry`: where its package lies, `script`: where that of Web Chat lies. It has a
 * process of its own, because it catches nothing: a call that is in flight as a test ends would fail the run.
 */
export async function startDirectLine(bot: string, entry: string, script?: string): Promise<DirectLine> {
  const program = path.join(import.meta.dirname, 'direct-line-peer.ts');
  const words = [program, bot, entry, ...(script === undefined ? [] : [script])];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const first = once(createInterface(child.stdout), 'line');
  const url = await Promise.race([
    first.then(([line]) => String(line)),
    ended.then(([status]) => Promise.reject(new Error(`the Direct Line ended with ${status}`))),
  ]);
  return {
    ...{ url: `${url}/directline`, page: `${url}/` },
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
