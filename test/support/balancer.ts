import net, { type AddressInfo } from 'node:net';

/** One address before several processes: each connection goes to the next of them that takes it. */
export interface Balancer {
  url: string;
  /** Where connections may go. */
  targets: Set<string>;
  close(): Promise<void>;
}

/** Starts one without targets. A process that is gone costs its own connections, nothing else. */
export async function startBalancer(): Promise<Balancer> {
  const targets = new Set<string>();
  const open = new Set<net.Socket>();
  let turn = 0;
  const server = net.createServer(client => {
    client.on('error', () => {});
    open.add(client);
    client.once('close', () => open.delete(client));
    turn += 1;
    const all = [...targets];
    join(client, [
      ...all.slice(turn % Math.max(1, all.length)),
      ...all.slice(0, turn % Math.max(1, all.length)),
    ]);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, targets },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Connects to the first of these that listens. */
function join(client: net.Socket, [target, ...others]: string[]): void {
  if (target === undefined) return void client.destroy();
  const { hostname, port } = new URL(target);
  const far = net.connect(Number(port), hostname);
  let isMade = false;
  far.once('connect', () => {
    isMade = true;
    client.pipe(far).pipe(client);
    client.once('close', () => far.destroy());
  });
  far.once('close', () => (isMade ? client.destroy() : join(client, others)));
  far.on('error', () => {});
}
