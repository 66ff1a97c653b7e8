import { randomUUID } from 'node:crypto';
import net from 'node:net';
import mongoose from 'mongoose';
import { inject } from 'vitest';
import { withDatabase } from './mongodb.ts';

/** A database for one file of tests, on the server all files of a run share. */
export async function someDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const url = withDatabase(process.env['MONGODB_URI'] ?? (await sharedServer()), `test-${randomUUID()}`);
  return {
    url,
    drop: async () => {
      const connection = await mongoose.createConnection(url).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

/** The run's own process starts it for whoever asks first. */
async function sharedServer(): Promise<string> {
  const socket = net.connect(inject('servers'), '127.0.0.1');
  let answer = '';
  for await (const part of socket.setEncoding('utf8')) answer += String(part);
  return answer;
}
