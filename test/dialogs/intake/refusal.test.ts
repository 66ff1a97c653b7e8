import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const OFFICER = 'un policía vende droga y le pide plata a los muchachos de la cancha en Samaria';
const shown = (talk: Talk): string => talk.last()?.text ?? '';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a body that was refused in a report', () => {
  it.each([
    'pero no es robo, es que EL POLICIA vende droga. y la defensoria le va a avisar a la policia?',
    'COMO QUE A LA POLICIA le dije que NO a la policia',
    'no no, eso es robo, es de la policia',
    'es robo, hay muchos robos y la policía no patrulla',
    'no quiero que se lo manden a la policía',
    'no quiero que se lo manden a ellos',
    'it is robbery, they rob everybody here',
  ])('does not come back with «%s»', words => {
    const talk = told(OFFICER, 'no quiero que se lo manden a ellos', words);
    expect(draft(talk)?.refused).toEqual(['policia']);
    talk.say('¿qué dice lo que va a enviar?');
    expect(shown(talk)).toContain('Lo atiende: Defensoría del Pueblo');
    expect(shown(talk)).toContain('Con reserva');
  });

  const HOLE = 'hay un hueco en calle 50, Bella Vista, Panama';

  it('is the one named first, and not the one that is wished in its stead', () => {
    const talk = told(HOLE, 'no lo mande al MOP, mandelo al municipio');
    expect(draft(talk)?.refused).toEqual(['mop']);
    expect(shown(talk)).toContain('Lo atiende: Municipio de Panamá');
  });

  it('may be named before the refusal, and is never chosen by it', () => {
    const talk = told(HOLE, 'al municipio no se lo mande, ahi trabaja mi cuñado y me odia');
    expect(shown(talk)).toMatch(/^Entendido: no se lo envío a esa entidad/);
    expect(shown(talk)).toContain('Lo atiende: MOP');
  });

  it('is not where the case goes, whatever place it is at afterwards', () => {
    const talk = told(OFFICER, 'no quiero que le llegue a la policía', 'sí');
    expect(talk.cases[0]?.holder?.agencyId).toBe('defensoria');
    talk.say('no es en Samaria, es en Veracruz');
    expect(talk.cases[0]?.place?.corregimiento).toBe('Veracruz');
    expect(talk.cases[0]?.holder?.agencyId).toBe('defensoria');
  });

  it('is said not to get it, with a person offered, where it is refused once more', () => {
    const talk = told(
      OFFICER,
      'no quiero que se lo manden a ellos',
      'COMO QUE A LA POLICIA le dije que NO a la policia',
    );
    expect(shown(talk)).toContain('no se le envía a Policía Nacional');
    expect(shown(talk)).toContain('«persona»');
    expect(draft(talk)?.description).toHaveLength(2);
    expect(talk.conversation.state.later).toEqual([]);
  });

  it.each(['no a la policía', 'a la policía no', 'menos a la policía por favor', 'not to the police'])(
    'is refused by «%s», and the other body keeps the report',
    words => {
      const talk = told('un funcionario del municipio pide coima en Samaria', 'con reserva', words);
      expect(draft(talk)?.refused).toEqual(['policia']);
      expect(draft(talk)?.serviceId).toBe('corruption');
      expect(shown(talk)).toContain('Lo atiende: ANTAI');
    },
  );

  it('is heard in danger, beside its numbers', () => {
    const talk = told(`con reserva. ${OFFICER}`, 'no quiero que se lo manden a ellos, me matan');
    expect(talk.turns.at(-1)?.replies.some(reply => reply.class === 'emergency')).toBe(true);
    expect(draft(talk)?.refused).toEqual(['policia']);
    expect(shown(talk)).toContain('Lo atiende: Defensoría del Pueblo');
  });

  it('is none where they only put right whose it is', () => {
    const talk = told('hay un hueco en la calle principal de Chepo', 'no es del MOP, es del municipio');
    expect(draft(talk)?.refused).toEqual([]);
    expect(draft(talk)?.privacy).toBeNull();
  });

  it('is none while they wait for a person either', () => {
    const talk = told('tengo miedo de un policía', `con reserva. ${OFFICER}`);
    expect(talk.conversation.mode).toBe('waiting');
    talk.say('no quiero que se lo manden a ellos, me matan');
    talk.say('seguir');
    expect(shown(talk)).toContain('Lo atiende: Defensoría del Pueblo');
    expect(shown(talk)).toContain('Con reserva');
  });

  it('makes way for the one that is wished instead', () => {
    const talk = told(
      'en el Hospital Santo Tomás una doctora me trató mal',
      'no quiero que le llegue al hospital, que llegue al MINSA',
    );
    expect(shown(talk)).toContain('Lo atiende: MINSA');
    expect(draft(talk)?.refused).toHaveLength(1);
  });
});

describe('the wish for reserve', () => {
  it.each(['en Samaria, con reserva por favor', 'Samaria, y que sea confidencial porque el vecino es bravo'])(
    'is kept beside the answer to another question: %s',
    words => {
      const talk = told('no recogen la basura', words);
      expect(draft(talk)?.place?.text).toContain('Samaria');
      expect(draft(talk)?.privacy).toBe('confidential');
    },
  );

  it('is not read into a forest', () => {
    expect(
      draft(told('no recogen la basura', 'frente a la reserva forestal en Samaria'))?.privacy,
    ).toBeNull();
  });
});
