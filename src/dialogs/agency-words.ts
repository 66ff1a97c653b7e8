import type { Agency } from '../catalogue/catalogue.ts';
import type { Sentence } from '../texts.ts';
import { lines, say, type View } from './scene.ts';
import { datedSource } from './source-text.ts';

const PHONE =
  /\b(telefono|telefonos|numero (de|del|para|tienen?)|a (que|k|q) numero|llamo|llamar|whatsapp|contacto|phone|call|contact)\b/;
const WEBSITE = /\b(pagina|sitio|web|link|enlace|en linea|internet|website|online)\b/;
const HOURS =
  /\b(horario|horarios|a (que|q|k) hora|abren?|cierran?|atienden|hours|open|close|opens|closes)\b/;
const ADDRESS = /\b(direccion|donde (queda|quedan|esta|estan)|ubicad[ao]|ubicacion|address|where is)\b/;

/** Do plain words ask how or when to reach a body? */
export function asksForContact(plain: string): boolean {
  return [PHONE, WEBSITE, HOURS, ADDRESS].some(pattern => pattern.test(plain));
}

/** Do plain words ask when a body can be reached? */
export function asksForHours(plain: string): boolean {
  return HOURS.test(plain);
}

/**
 * What is known of a body as far as plain words ask for it: its telephones with their source, else that nothing is sure;
 * and always a way to reach it.
 */
export function agencyWords(
  view: View,
  { acronym, website, phones, source }: Agency,
  plain: string,
): Sentence {
  const page = website === null ? null : say(view, 'info.website', { website });
  const numbers = phones.length === 0 ? null : say(view, 'info.phones', { phones: phones.join(', ') });
  const isKnown = (PHONE.test(plain) && numbers) || (WEBSITE.test(plain) && page);
  const head = say(view, isKnown ? 'info.contact' : 'info.agency', { agency: acronym });
  const short = lines(head, numbers, page ?? (numbers ? null : say(view, 'info.in_person')));
  if (numbers === null) return short;
  // A list of sources would cost more than what it vouches for.
  const said = datedSource(source, view.state.language);
  const { text } = lines(head, numbers, page, say(view, 'info.contact_source', { source: said }));
  return { text, short: short.short ?? short.text };
}
