import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseProblem } from '../../src/catalogue/phrase.ts';
import { ConfigError } from '../../src/errors.ts';
import { compilePhrase, createPhraseFinder } from '../../src/nlu/phrases.ts';
import { readTokens } from '../../src/nlu/tokens.ts';
import { complaints } from '../support/config-folder.ts';

/** The words of a text that a phrase stands for, by sentence; empty when it is not there. */
function found(phrase: string, text: string): string[] {
  const tokens = readTokens(text, new Map());
  return createPhraseFinder([compilePhrase(phrase)])(tokens).map(({ words }) => {
    return words.map(at => tokens[at]?.word).join(' ');
  });
}

describe('a phrase', () => {
  it.each([
    ['its words in order', 'no hay agua', 'aquí no hay agua hoy', ['no hay agua']],
    ['not in another order', 'no hay agua', 'agua no hay', []],
    ['not with a word between', 'no hay agua', 'no hay mucha agua', []],
    ['either word', 'hay fuego/humo', 'hay humo', ['hay humo']],
    ['the beginning of a word', 'quem* casa', 'quemaron casa', ['quemaron casa']],
    ['not the end of a word', 'quem* casa', 'requemaron casa', []],
    ['a word that is there', 'no (se) mueve', 'no se mueve', ['no se mueve']],
    ['a word that is missing', 'no (se) mueve', 'no mueve', ['no mueve']],
    ['a gap of none', 'se quema ... casa', 'se quema casa', ['se quema casa']],
    ['a gap of five', 'quema ... casa', 'quema uno dos tres cuatro cinco casa', ['quema casa']],
    ['not a gap of six', 'quema ... casa', 'quema uno dos tres cuatro cinco seis casa', []],
    ['not across sentences', 'quema ... casa', 'se quema. La casa', []],
    ['not across sentences without a gap', 'mi casa', 'es mi. Casa', []],
    ['a family', '<child> llora', 'el pelaito llora', ['pelaito llora']],
    ['a family and a word', 'mi <child>/perro', 'mi perro', ['mi perro']],
    ['accents and capitals', 'está caído', 'ESTA CAIDO', ['esta caido']],
    ['usual misspellings', 'se cayó la valla', 'ce callo la baya', ['ce callo la baya']],
    ['ñ without its tilde', 'el niño', 'el nino', ['el nino']],
    ['a soft c after a beginning', 'aterric* ya', 'aterrice ya', ['aterrice ya']],
    ['a soft g after a beginning', 'reg* ya', 'regimos ya', ['regimos ya']],
    ['not perro for pero', 'mi perro', 'mi pero', []],
    [
      'each sentence once',
      'me quema/sigue',
      'Me quema y me quema. Me sigue',
      ['me quema me quema', 'me sigue'],
    ],
    ['the words of every way through it', 'a ... b', 'a b b', ['a b b']],
    ['no words of a way that leads nowhere', 'a ... b c', 'a b x b c', ['a b c']],
  ])('finds %s', (_, phrase, text, expected) => {
    // A word met twice in a sentence may be found in two steps.
    expect(found(phrase, text).join(' ')).toBe(expected.join(' '));
  });

  it('passes over words that stand for nothing', () => {
    const tokens = readTokens('me muero y me muero', new Map());
    const find = createPhraseFinder([compilePhrase('me muero')]);
    expect(find(tokens, new Set([1])).flatMap(({ words }) => words)).toEqual([3, 4]);
    expect(find(tokens, new Set([1, 4]))).toEqual([]);
  });

  it('keeps its mark', () => {
    const marked = ['! a', '? a', '+ a', '~ a', '= a', 'a'].map(text => compilePhrase(text).mark);
    expect(marked).toEqual(['!', '?', '+', '~', '=', null]);
  });
});

describe('many phrases', () => {
  const vocabulary = ['se', 'me', 'casa', 'quema', 'niño', 'no', 'perro'];
  const word = fc.constantFrom(...vocabulary);
  const part = fc.oneof(
    { weight: 4, arbitrary: word },
    word.map(text => `(${text})`),
    fc.tuple(word, word).map(pair => pair.join('/')),
    word.map(text => `${text} ...`),
  );
  const phrase = fc
    .tuple(fc.array(part, { maxLength: 3 }), word)
    .map(([parts, last]) => [...parts, last].join(' '));
  const readable = phrase.filter(text => phraseProblem(text) === null);
  const text = fc
    .array(fc.constantFrom(...vocabulary, 'y', '.'), { maxLength: 25 })
    .map(words => words.join(' '));

  it('are found together as a plain pattern finds each alone', () => {
    fc.assert(
      fc.property(fc.array(readable, { minLength: 1, maxLength: 6 }), text, (phrases, message) => {
        const tokens = readTokens(message, new Map());
        const hits = createPhraseFinder(phrases.map(compilePhrase))(tokens);
        const met = phrases.map((_, at) => hits.some(hit => hit.phrase === at));
        expect(met).toEqual(phrases.map(one => patternOf(one).test(spaced(message))));
      }),
      { numRuns: 500 },
    );
  });

  it('cost what the text is long, however many gaps a phrase has', () => {
    const gaps = compilePhrase(
      Array.from({ length: 12 }, () => 'se')
        .join(' ... ')
        .concat(' ... fin'),
    );
    const tokens = readTokens('se '.repeat(3000), new Map());
    const before = process.cpuUsage();
    expect(createPhraseFinder([gaps])(tokens)).toEqual([]);
    expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
  });
});

/** The same phrase as a regular expression over `spaced` text: slow, and simple enough to trust. */
function patternOf(phrase: string): RegExp {
  const parts = phrase.split(' ').map(part => {
    if (part === '...') return '(?:[^ .]+ ){0,5}';
    const word = `(?:${part.replace(/[()]/g, '').split('/').join('|')}) `;
    return part.startsWith('(') ? `(?:${word})?` : word;
  });
  return new RegExp(`(?<= )${parts.join('')}`);
}

function spaced(text: string): string {
  return ` ${text} `;
}

describe('a phrase that cannot be read', () => {
  it.each([
    ['<nobody> llora', /<nobody> is no family of words: use <person>, <child>/],
    ['<> llora', /no family/],
    ['fuego//humo', /empty alternative/],
    ['fuego/', /empty alternative/],
    ['() fuego', /brackets/],
    ['(se fuego', /brackets/],
    ['se) fuego', /brackets/],
    ['a/(b) c', /brackets/],
    ['... fuego', /needs a word/],
    ['fuego ...', /needs a word/],
    ['fuego ... ... humo', /needs a word/],
    ['fuego ... (humo)', /needs a word/],
    ['(a) ... fuego', /needs a word/],
    ['(fuego)', /no word that must be there/],
    ['', /no word that must be there/],
    ['!', /no word that must be there/],
    ['fue*go', /not one word/],
    ['can’t', /not one word/],
    ['fu* casa', /fits too many words/],
  ])('is told why: %s', (phrase, reason) => {
    expect(phraseProblem(phrase)).toMatch(reason);
    expect(() => compilePhrase(phrase)).toThrow(ConfigError);
  });

  it('is none when it can be read', () => {
    expect(
      ['! se (me) quem*/arde ... <home>/rancho', '~ cada vez', 'que'].map(text => phraseProblem(text)),
    ).toEqual([null, null, null]);
  });

  it('has a mark of the other list', () => {
    expect(phraseProblem('~ fuego', 'triggers')).toMatch(/"~" has no meaning among the triggers/);
    expect(phraseProblem('! fuego', 'guards')).toMatch(/"!" has no meaning among the guards/);
    expect([phraseProblem('! fuego', 'triggers'), phraseProblem('? humo', 'triggers')]).toEqual([null, null]);
    expect(phraseProblem('~ fuego', 'guards')).toBeNull();
  });

  it('is named with file, line and reason when the configuration is checked', async () => {
    const said = await complaints('emergency.yaml', text =>
      text.replace('se quema la casa', 'se quema//la <case>'),
    );
    expect(said).toEqual([
      'emergency.yaml:3: "se quema//la <case>": "quema//la" has an empty alternative: write a word on both sides of each "/"',
    ]);
    const guard = await complaints('emergency.yaml', text =>
      text.replace('[se quemó un foco]', "['! foco']"),
    );
    expect(guard).toEqual([
      'emergency.yaml:4: "! foco": "!" has no meaning among the guards: remove it, or move the phrase to the other list',
    ]);
  });
});
