import type { Kind, Place } from '../../cases/case.ts';
import { plainWords } from '../../catalogue/words.ts';
import type { PlaceGuess, Understanding } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import type { Scene } from '../scene.ts';
import { homonyms, isPrecise, sureKind, surePlace, sureService, toPlace, wordsAsPlace } from './guess.ts';
import { tellsMatter } from './matter.ts';

/** What a text and its files add to a draft: only slots still empty are filled; nothing said is thrown away. */
export function absorb(draft: Draft, scene: Scene, text: string, combined = scene.facts.combined): Draft {
  const { burst, facts } = scene;
  const reading = text === burst.text ? facts.reading : facts.read(text);
  const place = draft.place ?? pinPlace(scene) ?? surePlace(combined.places);
  const kind = draft.kind ?? declaredKind(text) ?? sureKind(combined.kinds);
  const lines = text === burst.text ? burst.lines : [text];
  const told = text !== '' && tellsMatter(text, reading) ? lines : [];
  return withService(
    {
      ...draft,
      ...{ kind, place, description: [...draft.description, ...told] },
      attachments: [...draft.attachments, ...burst.files],
      privacy: draft.privacy ?? wishedPrivacy(scene, combined),
      touchedAt: facts.now.toISOString(),
    },
    scene,
    combined,
  );
}

/** Who wants to stay unknown is, where that is possible, and kept in reserve where it is not. */
function wishedPrivacy({ facts }: Scene, { flags }: Understanding): Draft['privacy'] {
  if (!flags.includes('anonymous')) return null;
  return facts.channel.capabilities.anonymous ? 'anonymous' : 'confidential';
}

/** Fills the service, or a body that was named, where a text makes it sure. */
export function withService(draft: Draft, scene: Scene, reading: Understanding): Draft {
  if (draft.serviceId !== null || draft.agencyId !== null) return draft;
  const service = sureService(scene, reading.services, draft.place);
  if (service) return { ...draft, serviceId: service.id, reasons: reading.reasons };
  const [named, second] = reading.agencies;
  const isNamed = named !== undefined && named.p >= NAMED && (second?.p ?? 0) < named.p / 2;
  if (!isNamed || reading.services.length > 0) return draft;
  return { ...draft, agencyId: named.id, reasons: reading.reasons };
}

/** A body counts as named from here on, when no service tells more. */
const NAMED = 0.6;

/** The place of the burst's pin. */
export function pinPlace({ burst, state }: Scene): Place | null {
  const { pin } = burst;
  if (pin === null) return null;
  const place = toPlace(pin);
  const text =
    state.language === 'es' ? `ubicación enviada, cerca de ${pin.text}` : `pin sent, near ${pin.text}`;
  return { ...place, text };
}

const KIND_WORDS: [Kind, RegExp][] = [
  ['denuncia', /\b(denuncia|denuncio|denunciar|denunsia|denunciarlo|whistleblow\w*)\b/],
  ['sugerencia', /\b(sugerencia|sugiero|sugerir|felicitacion|felicitar|felicito|suggestion)\b/],
  ['idea', /\b(idea|propuesta|propongo|proponer|idea)\b/],
  ['queja', /\b(queja|quejarme|reclamo|reclamar|me quejo|complaint|complain)\b/],
];

/** The kind a citizen calls it themselves: "quiero poner una denuncia"; null when they name none or several. */
export function declaredKind(text: string): Kind | null {
  const plain = plainWords(text);
  const named = KIND_WORDS.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind);
  const wish =
    /\b(quiero|quisiera|deseo|necesito|vengo|poner|presentar|hacer|es una|seria una|want|file|make)\b/;
  return named.length === 1 && (wish.test(plain) || plain.split(' ').length <= 3) ? (named[0] ?? null) : null;
}

/** What an answer to "where?" comes to: a place, several of its name to choose from, or nothing. */
export function placeFrom(
  scene: Scene,
  known: Place | null,
  text: string,
  anywhere = false,
): { place: Place } | { choices: PlaceGuess[] } | null {
  const pinned = pinPlace(scene);
  if (pinned) return { place: pinned };
  const guesses = scene.facts.read(text).places.filter(guess => anywhere || fits(guess, known));
  const sure = surePlace(guesses);
  if (sure) return { place: withDetail(sure, text) };
  const same = homonyms(guesses);
  if (same.length > 0) return { choices: same };
  const words = placeWords(text);
  return plainWords(words).length >= 3 ? { place: wordsAsPlace(words, known) } : null;
}

/** Within a district they already gave, another one of the same name is not meant. */
function fits({ code }: PlaceGuess, known: Place | null): boolean {
  return known?.code ? code.startsWith(known.code) || known.code.startsWith(code) : true;
}

/** A short answer is itself the exact place: `calle 3, casa azul, Cerro Viento`. */
function withDetail(place: Place, text: string): Place {
  const words = plainWords(text).split(' ');
  return words.length > plainWords(place.text).split(' ').length && words.length <= 16
    ? { ...place, text: placeWords(text).slice(0, 200) }
    : place;
}

const BEFORE_PLACE =
  /^(no\b[\s,.;:]*)?((es|est[aá]|queda|vivo|ser[ií]a|fue|eso es|aqu[ií]|it is|i live)\s+)?(en|in|at)\s+(?=\S)/iu;

/** An answer without the words that only lead to the place: `vivo en`, `es en`. */
function placeWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(BEFORE_PLACE, '');
}

/** Is the place known as well as the matter needs it? */
export function placeIsKnown({ place }: Draft): boolean {
  return place !== null && isPrecise(place);
}
