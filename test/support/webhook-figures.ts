import type { DatabaseSync } from 'node:sqlite';
import type { Settings } from '../../src/config.ts';
import { peek } from '../torture/peek.ts';
import type { RunningDesk } from './running-desk.ts';

const fileOf = ({ storeUrl }: Settings): string => storeUrl.slice('sqlite:'.length);

/** What stands in a store of what citizens sent: talks, messages, files. */
export interface Stored {
  conversations: number;
  messages: number;
  media: number;
}

/** Counts the rows of what citizens sent. */
export function countOf(settings: Settings): Stored {
  const count = (db: DatabaseSync, table: string): number =>
    Number(db.prepare(`select count(*) as n from ${table}`).get()?.['n']);
  return peek(fileOf(settings), db => ({
    ...{ conversations: count(db, 'conversations'), messages: count(db, 'messages') },
    media: count(db, 'media'),
  }));
}

/** The kinds of the files that are kept of a channel's talks, by what they are. */
export function filesOn(settings: Settings, channel: string): string[] {
  const sql = `select type from media m join conversations c on c.key = m.conversation where c.channel = ?`;
  return peek(fileOf(settings), db => db.prepare(sql).all(channel)).map(({ type }) => String(type));
}

/** Messages of a channel that no turn has looked at yet. */
export function waitingOn(settings: Settings, channel: string): number {
  const sql = `select count(*) as n from messages m join conversations c on c.key = m.conversation
    where c.channel = ? and m.turn is null`;
  return peek(fileOf(settings), db => Number(db.prepare(sql).get(channel)?.['n']));
}

/** Calls of a channel that were refused, as the service's own figures say. */
export function refusals(desk: RunningDesk, channel: string): Promise<number> {
  return figure(desk, `ventanilla_webhook_calls_total{channel="${channel}",result="refused"}`);
}

/** Things in calls of a channel that were for other accounts, as the service's own figures say. */
export function others(desk: RunningDesk, channel: string): Promise<number> {
  return figure(desk, `ventanilla_webhook_others_total{channel="${channel}"}`);
}

async function figure({ url }: RunningDesk, name: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  return Number(lines.find(line => line.startsWith(`${name} `))?.split(' ')[1] ?? 0);
}
