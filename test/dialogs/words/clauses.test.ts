import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import { asksToReach } from '../../../src/dialogs/asked/agency-words.ts';
import { bodyMeant } from '../../../src/dialogs/intake/named-body.ts';
import { bidsPlace } from '../../../src/dialogs/intake/place/place-leads.ts';
import { privacySaid, wishesShown } from '../../../src/dialogs/intake/privacy.ts';
import { saysApart } from '../../../src/dialogs/intake/several/further.ts';
import { saysOne } from '../../../src/dialogs/intake/several/same-matter.ts';
import type { View } from '../../../src/dialogs/scene.ts';
import { holdsQuestion, putsQuestion } from '../../../src/dialogs/words/asking.ts';
import { pointedTo } from '../../../src/dialogs/words/chosen.ts';
import {
  afterFirst,
  clauses,
  plainClauses,
  questions,
  sentences,
  signedClauses,
} from '../../../src/dialogs/words/clauses.ts';
import { afterLeaving, answerAmong, consentIn } from '../../../src/dialogs/words/consent.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const view = { catalogue: await loadCatalogue('config') } as View;

/** What people set between two clauses; the first is what two messages of a burst have between them. */
const BETWEEN = ['\n', '! ', '. ', ', ', '; ', ' ¡'];
const CHOICES = [
  { value: 'a', label: 'San José de Paz' },
  { value: 'b', label: 'San José de David' },
];

describe('the parts of a text', () => {
  const text = '¡Hola! ¿A quién llamo?\nNo es del MOP: es el agua; gracias…';

  it('are its clauses, as written or plain, and none is empty', () => {
    expect(plainClauses(text)).toEqual(['hola', 'a quien llamo', 'no es del mop', 'es el agua', 'gracias']);
    expect(clauses('sí.\n¿?\n a las 3 ')).toEqual(['sí', ' a las 3 ']);
  });

  it('are clauses with their signs, which joined are the text', () => {
    expect(signedClauses('ya vienen, sí.\nes aquí').join('')).toBe('ya vienen, sí.\nes aquí');
  });

  it('are what stands behind the first clause', () => {
    expect(afterFirst('¿el de Paz?\n ¡en la esquina!')).toBe('en la esquina!');
    expect(afterFirst('el de Paz')).toBe('');
  });

  it('are its sentences with their sign, and those that ask', () => {
    expect(sentences(text)).toEqual(['Hola!', 'A quién llamo?', 'No es del MOP: es el agua;', 'gracias…']);
    expect(questions(text)).toEqual(['A quién llamo?']);
  });
});

describe.each(BETWEEN)('what stands in a clause of its own behind %j', sign => {
  it.each<[string, unknown, unknown]>([
    ['is one matter', saysOne(`bueno${sign}es lo mismo`), true],
    ['is another matter', saysApart(`bueno${sign}es otra queja aparte`), true],
    ['is how it is to be kept', privacySaid(`bueno mire${sign}anónima`), 'anonymous'],
    ['is the wish to be known', wishesShown(`sí${sign}con mi nombre`), true],
    ['is a yes', consentIn(`sí${sign}envíelo`), 'yes'],
    ['is an answer among others', answerAmong(`no hay agua${sign}sí haga el reporte`)?.meant, 'yes'],
    ['is told after leaving', afterLeaving(`olvídese de eso${sign}no hay agua`), 'no hay agua'],
    ['is another place', bidsPlace(`gracias${sign}cambie el lugar a Chepo`), true],
    ['is a way to a body', asksToReach(`gracias${sign}páseme el número del municipio`), true],
    ['is pointed to before', pointedTo(CHOICES, `el de paz${sign}en la esquina`)?.value, 'a'],
    ['is the right body', bodyMeant(view, `no${sign}es del MOP`, null), 'mop'],
  ])('%s', (_, said, meant) => {
    expect(said).toBe(meant);
  });

  it('is what it is about', () => {
    const talk = told('hay un hueco en la calle en Villa Lucre', `El asunto es el agua${sign}no el hueco`);
    expect(talk.last()?.asks).not.toBe('confirm');
    expect(talk.conversation.state.draft?.description).toHaveLength(1);
  });
});

describe('a question in a sentence of its own', () => {
  it.each(['gracias\n¿a quién llamo?', 'gracias! a quién llamo?', 'gracias ¿a quién llamo?'])('%j', text => {
    expect(holdsQuestion(text)).toBe(true);
    expect(putsQuestion(text)).toBe(true);
  });
});

it('a price is one number, and no end of a sentence', () => {
  expect(sentences('era 3.50 y cobran 4. cuánto demoran?')).toEqual([
    'era 3.50 y cobran 4.',
    'cuánto demoran?',
  ]);
});
