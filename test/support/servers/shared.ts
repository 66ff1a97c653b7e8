import net, { type AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type MongoServer, startMongo } from './mongodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port on which this run says where its servers are. */
    servers: number;
  }
}

/** Runs once a run, in its own process: who connects gets a MongoDB's address, and the first of them has it started. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let mongo: Promise<MongoServer> | null = null;
  const server = net.createServer(socket => {
    socket.on('error', () => {});
    mongo ??= startMongo();
    mongo.then(
      ({ url }) => socket.end(url),
      () => socket.destroy(),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  project.provide('servers', (server.address() as AddressInfo).port);
  return async () => {
    server.close();
    await (await mongo?.catch(() => null))?.stop();
  };
}
