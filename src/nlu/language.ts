import type { Token } from './tokens.ts';

const SPANISH = new Set(
  `el la los las un una de del que en por para con se es y mi me lo al esta hay desde como pero porque hace dia
   dias agua luz calle basura buenas buenos hola gracias favor quiero necesito tiene son muy ya sin cuando donde
   su nos le les mas esto ese esa si o estoy tengo puede tambien todo casa aqui ni queja denuncia`.split(
    /\s+/,
  ),
);
const ENGLISH = new Set(
  `the is are was there and of to in my i you we it this that for on with have has had been not they at from your
   our please hello hi want need would like water power street garbage trash when where what how can could dont
   isnt because nobody since days report complaint thanks thank help someone about were be an he she near broken
   by out behind
   neighbor neighbour neighbors neighbours people man woman child children kid kids baby landlord officer nurse
   teacher driver owner boss company tenant dog dogs animals tree trees building sidewalk road roads pothole
   potholes traffic light lights noise smell sewage leak leaking flood house home apartment door window roof wall
   bridge park school bill job work money phone license passport appointment medicine bike lanes truck parking fire
   plays playing play loud every night nights morning evening week weeks month months year years today yesterday
   tomorrow always never still again since until before after while next last more less many much some any all
   charged overcharged asked took stole stolen robbed refused refuses treat treated suggest suggestion drives
   driving drive drove paid pays pay hurt fell fallen fixed fix came coming comes told said says got get getting
   going went makes made making keep keeps left living lives sells selling illegal dangerous dirty unsafe
   abandoned closed open big huge small old new good bad very too also just who which why does did doing
   them their his her him us if but should must could may no-one cannot cant doesnt didnt wont anything nothing
   something remain anonymous`.split(/\s+/),
);
/** Written in Spanish too: short for another word, a letter, a name. */
const AMBIGUOUS = new Set([
  'be',
  'he',
  'an',
  'at',
  'of',
  'on',
  'to',
  'in',
  'i',
  'from',
  'need',
  'were',
  'can',
]);
const UNMISTAKABLE =
  /^(hello|hi|hey|good morning|good afternoon|good evening|thank you|thanks|i want|i need|help me|there (is|are|was)|english)\b/;
const FEWEST_WORDS = 4;
const READ = 120;

/** Has the text a usual word of either language? What has none is gibberish, or another language. */
export function isReadable(tokens: readonly Token[]): boolean {
  return tokens.slice(0, READ).some(({ word }) => SPANISH.has(word) || ENGLISH.has(word));
}

/** How many different usual words of English there are that Spanish does not have. */
export function englishWordsIn(tokens: readonly Token[]): number {
  const words = new Set(tokens.slice(0, READ).map(({ word }) => word));
  return [...words].filter(word => ENGLISH.has(word) && !SPANISH.has(word) && !AMBIGUOUS.has(word)).length;
}

/** Spanish or English; null where too few words tell, or both languages do: there one must not guess. */
export function languageOf(tokens: readonly Token[]): 'es' | 'en' | null {
  return languageOfWords(tokens.slice(0, READ).map(({ word }) => word));
}

/** The same where these names stand in the text that was read: `el` of `el Cangrejo` is no word of its writer's. */
export function languageBeside(
  names: readonly string[],
  text: string,
  tokens: readonly Token[],
): 'es' | 'en' | null {
  const spans = names.flatMap(name => {
    const start = name === '' ? -1 : text.indexOf(name);
    return start === -1 ? [] : [{ start, end: start + name.length }];
  });
  const read = tokens.slice(0, READ);
  const isName = ({ start, end }: Token): boolean =>
    spans.some(span => start >= span.start && end <= span.end);
  const own = read.map((token, i) => {
    const next = read[i + 1];
    const leads = ARTICLES.has(token.word) && next !== undefined && isName(next);
    return isName(token) || leads ? '' : token.word;
  });
  return languageOfWords(own);
}

const ARTICLES = new Set(['el', 'la', 'los', 'las']);

function languageOfWords(words: readonly string[]): 'es' | 'en' | null {
  let spanish = 0;
  let english = 0;
  for (const word of words) {
    if (SPANISH.has(word)) spanish += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  // `A driver overcharged me`: a word of both.
  if (english > 1 && words.includes('me')) spanish -= words.filter(word => word === 'me').length;
  // `Hey, te dije denuncia` is no English.
  if (spanish <= english && UNMISTAKABLE.test(words.slice(0, 3).join(' '))) return 'en';
  if (words.length < FEWEST_WORDS) return null;
  if (english > (spanish + 1) * 1.5) return 'en';
  return spanish >= english ? 'es' : null;
}
