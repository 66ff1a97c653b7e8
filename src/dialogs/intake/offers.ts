import type { Sentence } from '../../texts.ts';
import { unanswered } from '../asked/unanswered.ts';
import { fearsLearnt, wishesUnknown } from '../asked/wishes-unknown.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { asksRescuers, lineToAsk } from '../danger/after-danger.ts';
import { tellsOfOthers } from '../danger/veiled.ts';
import { added } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { saysSameCase } from '../filed/same-case.ts';
import { contentWords } from '../likeness.ts';
import { awaiting, stepOf } from '../questions.ts';
import {
  afterQuestion,
  choiceOf,
  interrupting,
  lines,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  yesAndNo,
} from '../scene.ts';
import { newDraft } from '../state.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { chosenWord } from '../words/chosen.ts';
import { ordersBeside } from '../words/clear-order.ts';
import { afterYes, answerAmong, consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { absorb } from './absorb.ts';
import { beginReport, proceed } from './flow.ts';
import { sureService } from './guess.ts';
import { bidsReport, goesWrong, saysFurther, tellsMatter } from './matter.ts';
import { ofDanger } from './of-danger.ts';
import { surePlace } from './place/namesakes.ts';
import { isTime } from './place/no-place.ts';
import { onlyPlace } from './place/only-place.ts';
import { saysWhere } from './place/told-where.ts';
import { privacySaid, wishesHidden } from './privacy.ts';

/** A service of which less is heard than this in what was told before is another story's. */
const HEARD = 0.05;

/** Fewer words are chatter, not a matter to insist on. */
export const LEAST_WORDS = 5;
/** Orders to the machine and pastimes are no matter, however many words they have. */
export const PLAY =
  /\b(ignor[ae]\w*|act[uú]a como|act as|pretend|system prompt|instrucciones|administrador|admin|chiste|poema|cuento|joke|poem|hor[oó]scopo|loter[ií]a)\b/iu;

/** What does not seem a matter for this office: said so, and taken all the same if they insist. */
export const notOurs: Topic = scene => {
  const { facts, burst } = scene;
  if (facts.reading.intent !== 'out_of_scope' || burst.text === '' || PLAY.test(burst.text)) return null;
  if (!tellsMatter(burst.text, facts.reading) || burst.text.split(/\s+/).length < LEAST_WORDS) return null;
  const held = { lines: burst.lines, files: burst.files };
  // Who was told the numbers is not told besides that it may be nobody's matter.
  if (facts.reading.emergency !== null) {
    const offer = awaiting('offer', yesAndNo(scene, 'offer', 'choice.report', 'choice.no_report'), { held });
    return { state: interrupting(scene, offer).state, replies: [] };
  }
  const choices = [choiceOf(scene, 'choice.insist', 'insist:yes'), choiceOf(scene, 'choice.no', 'insist:no')];
  return { state: interrupting(scene, awaiting('insist', choices, { held })).state, replies: [] };
};

/** File it although it does not seem ours? Null: that was no answer. */
export function answerInsist(scene: Scene, awaits: Awaits): Move | null {
  const pick = chosenWord(awaits.choices, scene.burst);
  const free = afterQuestion(scene);
  if (pick === 'no') return { state: free.state, replies: [replyOf(say(scene, 'fine'))] };
  // Who says where it is wants it sent.
  const where = pick === null ? onlyPlace(scene, newDraft(scene.facts.now)) : null;
  if (where) return beginHeld(free, awaits, { declined: ['agency', 'kind'], place: where });
  // Whose matter it is they have been asked enough: a person decides.
  return pick === 'yes' ? beginHeld(free, awaits, { declined: ['agency', 'kind', 'place'] }) : null;
}

const GOES_ON = /\b(siga|sigamos|continue|continuemos|haga|hagan|go on) (con|el|la|lo|with)\b/;

/** `Ya estamos donde la vecina. 1`: the number of the first choice, behind what they tell. */
const FIRST_AT_END = /(?<=\p{L}\s*)[.,;!]\s*1[\s.]*$/u;

/** After a danger: file what was told of it too? Null: that was no answer. */
export function answerOffer(scene: Scene, awaits: Awaits): Move | null {
  const goesOn = scene.burst.choice === null && GOES_ON.test(plainWords(scene.burst.text));
  const isFirst = scene.burst.choice === null && FIRST_AT_END.test(scene.burst.text);
  const word = chosenWord(awaits.choices, scene.burst);
  const isAgreed = word === null && scene.burst.choice === null && consentIn(scene.burst.text) === 'yes';
  const pick = goesOn || isAgreed ? 'yes' : word;
  const free = afterQuestion(scene);
  const joined = scene.burst.choice === null ? addedToFiled(free, awaits) : null;
  if (joined) return joined;
  if (isFirst) return beginHeld(free, awaits, {}, [scene.burst.text.replace(FIRST_AT_END, '')]);
  const among = stepOf(awaits) === 'offer' ? answeredAmong(scene, awaits) : null;
  if (among) return among;
  if (pick === 'no') return { state: free.state, replies: [replyOf(say(scene, 'fine'))] };
  const suffers = stepOf(awaits) === 'offer' && isOfSufferer(scene, awaits);
  // `Quiero denunciarlo, es en Pedregal` is a yes of their own words.
  const isOffer = stepOf(awaits) === 'offer' && pick === null;
  const wants =
    isOffer && (wantsReport(scene) || (!suffers && WANTS_DONE.test(plainWords(scene.burst.text))));
  if (wants && (suffers || !isOther(scene, awaits))) return beginHeld(free, awaits, {}, scene.burst.lines);
  if (suffers && (isNod(scene, awaits) || (pick === null && !isOther(scene, awaits))))
    return heardOut(scene, awaits);
  // `Sí, haga el reporte, es en la calle de la escuela` says where too.
  const isPlaced = scene.facts.reading.places.length > 0 || saysWhere(scene, scene.burst.text);
  const isHidden = wishesHidden(plainWords(scene.burst.text));
  const isOrdered = pick === null && scene.burst.choice === null && ordersBeside(scene.burst.text);
  if (pick === 'yes' || isOrdered)
    return beginHeld(
      free,
      awaits,
      isHidden ? { privacy: 'confidential' } : {},
      isPlaced ? scene.burst.lines : [],
    );
  const where = onlyPlace(scene, newDraft(scene.facts.now));
  if (where) return beginHeld(free, awaits, { place: where, privacy: isHidden ? 'confidential' : null });
  // Who says where it is, or tells on, wants it reported.
  if (isTime(scene.burst.text) || tellsMatter(scene.burst.text, scene.facts.reading))
    return tellsOn(scene, awaits) ? beginHeld(free, withMore(awaits, scene)) : heldToo(scene, awaits);
  const place = surePlace(scene.facts.reading.places);
  return place ? beginHeld(free, awaits, { place }) : heldToo(scene, awaits);
}

/** `No es emergencia, solo agréguelo al caso`: what was told with the danger goes to the case filed before it. */
function addedToFiled(free: Scene, { held }: Awaits): Move | null {
  const [c] = free.facts.cases.filter(filed => isJustFiled(free, filed));
  if (c === undefined || !held || !saysSameCase(free.burst.text)) return null;
  return added(retold(free, held.lines, held.files), c);
}

function wantsReport({ burst: { text } }: Scene): boolean {
  return (
    !beginsAsQuestion(text) &&
    (bidsReport(text) || WANTS.test(plainWords(text)) || privacySaid(text) !== null)
  );
}

/** `Lo que queremos es que tapen eso`, of no danger they suffer. */
const WANTS_DONE =
  /\b(quiero|queremos|quisiera|necesito|necesitamos|pido|pedimos|exijo|exigimos|es) que (?:(?:me|nos|lo|la|los|las|le|les|se|alguien|ustedes|ya) )*(?!sep|enter|dig|llam|expli)[a-zñ]+(?:en|an)\b/;
const WANTS =
  /(?<!\b(?:no|ni|tampoco|nunca) )\b(quiero|quisiera|deseo|necesito|voy a|vamos a|i want to) (que )?((hagan? |hacer )?(el|un|una|la) )?(denunci|report|poner (una|la) (queja|denuncia))\w*/;

/** Do they surely tell of something else, and where it is or that it is wrong: a hole in the road? */
function isOther(scene: Scene, awaits: Awaits): boolean {
  const { facts, burst } = scene;
  if (sureService(scene, facts.reading.services, null) === null || tellsOn(scene, awaits)) return false;
  // `Que obliguen al dueño a limpiar el lote`, after a fire there, is of what was told.
  const held = new Set(contentWords((awaits.held?.lines ?? []).join(' ')));
  if (contentWords(burst.text).some(word => held.has(word))) return false;
  return (
    facts.reading.emergency === null && (surePlace(facts.reading.places) !== null || goesWrong(burst.text))
  );
}

/** `Ahora no, mi niña está aquí. ¿Puedo ir a algún sitio?`, `sí, pero sin mi nombre`: an answer, and more beside it. */
function answeredAmong(scene: Scene, awaits: Awaits): Move | null {
  const { text } = scene.burst;
  const free = afterQuestion(scene);
  const among = answerAmong(text);
  const more = among?.rest ?? afterYes(text);
  const isAsked =
    putsQuestion(more ?? text) || (among !== null && among.meant !== 'yes' && beginsAsQuestion(among.rest));
  const asks = isAsked && asksRescuers(scene);
  const heard = say(scene, fearsLearnt(text) ? 'emergency.heard_hidden' : 'emergency.ask_there');
  const answer = lines(heard, lineToAsk(scene));
  const lead = asks ? answer : null;
  const isMore = among !== null && among.rest.split(/\s+/).length >= LEAST_MORE;
  if (isMore && !asks && among.meant === 'no' && isOfSufferer(scene, awaits)) return heardOut(scene, awaits);
  if (among && ['no', 'hold', 'drop'].includes(among.meant)) {
    const set = { review: true, reason: 'danger', since: scene.facts.now } as const;
    return { state: free.state, replies: [replyOf(lead ?? say(scene, 'fine'))], ...(asks ? { set } : {}) };
  }
  const agrees = more !== null && (among === null || among.meant === 'yes');
  if (agrees) return beginHeld(free, awaits, {}, asks ? [] : scene.burst.lines, lead);
  if (!asks) return null;
  // Who fears that it is learnt of tells nothing for those who read the report.
  const kept = fearsLearnt(text) ? awaits : withMore(awaits, scene);
  const own = { ...scene.state, awaits: { ...kept, misses: 1 } };
  return { state: own, replies: [replyOf(answer, { class: 'emergency' })], quiet: true };
}

/** So many words beside a no tell on. */
const LEAST_MORE = 3;

/** Is the danger one in which the writer is spoken to as who suffers? */
export function isOfSufferer({ facts, catalogue }: Scene, { held }: Awaits): boolean {
  return (held?.lines ?? []).some(line => {
    if (tellsOfOthers(line)) return false;
    const { emergency } = facts.read(line);
    return emergency !== null && catalogue.emergencies.get(emergency.category)?.personal === true;
  });
}

/** `Ta bien`, after something else was said to them than the offer. */
function isNod({ burst }: Scene, { misses }: Awaits): boolean {
  return burst.choice === null && misses > 0 && NOD.test(plainWords(burst.text));
}

const NOD =
  /^(ok|okey|okay|bueno|ya|listo|ta bien|esta bien|vale|aja|gracias|entiendo)( (gracias|ya|entonces))*$/;

/** What who suffers tells on is read by a person, and makes no report until they say so. */
export function heardOut(scene: Scene, awaits: Awaits): Move {
  const set = { review: true, reason: 'danger', since: scene.facts.now } as const;
  const state = { ...scene.state, awaits: { ...withMore(awaits, scene), misses: 1 } };
  const words = lines(say(scene, isNod(scene, awaits) ? 'fine' : heardAs(scene)), lineToAsk(scene));
  return { state, replies: [replyOf(words)], quiet: true, set };
}

/** `No le digan a mi mamá` is answered, and not only read. */
function heardAs({ burst }: Scene): 'emergency.heard' | 'emergency.heard_hidden' {
  return wishesUnknown(burst.text) ? 'emergency.heard_hidden' : 'emergency.heard';
}

/** `Tiene 7 años`, told after a danger: kept with what was told of it, and offered once more. */
function heldToo(scene: Scene, awaits: Awaits): Move | null {
  const { burst, facts, state } = scene;
  const isMore = stepOf(awaits) === 'offer' && awaits.misses === 0 && burst.choice === null;
  if (!isMore || facts.reading.intent !== 'out_of_scope' || facts.reading.flags.length > 0) return null;
  return {
    state: { ...state, awaits: { ...withMore(awaits, scene), misses: 1 } },
    replies: [replyOf(say(scene, 'noted'))],
  };
}

/** Is it the same story, and no other matter: `ya bajó, pero perdimos todo`, after the water came in? */
function tellsOn(scene: Scene, { held }: Awaits): boolean {
  const { facts, burst } = scene;
  if (isTime(burst.text)) return true;
  const asks = burst.text.includes('?') || beginsAsQuestion(burst.text);
  const isTold = facts.reading.intent === 'report' || facts.reading.intent === 'info';
  if (!isTold || asks || burst.choice !== null || saysFurther(burst.text)) return false;
  const now = sureService(scene, facts.reading.services, null);
  if (now === null) return true;
  const before = facts.read((held?.lines ?? []).join('\n')).services;
  return before.some(({ id, p }) => id === now.id && p >= HEARD);
}

/** What waited, with what is told now. */
export function withMore({ held, ...awaits }: Awaits, { burst }: Scene): Awaits {
  const { lines, files } = held ?? { lines: [], files: [] };
  return { ...awaits, held: { lines: [...lines, ...burst.lines], files: [...files, ...burst.files] } };
}

/** After an answered question that tells a problem too: file it? Who tells it again wants that. Null: no answer. */
export function answerAlso(scene: Scene, awaits: Awaits): Move | null {
  const { facts, burst } = scene;
  const now = sureService(scene, facts.reading.services, null);
  const before = facts.read((awaits.held?.lines ?? []).join('\n')).services;
  const isAgain = now !== null && now.id === sureService(scene, before, null)?.id;
  // `Sí, haga lo de la tarjeta` orders what was told, and tells nothing.
  const isOrdered = burst.choice === null && ordersBeside(burst.text) && facts.reading.places.length === 0;
  if (isOrdered && !burst.text.includes('?')) return answerOffer(scene, awaits);
  const beside = burst.choice === null ? afterYes(burst.text) : null;
  // `Sí, pero ¿cuándo tienen que pagarlo?` agrees, and asks something else.
  if (beside !== null && putsQuestion(beside)) {
    const own = retold(scene, [beside]);
    return beginHeld(afterQuestion(scene), awaits, {}, [beside], unanswered(own));
  }
  // `Sí, haz el reporte, es en Sabanitas`
  const isTaken = ['no', 'drop', 'doubt', 'hold'].includes(consentIn(beside ?? '') ?? '');
  if (beside !== null && !isAgain && !isTaken) return beginHeld(afterQuestion(scene), awaits, {}, [beside]);
  return isAgain && burst.choice === null ? beginReport(afterQuestion(scene)) : answerOffer(scene, awaits);
}

/** A report of the words that waited, whatever they sound like, and of what was told with the yes. */
export function beginHeld(
  scene: Scene,
  { held }: Awaits,
  more: Partial<Draft> = {},
  beside: string[] = [],
  lead: Sentence | null = null,
): Move {
  const { lines, files } = held ?? { lines: [], files: [] };
  const own = retold(scene, lines, files);
  const latest = beside.length > 0 ? beside : lines.slice(1).slice(-1);
  const told = ofDanger(own, absorb({ ...newDraft(scene.facts.now), ...more }, own), latest);
  const draft = { ...told, description: told.description.length > 0 ? told.description : lines };
  if (beside.length === 0) return proceed(own, draft, lead);
  const besides = retold(scene, beside);
  return proceed(besides, absorb(draft, besides, scene.facts.read([...lines, ...beside].join('\n'))), lead);
}
