import { KINDS } from '../../cases/case.ts';
import { plainWords } from '../../catalogue/words.ts';
import { chosen, isNo, isYes } from '../chosen.ts';
import { dropDraft } from '../commands.ts';
import type { Draft } from '../conversation.ts';
import { missed } from '../lost.ts';
import { awaiting } from '../questions.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { absorb, declaredKind, pinPlace, placeFrom } from './absorb.ts';
import { type Answer, touched } from './answers.ts';
import { fileDraft } from './file.ts';
import { askFor, kindChoices, privacyChoices, saying, serviceChoices, showSummary } from './flow.ts';
import { offeredServices, sureService } from './guess.ts';
import { summaryChoices } from './summary.ts';

/** The answer to a summary: send it, mend one field by tap or in words, add to it, or leave it. */
export const answerConfirm: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const tapped = chosen(awaits.choices, burst)?.value;
  if (tapped === 'yes' || isYes(burst.text)) return fileDraft(scene, touched(scene, draft));
  if (tapped === 'cancel') return dropDraft(scene);
  if (tapped?.startsWith('fix:')) return fix(scene, draft, tapped.slice('fix:'.length));
  if (burst.text !== '' && isNo(burst.text)) return askWhatToFix(scene, draft);
  if (burst.pinned) return moveTo(scene, draft);
  if (burst.text === '' && burst.files.length > 0)
    return showSummary(scene, touched(scene, draft), say(scene, 'files_kept'));
  if (burst.text === '') return missed(scene, draft);
  return yesAndMore(scene, draft) ?? mendInWords(scene, draft);
};

/** "Sí, y además gotea de noche": filed with what was added. */
function yesAndMore(scene: Scene, draft: Draft): Move | null {
  const [first = '', ...rest] = scene.burst.text.split(/[\s,.;:]+/);
  const more = scene.burst.text
    .slice(scene.burst.text.indexOf(first) + first.length)
    .replace(/^[\s,.;:]+/, '');
  if (!isYes(first) || rest.length === 0 || /\b(pero|but|no)\b/.test(plainWords(more))) return null;
  return fileDraft(scene, touched(scene, { ...draft, description: [...draft.description, more] }));
}

function moveTo(scene: Scene, draft: Draft): Move {
  const place = pinPlace(scene);
  return place ? showSummary(scene, touched(scene, { ...draft, place })) : missed(scene, draft);
}

/** Which field is wrong? The choices of the summary, without sending. */
function askWhatToFix(scene: Scene, draft: Draft): Move {
  const choices = summaryChoices(scene, draft).filter(({ value }) => value !== 'yes');
  return saying(scene, { draft: touched(scene, draft), awaits: awaiting('fix', choices) });
}

/** The answer to "what should be different?" */
export const answerFix: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const tapped = chosen(awaits.choices, burst)?.value;
  if (tapped === 'cancel') return dropDraft(scene);
  if (tapped?.startsWith('fix:')) return fix(scene, draft, tapped.slice('fix:'.length));
  if (isYes(burst.text)) return showSummary(scene, touched(scene, draft));
  if (burst.pinned) return moveTo(scene, draft);
  return burst.text === '' ? missed(scene, draft) : mendInWords(scene, draft);
};

/** Asks one field anew, because the citizen wishes it. */
function fix(scene: Scene, draft: Draft, field: string): Move {
  const open = touched(scene, draft);
  if (field === 'kind') return saying(scene, { draft: open, awaits: awaiting('kind', kindChoices(scene)) });
  if (field === 'privacy') {
    return saying(scene, { draft: open, awaits: awaiting('privacy', privacyChoices(scene)) });
  }
  if (field === 'place') return askFor(scene, open, { ask: 'place', among: [] });
  const others = offeredServices(scene, scene.facts.combined.services).filter(
    ({ id }) => id !== draft.serviceId,
  );
  const awaits = awaiting('agency', serviceChoices(scene, others));
  const cleared = { ...open, serviceId: null, agencyId: null, reasons: [] };
  return saying(scene, { draft: cleared, awaits });
}

/** A correction in words changes one field; anything else is added to what they told. */
function mendInWords(scene: Scene, draft: Draft): Move {
  const { burst, facts } = scene;
  const own = touched(scene, draft);
  const kind = declaredKind(burst.text) ?? bareKind(burst.text);
  if (kind && kind !== draft.kind) return showSummary(scene, { ...own, kind }, say(scene, 'corrected'));
  const text = burst.text.replace(/^\s*(no|nop|perd[oó]n|disculpe|sorry)\b[\s,.;:]*/iu, '');
  const place = facts.reading.places.length > 0 || draft.place === null ? placeFrom(scene, null, text) : null;
  if (place && 'place' in place && (place.place.code !== null || draft.place === null)) {
    return showSummary(scene, { ...own, place: place.place }, say(scene, 'corrected'));
  }
  const service = sureService(scene, facts.reading.services, draft.place);
  if (service && service.id !== draft.serviceId && text !== burst.text) {
    const mended = { ...own, serviceId: service.id, agencyId: null, reasons: facts.reading.reasons };
    return showSummary(
      scene,
      { ...mended, description: [...draft.description, text] },
      say(scene, 'corrected'),
    );
  }
  const filled = absorb(draft, scene, burst.text);
  if (filled.description.length === draft.description.length) return missed(scene, draft);
  return showSummary(scene, filled, say(scene, 'noted'));
}

function bareKind(text: string): Draft['kind'] {
  const words = plainWords(text).split(' ');
  const named = KINDS.filter(kind => words.includes(kind));
  if (named.length === 1 && words.length <= 6) return named[0] ?? null;
  // "no es queja, es denuncia": the last one is meant.
  return named.length === 2
    ? (named.toSorted((a, b) => words.lastIndexOf(b) - words.lastIndexOf(a))[0] ?? null)
    : null;
}
