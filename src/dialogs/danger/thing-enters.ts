import type { Understanding } from '../../nlu/classifier.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { saysSameCase } from '../filed/same-case.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** What enters a house and is nobody. */
const THING =
  /\b(?:aguas?|inundacion\w*|inunda\w*|lodo|barro|fango|rio|quebrada|alcantarill\w+|humo|olor\w*|peste|gas|polvo|ratas?|ratones|raton|culebras?|serpientes?|murcielagos?|abejas?|avispas?|moscas?|mosquitos?|cucarachas?|comejen|hormigas?|alacran\w*|perr[oa]s?|gat[oa]s?|monos?|iguanas?|zorros?|zorras?|gallin\w+|monte|matorral|basura|herrumbre|ruido|sewage|water|flood\w*|mud|smoke|smell|dust|rats?|mice|snakes?|bats|bees|wasps|dogs?|cats?)\b/;
const ENTERS =
  /\b(?:se )?(?:me |nos |le |les )?(?:met\w+|entr\w+|col[oóae]\w*|lleg\w+|(?:is|are|got|gets|came|comes|went) in(?:to|side)?)\b/;
/** Somebody does it, or what only somebody does. */
const SOMEBODY =
  /\b(?:ladron\w*|maleantes?|rater[oa]s?|delincuentes?|intrusos?|encapuchad\w+|asalt\w+|rob\w+|hurt\w+|llev\w+|arma\w*|pistola|cuchillo|machete|forz\w+|rompi\w*|tumb\w+|hombres?|homb|tip[oa]s?|man(?:es)?|men|alguien|alguno|gente|personas?|muchach\w+|pelaos?|señor\w*|vecin\w+|chofer|desconocid\w+|extrañ\w+|sujetos?|el (?:sigue|esta|anda)|ellos|ellas|thie\w+|burglar\w*|intruder\w*|somebody|someone|people|guy|steal\w*|stole|rob\w*|gun|knife)\b/;
/** Whoever came in, somebody needs help now. */
const NEEDS_HELP =
  /\b(?:respir\w+|ahog\w+|asfixi\w+|desmay\w+|atrapad\w+|encerrad\w+|escondid\w+|sangr\w+|grit\w+|miedo|auxilio|socorro|ayud\w+|breath\w*|trapped|hiding|help)\b/;
/** Several enter: of water told in one word, or of who breaks in. */
const SEVERAL = /\b(?:metieron|entraron|meten|entran|metiendose|they)\b/;
const MANY =
  /\b(?:aguas|ratas|ratones|culebras|murcielagos|abejas|avispas|moscas|mosquitos|cucarachas|hormigas|perros|gatos|monos|rats|mice|dogs|cats)\b/;
const THIEF =
  '(?:ladron(?:es)?|maleantes?|rateros?|delincuentes?|intrusos?|robo|asalto|thief|burglar|robbery)';
/** `No es un ladrón, son las aguas negras` */
const NO_THIEF = new RegExp(
  `\\b(?:no (?:es|son|era|eran|fue|fueron|hay|hubo|dije)(?: (?:que|un|una|unos|ningun|de|se metio|era))*|ningun|not an?|no) ${THIEF}\\b`,
  'g',
);
const OF_POLICE = 'delito_en_curso';

/**
 * The scene of who told of water, smoke or an animal, and now that it `ya se metió a la sala`: that it enters is no burglar, in what
 * is written now and in what is read again. The same scene where somebody is told of.
 */
export function withThing(scene: Scene): Scene {
  if (toldBefore(scene) === '') return scene;
  const { facts, burst } = scene;
  const before = plainWords(toldBefore(scene));
  const heard = (text: string, reading: Understanding): Understanding =>
    reading.emergency?.category === OF_POLICE && isThing(before, text) ? harmless(reading) : reading;
  const told = [...(scene.state.draft?.description ?? []), burst.text].join('\n');
  return {
    ...scene,
    facts: {
      ...facts,
      reading: heard(burst.text, facts.reading),
      combined: () => heard(told, facts.combined()),
      read: text => heard(text, facts.read(text)),
    },
  };
}

function isThing(before: string, text: string): boolean {
  const plain = plainWords(text);
  const rest = plain.replace(NO_THIEF, ' ');
  if (SOMEBODY.test(rest) || NEEDS_HELP.test(rest)) return false;
  // Whom they denied once is not heard again in what only enters.
  const isDenied = plain !== rest || before.search(NO_THIEF) >= 0;
  const isOfThing = THING.test(before) || THING.test(rest);
  const isMany = !SEVERAL.test(rest) || MANY.test(rest) || (MANY.test(before) && saysSameCase(text));
  return ENTERS.test(rest) && (isDenied || (isOfThing && isMany));
}

function harmless(reading: Understanding): Understanding {
  return { ...reading, intent: reading.intent === 'emergency' ? 'report' : reading.intent, emergency: null };
}

/** What the report, the case or the offer that is open was told in. */
function toldBefore(scene: Scene): string {
  const { state } = scene;
  const told = [...(state.awaits?.held?.lines ?? []), ...(state.draft?.description ?? [])];
  const filed = state.draft === null ? (caseMeant(scene)?.description ?? []) : [];
  return [...told, ...filed].join('\n');
}
