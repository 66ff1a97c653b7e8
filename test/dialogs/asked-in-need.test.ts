import { describe, expect, it } from 'vitest';
import { openStage, openTalks, startTalk } from '../support/play.ts';

const { said } = await openTalks();
const stage = await openStage();

describe('a question after the numbers for a danger', () => {
  it.each([
    ['mi marido me pega', 'me pueden quitar los niños?', '182'],
    ['mi marido me pega', '¿y si me voy pierdo la casa?', '182'],
    ['my boyfriend hits me', 'can they take my kids away?', '182'],
  ])('names the line that answers such: %s: %s', (told, asked, line) => {
    const answer = said(told, asked);
    expect(answer).toContain(line);
    expect(answer).toMatch(/solo para preguntar|only to ask/);
  });

  it('names none to who asks nothing', () => {
    expect(said('mi marido me pega', 'es que siempre ha sido así')).not.toContain('solo para preguntar');
  });
});

describe('a matter that is told before it is asked about', () => {
  it.each([
    ['mi casero me quiere sacar mañana, es legal? un telefono', 'MIVIOT'],
    [
      'la dueña del apartamento me quiere botar a la calle mañana, puede hacer eso? a que numero llamo',
      'MIVIOT',
    ],
  ])('is answered with its body and offered to be reported: %s', (text, body) => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.last()?.text).toContain(body);
    expect(talk.last()?.choices?.map(({ label }) => label)).toContain('Sí, hacer el reporte');
  });

  it('is none where only a paper is asked about', () => {
    const talk = startTalk(stage);
    talk.say('se me venció la licencia, cuánto cuesta renovarla? y dónde es?');
    expect(talk.last()?.choices?.map(({ label }) => label) ?? []).not.toContain('Sí, hacer el reporte');
  });
});

describe('a company that stands among many under one name', () => {
  it('is said where they named it', () => {
    expect(said('tigo me cobra y no tengo internet en juan diaz')).toContain(
      'Lo atiende: Tigo, su operadora de telecomunicaciones',
    );
    expect(said('tigo me cobra y no tengo internet en juan diaz', 'sí')).toContain(
      'Lo atiende: Tigo, su operadora de telecomunicaciones',
    );
  });

  it('is not where they named none, or two', () => {
    expect(said('no tengo internet en juan diaz hace una semana')).toContain('Su operadora');
    expect(said('no tengo internet en juan diaz, ni tigo ni digicel sirven')).toContain('Su operadora');
  });
});
