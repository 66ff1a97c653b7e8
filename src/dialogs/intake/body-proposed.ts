import { bodyAsked } from '../asked/body-asked.ts';
import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { appealOf, bodyOfAppeal } from './appeal.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft } from './guess.ts';

/** `¿Y si mejor lo envía al CSS?`, `¿no será mejor mandarlo a la ASEP?`, `what if you send it to the mayor?` */
const PROPOSES =
  /^(?:(?:y|e|pero|o|oiga|and|but|or) )*(?:que tal )?(?:si|what if|if|no (?:es|seria|sera) mejor|(?:es|seria|sera) mejor|would it be better|(?:me |se )?(?:lo|la)(?= (?:mand|envi|pas)\w*))(?: \w+){0,4}? ?(?:mand|envi|pas|dirij|send|sent)\w* (?:\w+ ){0,2}?(?:al?|para|con|to) (?!(?:que|quien)\b)/;

/** `¿Eso no va a ASEP?`, `¿eso no le toca al alcalde?`, behind what they tell for it. */
const NOT_THERE =
  /^(?:(?:y|e|pero|entonces|oiga|and|but|so) )*(?:(?:eso|esto|ese|esa|la queja|el reporte|that|it) )?(?:no (?:va|iria|deberia ir|tiene que ir|le toca|le tocaria|le corresponde|es|seria|sera) (?:(?:cosa|asunto|tema) )?(?:al?|para|con|de|del) |(?:shouldn t|doesn t|isn t) (?:it|that|this) (?:go|be) (?:to|for) )/;

/** The part of a question that proposes a body, and what is told before it. */
function proposed(text: string): { asked: string; told: string } | null {
  for (const sentence of sentences(text).filter(part => part.includes('?'))) {
    if (PROPOSES.test(plainWords(sentence))) return { asked: sentence, told: '' };
    const at = sentence.lastIndexOf(',') + 1;
    const last = sentence.slice(at).trim();
    if (NOT_THERE.test(plainWords(last)))
      return { asked: last, told: sentence.slice(0, at).replace(/[\s,]+$/u, '') };
  }
  return null;
}

/**
 * Another body that is only asked about at the summary: the report is shown as it would go there, nothing is sent, and a yes is
 * still theirs to give. Null: no body is proposed so.
 */
export function bodyProposed(scene: Scene, draft: Draft): Move | null {
  const { burst } = scene;
  if (!draft.summarised || burst.choice !== null) return null;
  const found = proposed(burst.text);
  const body = found === null ? null : bodyAsked(scene, headAsBody(found.asked));
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  if (found === null || body === null || draft.refused?.includes(body.id)) return null;
  if (body.id === held) return showSummary(scene, touched(scene, draft), say(scene, 'already_so'));
  const beside = [found.told, ...sentences(burst.text).filter(part => !part.includes('?'))];
  const description = [...draft.description, ...beside.filter(part => part !== '')];
  // Who decides after the company has the matter as it is there.
  const appeal =
    held === undefined || bodyOfAppeal(scene, held)?.id !== body.id ? null : appealOf(scene, draft.serviceId);
  const holder = appeal ? { serviceId: appeal.id, agencyId: null } : { agencyId: body.id };
  const own = { ...draft, ...holder, reasons: [], description };
  return showSummary(scene, touched(scene, own), say(scene, 'body_proposed'));
}

/** Who heads a body, by the name of it: `al ministro de salud`, `to the mayor`. */
function headAsBody(text: string): string {
  return text
    .replace(/\bministr[oa] de\b/giu, 'ministerio de')
    .replace(/\b(?:alcalde(?:sa)?|mayor)\b/giu, 'municipio');
}
