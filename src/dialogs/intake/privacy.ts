import type { Privacy } from '../../cases/case.ts';

/** How much of the writer may be seen, as plain words or a choice say it; null when they do not. */
export function privacyIn(answer: string): Privacy | null {
  return ofWords(answer) ?? ofWords(answer.replace(/(.)\1+/g, '$1'));
}

function ofWords(answer: string): Privacy | null {
  if (/\b(sin (ninguna )?reserva|not confidential|no confidencial)\b/.test(answer)) return 'normal';
  if (/\b(confidencial|reserva\w*|confidential|private|privad[oa]|secret[oa])\b/.test(answer))
    return 'confidential';
  if (/\b(anonim\w*|anonymous\w*|sin (mi )?nombre)\b/.test(answer)) return 'anonymous';
  return /\b(normal|con mi nombre|con mis datos|no importa|publica)\b/.test(answer) ? 'normal' : null;
}
