import type { Draft } from '../../conversation.ts';
import { type Move, retold, type Scene, say } from '../../scene.ts';
import { touched } from '../absorb.ts';
import { saying, showAdded, showSummary } from '../flow.ts';
import { wordsAsPlace } from '../guess.ts';
import { says } from './finer.ts';
import { placeFrom, withoutPlace } from './where.ts';

/** What is reported, and not who reports it. */
const MATTER =
  '(?:tr[aá]mite|caso|problema|asunto|reclamo|reporte|queja|solicitud|cita|paperwork|problem|case|application)';
const PAPERS =
  '(?:(?:los|mis) (?:papeles|documentos)|la solicitud|el (?:tr[aá]mite|reclamo)|(?:the|my) (?:papers|application))';
/** `Pero el trámite es en la Caja de David`, `los papeles los metí en David`. */
const OF_MATTER = new RegExp(
  `(?:^|[\\s,.;])(?:(?:pero|but)\\s+)?(?:(?:el|la|the|my|mi)\\s+${MATTER}\\s+(?:es|est[aá]|queda|lo hice|la hice|is)|${PAPERS}\\s+(?:(?:los|la|lo)\\s+)?(?:met[ií]|entregu[eé]|present[eé]|dej[eé]|hice|llev[eé]|(?:were |was )?(?:handed in|submitted|filed)))\\s+(?:en|in|at)\\s+(?<where>[^,.;]{3,80}?)(?=\\s+(?:el\\s+\\d|hace\\s|desde\\s|on\\s|in\\s)|\\s*[,.;]|\\s*$)`,
  'iu',
);
/** Where somebody lives is said with it, or where it is not. */
const APART = /(?<!\p{L})(?:viv[oie]\p{L}*|no en|no (?:es|queda) en|live|lives|not in)(?!\p{L})/iu;
/** `El lugar de mi mamá es otro, ella vive en Cerro Viento`: all that stands behind it. */
const IS_OTHER =
  /(?<!\p{L})(?:el (?:lugar|sitio|barrio)|la (?:direcci[oó]n|ubicaci[oó]n)|the (?:place|address))(?:\s+(?:de|del|of)\s+\p{L}+(?:\s+\p{L}+)?)?\s+(?:es|era|is)\s+(?:otr[oa]|another|different)[\s,.;:]+(?:(?:(?:es|ella|[eé]l|ellos|ellas|eso|it|she|he|they)\s+)*(?:vive[n]?|queda[n]?|est[aá]n?|es|is|lives?|live)\s+)?(?:(?:en|in|at)\s+)?(?<where>.{3,120})$/iu;

/** The words of the place that they state, where another was understood; null: they state none so. */
function statedIn(text: string): string | null {
  const other = IS_OTHER.exec(text)?.groups?.['where'];
  if (other !== undefined) return other.replace(/[\s.!]+$/u, '');
  const stated = APART.test(text) ? OF_MATTER.exec(text)?.groups?.['where'] : undefined;
  return stated?.trim() ?? null;
}

/**
 * `Vivo en Bugaba, pero el trámite es en la Caja de David`, `el lugar de mi mamá es otro, …`: what is stated takes the place of what
 * stood there, and nothing of it stays. Null: nothing is stated so.
 */
export function placeStated(scene: Scene, draft: Draft): Move | null {
  const { burst, state } = scene;
  const words = burst.choice === null && draft.place !== null ? statedIn(burst.text) : null;
  if (words === null || draft.place === null || burst.text.includes('?')) return null;
  const own = touched(scene, draft);
  const description = [...own.description, ...burst.lines];
  // It stands there already, and where they live is told with it.
  if (says(draft.place.text, words))
    return draft.summarised ? showAdded(scene, { ...own, description }) : null;
  const found = placeFrom(retold(scene, [words]), null, words, true);
  const place =
    found !== null && 'place' in found && found.place.code !== null
      ? { ...found.place, text: words }
      : wordsAsPlace(words, null);
  const moved = { ...own, place, reasons: withoutPlace(draft) };
  if (draft.summarised) return showSummary(scene, moved, say(scene, 'corrected'));
  return state.awaits === null
    ? null
    : saying(scene, { draft: moved, awaits: state.awaits }, say(scene, 'noted_place'));
}
