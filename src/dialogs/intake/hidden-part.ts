import { signedClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { wishesHidden } from './privacy.ts';

/** More words behind the wish tell something of their own. */
const MOST_REASON = 5;
const JOINED = /\s+(?:y|and)\s+(?=(?:que|q|no|nadie|sin|that|don['’]?t|please)\s)/iu;
/** `La directora se molesta`, `es bravo`, `trabajo ahí`: why, and no fact of the matter. */
const REASON =
  /^(?:(?:porque|pq|xq|es que|pues|because|que) )?(?:(?:el|ella|ellos|la|mi|the|he|she|they) )?(?:\w+ )?(?:se )?(?:(?:va|van|puede|pueden) a )?(?:es|son|anda|is|are|molest\w+|enoj\w+|brav\w+|desquit\w+|veng\w+|pelea\w*|bot[ae]\w*|me \w+|trabajo|trabajamos|vivo|vivimos|conozco|conocemos|tengo miedo|me da miedo|gets? (?:mad|angry))\b/;

/** What a text tells beside the wish that it be not said who wrote it, without the reason that stands behind that wish. */
export interface HiddenPart {
  rest: string;
}

/** A text without the wish to be hidden that stands in a part of its own; null: it wishes no such thing, or only asks about it. */
export function withoutHiddenWish(text: string): HiddenPart | null {
  const parts = signedClauses(text).flatMap(clause => clause.split(JOINED));
  const isWish = (part: string): boolean => !part.includes('?') && wishesHidden(plainWords(part));
  const at = parts.findIndex(isWish);
  if (at < 0) return null;
  const rest = parts.filter((part, i) => !isWish(part) && !(i === at + 1 && isReason(part)));
  return {
    rest: rest
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,.;:]+|[\s,;:]+$/gu, '')
      .trim(),
  };
}

function isReason(part: string): boolean {
  const plain = plainWords(part);
  return !part.includes('?') && plain.split(' ').length <= MOST_REASON && REASON.test(plain);
}
