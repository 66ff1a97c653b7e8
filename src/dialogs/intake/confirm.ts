import { plainWords } from '../../catalogue/words.ts';
import { chosen } from '../chosen.ts';
import { dropDraft } from '../commands.ts';
import type { Draft } from '../conversation.ts';
import { awaiting } from '../questions.ts';
import { type Move, replyOf, type Scene, say, withState } from '../scene.ts';
import { isNo, isYes } from '../yes-no.ts';
import { touched } from './absorb.ts';
import type { Answer } from './answers.ts';
import { deniedPlace } from './denied.ts';
import { fileDraft } from './file.ts';
import { askFor, saying, showSummary } from './flow.ts';
import { offeredServices } from './guess.ts';
import { fieldIn, mendInWords } from './mend.ts';
import { surePlace } from './namesakes.ts';
import { type Field, summaryChoices } from './summary.ts';
import { pinPlace, withoutPlace } from './where.ts';

/** The answer to a summary: send it, mend one field by tap or in words, add to it, or leave it. */
export const answerConfirm: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const tapped = chosen(awaits.choices, burst)?.value;
  if (tapped === 'yes' || isYes(burst.text)) return fileDraft(scene, touched(scene, draft));
  if (tapped !== undefined) return mendByTap(scene, draft, tapped);
  if (isHold(burst.text)) return held(scene, draft);
  if (isNo(burst.text)) return askWhatToFix(scene, draft);
  return (
    mendByPin(scene, draft) ??
    deniedPlace(scene, draft, awaits) ??
    mendField(scene, draft) ??
    yesAndMore(scene, draft) ??
    mendInWords(scene, draft)
  );
};

/** The answer to "what should be different?" */
export const answerFix: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const tapped = chosen(awaits.choices, burst)?.value;
  if (tapped !== undefined) return mendByTap(scene, draft, tapped);
  const nothing = isYes(burst.text) || /^(nada|ninguno|nothing|none)\b/.test(plainWords(burst.text));
  if (nothing) return showSummary(scene, touched(scene, draft));
  return mendByPin(scene, draft) ?? mendField(scene, draft) ?? mendInWords(scene, draft);
};

/** "Todavía no lo envíe", "espere un momento". */
function isHold(text: string): boolean {
  const plain = plainWords(text);
  return (
    plain.split(' ').length <= 6 &&
    /^(todavia no|aun no|no lo (envie|mande)\w*( todavia| aun)?|esper[ae]\w*|un momento|not yet|wait)\b/.test(
      plain,
    )
  );
}

function held(scene: Scene, draft: Draft): Move {
  const { state } = withState(scene, { draft: touched(scene, draft) });
  return { state, replies: [replyOf(say(scene, 'on_hold'), { asks: 'confirm' })] };
}

function mendByTap(scene: Scene, draft: Draft, tapped: string): Move {
  return tapped === 'cancel' ? dropDraft(scene) : fix(scene, draft, tapped.replace(/^fix:/, '') as Field);
}

function mendByPin(scene: Scene, draft: Draft): Move | null {
  const place = pinPlace(scene);
  if (!place) return null;
  return showSummary(scene, { ...touched(scene, draft), place, reasons: withoutPlace(draft) });
}

/** "Quiero cambiar el lugar", without the new one. */
function mendField(scene: Scene, draft: Draft): Move | null {
  const field = fieldIn(scene.burst.text);
  return field === null || scene.facts.reading.places.length > 0 ? null : fix(scene, draft, field);
}

const NOT_JUST_MORE = /\b(pero|but|no|cambi\w+|corrij\w+|correg\w+|change|espere|wait)\b/;

/** Alone they agree; before other words they may begin anything: "quiero dos pizzas", "bueno, es que". */
const LOOSE_YES = /^(see?|quiero|bueno|por|va|vale|ya|right|send|eso|todo|que|me|a)$/i;

/** "Sí, y además gotea de noche": filed with what was added. "Se fue" is no such yes. */
function yesAndMore(scene: Scene, draft: Draft): Move | null {
  const [first = '', ...rest] = scene.burst.text.split(/[\s,.;:]+/);
  const from = scene.burst.text.indexOf(first) + first.length;
  const more = scene.burst.text.slice(from).replace(/^[\s,.;:]+/, '');
  const isAgreed = first.length >= 2 && isYes(first) && !LOOSE_YES.test(first);
  if (!isAgreed || rest.length === 0 || NOT_JUST_MORE.test(plainWords(more))) return null;
  const place = surePlace(scene.facts.reading.places);
  const isElsewhere = place?.code && draft.place?.code !== place.code;
  if (isElsewhere) return null;
  return fileDraft(scene, touched(scene, { ...draft, description: [...draft.description, more] }));
}

/** Which field is wrong? The choices of the summary, without sending. */
function askWhatToFix(scene: Scene, draft: Draft): Move {
  const choices = summaryChoices(scene, draft).filter(({ value }) => value !== 'yes');
  return saying(scene, { draft: touched(scene, draft), awaits: awaiting('fix', choices) });
}

/** Asks one field anew, because the citizen wishes it. */
function fix(scene: Scene, draft: Draft, field: Field): Move {
  const open = touched(scene, draft);
  if (field === 'place') return askFor(scene, open, { ask: 'place', among: [] });
  if (field !== 'agency') return askFor(scene, open, { ask: field });
  const told = scene.facts.read(open.description.join('\n'));
  const among = offeredServices(scene, told.services).filter(({ id }) => id !== draft.serviceId);
  return askFor(scene, open, { ask: 'agency', among });
}
