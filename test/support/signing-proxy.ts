import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotFrameworkStandIn } from './bot-framework-stand-in.ts';

/** What stands between a peer that signs nothing and the desk that believes only what is signed. */
export interface SigningProxy {
  url: string;
  /** What the desk answered, status by status; 0: nothing. */
  answers: number[];
  /** Resolves when every call in flight is answered. */
  close(): Promise<void>;
}

/** Signs every activity as Microsoft's service would, and hands it on to `target`. */
export async function startSigningProxy(service: BotFrameworkStandIn, target: string): Promise<SigningProxy> {
  const answers: number[] = [];
  const inFlight = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    // Who asked may be gone by then.
    const call: Promise<void> = pass(request, response).catch(() => void response.destroy());
    inFlight.add(call);
    void call.finally(() => inFlight.delete(call));
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A peer looks first whether anybody is there.
    if (request.method !== 'POST') return void response.writeHead(200).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { serviceUrl: serviceurl } = JSON.parse(body) as { serviceUrl: string };
    const authorization = `Bearer ${service.token({ serviceurl })}`;
    const headers = { 'content-type': 'application/json', authorization };
    const place = answers.push(0) - 1;
    const answer = await fetch(target, { method: 'POST', headers, body });
    answers[place] = answer.status;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    answers,
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      await Promise.all(inFlight);
      server.closeAllConnections();
      await closed;
    },
  };
}
