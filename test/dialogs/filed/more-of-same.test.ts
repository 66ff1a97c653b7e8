import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();

const WIFI = ['tengo una idea: pongan wifi en el parque Porras', 'si'];
const DOGS = ['hay una jauria de perros callejeros en la barriada Santa Rosa de La Chorrera', 'si'];
const BILL = [
  'me subieron la factura de la luz de 40 a 95 balboas, no es justo',
  'en Bethania, calle 4',
  'si',
];

describe('more of an idea that was filed', () => {
  it.each([
    'y tambien q pongan un zafacon q el parque amanece sucio',
    'ademas deberian arreglar las luces de la cancha',
    'ah y que haya una cancha de basquet',
    'and they should put some benches too',
  ])('is added to it, whatever complaint it sounds like: %s', words => {
    const talk = told(...WIFI, words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.description.at(-1)).toBe(words);
  });

  it('is its own matter somewhere else', () => {
    const talk = told(...WIFI, 'y otra cosa, no recogen la basura en mi calle en Bethania');
    expect(talk.conversation.state.draft?.serviceId).toBe('garbage-not-collected');
  });

  it.each([
    'no es queja, es parte de la misma idea, agreguelo',
    'es una idea no una queja, lo del zafacon va con lo del wifi',
    'eso es de la misma idea',
  ])('is brought back to it: %s', words => {
    const talk = told(...WIFI, 'hay un monton de basura tirada en el parque Porras', words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join(' ')).toContain('basura');
    const added = told(...WIFI, 'y tambien q pongan un zafacon', words);
    expect(added.cases).toHaveLength(1);
    expect(added.cases[0]?.kind).toBe('idea');
    expect(added.conversation.state.draft).toBeNull();
  });
});

describe('what stands in a case already', () => {
  it.each(['ponle lo de la factura de 40 tambien', 'agregue que subieron la factura a 95'])(
    'is said to: %s',
    words => {
      const talk = told(...BILL, words);
      expect(talk.last()?.text).toContain('ya está en el caso');
      expect(talk.cases[0]?.description).toHaveLength(1);
      expect(told(...BILL.slice(0, 2), words).last()?.text).toContain('Ya está así');
    },
  );

  it.each(['agregue que la factura no es de 40', 'ponle lo del medidor dañado tambien'])(
    'is not, where it is new: %s',
    words => expect(told(...BILL, words).cases[0]?.description.length).toBeGreaterThan(1),
  );
});

describe('a word of ours thrown back', () => {
  it.each([
    'cual peligro? solo quiero q recojan los perros. gracias',
    'que peligro? los perros no muerden, solo ensucian',
    'cual riesgo? yo lo que pido es que los recojan',
  ])('asks the body nothing: %s', words => {
    const talk = told(...DOGS, words);
    expect(talk.last()?.text).toMatch(/^Lo agregué al caso/);
    expect(talk.last()?.text).not.toContain('pregunta');
  });

  it.each(['que numero? no lo vi', 'y que numero? no lo vi'])('is none of: %s', words => {
    expect(told(...DOGS, words).cases[0]?.description).toHaveLength(1);
  });
});
