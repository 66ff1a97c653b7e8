import type { Kind } from '../../src/cases/case.ts';
import type { LabelledMessage } from '../../src/catalogue/training.ts';
import type { StepName } from '../../src/dialogs/conversation.ts';
import { stepOf } from '../../src/dialogs/questions.ts';
import type { Sent, Talk } from './play.ts';

/** What a simulated citizen wants to file. */
export interface Goal {
  kind: Kind;
  service: string;
  /** The matter in their words, without its place. */
  matter: string;
  place: string;
  /** The code the place must come to. */
  code: string;
}

/** What somebody wants, wherever it is. */
export type Matter = Pick<Goal, 'kind' | 'service' | 'matter'>;

const MATTERS: Matter[] = [
  { kind: 'queja', service: 'no-water', matter: 'no hay agua desde hace tres días' },
  { kind: 'queja', service: 'water-leak', matter: 'hay un tubo roto botando agua' },
  { kind: 'queja', service: 'garbage-not-collected', matter: 'no recogen la basura' },
  { kind: 'queja', service: 'pothole', matter: 'hay un hueco enorme en la calle' },
  { kind: 'queja', service: 'power-outage', matter: 'se fue la luz anoche' },
  { kind: 'queja', service: 'street-light', matter: 'el poste de la calle está apagado' },
  { kind: 'queja', service: 'traffic-light', matter: 'el semáforo está dañado' },
  { kind: 'queja', service: 'manhole', matter: 'se robaron la tapa de la alcantarilla' },
  { kind: 'queja', service: 'sewage', matter: 'se desbordaron las aguas negras' },
  { kind: 'queja', service: 'dirty-water', matter: 'el agua sale sucia y con mal olor' },
  { kind: 'denuncia', service: 'drugs', matter: 'quiero denunciar que venden droga en la esquina' },
  { kind: 'denuncia', service: 'river-pollution', matter: 'denuncio que botan aceite al río' },
];

const PLACES = [
  ['Pacora, calle 2', '080417'],
  ['Betania, calle 5', '080406'],
  ['Tocumen, sector 8', '080419'],
  ['Río Abajo, calle 12', '080411'],
  ['Cerro Viento, San Miguelito', '080509'],
  ['Chilibre, por la entrada', '080415'],
  ['Las Cumbres, por la iglesia', '080416'],
] as const;

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(next: () => number, all: readonly T[]): T {
  return all[Math.floor(next() * all.length)] as T;
}

/** Matters as invented authors told them, without a place: one for each line of the office's labelled messages. */
export function mattersTold(messages: readonly LabelledMessage[]): Matter[] {
  return messages.flatMap(({ intent, kind, service, district, emergency, text }) => {
    const isTold = intent === 'report' && kind && service && !district && !emergency;
    return isTold ? [{ kind, service, matter: text }] : [];
  });
}

/** Draws what somebody wants: one of a few plain matters, or one of those told. */
export function goalFrom(next: () => number, told: readonly Matter[] = []): Goal {
  const [place, code] = pick(next, PLACES);
  const isTold = told.length > 0 && next() < 0.7;
  return { ...pick(next, isTold ? told : MATTERS), place, code };
}

/** What a citizen does: something sent, or time that passes; `answers` tells that it answers what was asked. */
export type Doing = { send: Sent; answers: boolean } | { waitMs: number };

/** How somebody writes. Given what the talk waits for, says what they do next. */
export type Manner = (talk: Talk, goal: Goal, next: () => number) => Doing;

const say = (...texts: string[]): Doing => ({ send: { texts }, answers: true });
const remark = (...texts: string[]): Doing => ({ send: { texts }, answers: false });

function stepNow({ conversation: { state } }: Talk): StepName | null {
  return state.awaits && stepOf(state.awaits);
}

/** Straight answers, which the manners vary. */
function plainly(talk: Talk, { kind, matter, place, service }: Goal): Doing {
  const { awaits } = talk.conversation.state;
  const step = stepNow(talk);
  const choices = awaits?.choices ?? [];
  const best = choices.find(({ value }) => value === `service:${service}`) ?? choices[0];
  // That is no answer to which procedure is meant, but what they want.
  if (step === 'procedure') return remark(`${matter} en ${place}`);
  if ((step === 'agency' || step === 'place') && best) return { send: { choice: best.value }, answers: true };
  const answers: Partial<Record<StepName, string>> = {
    ...{ kind, place, description: `${matter} en ${place}`, privacy: 'con reserva', contact: 'prefiero no' },
    ...{
      agency: matter,
      confirm: 'sí',
      fix: 'nada',
      resume: 'sí',
      offer: 'sí',
      insist: 'sí',
      split: 'no',
    },
  };
  return say((step && answers[step]) ?? `${matter} en ${place}`);
}

function isFirst({ turns }: Talk): boolean {
  return turns.length === 0;
}

const impatient: Manner = (talk, goal, next) => {
  if (isFirst(talk)) return say(`${goal.matter}, es urgente`);
  const { awaits } = talk.conversation.state;
  if (stepNow(talk) === 'confirm') return { send: { choice: 'yes' }, answers: true };
  if (awaits && next() < 0.1) return remark('apúrense');
  return plainly(talk, goal);
};

const terse: Manner = (talk, goal) => {
  if (isFirst(talk)) return say('quiero poner una queja');
  if (stepNow(talk) === 'description') return say(goal.matter);
  if (stepNow(talk) === 'confirm') return say('si');
  return plainly(talk, goal);
};

const verbose: Manner = (talk, goal) => {
  const story =
    'Buenos días, mire, le escribo porque ya no sabemos a quién acudir y los vecinos estamos cansados:';
  if (isFirst(talk))
    return say(`${story} ${goal.matter}. Eso es en ${goal.place}. Muchas gracias por su atención`);
  if (stepNow(talk) === 'place') return say(`eso queda en ${goal.place}`);
  if (stepNow(talk) === 'confirm') return say('sí, está bien, muchas gracias');
  return plainly(talk, goal);
};

const HOURS = 3_600_000;

const forgetful: Manner = (talk, goal, next) => {
  if (isFirst(talk)) return say(goal.matter);
  const step = stepNow(talk);
  if (step === 'place' && talk.turns.length < 3)
    return next() < 0.5 ? { waitMs: 9 * HOURS } : plainly(talk, goal);
  if (step === 'confirm' && talk.turns.length < 4 && next() < 0.5) return say(`no, es en ${goal.place}`);
  const isBack = talk.turns.at(-1)?.replies.length === 0;
  return isBack ? remark('hola') : plainly(talk, goal);
};

const hostile: Manner = (talk, goal, next) => {
  if (isFirst(talk)) return remark('son unos inútiles de mierda');
  if (stepNow(talk) === 'place' && next() < 0.2) return remark('bot estúpido');
  return plainly(talk, goal);
};

/** A letter missing, doubled or changed for one that sounds alike, in one word of two. */
function jolted(text: string, next: () => number): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(' ')
    .map(word => {
      if (word.length < 6 || next() < 0.5) return word;
      const at = 1 + Math.floor(next() * (word.length - 3));
      const how = next();
      if (how < 0.4) return word.slice(0, at) + word.slice(at + 1);
      if (how < 0.7) return word.slice(0, at) + word[at] + word.slice(at);
      return word.replace(/v/, 'b').replace(/ll/, 'y').replace(/z/, 's').replace(/qu/, 'k');
    })
    .join(' ');
}

const onABus: Manner = (talk, goal, next) => {
  if (isFirst(talk)) return say('buenas', jolted(goal.matter, next), jolted(`en ${goal.place}`, next));
  if (stepNow(talk) === 'confirm') return say(pick(next, ['zi', 'sii', 'dale', 'enbiar', 'ok', '1']));
  const doing = plainly(talk, goal);
  if (!('send' in doing) || !doing.send.texts) return doing;
  return { ...doing, send: { texts: [jolted(doing.send.texts.join(' '), next)] } };
};

/** Says so much besides that what was asked is still open. */
const wandering: Manner = (talk, goal, next) => {
  if (isFirst(talk)) return say(goal.matter);
  const aside = pick(next, ['gracias', '¿cuánto cuesta la cédula?', 'hola', 'un momento', 'mis casos']);
  if (stepNow(talk) !== null && talk.turns.length < 5 && next() < 0.4) return remark(aside);
  return plainly(talk, goal);
};

/** Sees in the summary that the place is another one. */
const correcting: Manner = (talk, goal) => {
  if (isFirst(talk)) return say(`${goal.matter}. Es en Pueblo Nuevo, calle 3`);
  const isOther = talk.conversation.state.draft?.place?.code !== goal.code;
  if (stepNow(talk) === 'confirm' && isOther && talk.turns.length < 8) return say(`no, es en ${goal.place}`);
  return plainly(talk, goal);
};

/** The manners by name. */
export const MANNERS: Record<string, Manner> = {
  ...{ impatient, terse, verbose, forgetful, hostile, onABus },
  ...{ wandering, correcting },
};
