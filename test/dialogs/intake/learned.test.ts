import { beforeAll, describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/cases/case.ts';
import { startTalk, type Talk } from '../../support/play.ts';
import { openStage, type Stage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const LEAK = 'hay un tubo roto botando agua en la calle 5 de Betania';

function corrections(talk: Talk): (Correction | undefined)[] {
  return talk.turns.flatMap(({ cases }) => cases.map(({ correction }) => correction));
}

/** A talk that comes to its summary. */
function summed(text = LEAK): Talk {
  const talk = startTalk(stage);
  talk.say(text);
  expect(talk.last()?.asks).toBe('confirm');
  return talk;
}

describe('what is learned when a report is filed', () => {
  it('is nothing when the summary was right', () => {
    const talk = summed();
    talk.say('sí');
    expect(talk.cases).toHaveLength(1);
    expect(corrections(talk)).toEqual([undefined]);
  });

  it('is the service the citizen told instead, with the words it was not understood by', () => {
    const talk = summed();
    talk.tap('fix:agency');
    talk.say('son aguas negras que se rebosan');
    if (talk.last()?.asks !== 'confirm') talk.tap('service:sewage');
    talk.say('sí');
    const [learned] = corrections(talk);
    expect(learned).toMatchObject({ source: 'citizen', text: LEAK });
    expect(learned?.before.serviceId).toBe('water-leak');
    expect(learned?.after.serviceId).toBe(talk.cases[0]?.serviceId);
    expect(learned?.after.serviceId).not.toBe(learned?.before.serviceId);
  });

  it('is one voice of all where nobody knows who writes', () => {
    for (const channel of ['web', 'email', 'sms'] as const) {
      const talk = startTalk(stage, channel);
      talk.say(LEAK);
      talk.say('es una sugerencia');
      talk.say('sí');
      const by = channel === 'sms' ? talk.conversation.id : channel;
      expect(corrections(talk)).toMatchObject([{ source: 'citizen', by }]);
    }
  });

  it('is the kind they call it', () => {
    const talk = summed();
    talk.say('es una sugerencia');
    talk.say('sí');
    expect(corrections(talk)).toMatchObject([{ before: { kind: 'queja' }, after: { kind: 'sugerencia' } }]);
  });

  it('is the body they name, and not another place', () => {
    const placed = summed();
    placed.say('no, es en Parque Lefevre, calle 10');
    placed.say('sí');
    expect(corrections(placed)).toEqual([undefined]);
    const named = summed('no hay luz en Betania, calle 4');
    named.say('mi recibo es de ENSA');
    named.say('sí');
    expect(corrections(named)).toMatchObject([
      {
        before: { agencyId: 'naturgy' },
        after: { agencyId: 'ensa' },
        text: 'no hay luz en Betania, calle 4',
      },
    ]);
  });

  it('is nothing of what was taken back before it was sent', () => {
    const talk = summed();
    talk.say('es una sugerencia');
    talk.say('no, es una queja');
    talk.say('sí');
    expect(corrections(talk)).toEqual([undefined]);
  });

  it('is nothing of who wants reserve', () => {
    const talk = startTalk(stage);
    talk.say('quiero denunciar que un inspector del municipio pide plata en el mercado de Betania');
    for (let i = 0; i < 4 && talk.last()?.asks !== 'confirm'; i += 1) talk.say('con reserva');
    talk.say('es una queja');
    for (let i = 0; i < 3 && talk.cases.length === 0; i += 1) talk.say('sí');
    expect(talk.cases[0]?.privacy).toBe('confidential');
    expect(corrections(talk)).toEqual([undefined]);
  });

  it('survives a restart between summary and answer', () => {
    const talk = summed();
    expect(talk.conversation.state.draft?.understood).toMatchObject({ serviceId: 'water-leak', words: 1 });
  });
});
