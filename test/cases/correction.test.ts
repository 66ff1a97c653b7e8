import { describe, expect, it } from 'vitest';
import { assign } from '../../src/cases/assign.ts';
import type { Holder } from '../../src/cases/case.ts';
import type { Opening } from '../../src/cases/steps.ts';
import { openCasesDesk } from '../support/cases-desk.ts';

const ana = { name: 'Ana', sees: () => true };
const MOP: Holder = { agencyId: 'mop', districtCode: null };

/** A case given to another body, and what was learned from that. */
async function rerouted(more: Partial<Opening> = {}, holder = MOP) {
  const desk = await openCasesDesk();
  const talk = await desk.talk();
  const c = await desk.file({ conversationId: talk.id, ...more });
  await assign(desk.deps, ana, c.number, { holder, note: null });
  const { corrections } = await desk.store.corrections(0, 10);
  return { ...desk, talk, c, corrections };
}

describe('a case that is given to another body', () => {
  it('teaches that its words are that body’s matter, and not which of its services', async () => {
    const { corrections, talk, c } = await rerouted({ description: ['hay un hueco', 'es hondo'] });
    expect(corrections).toMatchObject([
      {
        ...{ source: 'desk', writer: talk.id, caseId: c.id, text: 'hay un hueco\nes hondo' },
        before: { serviceId: 'water_leak', agencyId: 'idaan', kind: 'queja' },
        after: { serviceId: null, agencyId: 'mop', kind: 'queja' },
      },
    ]);
  });

  it('teaches who is competent where nobody was found before', async () => {
    const { corrections } = await rerouted({ holder: null, serviceId: null });
    expect(corrections).toMatchObject([{ before: { agencyId: null }, after: { agencyId: 'mop' } }]);
  });

  it('teaches once what is said twice, and again what is said otherwise', async () => {
    const { deps, c, store } = await rerouted();
    await assign(deps, ana, c.number, { holder: MOP, note: 'otra vez' });
    await assign(deps, ana, c.number, { holder: { agencyId: 'minsa', districtCode: null }, note: null });
    const { corrections } = await store.corrections(0, 10);
    expect(corrections.map(({ after }) => after.agencyId)).toEqual(['mop', 'minsa']);
  });

  it('teaches from what was told at a counter, sealed to the case', async () => {
    const { corrections, c } = await rerouted({ conversationId: null });
    expect(corrections).toMatchObject([{ writer: c.id }]);
  });

  it.each([
    ['wants reserve', { privacy: 'confidential' as const }],
    ['is anonymous', { privacy: 'anonymous' as const, conversationId: null }],
    ['was erased', { conversationId: null, opening: { conversationId: 'gone', turn: 1, index: 0 } }],
    ['wrote nothing', { description: [' '] }],
  ])('teaches nothing when its citizen %s', async (_, more) => {
    expect((await rerouted(more)).corrections).toEqual([]);
  });

  it('teaches nothing when it is the same body in another district', async () => {
    const own: Holder = { agencyId: 'mun_otros', districtCode: '0601' };
    const { corrections } = await rerouted({ holder: own }, { agencyId: 'mun_otros', districtCode: '0602' });
    expect(corrections).toEqual([]);
  });
});
