import net from 'node:net';
import { newSid, sign } from '../test/support/twilio-messages.ts';
import { PUBLIC_URL } from './children.ts';

/** A signed call of the platform, as bytes. */
export function smsCall(target: { path: string; token: string }, from: string, text: string): Buffer {
  const sid = newSid('SM');
  const form = {
    ...{ ToCountry: 'PA', SmsMessageSid: sid, NumMedia: '0', SmsSid: sid, SmsStatus: 'received', Body: text },
    ...{
      To: '+5076000000',
      NumSegments: '1',
      MessageSid: sid,
      AccountSid: `AC${'0'.repeat(31)}1`,
      From: from,
    },
    ApiVersion: '2010-04-01',
  };
  const body = new URLSearchParams(form).toString();
  const head = [
    `POST ${target.path} HTTP/1.1`,
    `Host: ${new URL(PUBLIC_URL).host}`,
    'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
    `X-Twilio-Signature: ${sign(target.token, `${PUBLIC_URL}${target.path}`, form)}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** One kept connection that sends a request and waits for its answer's status. */
export interface Wire {
  ask(request: Buffer): Promise<number>;
  end(): void;
}

/** Connects. */
export async function openWire(address: string): Promise<Wire> {
  const { port, hostname } = new URL(address);
  const socket = net.connect(Number(port), hostname).setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let text = '';
  let answered: (status: number) => void = () => {};
  socket.on('data', data => {
    text += data.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (end < 0 || text.length < end + 4 + length) return;
    const status = Number(text.slice(9, 12));
    text = '';
    answered(status);
  });
  return {
    ask: request =>
      new Promise(resolve => {
        answered = resolve;
        socket.write(request);
      }),
    end: () => socket.destroy(),
  };
}

/** Sends all requests over so many connections, each waiting for its answer; how long it took, seconds. */
export async function pour(address: string, requests: Buffer[], connections: number): Promise<number> {
  const wires = await Promise.all(Array.from({ length: connections }, () => openWire(address)));
  const began = performance.now();
  let next = 0;
  await Promise.all(
    wires.map(async wire => {
      while (next < requests.length) {
        const request = requests[next] as Buffer;
        next += 1;
        const status = await wire.ask(request);
        if (status !== 200) throw new Error(`a call was answered ${status}`);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  for (const wire of wires) wire.end();
  return seconds;
}

/** The middle of some figures. */
export function median(figures: number[]): number {
  return quantile(figures, 0.5);
}

/** The figure below which this share of them lies. */
export function quantile(figures: number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
