import { describe, expect, it } from 'vitest';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const DAY_MS = 24 * 3_600_000;
const DRY = 'no hay agua en Pacora, calle 2';

function told(...said: string[]): Talk {
  const talk = startTalk(stage);
  for (const words of said) talk.say(words);
  return talk;
}

const lastWords = (talk: Talk) => (talk.turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

describe('more trouble, told to the summary', () => {
  it.each(['y ahora tampoco hay luz', 'ahora tampoco hay luz', 'y se fue la luz', 'ni hay luz en la casa'])(
    'is another case when another body answers for it: %s',
    words => {
      const talk = told(DRY, words);
      expect(talk.last()?.text).toMatch(/^Veo más de un asunto\./);
      talk.say('sí');
      expect(talk.last()?.text).toMatch(
        /^También me contó otro asunto: .*luz.*\n?¿Abro otro caso\?|¿Abro otro caso\?$/,
      );
      expect(talk.cases).toHaveLength(1);
      expect(talk.cases[0]?.description).toEqual([DRY]);
    },
  );

  it('is said to be added when it belongs to the matter', () => {
    const talk = told(DRY, 'hay niños pequeños y una señora mayor en la casa');
    expect(talk.last()?.text).toMatch(/^Lo agregué a su reporte\.\n/);
    expect(talk.conversation.state.draft?.description).toHaveLength(2);
  });

  it('is added, and may become a case of its own, when that is not sure', () => {
    const talk = told(DRY, 'el tubo madre roto está botando agua potable en la acera');
    expect(talk.last()?.text).toMatch(/^Lo agregué a su reporte\. Si es otro asunto/);
  });
});

describe('after a danger', () => {
  it('the bot has said in the same breath what it is, and does not introduce itself', () => {
    const talk = told('mi marido me está pegando');
    expect(lastWords(talk)).toContain('Este chat automático no envía ayuda');
    talk.tap('Ahora no');
    expect(talk.last()?.text).toBe('De acuerdo. Aquí estoy si necesita algo más.');
  });

  it('who thinks of dying and gives thanks is asked nothing about a lamp', () => {
    const talk = told('hay un poste apagado en mi calle', 'ya no quiero vivir, me quiero matar', 'gracias');
    expect(talk.last()?.text).toBe('Con gusto. Aquí estamos cuando nos necesite.');
    talk.say('sí');
    expect(talk.last()?.asks).toBe('place');
  });
});

describe('where a case stands', () => {
  it('says that its day has passed', () => {
    const talk = told(DRY, 'sí');
    talk.say('mis casos');
    expect(talk.last()?.text).toMatch(/Debe responder a más tardar el \d+ de \w+\.$/);
    talk.wait(40 * DAY_MS);
    talk.say('mis casos');
    expect(talk.last()?.text).toMatch(/Debía responder a más tardar el .* y ya pasó\. .*«persona»\.$/);
  });

  it("ends an agency's question with the way to answer, and only one of them", () => {
    const free = told(DRY, 'sí').question('¿De qué color es la casa?').text;
    expect(free).toMatch(/\nPuede responder aquí mismo\.$/);
    const busy = told(DRY, 'sí', 'se robaron la tapa de la alcantarilla').question('¿De qué color es?').text;
    expect(busy).toMatch(/\nPuede responder cuando termine/);
    expect(busy).not.toContain('aquí mismo');
  });
});

it('quotes no words twice as reasons', () => {
  const talk = told('no recogen la basura en Betania, calle 5');
  expect(talk.last()?.text).toContain('porque usted menciona «no recogen la basura» (');
});
