import type { Draft } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { led, lines, type Move, retold, type Scene, say } from '../scene.ts';
import { behindYes, orderInLastClause } from '../words/consent.ts';
import { fileDraft } from './file.ts';
import { placeText } from './guess.ts';
import { mendInWords } from './mend.ts';

/** `No, eso está bien, pero la escuela es …`: agreed to, whatever it begins with. */
const FINE =
  /^(?:no[\s,]+)?(?:(?:eso|todo|lo dem[aá]s|that|it)(?: s[ií])? (?:est[aá]|is|looks) (?:bien|correcto|fine|right|good)|(?:est[aá]|todo) bien)[\s,.;]+(.+)$/isu;

/**
 * `Sí, así mismo, pero es corregimiento 24 de Diciembre. Mándelo`: agreed to and ordered with what is put right between, it is sent
 * so. Null: it is no such order, or nothing that the summary says is put right.
 */
export function mendedAndSent(scene: Scene, draft: Draft): Move | null {
  const order = orderInLastClause(scene.burst.text);
  if (order === null || scene.burst.text.includes('?')) return null;
  const before = scene.burst.text.slice(0, scene.burst.text.lastIndexOf(order)).trim();
  const agreed = behindYes(before) ?? FINE.exec(before)?.[1] ?? null;
  if (agreed === null) return null;
  const said = agreed.replace(/^(?:pero|but|y|and)\s+/iu, '').replace(/[\s.,;!]+$/u, '');
  const { state, replies } = mendInWords(retold(scene, [said]), draft);
  const { draft: mended, awaits, later } = state;
  const isMended = mended !== null && awaits !== null && stepOf(awaits) === 'confirm' && replies.length === 1;
  const isNew = isMended && mended.place?.text !== draft.place?.text;
  if (!isNew || later.length !== scene.state.later.length) return null;
  const sent = fileDraft(scene, mended);
  const [first, ...rest] = sent.replies;
  const place = mended.place && say(scene, 'summary.place', { place: placeText(scene, mended.place) });
  return first ? { ...sent, replies: [led(lines(say(scene, 'corrected'), place), first), ...rest] } : sent;
}
