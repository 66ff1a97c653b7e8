import type { Case } from '../../../cases/case.ts';
import { asksFacts } from '../../asked/facts-asked.ts';
import type { Awaits, Draft } from '../../conversation.ts';
import { isJustFiled } from '../../filed/just-filed-case.ts';
import { stepOf } from '../../questions.ts';
import { type Move, retold, type Scene, say, type Topic, withState } from '../../scene.ts';
import { anyOf } from '../../words/any-of.ts';
import { plainClauses } from '../../words/clauses.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { beginReport, saying } from '../flow.ts';
import { goesWrong, saysFurther, tellsMatter } from '../matter.ts';
import { bodyMeant } from '../named-body.ts';
import { surePlace } from '../place/namesakes.ts';
import { samePlace } from '../place/same-place.ts';
import { leftOut } from './left-out.ts';
import { mattersIn } from './matters.ts';

const MATTER = 'queja|denuncia|problema|asunto|reporte|caso|reclamo|complaint|problem|issue|matter|report';
const ANOTHER = new RegExp(
  `(?:^|[\\s,.;:!?])(?:(?:y|e|and|pero|but|ah|tengo|hay|tambi[eé]n|quiero|poner|hacer|reportar|i|also|have|there|is|es)[\\s,]+)*(?:un[oa]?\\s+)?(?:otr[oa]|segund[oa]|another|one more|second)\\s+(?<sort>${MATTER}|cosa|tema|thing)(?:\\s+(?:m[aá]s|aparte|distint[oa]|es|is))*(?:\\s*[,:;.-]+\\s*|\\s+)(?:(?:es|is)\\s+)?(?:de\\s+que\\s+|que\\s+|that\\s+|por\\s+)?`,
  'iu',
);
const OF_MATTER = new RegExp(`^(?:${MATTER})$`, 'iu');

/** A further matter they announce: what stands before the announcement, what is told after it. */
interface Further {
  before: string;
  told: string;
}

/** `Y otra queja, la policía nunca contesta`: what they tell as another matter than this service's; null: nothing. */
function furtherTold(scene: Scene, serviceId: string | null): Further | null {
  const text = scene.burst.text.slice(0, MOST_READ);
  const found = ANOTHER.exec(text);
  if (found === null || isUnwanted(text, found)) return null;
  const told = text.slice(found.index + found[0].length).trim();
  const reading = scene.facts.read(told);
  // `Otro caso no, agréguela al que tengo` tells none.
  if (/^no (?:agreg|añad|sum|junt|pong|meta)/.test(plainWords(told))) return null;
  const [best] = reading.services;
  const isOther = best !== undefined && best.p >= LIKELY && best.id !== serviceId;
  // `Otra cosa` may be one more thing of the same; `otra queja` is none.
  const isMeant = isOther || (OF_MATTER.test(found.groups?.['sort'] ?? '') && best?.id !== serviceId);
  return isMeant && tellsMatter(told, reading) && plainWords(told).split(' ').length >= LEAST_WORDS
    ? { before: text.slice(0, found.index).trim(), told }
    : null;
}

/** `No quiero otro reporte`, `no es otro problema`: there is none; `no, otro problema: …` has one. */
const NOT_WANTED =
  /(?:^|[^\p{L}])(?:no|not|don['’ ]?t)(?:\s+(?:es|era|son|hay|tengo|quiero|deseo|queria|quer[ií]a|voy|vengo|a|poner|hacer|abrir|abran?|abras|haga|hagan|ponga|pongan|reportar|want|need|is|to|have|make|file))*\s+(?:una?\s+)?$/iu;

function isUnwanted(text: string, { 0: found, index }: RegExpExecArray): boolean {
  const lead = found.replace(/(?:otr[oa]|segund[oa]|another|one more|second)(?!\p{L}).*$/isu, '');
  return NOT_WANTED.test(`${text.slice(0, index)}${lead}`);
}

const MOST_READ = 1200;
const LIKELY = 0.3;
const LEAST_WORDS = 3;

/** Told while something else is asked: put aside, the question asked once more; null: nothing further is told. */
export function furtherAside(
  scene: Scene,
  draft: Draft,
  awaits: Awaits,
  answer: (scene: Scene) => Move,
): Move | null {
  if (scene.burst.choice !== null || stepOf(awaits) === 'description') return null;
  // Of what is offered, `otra cosa, es para registrar un nacimiento` is a choice, and what it is stands beside.
  if (stepOf(awaits) === 'agency' && awaits.choices.length > 0 && NONE_OFFERED.test(scene.burst.text))
    return null;
  const further = furtherTold(scene, draft.serviceId) ?? toldInstead(scene, draft, awaits);
  if (further === null) return null;
  const later = withState(scene, { later: [...scene.state.later, further.told] });
  // `Sí, pero hay otro problema` has agreed to nothing: cut off, the yes would stand alone.
  const isSet = stepOf(awaits) === 'confirm' && SET_AGAINST.test(plainWords(scene.burst.text));
  if (plainWords(further.before) !== '' && !isSet) return answer(retold(later, [further.before]));
  return saying(later, { draft: touched(scene, draft), awaits }, say(scene, 'two_matters'));
}

const NONE_OFFERED = /^\W*(?:(?:no|es|it['’]?s)[\s,.]+)*(?:otra\s+cosa|something\s+else)(?![\p{L}])/iu;
const SET_AGAINST = /\b(pero|but|aunque|although|claro que|por supuesto que|si que)\b/;

/** Asked where it is, they tell what else is wrong: `no hay agua en Pacora`, after a hole in the road. */
function toldInstead(scene: Scene, draft: Draft, awaits: Awaits): Further | null {
  const { burst, facts } = scene;
  if (stepOf(awaits) !== 'place' || draft.serviceId === null || burst.pin !== null) return null;
  const [best] = facts.reading.services;
  const isOther = best !== undefined && best.p >= SURE && best.id !== draft.serviceId;
  return isOther && (goesWrong(burst.text) || saysFurther(burst.text))
    ? { before: '', told: burst.text }
    : null;
}

const SURE = 0.8;

const APART = anyOf(
  /\b(otr[oa]|nuev[oa]) (queja|denuncia|caso|asunto|reporte|problema|cosa) (aparte|distint[oa]|diferente)\b/,
  /\b(queja|denuncia|caso|asunto|reporte|problema|cosa) (aparte|distint[oa]|diferente|nuev[oa])\b/,
  /\b(es|son|era) (otr[oa]|un[oa]? otr[oa]) (queja|denuncia|caso|asunto|reporte|problema|cosa)\b/,
  /\bno (es|son) (lo mismo|el mismo|la misma)\b/,
  /\b(another|a (different|separate|new)) (case|complaint|matter|issue|problem|report)\b/,
  /\bnot the same\b/,
  /^(?:es |tengo |hay )?(?:otr[oa]|another) (?:queja|denuncia|caso|asunto|reporte|problema|problem|complaint|case)$/,
);

/** Do they say that what they told last is a matter of its own: `es otra queja aparte`? */
export function saysApart(text: string): boolean {
  return plainClauses(text).some(clause => APART.test(clause));
}

/** After a report was filed: what they announce as another matter, or what was added and is one, begins its own. */
export const anotherMatter: Topic = scene => {
  const { burst, facts, state } = scene;
  const c = facts.cases.find(filed => isJustFiled(scene, filed));
  if (c === undefined || state.draft !== null || burst.choice !== null || burst.text === '') return null;
  const left = leftOut(scene, c.description, c.serviceId);
  if (left.length > 0) return begun(scene, left.join('. '), [], c);
  const further = furtherTold(scene, c.serviceId);
  if (further) {
    // Of `¿y eso cómo se reclama?` the report is the answer.
    const told = withoutHowToComplain(further.told);
    const asked = told === further.told ? [scene, retold(scene, [told])] : [retold(scene, [told])];
    if (!asked.some(asksFacts)) return begun(scene, told);
  }
  const isAnother =
    ANOTHER_ONE.test(plainWords(burst.text)) && !/^\s*no\s+(?:es|son|era)\s/iu.test(burst.text);
  if (scene.added !== null && isAnother) return begun(scene, scene.added);
  if (scene.added !== null && isApart(scene, c)) return begun(scene, scene.added, burst.lines);
  return null;
};

const HOW_TO_COMPLAIN =
  /[\s,.;¿]*(?:(?:y|eso|esto|ah[ií]|and|so)\s+)*(?:c[oó]mo|d[oó]nde|a qui[eé]n|how|where)\s+(?:(?:se|le|lo|la|los|uno|yo|puedo|puede|hago|hace|para|hay|que|do|can|i|we)\s+)*(?:reclam|quej|denunci|report|complain|claim)\p{L}*(?:\s+(?:eso|esto|that|this|it))?\s*\?*\s*$/iu;

/** What is told without the question of how to complain of it. */
export function withoutHowToComplain(text: string): string {
  return text.replace(HOW_TO_COMPLAIN, '').trim();
}

/** `Otro problema`, said of what was added, and nothing else. */
const ANOTHER_ONE =
  /^(no )*(es |son |eso es |era |it is |it s )?(un |una |an? )?(otr[oa]|another|other)( (problema|caso|asunto|cosa|queja|denuncia|reporte|tema|problem|case|matter|thing|one|issue))?( aparte)?$/;

function isApart(scene: Scene, c: Case): boolean {
  const body = bodyMeant(scene, scene.burst.text, c.place);
  return saysApart(scene.burst.text) || (body !== null && body !== c.holder?.agencyId);
}

/** A report of what they tell; of what was told in one breath with a case, where that is, and kept as that. */
function begun(scene: Scene, told: string, more: string[] = [], beside: Case | null = null): Move {
  const further = saysFurther(scene.burst.text) ? samePlace(scene) : null;
  const place = beside?.place ?? further;
  const own = retold(scene, [told]);
  const [first, ...others] = mattersIn(own);
  const isSeveral = first !== undefined && others.length > 0;
  const scenes = isSeveral
    ? withState(retold(scene, [first]), { later: others })
    : retold(scene, [told, ...more]);
  const where = surePlace(own.facts.reading.places) === null ? place : null;
  return beginReport(scenes, { place: where, ...(beside ? { privacy: beside.privacy } : {}) });
}
