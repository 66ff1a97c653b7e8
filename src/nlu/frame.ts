import { soundOf, type Token } from './tokens.ts';

/** Words in which a frame is sought, one after another. */
const WINDOW = 24;

const WISH =
  '(?:yo )?(?:quiero|quisiera|necesito|deseo|vengo a|voy a|me gustaria|queria|es para|para|i want to|i would like to|i d like to|i need to|i wish to)';
const PAPER =
  '(?:quejas?|denuncias?|reclamos?|reclamacion|reportes?|ideas?|sugerencias?|propuestas?|complaints?|reports?|suggestions?)';
const SORT = '(?:(?:formal|anonima|anonimo|confidencial|ciudadana|urgente|formalmente|anonimamente) )?';
/** Who writes, up to the announcement of what: `soy la presidenta del comité de la junta comunal y vengo a informar que`. */
const WRITER =
  '(?:soy|somos|mi nombre es|me llamo|le habla|les habla|le escribe|les escribe|quien suscribe|i am|my name is) (?:(?!(?:no|ni|sin|me|nos|porque|pero|que) )[^ .]+ ){1,16}?(?:[.] )?(?:y |and )?(?=(?:vengo|me dirijo|nos dirigimos|le escribo|les escribo|escribo|acudo|necesit(?:o|amos) que|queremos que|quiero (?:reportar|denunciar|informar|poner|presentar)|quisiera (?:reportar|denunciar|informar|poner|presentar)|deseo (?:reportar|denunciar|informar|poner|presentar)|para (?:reportar|denunciar|informar)|i am writing|i want to report) )';
const FORMAL =
  '(?:vengo|me dirijo a ustedes|nos dirigimos a ustedes|les? escribo|escribo|acudo(?: a ustedes)?|i am writing)(?: por este medio| por esta via| muy respetuosamente| con todo respeto| to)? (?=(?:a |para )?(?:informar|informarles|reportar|denunciar|poner|presentar|solicitar|pedir|report|complain) )';
const ABOUT =
  '(?:(?:de que|por que|porque|sobre que|de|por|contra|sobre|acerca de|que|ante ustedes|about|that|against|of)(?: |$))?';

/** What is said before the matter, and says nothing of it: whole words from the beginning, ` . ` where a sentence ends. */
const FRAMES = [
  '(?:muy )?(?:buenas?|buenos|buen|good) (?:(?:dias?|tardes|noches|morning|afternoon|evening)(?: |$))?',
  '(?:hola|saludos|que tal|hello|oiga|mire|disculpen?|por favor|porfa|please|estimados|señores|señora?|amigos?) ',
  // By its sound `hi` is `i`.
  'hi (?=i )',
  '(?:del|al) 311 ',
  WRITER,
  FORMAL,
  'a (?=(?:informar|reportar|denunciar|poner|presentar) )',
  `${WISH} (?:(?:poner|hacer|presentar|interponer|levantar|dejar|meter|dar|elevar|make|file|submit) )?(?:(?:una|un|mi|esta|este|a|my) )?${SORT}${PAPER} ${SORT}${ABOUT}`,
  `(?:${WISH} )?(?:reportar|reportarles|reporto|denunciar|denuncio|quejarme|me quejo|informar|informarles|comunicar|sugerir|sugiero|proponer|propongo|i report|report|complain) ${ABOUT}`,
  '(?:tengo|tenemos|hay|i have|we have) (?:(?:un|una|el|a) )?(?:problema|problemita|problem|queja|idea|sugerencia|complaint) (?:con|de|para|with|about|for) ',
  '(?:necesito |quiero )?(?:ayuda|ayudenme|ayudeme|help) (?:con|with) ',
  `(?:una |mi )?${PAPER} ${SORT}[.] `,
  '[.] ',
].map(pattern => new RegExp(`^(?:${pattern.replace(/[a-zñ]+/g, soundOf)})`));

/**
 * How many words at the beginning only greet and announce: `buenas tardes, quiero poner una queja porque`. Who writes
 * labelled messages leaves them out and citizens do not, so that a model must not take them for matter. 0 when there is
 * nothing else.
 */
export function frameOf(tokens: readonly Pick<Token, 'sound' | 'sentence'>[]): number {
  let at = 0;
  let ahead = aheadOf(tokens, at);
  for (;;) {
    const said = FRAMES.map(frame => frame.exec(ahead)?.[0] ?? '').find(found => found !== '');
    if (said === undefined) break;
    const words = said.split(' ').filter(word => word !== '' && word !== '.').length;
    at += words;
    ahead = words > 0 ? aheadOf(tokens, at) : ahead.slice(said.length);
  }
  return at < tokens.length ? at : 0;
}

function aheadOf(tokens: readonly Pick<Token, 'sound' | 'sentence'>[], at: number): string {
  let line = '';
  let before = tokens[at]?.sentence;
  for (const { sound, sentence } of tokens.slice(at, at + WINDOW)) {
    line += sentence === before ? `${sound} ` : `. ${sound} `;
    before = sentence;
  }
  return line;
}
