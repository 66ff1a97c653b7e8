import { wordSet } from '../../catalogue/words.ts';
import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { saying, showSummary } from './flow.ts';
import { needsContact } from './guess.ts';

/** A Panamanian identity number: `8-123-4567`, `PE-12-345`. */
const IDENTITY = /\b(?:\d{1,2}(?:AV|PI)?|PE|E|N)-\d{1,4}-\d{1,6}\b/i;
const TELEPHONE = /(?<![\d-])(?:\+?507[ -]?)?\d{3,4}[ -]?\d{4}(?![\d-])/;
const MAIL = /[^\s@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/;
const DATA = new RegExp([IDENTITY, TELEPHONE, MAIL].map(({ source }) => source).join('|'), 'gi');
/** The name after what announces one. */
const NAMED =
  /\b(?:me llamo(?! la atenci)|mi nombre es|my name is|a nombre de)((?: (?!y\b|con\b|and\b|mi\b|my\b|su\b|ced|tel|cel)\p{L}+){1,5})/iu;
/** `Soy María González`, beside a number of hers: by itself `soy de Chitré` tells where. */
const IS =
  /\b(?:soy|i am)(?: (?!y\b|con\b|and\b|mi\b|my\b|de\b|del\b|la\b|el\b|una?\b|ced|tel|cel)\p{L}+){1,5}/iu;
/** The same of `con mi nombre Carlos Vega`: without a number, `con mi nombre` may go on as it likes. */
const WITH_NAME = /\b(?:con mi nombre|with my name)(?: (?!no\b|y\b|que\b|en\b)\p{L}+){1,4}/iu;
/** How they can be reached, and how they cannot. */
const REACHED = anyOf(
  /\b(?:que )?(?:no )?(?:me |nos )?(?:llamen?|llame(?:n)?me|escriban?(?:me)?|contacten?(?:me)?)(?: (?:a|al|por|solo|mejor|mi|este|numero|telefono|celular|whatsapp|correo))*\b/iu,
  /\b(?:please )?(?:don t |do not |dont )?(?:call|write|text|contact|email)(?: to)? me\b/iu,
);
const EACH_REACHED = new RegExp(REACHED, 'giu');
const HEARS =
  /\b(?:porque |because )?(?:mi \p{L}+ |yo |ella |el |i )*(?:no (?:oye|oigo|escucha|escucho|puede hablar|puedo hablar)(?: bien| nada)?|soy sord[oa]|es sord[oa]|i (?:can t|cannot|can not|cant) hear(?: you)?|i am deaf|am deaf)\b/giu;
/** What may stand around them. */
const AROUND = wordSet(
  `mi mis la las el los tambien y e de del al a un una numero cedula ced cip telefono tel celular cel whatsapp wasap correo mail
   email nombre soy es son este esta por favor porfa gracias para que pueden puede yes ok su sus llamarme llamada comunicarse comunicarme contactarme pongame ponga pongan ponme agregue agregame
   agregar agregalo agreguelo agregan anote anotelo apunte apuntelo incluya incluye añada añadir caso reporte queja denuncia
   contacto datos aqui va le les doy dejo si no mi my the phone number id name is it please add also too to case report and
   personal otro otra quiero queria dar dejar hola con solo mejor pero but bien bueno dale`,
);

/** A name and nothing else: no word that a sentence is made with. */
const BARE_NAME = /^\p{L}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’.-]*){1,4}$/u;
const OF_A_SENTENCE =
  /\b(?:es|son|era|fue|esta|vive|soy|yo|mi|su|el|ella|un|una|que|no|se|le|lo|con|por|para|en|al|jefe|dueño|dueña|vecino|vecina|señor|señora|placa|recibo|cuenta|is|was|he|she|my|his|her|the|and|not|owner|boss)\b/;
/** What the number is called: `cédula 8-123-456`. */
const CALLED = /(?<!\p{L})(?:c[eé]d(?:ula)?|cip|ruc|id(?: number| card)?|n[uú]mero|n[°º]|no)(?!\p{L})\.?/giu;

/** Are words nothing but a name and an identity number: `Ana Ríos, 8-123-456`? */
function isNameAndNumber(text: string): boolean {
  const name = text.replace(IDENTITY, ' ');
  if (name === text || text.length > MOST) return false;
  const bare = name
    .replace(CALLED, ' ')
    .replace(/[\s,.;:–-]+/gu, ' ')
    .trim();
  return BARE_NAME.test(bare) && !OF_A_SENTENCE.test(plainWords(bare));
}

/** Nothing but who they are and how to reach them: `mi cédula es 8-754-1123`, `no me llamen, escríbanme`. */
export function isPersonal(text: string): boolean {
  if (isNameAndNumber(text)) return true;
  if (tellsAccount(text) && !IDENTITY.test(text) && !MAIL.test(text)) return false;
  const bare = text.replace(DATA, ' ');
  const named = bare.replace(NAMED, ' ');
  const unnamed = bare === text ? named : named.replace(IS, ' ').replace(WITH_NAME, ' ');
  const plain = plainWords(unnamed);
  const rest = plain.replace(HEARS, ' ').replace(EACH_REACHED, ' ');
  const tells = bare !== text || unnamed !== bare || REACHED.test(plain);
  return tells && text.length <= MOST && rest.split(' ').every(word => word === '' || AROUND.has(word));
}

const MOST = 200;
/** `Mi número de cliente es 00458812`: a fact of the matter, and nobody is called there. */
const OF_ACCOUNT =
  /\b(?:numero|num|nro|number)? ?(?:de(?:l| la| mi)? )?(?:cliente|contrato|cuenta|medidor|factura|recibo|reclamo|solicitud|orden|tiquete|ticket|serie|poliza|prestamo|tarjeta|nic|nac|nis|finca|placa|customer|account|contract|meter|invoice|bill|claim|order) (?:(?:es|era|numero|num|nro|no|el|number|is) )*\d/;

/** Do words tell the number of an account, a bill or the like? */
export function tellsAccount(text: string): boolean {
  return OF_ACCOUNT.test(plainWords(text));
}

/** What they told of themselves is kept with the report, and said so as it is. Null: they told nothing of the kind. */
export function withPersonal(scene: Scene, draft: Draft): Move | null {
  const { text, choice, files } = scene.burst;
  if (choice !== null || files.length > 0 || !isPersonal(text)) return null;
  const isKept = draft.privacy !== 'anonymous';
  const own = touched(scene, isKept ? withContact(draft, text) : draft);
  const lead = say(scene, isKept ? contactKey(draft) : 'contact_anonymous');
  const { awaits } = scene.state;
  return draft.summarised || awaits === null
    ? showSummary(scene, own, lead)
    : saying(scene, { draft: own, awaits }, lead);
}

/** What is said of their data, by how the report is kept. */
export function contactKey({ privacy }: Draft): 'contact_added' | 'contact_hidden' {
  return privacy === 'confidential' ? 'contact_hidden' : 'contact_added';
}

/** The draft with more of who they are and how to reach them. */
export function withContact(draft: Draft, text: string): Draft {
  const told = [draft.contact, text.trim()].filter(part => part !== null && part !== '');
  return { ...draft, contact: told.join('; ').slice(-MOST_KEPT) };
}

/** Beyond it the oldest goes. */
const MOST_KEPT = 400;

/** Name and identity number, where the summary says that the body asks for them. */
export function mendedContact(scene: Scene, draft: Draft): Draft | null {
  const { text } = scene.burst;
  const isGiven = needsContact(scene, draft) && IDENTITY.test(text) && text.length <= 200;
  return isGiven ? withContact(draft, text) : null;
}

/** A name and an identity number alone are no word of the report, whatever they were learned to sound like. Null: more is told, or none. */
export function contactAlone(scene: Scene, draft: Draft): Move | null {
  if (!isNameAndNumber(scene.burst.text)) return null;
  const mended = mendedContact(scene, draft);
  return mended
    ? showSummary(scene, touched(scene, mended), say(scene, 'corrected'))
    : withPersonal(scene, draft);
}
