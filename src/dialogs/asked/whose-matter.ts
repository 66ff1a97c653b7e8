import type { Agency } from '../../catalogue/catalogue.ts';
import { care } from '../danger/advice.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { sureService } from '../intake/guess.ts';
import { bidsReport } from '../intake/matter.ts';
import { stepOf } from '../questions.ts';
import {
  afterQuestion,
  lines,
  type Move,
  replyOf,
  type Scene,
  say,
  type Topic,
  withState,
} from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { phonesOf } from './agency-words.ts';
import { bodyAsked } from './body-asked.ts';
import { saysOnlyAsks } from './only-asks.ts';

/** `¿Para lo de los robos con quién hablo?`, `who do I tell about the noise?` */
const TO_WHOM = anyOf(
  /\b(?:(?:con|a|ante) )?(?:quien|kien)(?:es)? (?:(?:le|les|lo|la|me|debo|tengo que|hay que|puedo|se) )*(?:hablo|hablamos|hablar|aviso|avisar|digo|decir|denuncio|denunciar|reporto|reportar|reclamo|acudo|toca|corresponde|ve|atiende|encarga)\b/,
  /\b(?:a ?donde|donde) (?:(?:lo|la|debo|tengo que|puedo|se) )*(?:voy|ir|denuncio|denunciar|reporto|reportar|aviso|reclamo)\b/,
  /\bwho (?:do|can|should|must) (?:i|we) (?:talk|speak|report|tell|complain)(?: to)?\b|\bwho (?:deals|handles|sees)\b/,
);
/** `Eso es pa la policía, ¿no?`, `eso va al MINSA`, `le toca a la policía`. */
const FOR_BODY =
  /\b(?:(?:es|va|van|seria|sera) (?:(?:pa|para|con|de|a) )?(?:la |el |los |l )?|(?:(?:lo|la|los|eso) (?:ve|ven|atiende|atienden)|(?:le |les )?(?:toca|corresponde|compete)) (?:a )?(?:la |el |al |los )?|(?:is|goes) (?:that |it )?(?:for|to) (?:the )?|al )$/;
/** `Si no lo tapan, ¿a dónde reclamo?` is of the case. */
const SUPPOSES = /\b(?:si|if) (?:(?:me|nos|le|lo|la|se|ellos|they) )*(?:no|not|don t|nadie|nobody)\b/;
const MOST_WORDS = 24;
/** From here on words with the office's own among them speak for a matter. */
const LIKELY = 0.15;

/**
 * Just after a case, whose another matter is, asked in words of its own: who sees to that and how they are reached, and that it can
 * be reported as well. The case is not touched, and nothing is opened. Null: no such question, or it is of the case.
 */
export const whoseMatter: Topic = scene => {
  const { burst, state, facts } = scene;
  const filed = facts.cases.filter(c => isJustFiled(scene, c));
  const plain = plainWords(burst.text);
  const isFree = burst.choice === null && state.draft === null && facts.reading.emergency === null;
  if (!isFree || filed.length === 0 || plain.split(' ').length > MOST_WORDS || bidsReport(burst.text))
    return null;
  // `¿Lo llevo al hospital?` is answered at once.
  if (care(scene) !== null) return null;
  const body = bodyAsked(scene, burst.text);
  const isBody = body !== null && asksIfFor(burst.text, plain, body);
  if (!isBody && (!TO_WHOM.test(plain) || SUPPOSES.test(plain))) return null;
  const own = holderOf(scene, withoutBody(plain, body));
  // What is left of `¿eso va a la policía?` is what was spoken of before.
  const held = [...(state.awaits?.held?.lines ?? []), scene.informed ?? ''];
  const meant = own ?? (isBody ? firstOf(held.map(line => holderOf(scene, line))) : null);
  const agency = isBody ? body : meant;
  if (!agency || meant === null || filed.some(({ holder }) => holder?.agencyId === agency.id)) return null;
  return answered(scene, agency, isBody && meant.id === agency.id);
};

function answered(scene: Scene, agency: Agency, isIt: boolean): Move {
  const { state, burst } = scene;
  const isRefused = REFUSES.test(plainWords(burst.text)) || saysOnlyAsks(burst.text);
  // The offer of another case may have ended with a no that stood before.
  const offered = scene.conversation.state.awaits;
  const isSplit = offered !== null && stepOf(offered) === 'split';
  const free = isSplit && isRefused ? afterQuestion(withState(scene, { later: [] })) : scene;
  const words = lines(
    say(scene, isIt ? 'info.sees_to_it' : 'info.sees_to', { agency: agency.acronym }),
    phonesOf(scene, agency, true),
    isRefused || isSplit ? null : say(scene, 'info.report_too'),
  );
  const informed = state.awaits?.held?.lines.join('. ') || burst.text;
  return { state: withState(free, { lost: 0, informed }).state, replies: [replyOf(words)] };
}

const REFUSES =
  /^no\b(?! (?:yo )?(?:digo|hablo|me refiero|i mean))|\bno (?:quiero|abra|voy a) (?:abrir|otro|poner|mas)\b/;

/** Is it asked whether a body is the one: by its name behind `es para`, or by its name alone at the end? */
function asksIfFor(text: string, plain: string, { acronym, name, aliases }: Agency): boolean {
  const names = [acronym, name, ...aliases].map(own => plainWords(own).replace(/^(?:el|la|los|las) /, ''));
  return names.some(own => {
    const at = ` ${plain} `.indexOf(` ${own} `);
    if (at < 0) return false;
    const [before, after] = [` ${plain} `.slice(0, at + 1), ` ${plain} `.slice(at + own.length + 1).trim()];
    const isAsked =
      text.includes('?') || /^(?:o )?(?:no|verdad|cierto|right)$/.test(after) || ASKS_IF.test(plain);
    const isAlone = (plainClauses(text).at(-1) ?? '').replace(LEAD, '') === own;
    return isAsked && (FOR_BODY.test(before) || isAlone);
  });
}

const ASKS_IF = /\b(?:pregunto|saber|preguntar|asking|know) (?:si|if|whether)\b/;

const LEAD = /^(?:(?:o|y|es|a|con|or|is it) )*(?:(?:la|el|los|al|the) )?/;

function withoutBody(plain: string, body: Agency | null): string {
  const names = body ? [body.acronym, body.name, ...body.aliases].map(plainWords) : [];
  return names.reduce((rest, name) => ` ${rest} `.replace(` ${name} `, ' ').trim(), plain);
}

/** The body of what words tell by the office's own words; null: they tell no matter. */
function holderOf(scene: Scene, words: string): Agency | null {
  if (words === '') return null;
  const { services, reasons } = scene.facts.read(words);
  const [best] = services;
  const likely =
    best && best.p >= LIKELY && reasons.length > 0 ? scene.catalogue.services.get(best.id) : null;
  const service = sureService(scene, services, null) ?? likely;
  const routing = service && scene.route(service, scene.facts.cases[0]?.place ?? null, 'queja');
  return routing && 'holder' in routing
    ? (scene.catalogue.agencies.get(routing.holder.agencyId) ?? null)
    : null;
}

function firstOf<T>(all: readonly (T | null)[]): T | null {
  return all.find(one => one !== null) ?? null;
}
