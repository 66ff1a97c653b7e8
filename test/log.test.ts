import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { diskTrouble, errorFields, SendError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';

function lineOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLog('info', { write: line => void lines.push(line) }));
  return JSON.parse(lines[0] ?? 'null') as Record<string, unknown>;
}

describe('the log', () => {
  it('tells ids, codes and counts with the time and the level', () => {
    expect(lineOf(log => log.warn({ channel: 'sms', outboundId: 'o1', code: 30_003 }, 'not sent'))).toEqual({
      ...{ level: 'warn', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      ...{ channel: 'sms', outboundId: 'o1', code: 30_003, msg: 'not sent' },
    });
  });

  it('leaves out what is not on its list, whatever is passed', () => {
    const secrets = {
      text: 'secreto',
      address: '+50760001111',
      conversation: { id: 'c', name: 'Ana' },
      code: { x: 'secreto' },
    };
    const line = lineOf(log => log.error({ ...secrets, conversationId: 'c1' }, 'failed'));
    expect(Object.keys(line).sort()).toEqual(['conversationId', 'level', 'msg', 'time']);
  });

  it('leaves out an error’s message, which can hold words of a citizen', () => {
    const line = lineOf(log => log.error(Object.assign(new Error('secreto'), { text: 'secreto' }), 'failed'));
    expect(JSON.stringify(line)).not.toContain('secreto');
    const alone = lineOf(log => log.error(new TypeError('secreto')));
    expect(alone).toMatchObject({ error: 'TypeError', at: expect.stringContaining('log.test') });
    expect(JSON.stringify(alone)).not.toContain('secreto');
  });

  it('tells the platform’s code of a call that failed', () => {
    const failed = new SendError({ code: 'bad_webhook', retryable: false });
    expect(lineOf(log => log.error(errorFields(failed), 'no'))).toMatchObject({ code: 'bad_webhook' });
  });

  it('tells a full disk from another trouble of the database', () => {
    const db = new DatabaseSync(':memory:');
    db.exec('pragma page_size = 512; create table t (x); pragma max_page_count = 2');
    const fails = (): unknown => {
      try {
        return db.exec('insert into t values (randomblob(9999))');
      } catch (error) {
        return error;
      }
    };
    expect(errorFields(fails())).toMatchObject({ error: 'Error', code: 'SQLITE_FULL' });
    expect(diskTrouble('STORE_URL', fails())?.problems[0]?.reason).toContain('the disk is full');
  });

  it('cuts what is endless', () => {
    expect(String(lineOf(log => log.error({ at: 'x'.repeat(9_999) }, 'failed'))['at'])).toHaveLength(600);
  });
});
