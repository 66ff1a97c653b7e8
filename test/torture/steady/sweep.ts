import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from './stage.ts';

const TRIES = 50;
const PAUSE_MS = 100;

/**
 * Has a process sweep its heap (`HeapProfiler.collectGarbage` of its inspector) and tells what it keeps then: MB of objects and of
 * buffers. Throws when its inspector does not answer.
 */
export async function sweep(member: Member): Promise<number> {
  const socket = new WebSocket(await inspectorOf(member));
  await once(socket, 'open');
  try {
    const call = callerOn(socket);
    await call('HeapProfiler.collectGarbage');
    const { usedSize = 0, backingStorageSize = 0 } = await call('Runtime.getHeapUsage');
    return (usedSize + backingStorageSize) / 1_024 / 1_024;
  } finally {
    socket.close();
  }
}

/** The address of a process's inspector, which it opens when it is told to. */
async function inspectorOf({ pid, inspectorPort, name }: Member): Promise<string> {
  process.kill(pid, 'SIGUSR1');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${inspectorPort}/json`).catch(() => null);
    const targets = ((await answer?.json()) ?? []) as { webSocketDebuggerUrl?: string }[];
    const [address] = targets.flatMap(({ webSocketDebuggerUrl }) => webSocketDebuggerUrl ?? []);
    if (address) return address;
    await pause(PAUSE_MS);
  }
  throw new Error(`the inspector of ${name} does not answer on port ${inspectorPort}`);
}

type Usage = Partial<Record<'usedSize' | 'backingStorageSize', number>>;

function callerOn(socket: WebSocket): (method: string) => Promise<Usage> {
  const waiting = new Map<number, (result: Usage) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result = {} } = JSON.parse(data);
    waiting.get(id)?.(result);
  });
  return method => {
    const id = waiting.size + 1;
    const answered = new Promise<Usage>(resolve => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method }));
    return answered;
  };
}
