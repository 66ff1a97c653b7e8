import { plainClauses } from './clauses.ts';
import { consentIn } from './consent.ts';
import { plainWords } from './plain-words.ts';

const LEAVES =
  /\b(?:cancel|retir|anul|borr|elimin|descart|quit|withdr|delet|drop)\w*|\b(?:no|not|don t) (?:lo |la |le |se )*(?:mand|envi|presen|send|submit|file)\w*|\bmejor (?:no|(?:ese|esa|eso|el|la) .*no)$|\b(?:ese|esa|eso|that one) (?:mejor )?no$|\bbetter not$/;
/** What leads to the last word: `no, mejor sí`, `bueno`, `ay perdón`. */
const LEAD =
  /^(?:(?:no|ay|ah|bueno|mejor|pero|perdon|disculpe|espere|mentira|ok|entonces|que|wait|actually|sorry|no wait|well) )+(?=\S)/;
/** A mind is changed with these; a bare `sí` behind a refusal agrees to that. */
const TURNS = /^(?:(?:no|ay|ah) )*(?:bueno|mejor|pero|perdon|disculpe|mentira|wait|actually|sorry|well)\b/;
const ORDERS = /\b(?:mand|envi|send)\w*/;
/** Not now is not never, and no order either. */
const NOT_YET = /\b(?:todavia|aun|yet)\b/;
const SI = /^(?:si|yes) (?=\S)/;
const KEEPS =
  /^(?:dej[ae]l[oa]|dejenl[oa]|que siga|siga|sigan|mantengal[oa]|manteng\w+|keep it|leave it|let it be|do not cancel it)(?: (?:asi|abiert[oa]|mejor|como esta|por favor|porfa|tal cual|open|as it is|please))*$/;

/** The clauses of a text, where one of them leaves what was begun and the rest follows it; null: none leaves it, or the last one does. */
function behindLeaving(text: string): string[] | null {
  const parts = plainClauses(text);
  const at = parts.findLastIndex(part => LEAVES.test(part));
  const behind = parts.slice(at + 1);
  return at < 0 || behind.length === 0 || text.includes('?') ? null : behind;
}

function lastOf(behind: readonly string[]): string {
  return (behind.at(-1) ?? '').replace(LEAD, '');
}

/** Is what they first took back to stay after all: `cancele la idea… no, mejor sí déjela`? */
export function keptInTheEnd(text: string): boolean {
  const behind = behindLeaving(text);
  return behind !== null && KEEPS.test(lastOf(behind).replace(SI, ''));
}

/** Is what they first refused to be sent after all: `no, mejor ese no. bueno sí`? */
export function agreedInTheEnd(text: string): boolean {
  const behind = behindLeaving(text);
  if (behind === null || !behind.every(part => consentIn(part.replace(LEAD, '')) !== 'drop')) return false;
  const last = lastOf(behind);
  // `No mande lo del hueco, mande lo del cable` names another.
  if (/\b(?:lo|la|el|the one) (?:de|del|of)\b/.test(last)) return false;
  const isTurned = TURNS.test(behind.at(-1) ?? '') || ORDERS.test(last);
  if (!isTurned || NOT_YET.test(plainWords(text))) return false;
  return (/^(?:si|yes)\b/.test(last) || ORDERS.test(last)) && consentIn(last) === 'yes';
}
