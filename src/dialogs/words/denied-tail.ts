const TAIL =
  /(?<!\p{L})(?:y\s+)?(?:no|not)\s+(?:es\s+|de\s+|del\s+|al?\s+|en\s+|el\s+|la\s+|the\s+|from\s+|of\s+)+[^.;!?\n]*$/isu;

/** A text without what it says behind that it is not: `es de la Caja, no del MINSA`. */
export function withoutDeniedTail(text: string): string {
  return text.replace(TAIL, '').replace(/[\s,;]+$/u, '');
}
