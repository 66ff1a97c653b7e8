import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whatever JSON came or goes. */
export type Fields = Record<string, unknown>;

/** What the next call that sends meets instead of a platform's ordinary answer. */
export interface CallTrouble {
  /** Answers with this error and carries nothing out. */
  status?: number;
  body?: Fields;
  headers?: Record<string, string>;
  /** Cuts the connection: `before` the call is carried out, or `after`. */
  drop?: 'before' | 'after';
  /** Answers with these bytes after carrying it out. */
  garbage?: string;
}

/** A server that listens. */
export interface Listening {
  url: string;
  /** Cuts what is open, and ends. */
  close(): Promise<void>;
}

/** Answers calls on a port of the loopback; 0: on any that is free. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
): Promise<Listening> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** The whole body of a call. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString('utf8');
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A file as a form brought it. */
export interface FormFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Is the body of a call a form with files? */
export function isForm({ headers }: IncomingMessage): boolean {
  return /^multipart\/form-data; *boundary=/.test(headers['content-type'] ?? '');
}

/** The fields of such a form: JSON where they hold an object, files as `FormFile`. */
export async function formOf(request: IncomingMessage): Promise<Fields> {
  const type = request.headers['content-type'] ?? '';
  const body = new Uint8Array(await bytesOf(request));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const fields: Fields = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value.startsWith('{') ? JSON.parse(value) : value;
    else fields[name] = await fileIn(value);
  }
  return fields;
}

async function fileIn(file: File): Promise<FormFile> {
  return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** What JSON is sent as. */
export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify(body));
}
