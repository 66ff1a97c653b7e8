import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenIncident } from '../../src/cases/incident.ts';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const OTHERS: OpenIncident = { serviceId: 'no-water', code: '080417', id: 'breakdown-1', cases: 4 };

describe('a breakdown that others reported too', () => {
  let talk: Talk;
  beforeEach(() => {
    talk = startTalk(stage, 'web');
    talk.incident = OTHERS;
  });

  it('takes the case in, with a number of its own, and says so', () => {
    talk.say('no hay agua en Pacora, calle 2');
    talk.say('sí');
    expect(talk.cases[0]).toMatchObject({ incident: 'breakdown-1', number: expect.stringMatching(/^311-/) });
    expect(talk.shown().join('\n')).toContain('Otras 4 personas ya reportaron lo mismo en Pacora');
  });

  it('is joined by a neighbour’s word', () => {
    talk.say('no hay agua en Pacora, calle 2');
    talk.say('sumarme');
    expect(talk.cases[0]?.incident).toBe('breakdown-1');
  });

  it('speaks of one person as of one', () => {
    talk.incident = { ...OTHERS, cases: 1 };
    talk.say('no hay agua en Pacora, calle 2');
    talk.say('sí');
    expect(talk.shown().join('\n')).toContain('Otra persona ya reportó lo mismo en Pacora');
  });

  it.each([
    ['elsewhere', 'no hay agua en Betania, calle 5'],
    ['of another sort', 'se fue la luz en Pacora, calle 2'],
  ])('is not joined by a matter %s', (_, matter) => {
    talk.say(matter);
    talk.say('sí');
    expect(talk.cases[0]?.incident).toEqual(expect.any(String));
    expect(talk.cases[0]?.incident).not.toBe('breakdown-1');
    expect(talk.shown().join('\n')).not.toContain('ya report');
  });

  it.each([
    ['what fails in one spot only', ['hay un hueco enorme en Pacora, calle 2']],
    ['a denuncia', ['denuncio que no hay agua en Pacora, calle 2 porque venden el agua', 'con reserva']],
  ])('is not looked for with %s', (_, said) => {
    for (const words of said) talk.say(words);
    talk.say('sí');
    expect(talk.cases[0]?.incident).toBeNull();
  });
});
