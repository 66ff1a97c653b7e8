import { isOpen } from '../../../cases/lifecycle.ts';
import type { Draft } from '../../conversation.ts';
import { isJustFiled } from '../../filed/just-filed-case.ts';
import { movedTo } from '../../filed/moved.ts';
import { type Move, retold, type Scene } from '../../scene.ts';

const ALL =
  '(?:(?:los|las)\\s+(?:dos|2|tres|3)|ambos|ambas|both|all)(?:\\s+(?:of them|casos|reportes|quejas|denuncias|asuntos|problemas|cosas|cases|reports|complaints))?';
const IS =
  '(?:(?:y|and)\\s+)?(?:(?:eso|esto|that)\\s+)?(?:(?:es|son|va|vale|aplica|p[oó]ng\\p{L}*|c[aá]mbi\\p{L}*|is|goes)\\s+)?(?:(?:lo mismo|igual|the same)\\s+)?';
/** `…, los dos`, `… en ambos casos`; `desde las dos` is an hour. */
const BOTH = new RegExp(
  `(?:[,;.]\\s*${IS}(?:(?:para|en|de|for|in|to|on)\\s+|a\\s+(?!las))?|\\s+${IS}(?:para|en|for|in)\\s+)${ALL}(?=\\s*(?:[,.;!]|$))`,
  'iu',
);

/** Words without what says that they hold of both reports: `la calle 4`, of `la calle 4, los dos`; null: they say nothing of it. */
export function withoutBoth(text: string): string | null {
  const rest = text.replace(BOTH, '');
  return rest === text ? null : rest.trim();
}

/**
 * What is told of both: `sí, y es la calle 4, los dos`. The report that is summed up hears it, and a case filed just before it has the
 * same place then; said so. Null: it is not told of both, or there is one alone.
 */
export function toldOfBoth(scene: Scene, draft: Draft, hear: (scene: Scene) => Move): Move | null {
  const rest = withoutBoth(scene.burst.text);
  const before = scene.facts.cases.filter(c => isJustFiled(scene, c) && isOpen(c));
  if (rest === null || scene.burst.choice !== null || before.length + scene.state.later.length === 0)
    return null;
  const move = hear(retold(scene, [rest]));
  const place = move.cases?.[0]?.case.place ?? move.state.draft?.place ?? null;
  if (place === null || place.text === draft.place?.text) return move;
  const area = draft.place?.code?.slice(0, DISTRICT);
  const moved = before
    .filter(c => c.place?.code?.slice(0, DISTRICT) === area)
    .map(c => movedTo(scene, c, place));
  return {
    ...move,
    cases: [...(move.cases ?? []), ...moved.flatMap(({ cases = [] }) => cases)],
    replies: [...moved.flatMap(({ replies }) => replies), ...move.replies],
  };
}

/** A district has so many digits. */
const DISTRICT = 4;
