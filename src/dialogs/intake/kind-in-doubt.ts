import type { Kind } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import { plainWords } from '../words/plain-words.ts';

/** Whoever else is concerned, or that somebody is to be punished: a denuncia. */
const OTHERS =
  /\b(menores|niños|niñas|children|kids|animal\w*|perros?|gatos?|dogs?|caballos?|funcionari\w+|director\w*|comunidad|community|la gente|people|clientes|usuarios|pacientes|a todos|everybody|everyone|todo el mundo|sin (permiso|permisos|licencia|papeles|recibo|factura)|without permit|no (permit|license|receipt)|a escondidas|ilegal\w*|illegal\w*|sancion\w+|castigu\w+|multen|investiguen|vend(e|en|ieron)|alquilan|carreras)\b/;
/** One's own damage: a queja. */
const OWN = /\b(me|mi|mis|nos|nuestr[oa]s?|conmigo)\b/;
/**
 * The kind of words whose two likeliest kinds come near each other, by the rule the messages are labelled by: what
 * concerns others too is a denuncia, one's own damage a queja. Null: only the citizen knows.
 */
export function kindInDoubt(text: string, ranked: readonly Ranked<Kind>[]): Kind | null {
  const plain = plainWords(text);
  const reports = ranked.filter(({ id }) => !isProposal(id));
  if (reports.reduce((sum, { p }) => sum + p, 0) < LEAST) return null;
  if (OTHERS.test(plain)) return 'denuncia';
  return OWN.test(plain) ? 'queja' : null;
}

/** `Me cobraron de más`: one's own money. */
const OWN_MONEY =
  /\b(me|nos) (estan? |quier\w+ |siguen? |volvi\w+ a )?(cobr\w+|descont\w+|descuent\w+|devolv\w+|devuelv\w+|reembols\w+|vendi\w+|overcharg\w+|charged)\b/;
/** From here on it is an offence, whoever paid for it. */
const SURELY = 0.9;

/** Who tells of their own money with a private party has a queja, unless it is surely more: nobody else need fear for it. */
export function ownMoney(text: string, ranked: readonly Ranked<Kind>[]): Kind | null {
  const [best] = ranked;
  const plain = plainWords(text);
  const isIt = best?.id === 'denuncia' && best.p < SURELY && OWN_MONEY.test(plain) && !OTHERS.test(plain);
  return isIt ? 'queja' : null;
}

/** So much must speak against a proposal. */
const LEAST = 0.8;
