const ONLY_THIS =
  /(?:^|[,.;!]\s*)(?:que\s+)?(?:pon|ponga|pongan|diga|digan|escriba|deje|put|write|say)\s+(?:s[oó]lo|solamente|nada m[aá]s|as[ií]|only|just)\s*:\s*(?<words>.{12,400})$/isu;

/** `Borra eso, pon solo: …`: how all of it is to be told; null: that is not dictated. */
export function dictatedAnew(text: string): string | null {
  return ONLY_THIS.exec(text)?.groups?.['words']?.trim() ?? null;
}
