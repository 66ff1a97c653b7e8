import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { pageWhere } from '../../src/storage/sqlite/case-queries.ts';
import { migrate } from '../../src/storage/sqlite/schema.ts';
import { talkSearches } from '../../src/storage/sqlite/work.ts';

const FILTERS = {
  cases_opened: {},
  cases_status: { status: 'awaiting_citizen' },
  cases_holder: { agencyId: 'idaan' },
  cases_todo: { agencyId: 'idaan', status: 'assigned' },
  cases_office: { agencyId: 'municipio', holderDistrict: '0810' },
  cases_service: { serviceId: 'water-leak' },
  cases_district: { districtCode: '0810' },
} as const;

it.each(Object.entries(FILTERS))('finds a page of cases in order by %s alone', (index, filter) => {
  const db = new DatabaseSync(':memory:');
  migrate(db);
  const cursor = Buffer.from('5.x').toString('base64url');
  for (const asked of [filter, { ...filter, cursor }, { ...filter, since: new Date(1) }]) {
    const { where, values } = pageWhere({ ...asked, limit: 50 });
    const plan = db.prepare(`explain query plan select * from cases where ${where}`).all(...values);
    const steps = plan.map(({ detail }) => String(detail));
    expect(steps).toHaveLength(1);
    expect(steps[0]).toContain(`USING INDEX ${index}`);
  }
  db.close();
});

it.each([{ only: ['sms'] }, { allBut: ['sms'] }])(
  'finds what is due by indexes of what is open: %j',
  share => {
    const db = new DatabaseSync(':memory:');
    migrate(db);
    const { turns, alarms, sends } = talkSearches(share);
    const stepsOf = (search: string): string[] =>
      (db.prepare(`explain query plan ${search}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .filter(step => /^(SCAN|SEARCH|USE TEMP)/.test(step) && !/^SCAN (o|json_each)\b/.test(step));
    const byKey = (table: string) => `SEARCH ${table} USING INTEGER PRIMARY KEY (rowid=?)`;
    const [waiting, ...talk] = stepsOf(turns);
    expect(waiting).toMatch(/^(SCAN|SEARCH) n USING COVERING INDEX counters_waiting/);
    expect(talk).toEqual([byKey('c')]);
    expect(stepsOf(alarms)).toEqual(['SEARCH conversations USING INDEX conversations_wake (wake_at<?)']);
    const [open, ...talks] = stepsOf(sends);
    expect(open).toMatch(/^SCAN outbound USING COVERING INDEX outbound_open/);
    expect(talks).toEqual([byKey('c')]);
    db.close();
  },
);
