import { describe, expect, it } from 'vitest';
import { changeIncident } from '../../src/cases/change-status.ts';
import { openCasesDesk } from '../support/cases-desk.ts';

const ana = { name: 'Ana', sees: () => true };
const NEWS = { status: 'in_progress', note: 'Se repara hoy', reason: null } as const;

async function filed() {
  const desk = await openCasesDesk();
  const talks = await Promise.all(['+50760001111', '+50760002222', '+50760003333'].map(at => desk.talk(at)));
  const cases = [];
  for (const { id } of talks) cases.push(await desk.file({ conversationId: id, incident: 'i1' }));
  return { ...desk, talks, numbers: cases.map(({ number }) => number) };
}

describe('changeIncident', () => {
  it('takes one step for every open case of a breakdown, and tells each citizen once', async () => {
    const { deps, numbers, talks, told, caseNow } = await filed();
    const result = await changeIncident(deps, ana, numbers[1] ?? '', NEWS);
    expect(result).toMatchObject({ outcome: 'done', case: { number: numbers[1] } });
    for (const number of numbers) expect(await caseNow(number)).toMatchObject({ status: 'in_progress' });
    for (const { id } of talks) expect(await told(id)).toEqual([`status in_progress ${NEWS.note}`]);
  });

  it('leaves alone what has ended, is another body’s, or tells of something else', async () => {
    const desk = await filed();
    const other = await desk.file({ incident: 'i1', holder: { agencyId: 'mop', districtCode: null } });
    const apart = await desk.file({ incident: 'i2' });
    const [first = '', second = ''] = desk.numbers;
    await changeIncident(desk.deps, ana, second, { status: 'resolved', note: null, reason: null });
    await changeIncident(desk.deps, ana, first, { status: 'in_progress', note: null, reason: null });
    expect(await desk.caseNow(other.number)).toMatchObject({ status: 'assigned' });
    expect(await desk.caseNow(apart.number)).toMatchObject({ status: 'assigned' });
    expect(await desk.caseNow(second)).toMatchObject({ status: 'resolved' });
  });

  it('goes on where it was ended, and tells nobody twice', async () => {
    const { deps, numbers, talks, told } = await filed();
    const request = { ...NEWS, idempotencyKey: 'k1' };
    const [first = ''] = numbers;
    let commits = 0;
    const dying = {
      ...deps,
      failPoint: () => {
        commits += 1;
        if (commits === 3) throw new Error('the process ends');
      },
    };
    await expect(changeIncident(dying, ana, first, request)).rejects.toThrow('the process ends');
    await changeIncident(deps, ana, first, request);
    for (const { id } of talks) expect(await told(id)).toHaveLength(1);
  });

  it('shows a key nothing of a case it does not see', async () => {
    const { deps, numbers, caseNow } = await filed();
    const [first = '', second = ''] = numbers;
    const one = { name: 'Beto', sees: ({ number }: { number: string }) => number === first };
    await changeIncident(deps, one, first, NEWS);
    expect(await caseNow(second)).toMatchObject({ status: 'assigned' });
  });
});
