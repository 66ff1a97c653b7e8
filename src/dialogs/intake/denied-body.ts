import type { Draft } from '../conversation.ts';
import { type Move, retold, type Scene, say } from '../scene.ts';
import { signedClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { bodyNames, ofDistrict } from './body-names.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft } from './guess.ts';

/** What leads to the name of a body that it is not for: `eso no es con la`, `that is not for the`. */
const NOT_FOR =
  /^(?:(?:y|pero|que|ya|no|ay|eso|esto|esa|ese|it|that|this|s|is) )*(?:no (?:es|era|va|le toca|corresponde)|no(?= del? )|(?:is |s )?not|isn t) (?:(?:cosa|asunto|con|para|de|del|a|al|el|la|los|las|un|una|for|the|of) )*/;
/** `No`, `eso no`, before they say what it is not. */
const BARE = /^(?:(?:no|eso|esto|ese|esa|ay|pero|that|not) )*(?:no|not)$/;

/**
 * A body that it is not for, though nobody said so, is none that they want: the rest is heard without it. Null: no such body is
 * denied; who has the report is put right elsewhere.
 */
export function bodyDenied(scene: Scene, draft: Draft, again: (own: Scene) => Move): Move | null {
  const { burst } = scene;
  if (!draft.summarised || burst.choice !== null) return null;
  const told = signedClauses(burst.text);
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const denied = told.flatMap(clause => deniedIn(scene, draft, clause) ?? []);
  const [other] = denied.filter(({ id }) => id !== held);
  const rest = told.filter(clause => !isOther(deniedIn(scene, draft, clause)?.id, held) && !isBare(clause));
  const text = rest.join('').trim();
  if (denied.length === 0 || text === burst.text.trim()) return null;
  if (text !== '') return again(retold(scene, [text]));
  return other === undefined
    ? null
    : showSummary(scene, touched(scene, draft), say(scene, 'refused_still', { agency: other.name }));
}

function isOther(id: string | undefined, held: string | undefined): boolean {
  return id !== undefined && id !== held;
}

function isBare(clause: string): boolean {
  return BARE.test(plainWords(clause));
}

/** The body that a clause says it is not for, and nothing else. */
function deniedIn(scene: Scene, { place }: Draft, clause: string): { id: string; name: string } | null {
  const plain = plainWords(clause)
    .replace(/\bpolice\b/g, 'policia')
    .replace(/\b(?:town|city) hall\b/g, 'municipio');
  const lead = NOT_FOR.exec(plain)?.[0];
  if (lead === undefined) return null;
  const name = plain.slice(lead.length);
  const found = bodyNames(scene).find(known => known.name === name);
  return found ? ofDistrict(scene, found.body, place) : null;
}
