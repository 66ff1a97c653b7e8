import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** The process of `direct-line.ts`: prints the line's address when it listens, and ends with its input. */
const [bot = '', entry = '', script] = process.argv.slice(2);

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

process.stdin.resume().on('end', () => process.exit());
// It prints every step.
console.log = () => {};

const require = createRequire(entry);
const { getRouter } = require(entry) as { getRouter(serviceUrl: string, botUrl: string): unknown };
const app = (require('express') as () => Express)();
const server = createServer(app as never);
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
app.use(getRouter(url, bot));
if (script !== undefined) {
  app.get('/', (_request, response) => response.type('html').send(PAGE));
  app.get('/webchat.js', (_request, response) => response.type('js').send(readFileSync(script)));
}
process.stdout.write(`${url}\n`);
