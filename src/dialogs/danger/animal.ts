import type { Case } from '../../cases/case.ts';
import type { Understanding } from '../../nlu/classifier.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { beginReport } from '../intake/flow.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isAfterDanger, NEAR_MS } from './after-danger.ts';

const ANIMAL =
  '(?:perr[oa]s?|perrit[oa]s?|gat[oa]s?|gatit[oa]s?|cachorr\\w+|mascotas?|animal(?:es|it[oa]s?)?|caball[oa]s?|yegua|burr[oa]|vacas?|gallinas?|lor[oa]|dogs?|cats?|pupp(?:y|ies)|pets?|animals?|horse)';
const IS_ANIMAL = new RegExp(
  `\\b(?:es|son|era|s|is|hablo de|digo|sino) (?:a |de |que )*(?:(?:mis?|una?|el|la|los|las|my|an?|the|su|sus|del vecino) )*${ANIMAL}\\b`,
);
const PERSON =
  '(?:niñ\\w+|bebes?|menor(?:es)?|chiquill\\w+|pela[od]\\w*|nen[ea]s?|person\\w*|human\\w+|hij[oa]s?|gente|child|children|kids?|baby|boy|girl|someone)';
/** `No es un niño`, `ningún niño`, `not a child`. */
const NO_PERSON = new RegExp(
  `\\b(?:(?:no+|not|isn t|ni|ningun[oa]?)(?: (?:es|son|era|hay|s|hablo de|digo|dije|a|de|del|el|la|al|una?|ningun[oa]?|mi|an?|the|any))*) ${PERSON}\\b`,
  'g',
);
/** Somebody is hit, threatened, or tells of themselves. */
const SOMEBODY = new RegExp(
  `\\b(?:${PERSON}|sobrin\\w+|niet\\w+|herman\\w+|alumn\\w+|muchach\\w+|adolescente\\w*|estudiante\\w*|mujer\\w*|señora?s?|espos[oa]|abuel\\w+|mam[ai]\\w*|papa|padre|madre|me|nos|yo|tio|tia|son|daughter|woman|women|wife|man|mother|father|us)\\b`,
);

/** Is nobody but an animal told of, once what is denied is taken away? */
function tellsNobody(text: string): boolean {
  return !SOMEBODY.test(plainWords(text).replace(NO_PERSON, ' '));
}

/** `No es un niño, es mi perro`; after a danger also `es mi perro`. */
function saysAnimal(scene: Scene): boolean {
  const plain = plainWords(scene.burst.text);
  if (!IS_ANIMAL.test(plain) || !tellsNobody(plain)) return false;
  return plain.search(NO_PERSON) >= 0 || isAfterDanger(scene, ['danger']);
}

/**
 * The scene of who has said that no person suffers but an animal: for a while words that tell of nobody mean no danger of persons.
 * One who names somebody is heard as before.
 */
export function withAnimal(scene: Scene): Scene {
  const { now } = scene.facts;
  const own = saysAnimal(scene) ? withState(scene, { animalAt: now.toISOString() }) : scene;
  const { animalAt } = own.state;
  if (animalAt === null || now.getTime() - Date.parse(animalAt) > NEAR_MS) return scene;
  const { facts, burst } = own;
  const heard = (text: string, reading: Understanding): Understanding => withoutPersons(own, text, reading);
  const told = [...(own.state.draft?.description ?? []), burst.text].join('\n');
  return {
    ...own,
    facts: {
      ...facts,
      reading: heard(burst.text, facts.reading),
      combined: () => heard(told, facts.combined()),
      read: text => heard(text, facts.read(text)),
    },
  };
}

function withoutPersons({ catalogue }: Scene, text: string, reading: Understanding): Understanding {
  const category = reading.emergency && catalogue.emergencies.get(reading.emergency.category);
  if (!category?.personal || category.distress || !tellsNobody(text)) return reading;
  const intent = reading.intent === 'emergency' ? 'report' : reading.intent;
  return { ...reading, intent, emergency: null };
}

/** `No es un niño, es mi perro, le pegan`: a report of that, and nothing of the one that was denied. */
export const animalInstead: Topic = scene => {
  const { state, burst, conversation, facts } = scene;
  if (conversation.mode !== 'bot' || burst.choice !== null || !saysAnimal(scene)) return null;
  const before = [...(state.awaits?.held?.lines ?? []), ...(state.draft?.description ?? [])];
  const wasDanger = before.some(line => isOfPersons(scene, line));
  if (before.length > 0 && !wasDanger) return null;
  // `No hombre, es un caballo`: it stands so in the case already.
  if (before.length === 0 && facts.cases.some(c => isJustFiled(scene, c) && isOfAnimal(c))) return null;
  const words = burst.text.replace(DENIAL, '').trim();
  const place = state.draft?.place ?? surePlace(facts.read([...before, burst.text].join('\n')).places);
  const [best] = facts.read(`${MISTREATED}: ${words}`).services;
  const serviceId = best !== undefined && best.p >= SURE ? best.id : null;
  const own = retold(withState(scene, { draft: null, awaits: null }), [words]);
  const { privacy = null, attachments = [] } = state.draft ?? {};
  const more = { place, serviceId, privacy, attachments, description: [], kind: state.draft?.kind ?? null };
  return { ...beginReport(own, more, say(scene, 'animal_instead')), set: CALM };
};

function isOfAnimal({ description }: Case): boolean {
  return new RegExp(`\\b${ANIMAL}\\b`).test(plainWords(description.join(' ')));
}

const MISTREATED = 'maltrato animal';
const SURE = 0.5;
const CALM = { review: true, reason: null, since: null } as const;
/** What is denied, in their own letters. */
const DENIAL =
  /^[\s,.;!]*(?:no+[\s,.;!]+)*(?:no|not|it['’]?s not|it is not|it isn['’]?t)\s+(?:(?:es|son|era|hay|a|an|una?|ning[uú]n[oa]?|mi|el|la)\s+)*\p{L}+[\s,.;!]*(?:(?:sino|que|pero|but)\s+)?(?=\p{L})/iu;

function isOfPersons({ catalogue, facts }: Scene, line: string): boolean {
  const { emergency } = facts.read(line);
  return emergency !== null && catalogue.emergencies.get(emergency.category)?.personal === true;
}
