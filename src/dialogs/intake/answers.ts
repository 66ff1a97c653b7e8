import type { Place, Privacy } from '../../cases/case.ts';
import { KINDS } from '../../cases/case.ts';
import { placeNames } from '../../catalogue/route.ts';
import { plainWords } from '../../catalogue/words.ts';
import type { Choice } from '../../channels/channel.ts';
import { chosen, isNo, isYes } from '../chosen.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { missed } from '../lost.ts';
import { awaiting } from '../questions.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { absorb, declaredKind, placeFrom, withService } from './absorb.ts';
import { placeChoices, proceed, saying } from './flow.ts';
import { isPrecise, wordsAsPlace } from './guess.ts';
import { tellsMatter } from './matter.ts';

/** Takes the answer to a question about the draft. */
export type Answer = (scene: Scene, draft: Draft, awaits: Awaits) => Move;

/** "I do not know", "it does not matter": a slot left open by the citizen's wish. */
export function declines(text: string): boolean {
  const plain = plainWords(text);
  const words = plain.split(' ').length;
  return (
    words <= 6 &&
    /^(no (lo )?(se|recuerdo|tengo idea|importa|aplica|quiero dec\w*)|ni idea|ninguno?a?|prefiero no|da igual|cualquiera|skip|i do not know|i dont know|don t know|omitir|saltar|paso|nada)\b/.test(
      plain,
    )
  );
}

/** What is the matter: free words, which may tell the place and everything else too. */
export const answerDescription: Answer = (scene, draft, awaits) => {
  const { burst, facts } = scene;
  if (burst.text === '' && burst.files.length > 0) {
    return saying(scene, { draft: touched(scene, draft), awaits }, say(scene, 'files_kept'));
  }
  if (burst.text === '' || declines(burst.text)) return missed(scene, draft);
  const filled = absorb(draft, scene, burst.text);
  if (filled.description.length > draft.description.length) return proceed(scene, filled);
  // Only a greeting, or the wish to complain once more.
  if (facts.reading.intent !== 'report' || !/\p{L}{3}/u.test(burst.text)) return missed(scene, draft);
  if (filled.place !== draft.place) return saying(scene, { draft: filled, awaits });
  return missed(scene, filled);
};

/** Where it is: a pin, a tap, or words. */
export const answerPlace: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const pick = chosen(awaits.choices, burst);
  if (pick?.value === 'other')
    return saying(scene, { draft: touched(scene, draft), awaits: awaiting('place') });
  if (pick) return proceed(scene, touched(scene, { ...draft, place: placeOf(scene, pick) }));
  if (burst.text !== '' && declines(burst.text)) return proceed(scene, declined(scene, draft, 'place'));
  const isBare = isYes(burst.text) || isNo(burst.text);
  if (isBare || (burst.text === '' && !burst.pinned)) return missed(scene, draft);
  return placed(scene, draft);
};

function placed(scene: Scene, draft: Draft): Move {
  const { burst } = scene;
  // A correction may lead anywhere; an answer lies within the area already told.
  const found = placeFrom(scene, draft.place, burst.text, draft.summarised);
  if (found === null) return missed(scene, draft);
  const told = withWords(scene, draft);
  if ('choices' in found) {
    const awaits = awaiting('place', placeChoices(scene, found.choices));
    return saying(scene, { draft: told, awaits });
  }
  const filled = { ...told, place: draft.summarised ? found.place : merged(draft.place, found.place) };
  const vague = filled.place.code === null && draft.place === null;
  // Asked once more, for something else: the district these words lie in.
  if (vague && !draft.declined.includes('place')) {
    const once = { ...filled, declined: [...filled.declined, 'place' as const] };
    return saying(scene, { draft: once, awaits: awaiting('place') });
  }
  return proceed(scene, filled);
}

/** A district told after the street, or a street after the district, make one place. */
function merged(before: Place | null, now: Place): Place {
  if (before === null) return now;
  const narrower =
    (now.code?.length ?? 0) >= (before.code?.length ?? 0) ? now : { ...before, text: now.text };
  const kept = isPrecise(before) && !plainWords(now.text).includes(plainWords(before.text));
  return kept ? { ...narrower, text: `${before.text}, ${now.text}` } : narrower;
}

/** A long answer tells more than the place. */
function withWords(scene: Scene, draft: Draft): Draft {
  const { burst, facts } = scene;
  const long = plainWords(burst.text).split(' ').length >= 10;
  const told = long && tellsMatter(burst.text, facts.reading);
  return touched(scene, told ? { ...draft, description: [...draft.description, ...burst.lines] } : draft);
}

function placeOf(scene: Scene, { value, label }: Choice): Place {
  const [, code = '', ...rest] = value.split(':');
  const text = rest.join(':') || label;
  const known = scene.facts.read(label).places.find(guess => guess.code === code);
  return {
    code,
    ...placeNames(scene.catalogue, code),
    text,
    lat: known?.lat ?? null,
    lon: known?.lon ?? null,
  };
}

/** Which of the services offered, or something else in free words. */
export const answerAgency: Answer = (scene, draft, awaits) => {
  const { burst, facts } = scene;
  const pick = chosen(awaits.choices, burst);
  if (pick?.value.startsWith('service:')) {
    const serviceId = pick.value.slice('service:'.length);
    return proceed(scene, touched(scene, { ...draft, serviceId, agencyId: null, reasons: [] }));
  }
  const asked = awaits.choices.length > 0;
  if (pick?.value === 'other' || (asked && declines(burst.text))) {
    const open = declined(scene, draft, 'agency');
    return saying(scene, { draft: open, awaits: awaiting('agency') });
  }
  if (burst.text === '') return missed(scene, draft);
  const open: Draft = { ...draft, declined: [...draft.declined, 'agency'] };
  // What was wrong is not read again; what was only unclear is read together with the answer.
  const reading = draft.summarised ? facts.reading : facts.combined;
  const more = absorb(withService(open, scene, reading), scene, burst.text, reading);
  return proceed(scene, more);
};

/** Which of the four kinds. */
export const answerKind: Answer = (scene, draft, awaits) => {
  const pick = chosen(awaits.choices, scene.burst)?.value;
  const kind = KINDS.find(known => known === pick) ?? declaredKind(scene.burst.text);
  return kind ? proceed(scene, touched(scene, { ...draft, kind })) : missed(scene, draft);
};

/** How much of the writer may be seen. */
export const answerPrivacy: Answer = (scene, draft, awaits) => {
  const { burst, facts } = scene;
  const privacy = privacyIn(chosen(awaits.choices, burst)?.value ?? plainWords(burst.text));
  if (privacy === 'anonymous' && !facts.channel.capabilities.anonymous) {
    const kept = touched(scene, { ...draft, privacy: 'confidential' });
    return proceed(scene, kept, say(scene, 'not_anonymous', { url: scene.publicUrl }));
  }
  if (privacy) return proceed(scene, touched(scene, { ...draft, privacy }));
  if (burst.text === '' || facts.reading.services.length === 0) return missed(scene, draft);
  // They told the matter instead: the safer way, which the summary shows and lets them change.
  return proceed(scene, absorb({ ...draft, privacy: 'confidential' }, scene, burst.text));
};

function privacyIn(answer: string): Privacy | null {
  if (answer === 'confidential' || /\b(confidencial|reserva\w*|confidential|private)\b/.test(answer))
    return 'confidential';
  if (answer === 'anonymous' || /\b(anonim\w*|anonymous\w*|sin (mi )?nombre)\b/.test(answer))
    return 'anonymous';
  return answer === 'normal' || /\b(normal|con mi nombre|no importa|publica)\b/.test(answer)
    ? 'normal'
    : null;
}

/** Name and identity number, where the competent body demands them; or the wish not to tell. */
export const answerContact: Answer = (scene, draft, awaits) => {
  const { text } = scene.burst;
  const refused = chosen(awaits.choices, scene.burst)?.value === 'none' || declines(text);
  if (refused) return proceed(scene, declined(scene, draft, 'contact'));
  if (text === '') return missed(scene, draft);
  return proceed(scene, touched(scene, { ...draft, contact: text.slice(0, 200) }));
};

/** The draft with the burst's files, written on now. */
export function touched(scene: Scene, draft: Draft): Draft {
  const { burst, facts } = scene;
  return {
    ...draft,
    attachments: [...draft.attachments, ...burst.files],
    touchedAt: facts.now.toISOString(),
  };
}

function declined(scene: Scene, draft: Draft, slot: 'place' | 'agency' | 'contact'): Draft {
  return touched(scene, { ...draft, declined: [...draft.declined, slot] });
}

/** The words of an answer as a place, where nothing better is known. */
export function asPlace(draft: Draft, text: string): Place {
  return wordsAsPlace(text, draft.place);
}
