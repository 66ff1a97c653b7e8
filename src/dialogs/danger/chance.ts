import { SURE_DANGER } from '../../nlu/danger.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { saysOnlyWhere } from '../intake/place/told-where.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/**
 * The scene without a danger that no phrase stands for and that is faintly heard, where few words in the middle of a talk
 * happen to sound like one: `no, ella ya está en el programa`. What is heard more clearly is told in any state. Who says where
 * it is, and nothing besides, tells of none, however the names there sound: `es en el cerro La Cruz, por la funeraria`.
 */
export function withoutChance(heard: Scene): Scene {
  const scene = withoutFear(heard);
  const { state, burst, facts, informed, catalogue } = scene;
  const { reading } = facts;
  const { emergency: danger } = reading;
  if (danger?.guessed !== true) return scene;
  if (saysOnlyWhere(scene, burst.text)) return calm(scene);
  const isBegun = state.draft !== null || state.awaits !== null || informed !== null;
  const isWithin = isBegun || facts.cases.length > 0;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_BY_CHANCE;
  if (!isWithin || !isShort) return scene;
  const isVague = catalogue.emergencies.get(danger.category)?.general === true;
  return danger.p >= (isVague ? LEAST.vague : LEAST.known) ? scene : calm(scene);
}

/** `Si se entera nos hace la vida imposible`: what they fear for having reported a matter, short of a danger. */
const IF_KNOWN =
  /^(?:(?!\b(?:marido|esposo|pareja|novio|ex|papa|padrastro)\b).)*\bsi (?:[\wñ]+ ){0,3}(?:se enter\w+|sab\w+|se dan? cuenta)\b.*\b(?:me|nos) (?:va a |van a )?(?:ha(?:ce|cen|cer|ra|ran) la vida (?:imposible|de cuadritos|un infierno)|bot(?:a|an|ar)|desp(?:ide|iden|edir)|corren?|echan?)\b/;

/** `El nos obliga a trabajar 12 horas`, of a boss, where a matter of work is told and no hand is raised. */
function isOfWork({ burst, facts }: Scene, before: readonly string[]): boolean {
  const { emergency, services } = facts.reading;
  const [best] = services;
  const plain = plainWords([...before, burst.text].join(' '));
  const isFaint = emergency !== null && emergency.p < SURE_DANGER;
  const isTold = best !== undefined && best.p >= SURE_OF_WORK;
  return isFaint && isTold && BOSS.test(plain) && WORK.test(plain) && !HOME.test(plain);
}

const SURE_OF_WORK = 0.9;
const BOSS =
  /\b(?:jef[ea]s?|patron\w*|dueñ[oa]s?|supervisor\w*|encargad[oa]|empresa|boss|employer|manager)\b/;
const WORK = /\b(?:trabaj\w+|horas?|salario|sueldo|quincena|decimo|turnos?|work\w*|shifts?|wages?)\b/;
/** A hand that is raised, a threat, or somebody of the house. */
const HOME =
  /\b(?:marido|esposo|pareja|novio|mi ex|papa|padrastro|hijo|hija|husband|boyfriend|peg\w+|golp\w+|mat\w+|toc\w+|viol\w+|quem\w+|amenaz\w+|dispar\w+|armas?|pistola|cuchill\w+|machet\w+|hit|beat|touch\w*|threat\w*|kill\w*|burn\w*)\b/;

/** `Se va a matar alguien ahí`, of a hole in the road. */
const SOMEBODY_DIES =
  /(?<!\p{L})(?:se (?:va|van|vaya|vayan) a matar (?:alguien|uno|una persona|la gente|gente)|(?:alguien|uno|la gente) se (?:va|van) a matar)(?!\p{L})/giu;
/** From here on a matter of streets and the like is told. */
const TOLD = 0.5;

/** The scene without a danger that only stands in the fear of an accident, beside a matter in which no danger is told. */
function withoutFear(scene: Scene): Scene {
  const { burst, facts, state, catalogue } = scene;
  const { emergency, services } = facts.reading;
  if (emergency === null) return scene;
  const before = state.draft?.description ?? caseMeant(scene)?.description ?? [];
  const isOfMatter = before.length > 0 && before.every(line => facts.read(line).emergency === null);
  if (isOfMatter && IF_KNOWN.test(plainWords(burst.text))) return calm(scene);
  if (isOfWork(scene, before)) return calm(scene);
  const feared = burst.text.replace(SOMEBODY_DIES, 'alguien se puede accidentar');
  if (feared === burst.text || facts.read(feared).emergency !== null) return scene;
  const [best] = services;
  const ofDanger = [...catalogue.emergencies.values()].some(({ report }) => report === best?.id);
  const isTold = best !== undefined && best.p >= TOLD && !ofDanger;
  return isTold || isOfMatter ? calm(scene) : scene;
}

/** The scene as if no danger were heard in its words. */
function calm(scene: Scene): Scene {
  const { facts } = scene;
  const { reading } = facts;
  const intent = reading.intent === 'emergency' ? 'report' : reading.intent;
  return { ...scene, facts: { ...facts, reading: { ...reading, intent, emergency: null } } };
}

const MOST_BY_CHANCE = 20;
/**
 * A danger of no kind is heard in many remarks. Of 220 dangers told sideways, by two writers the model had not read, none is
 * heard so faintly in few words; of 5 435 replies to a report, where hardly one tells of a danger, a hundred and five are.
 */
const LEAST = { vague: 0.5, known: 0.2 };
