import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { freePort } from './free-port.ts';

/** A Direct Line by other people on a loopback port, and beside it a page with a Web Chat. */
export interface DirectLine {
  /** Its base address, as clients call it. */
  url: string;
  /** A page with Microsoft's Web Chat in it, that talks over this Direct Line; 404 without its script. */
  page: string;
  close(): Promise<void>;
}

interface Express {
  (...args: unknown[]): void;
  use(router: unknown): void;
  get(where: string, answer: (request: unknown, response: Response) => void): void;
}

interface Response {
  type(type: string): { send(body: string | Buffer): void };
}

const PAGE = `<!doctype html><html lang="es"><meta charset="utf-8"><title>311</title>
<style>html, body, #chat { height: 100%; margin: 0 }</style>
<div id="chat"></div><script src="webchat.js"></script>
<script>
  const directLine = WebChat.createDirectLine({ domain: location.origin + '/directline', webSocket: false });
  WebChat.renderWebChat({ directLine, userID: 'ana', username: 'Ana', locale: 'es-ES' }, document.getElementById('chat'));
</script></html>`;

/** Starts it in front of a bot; `entry`: where its package lies, `script`: where that of Web Chat lies. */
export async function startDirectLine(bot: string, entry: string, script?: string): Promise<DirectLine> {
  const require = createRequire(entry);
  const { getRouter } = require(entry) as { getRouter(serviceUrl: string, botUrl: string): unknown };
  const app = (require('express') as () => Express)();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  app.use(getRouter(url, bot));
  if (script !== undefined) {
    app.get('/', (_request, response) => response.type('html').send(PAGE));
    app.get('/webchat.js', (_request, response) => response.type('js').send(readFileSync(script)));
  }
  const server = createServer(app as never);
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    ...{ url: `${url}/directline`, page: `${url}/` },
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
