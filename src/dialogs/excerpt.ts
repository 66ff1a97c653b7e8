/** The first words of a longer text, for naming it. */
export function excerpt(text: string, most = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, most).replace(/\s\S*$/, '')}…`;
}

/** The line that tells most. */
export function fullest(description: readonly string[]): string {
  return description.reduce((most, line) => (line.length > most.length ? line : most), '');
}
