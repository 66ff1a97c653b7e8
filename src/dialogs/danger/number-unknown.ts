import type { Agency } from '../../catalogue/catalogue.ts';
import { tellsNumber } from '../asked/agency-words.ts';
import { bodiesNamed, bodyAsked } from '../asked/body-asked.ts';
import { added } from '../filed/case-steps.ts';
import { caseMeant, isJustFiled } from '../filed/just-filed-case.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { toldBesideQuestion } from '../kept-beside.ts';
import { lines, type Move, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';

const TELEPHONE = /\b(?:numeros?|telefonos?|tel|celular|whatsapp|contacto|phone|number|contact)\b/;
/** The number of a report, or their own; `el del poste` is one that they filed. */
const OTHER_NUMBER =
  /\b(?:numeros? (?:de cada|de l[oa]s dos|del del?|de l[ao] del?)|caso|reporte|queja|denuncia|pin|mi|case|report|complaint|my)\b/;
const BIDS =
  /\b(?:deme|denme|dame|digame|dime|pas\w+|mand\w+|d[ae]n?|tienen?|tendran?|cual|que|necesito|quiero|busco|give|what|need|have|tell)\b/;
/** `¿Cómo los llamo?`, `¿a dónde llamo a la luz?` */
const TO_CALL =
  /\b(?:a ?donde|donde|como|how|where) (?:los |les |le |la |lo |do i |can i |should i )?(?:llamo|llamamos|llamar\w*|llama uno|call|reach)\b/;
/** `¿A quién llamo de ENSA?`: somebody of that body. */
const WHOM_OF =
  /\b(?:a )?(?:quien|kien|whom?) (?:\w+ )?(?:llamo|llamamos|llamar|call) (?:de |en |a |from |at )(?:la |el |los |the )?[\wñ]+/;
const MOST_WORDS = 40;

/**
 * Asked for the telephone of a body in a danger that goes on, where none is known: that is said at once, with who can be called
 * instead and what to do until then, and a person reads it. What is told with it is kept.
 */
export const numberUnknown: Topic = scene => {
  const { burst, facts } = scene;
  const plain = plainWords(burst.text);
  const isFree = burst.choice === null && facts.reading.emergency === null;
  if (!isFree || !isAfterDanger(scene, ['danger']) || plain.split(' ').length > MOST_WORDS) return null;
  if (!asksNumber(burst.text, plain)) return null;
  const category = categoryTold(scene);
  const agency = bodyMeant(scene);
  if (!category || category.personal || !agency || agency.phones.length > 0) return null;
  const words = lines(
    say(scene, 'info.agency', { agency: agency.acronym }),
    say(scene, 'emergency.number_unknown'),
    category.advised ? say(scene, `advice.${category.id}`) : null,
  );
  const move = withTold(scene, toldWith(scene));
  const set = { review: true, reason: 'danger', since: facts.now } as const;
  return { ...move, replies: [replyOf(words, { class: 'emergency' })], set };
};

/** `Hay niños saliendo ya. Deme el número`: the sentences that ask for none. */
function toldWith(scene: Scene): string[] {
  const apart = toldBesideQuestion(scene);
  const asks = (part: string): boolean => part.includes('?') || asksNumber(part, plainWords(part));
  const isTold = (part: string): boolean => plainWords(part).split(' ').length >= LEAST_TOLD && !asks(part);
  return apart.length > 0 ? apart : sentences(scene.burst.text).filter(isTold);
}

const LEAST_TOLD = 4;

/** What is told with it stands in the report, or the case it became. */
function withTold(scene: Scene, told: string[]): Pick<Move, 'state' | 'cases'> {
  const { state, facts } = scene;
  const { draft } = state;
  if (told.length === 0) return { state };
  if (draft)
    return { state: { ...state, draft: { ...draft, description: [...draft.description, ...told] } } };
  const c = facts.cases.find(filed => isJustFiled(scene, filed));
  return c ? { state, cases: added(retold(scene, told), c).cases ?? [] } : { state };
}

function asksNumber(text: string, plain: string): boolean {
  if (TO_CALL.test(plain) || WHOM_OF.test(plain)) return true;
  const isAsked = text.includes('?') || BIDS.test(plain);
  return TELEPHONE.test(plain) && isAsked && !OTHER_NUMBER.test(plain) && !tellsNumber(text);
}

/** The body they name; where they name none, or several, the one that has the matter. */
function bodyMeant(scene: Scene): Agency | null {
  const { state, catalogue, burst } = scene;
  const held = state.draft ? holderOfDraft(scene, state.draft)?.holder : caseMeant(scene)?.holder;
  const holder = catalogue.agencies.get(held?.agencyId ?? '') ?? null;
  const asking = sentences(burst.text).filter(part => asksNumber(part, plainWords(part)));
  const named = bodiesNamed(scene, asking.join(' ') || burst.text);
  if (holder && (named.length === 0 || named.includes(holder))) return holder;
  // `Los bomberos me dijeron que llame a ENSA`: the firemen's number they have.
  const [silent, other] = named.filter(({ phones }) => phones.length === 0);
  return bodyAsked(scene, burst.text) ?? (silent && !other ? silent : null);
}
