import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { showSummary } from './flow.ts';

const PUT =
  'p[oó]ng\\p{L}*|pon(?:le|lo|er|erle)?|escr[ií]b\\p{L}*|diga|decir|dijera|sea|ll[aá]m\\p{L}+|put|write|call it';
const NEW = '[\\s:"«“]*(?<title>[^\\s:"«“].{3,119}?)["»”.\\s]*$';
const DICTATED = [
  // `Ese título está feo, ponga Felicitación a Yariela`, `cambie el título a …`, `título: …`
  `(?<!\\p{L})(?:t[ií]tulo|encabezado|title)(?!\\p{L})(?:[^:]{0,60}?(?<!\\p{L})(?:${PUT}|por|to)(?:\\s+(?:as[ií]|mejor|que diga|que|de t[ií]tulo))*(?=[\\s:"«“])|\\s+a(?=\\s)|\\s*:)${NEW}`,
  // `Póngale de título …`
  `(?<!\\p{L})(?:${PUT})\\s+(?:de|como|por|en el|el)\\s+t[ií]tulo(?:\\s+(?:que diga|as[ií]))?${NEW}`,
  // `El título está malo, no es maltrato, es que los perros muerden a la gente`
  `(?<!\\p{L})(?:t[ií]tulo|title)\\s+(?:no es (?:ese|as[ií]|eso)|(?:est[aá]|qued[oó]|sali[oó]|is)\\s+(?:mal[oa]?|fe[oa]|equivocad[oa]|incorrect[oa]|wrong))[^.;:]*?[\\s,]+(?:sino|(?:lo que pasa )?es)\\s+(?:que|q|that)(?=\\s)${NEW}`,
  // `Ponle así: no pago de cuotas`
  `(?<!\\p{L})(?:${PUT})\\s+(?:s[oó]lo\\s+)?(?:as[ií]|esto|like this|this)\\s*[:,"«“]${NEW}`,
].map(source => new RegExp(source, 'iu'));

/** What they want a report to be called, in their words; null: they dictate nothing. */
function titleIn(text: string): string | null {
  if (text.includes('?')) return null;
  for (const pattern of DICTATED) {
    const title = pattern.exec(text.trim())?.groups?.['title']?.trim();
    if (title !== undefined) return title;
  }
  return null;
}

/** `El patrón no reporta`, of `es que el patrón no reporta`. */
export function withoutIs(rest: string): string {
  return rest.replace(
    /^(?:(?:lo que pasa|es|era|son|sino|it is|it['’]?s)\s+(?:es\s+)?)(?:que\s+|lo de\s+)?/iu,
    '',
  );
}

/** Who they are, and not what happens. */
const OF_SELF = /^(?:(?:yo|es que|mire|oiga) )*(?:soy|somos|i am|i m|we are) /;

/** The report called as they tell it: by the first sentence that says what happens, `los piratas trabajan sin cupo`; the others stay told. */
export function calledAsTold(draft: Draft, rest: string): Draft {
  const parts = sentences(rest).map(part => part.replace(/[\s.;!]+$/u, ''));
  const told = parts.find(part => !OF_SELF.test(plainWords(part))) ?? rest;
  const beside = told === rest ? [] : parts.filter(part => part !== told);
  const own = titled(draft, withoutIs(told));
  return { ...own, description: [...own.description, ...beside] };
}

/** The report called so; the words are its first, so that the body reads them first too. */
function titled(draft: Draft, title: string): Draft {
  const told = draft.description.filter(line => line !== draft.title && line !== title);
  return { ...draft, title, description: [title, ...told] };
}

/** `Ese título está feo, ponga Felicitación a la enfermera Yariela`: it is called so. Null: no wording is dictated. */
export function titleDictated(scene: Scene, draft: Draft): Move | null {
  const title = draft.summarised && scene.burst.choice === null ? titleIn(scene.burst.text) : null;
  return title === null
    ? null
    : showSummary(scene, titled(touched(scene, draft), title), say(scene, 'corrected'));
}
