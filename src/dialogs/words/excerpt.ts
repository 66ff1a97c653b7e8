/** The first words of a longer text, for naming it. */
export function excerpt(text: string, most = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, most).replace(/\s\S*$/, '')}…`;
}

/** So many characters are shown of what was told. */
const MOST_SHOWN = 400;

/** What was told, as it is read back to who told it. */
export function readable(description: readonly string[]): string {
  // What ends with a sign of its own needs no other.
  return excerpt(description.join('. ').replace(/([.!?…,;:])\. /gu, '$1 '), MOST_SHOWN);
}

const ANNOUNCED =
  /^(?:(?:hola|buenas(?: tardes| noches)?|buenos d[ií]as|hello|est[aá] bien|bueno|ok|entonces|pues|y|mejor|so)[\s,.:]+)*(?:(?:quiero|quisiera|voy a|i want to) (?:poner|dejar|dar|hacer|mandar|enviar|proponer|leave|give) (?:una?|mi|an?|my) (?:idea|sugerencia|propuesta|suggestion|proposal)(?: *[:,.] *que)?|(?:tengo )?una (?:idea|sugerencia|propuesta)(?= *[,:.]| (?:es|seria|sería)\b)(?: es| ser[ií]a)?|tengo una (?:idea|sugerencia|propuesta)|mi (?:idea|sugerencia|propuesta) es|(?:idea|sugerencia|propuesta)\s*:|(?:yo )?(?:propongo|sugiero)|quiero (?:proponer|sugerir)|i have an? (?:idea|suggestion)|i (?:suggest|propose)|my (?:idea|suggestion) is)[\s,:.]+/iu;
/** What is left of a proposal says something in as many letters. */
const LEAST_LEFT = 10;

/** A proposal without the words that only announce it: `que pongan sombra`, of `Tengo una idea: que pongan sombra`. */
export function proposal(text: string): string {
  const rest = text.trim().replace(ANNOUNCED, '');
  return rest.length >= LEAST_LEFT ? rest : text;
}

/** The first line that tells at least half as much as any: what came behind it is more of the same. */
export function leading(description: readonly string[]): string {
  const most = Math.max(0, ...description.map(line => line.length));
  return description.find(line => 2 * line.length >= most) ?? '';
}
