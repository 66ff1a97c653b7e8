import { plainWords } from './plain-words.ts';

/**
 * The clauses of a text as they are written, without the signs between them; none is empty of letters and digits. What is
 * written in two messages stands on two lines, and is two clauses.
 */
export function clauses(text: string): string[] {
  return text.split(/[.,;:!?¡¿…\n]+/).filter(clause => /[\p{L}\p{N}]/u.test(clause));
}

/** The same in plain words. */
export function plainClauses(text: string): string[] {
  return clauses(text).map(plainWords);
}

/** The same, each with the signs behind it, so that joined they are the text again. */
export function signedClauses(text: string): string[] {
  return text.match(/[^.,;:!?¡¿…\n]+[.,;:!?…\n]*/g) ?? [];
}

/** What stands behind the first clause; '' when nothing does. */
export function afterFirst(text: string): string {
  const [first] = clauses(text);
  if (first === undefined) return '';
  return text.slice(text.indexOf(first) + first.length).replace(/^[\s.,;:!?¡¿…]+/, '');
}

/** The sentences of a text, or of each of its lines, each with the sign it ends with: `¿a quién llamo?` keeps that it asks, and `3.50` is one. */
export function sentences(text: string): string[] {
  const all = text.match(/(?:[^.;!?¡¿…\n]|(?<=\d)\.(?=\d))+[.;!?…]*/g) ?? [];
  return all.map(sentence => sentence.trim()).filter(sentence => /[\p{L}\p{N}]/u.test(sentence));
}

/** Those that end with the sign of a question. */
export function questions(text: string): string[] {
  return sentences(text).filter(sentence => sentence.includes('?'));
}

const QUESTION_WORD =
  '(?:c[oó]mo|cu[aá]nt\\p{L}*|cu[aá]ndo|d[oó]nde|qui[eé]n\\p{L}*|qu[eé]|por qu[eé]|me|puedo|tengo|hay|es|is|are|do|does|can|could|will|how|when|where|who|what|why)';
/** Where a further question begins in the same sentence: `how long does it take and is there any cost`. */
const FURTHER = new RegExp(`\\s*,?\\s+(?:y|and)\\s+(?=${QUESTION_WORD}(?!\\p{L}))`, 'giu');

/** What is asked, one question each: `¿cuánto tarda y me cuesta algo? ¿Me llaman?` is three. The text alone where it asks but one. */
export function questionsApart(text: string): string[] {
  const parts = sentences(text).flatMap(sentence =>
    sentence.includes('?') ? sentence.split(FURTHER).filter(part => /\p{L}/u.test(part)) : [sentence],
  );
  return parts.length > 1 && parts.some(part => part.includes('?')) ? parts : [text];
}
