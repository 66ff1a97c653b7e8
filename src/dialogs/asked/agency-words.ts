import type { Agency, Catalogue, EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say, type View } from '../scene.ts';
import { plainClauses, questions } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { datedSource } from '../words/source-text.ts';
import { bodyAsked } from './body-asked.ts';

const PHONE =
  /\b(telefono|telefonos|numero (de|del|para|tienen?)|(que|cual) (es (el )?)?numero|a que numero|llamo|llamar|a quien llam\w+|whatsapp|contacto|phone|call|contact)\b/;
const WEBSITE = /\b(pagina|sitio|web|link|enlace|en linea|internet|website|online)\b/;
const HOURS =
  /\b(horario|horarios|a que hora|abren?|cierran?|(?<!no (me |nos |les? )?)atienden|hours|open|close|opens|closes)\b/;
const ADDRESS = /\b(direccion|donde (queda|quedan|esta|estan)|ubicad[ao]|ubicacion|address|where is)\b/;

/** Do plain words ask how or when to reach a body? */
export function asksForContact(plain: string): boolean {
  return [PHONE, WEBSITE, HOURS, ADDRESS].some(pattern => pattern.test(plain));
}

/** Do plain words ask when a body can be reached? */
export function asksForHours(plain: string): boolean {
  return HOURS.test(plain);
}

/**
 * What is known of a body as far as plain words ask for it: its telephones with their source, else that nothing is sure;
 * and always a way to reach it.
 */
export function agencyWords(view: View, agency: Agency, plain: string): Sentence {
  const { acronym, website, source } = agency;
  const phones = numbersOf(view, agency, PHONE.test(plain), plain);
  const page = website === null ? null : say(view, 'info.website', { website });
  const numbers = phones.length === 0 ? null : say(view, 'info.phones', { phones: phones.join(', ') });
  const isKnown = (PHONE.test(plain) && numbers) || (WEBSITE.test(plain) && page);
  const head = say(view, isKnown ? 'info.contact' : 'info.agency', { agency: acronym });
  const short = lines(head, numbers, page ?? (numbers ? null : say(view, 'info.in_person')));
  if (numbers === null) return short;
  // A list of sources would cost more than what it vouches for.
  const said = datedSource(source, view.state.language);
  const { text } = lines(head, numbers, page, say(view, 'info.contact_source', { source: said }));
  return { text, short: short.short ?? short.text };
}

/** How a body is reached: its telephones and its page; else that neither is known. */
export function waysTo(view: View, agency: Agency): Sentence {
  const { website } = agency;
  const page = website === null ? null : say(view, 'info.website', { website });
  const phones = phonesOf(view, agency);
  return page || phones ? lines(phones, page) : say(view, 'info.in_person');
}

/**
 * The telephones of a body with where they are known from, without its lines for danger, which no office answers, unless a
 * telephone is asked for; null: it has none that is known.
 */
export function phonesOf(view: View, agency: Agency, isAsked = false): Sentence | null {
  const { source } = agency;
  const phones = numbersOf(view, agency, isAsked);
  if (phones.length === 0) return null;
  const numbers = say(view, 'info.phones', { phones: phones.join(', ') });
  const said = datedSource(source, view.state.language);
  const { text } = lines(numbers, say(view, 'info.contact_source', { source: said }));
  return { text, short: numbers.short ?? numbers.text };
}

/**
 * A line for danger stands there only with its name, and where a telephone was asked for: one that bears the name of the body,
 * or is asked about itself.
 */
function numbersOf({ catalogue, state }: View, agency: Agency, isAsked: boolean, plain = ''): string[] {
  const helping = new Map(
    [...catalogue.emergencies.values()].flatMap(({ lines: known }) =>
      known.map(({ number, name }): [string, DangerLine] => [number, { number, name, among: known }]),
    ),
  );
  return agency.phones.flatMap(phone => {
    const line = helping.get(phone);
    if (line === undefined) return [phone];
    const isTold = isAsked && (bearsName(line, agency) || isLineAsked(line, plain));
    return isTold ? [`${phone} – ${line.name[state.language]}`] : [];
  });
}

type Line = EmergencyCategory['lines'][number];
interface DangerLine extends Line {
  /** The lines of its danger, the one called first before the others. */
  among: readonly Line[];
}

/** Is a line for danger the body's own: `104 – Policía Nacional`? */
function bearsName({ number, name }: Line, { acronym, name: whole, aliases }: Agency): boolean {
  const said = ` ${plainWords(`${number} ${name.es}`)} `;
  return [acronym, whole, ...aliases].some(own =>
    said.includes(` ${plainWords(own).replace(/^(el|la|los|las) /, '')} `),
  );
}

/** Is that very line asked about, by its number or by what is heard there: `el teléfono de salud mental`? */
function isLineAsked({ number, among }: DangerLine, plain: string): boolean {
  const heard = Object.values(among[0]?.name ?? {}).map(name => plainWords(name.replace(/\([^)]*\)/g, '')));
  return [plainWords(number), ...heard].some(name => ` ${plain} `.includes(` ${name} `));
}

/** The one body whose short name stands in a text; null: none does, or several do. */
export function bodyNamed({ agencies }: Catalogue, text: string): Agency | null {
  const said = ` ${plainWords(text)} `;
  const named = [...agencies.values()].filter(({ acronym }) => said.includes(` ${plainWords(acronym)} `));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Is a telephone, a page or another way to reach a body asked for: `páseme el número del municipio`? */
export function asksToReach(text: string): boolean {
  return plainClauses(text).some(clause => ASKS_CONTACT.test(clause)) && !tellsNumber(text);
}

/** Is a number told and not asked for: `el número del bus es el 1432`? */
export function tellsNumber(text: string): boolean {
  return !text.includes('?') && plainClauses(text).some(clause => IS_NUMBER.test(clause));
}

/** `What is the number of 911` puts it elsewhere. */
const IS_NUMBER =
  /^(?!(y |oiga |disculpe )*(a |de )?(que|cual|cuales|what|which)\b).*\b(numero|num|nro|placa|number|plate)\b.* (es|era|fue|is|was) (el |la |the )?\w*\d\w*( \d+)*$/;

/** Asked how to reach the body they name, they are told: `me da el teléfono de ACODECO`. Null: that is not asked. */
export function contactAsked(scene: Scene, text: string): Sentence | null {
  const plain = plainWords(text);
  const asks =
    asksToReach(text) || shortQuestions(text).some(asked => PHONE.test(asked) || WEBSITE.test(asked));
  const body = asks ? bodyAsked(scene, text) : null;
  return body && agencyWords(scene, body, plain);
}

const MOST_ASKED = 12;

/** The short questions of a text that ask for something, and not why it is so. */
function shortQuestions(text: string): string[] {
  const asked = questions(text).map(plainWords);
  return asked.filter(
    plain => plain.split(' ').length <= MOST_ASKED && !/^(why|por que|y por que)\b/.test(plain),
  );
}

const NOUN = '(numero|telefono|telefonos|whatsapp|contacto|correo|pagina|phone|number|contact|email|website)';
const ASKS_CONTACT = new RegExp(
  [
    `^(hola |buenas |buenos dias |buenas tardes |oiga |disculpe |por favor |y |no |ok |solo |just |pero |yo |mejor |lo que |lo q )*((me )?(da|das|dan|regala|pasa|manda|puede dar|puedes dar|pueden dar|podria dar)(me)?|deme|denme|digame|dime|paseme|(necesito|busco|quiero|quisiera)( es)?|(cual|que) (es|seria)|cuales son|what is|what s|give me|can (you|i) (give me|have|get)|do you have|i need) (el |la |los |un |the |a )?${NOUN}\\b`,
    `^(hola |buenas |oiga |disculpe |por favor |solo |just |a |y )*((que|cual) |el |the )?(numero|telefono|telefonos|whatsapp|contacto|phone|number)( number)? (de|del|de la|para|of|for|es|tiene)\\b`,
  ].join('|'),
);

/** Why a report goes to a body: the rule of the catalogue, where one decides. */
export function whyBody(scene: Scene, { acronym, name }: Agency, because: string | null): Sentence {
  if (because !== null) return say(scene, 'info.why_rule', { agency: acronym, because });
  return name === acronym
    ? say(scene, 'info.why_plain', { agency: acronym })
    : say(scene, 'info.why_body', { agency: acronym, name });
}
