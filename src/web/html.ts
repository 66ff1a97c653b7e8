/** Text as it stands in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that is safe to put into a page. Only `html` makes it. */
export interface Html {
  readonly html: string;
}

/** Puts values into HTML: text is escaped, `Html` goes in as it is, a list one after the other, null as nothing. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | Html[] | null)[]): Html {
  return { html: parts.map((part, i) => part + shown(values[i] ?? null)).join('') };
}

function shown(value: string | Html | Html[] | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  return Array.isArray(value) ? value.map(shown).join('') : value.html;
}
