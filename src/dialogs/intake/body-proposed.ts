import { bodyAsked } from '../asked/body-asked.ts';
import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft } from './guess.ts';

/** `¿Y si mejor lo envía al CSS?`, `¿no será mejor mandarlo a la ASEP?`, `what if you send it to the mayor?` */
const PROPOSES =
  /^(?:(?:y|e|pero|o|oiga|and|but|or) )*(?:que tal )?(?:si|what if|if|no (?:es|seria|sera) mejor|(?:es|seria|sera) mejor|would it be better|(?:me |se )?(?:lo|la)(?= (?:mand|envi|pas)\w*))(?: \w+){0,4}? ?(?:mand|envi|pas|dirij|send|sent)\w* (?:\w+ ){0,2}?(?:al?|para|con|to) (?!(?:que|quien)\b)/;

/**
 * Another body that is only asked about at the summary: the report is shown as it would go there, nothing is sent, and a yes is
 * still theirs to give. Null: no body is proposed so.
 */
export function bodyProposed(scene: Scene, draft: Draft): Move | null {
  const { burst } = scene;
  if (!draft.summarised || burst.choice !== null) return null;
  const asked = sentences(burst.text).find(part => part.includes('?') && PROPOSES.test(plainWords(part)));
  const body = asked === undefined ? null : bodyAsked(scene, headAsBody(asked));
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  if (body === null || draft.refused?.includes(body.id)) return null;
  if (body.id === held) return showSummary(scene, touched(scene, draft), say(scene, 'already_so'));
  const beside = sentences(burst.text).filter(part => !part.includes('?'));
  const own = { ...draft, agencyId: body.id, reasons: [], description: [...draft.description, ...beside] };
  return showSummary(scene, touched(scene, own), say(scene, 'body_proposed'));
}

/** Who heads a body, by the name of it: `al ministro de salud`, `to the mayor`. */
function headAsBody(text: string): string {
  return text
    .replace(/\bministr[oa] de\b/giu, 'ministerio de')
    .replace(/\b(?:alcalde(?:sa)?|mayor)\b/giu, 'municipio');
}
