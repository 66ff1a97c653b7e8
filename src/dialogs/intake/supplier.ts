import type { Holder } from '../../cases/case.ts';
import type { HolderRule, Service } from '../../catalogue/catalogue.ts';
import { agencyName, DISTRICT_BODIES } from '../../catalogue/route.ts';
import type { Draft } from '../conversation.ts';
import type { Scene, View } from '../scene.ts';
import { clauses, sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { namesBody } from './body-names.ts';
import { holderOfDraft } from './guess.ts';

/** The company they name, of those that share out the country: who gets its bills knows it best. Null: none, or several. */
function supplierNamed(view: View, { serviceId }: Pick<Draft, 'serviceId'>, text: string): string | null {
  const service = serviceId === null ? undefined : view.catalogue.services.get(serviceId);
  const meant = plainWords(text).replace(DENIED, ' ');
  const [named, second] = service ? suppliersOf(service).filter(id => namesBody(view, meant, id)) : [];
  return named && second === undefined ? named : null;
}

/** The company they say that they belong to: `mi recibo es de ENSA`; who was called, or what a neighbour has, is only mentioned. */
export function supplierClaimed(view: View, draft: Pick<Draft, 'serviceId'>, text: string): string | null {
  const claims = sentences(text).filter(sentence => isClaim(plainWords(sentence)));
  return supplierNamed(view, draft, claims.join('. '));
}

function isClaim(plain: string): boolean {
  return !isMention(plain) && (CLAIMS.test(plain) || plain.split(' ').length <= MOST_WORDS);
}

/** Is a body only mentioned: who was called, what others have? */
export function isMention(plain: string): boolean {
  return MENTIONS.test(plain);
}

/** Who has a case as the citizen reads it: where one name stands for many companies, the one they told, with it. */
export function holderNamed(view: View, holder: Holder, told: readonly string[]): string {
  const name = agencyName(view.catalogue, holder, view.state.language);
  const company = companyTold(view, holder, told);
  return company === null ? name : `${company}, ${small(name)}`;
}

/** The same within a sentence: the company they told alone, or `su operadora`. */
export function holderWithin(view: View, holder: Holder, told: readonly string[]): string {
  const name = agencyName(view.catalogue, holder, view.state.language);
  const isWords = view.catalogue.agencies.get(holder.agencyId)?.acronymEn !== undefined;
  return companyTold(view, holder, told) ?? (isWords ? small(name) : name);
}

function small(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The one company they named, of those that a body's name of words stands for. */
function companyTold({ catalogue }: View, { agencyId }: Holder, told: readonly string[]): string | null {
  const body = catalogue.agencies.get(agencyId);
  // Only such a name is words, and has others in the other language.
  if (body?.acronymEn === undefined) return null;
  const said = ` ${plainWords(told.join(' ')).replace(DENIED, ' ')} `;
  const [company, second] = body.aliases.filter(
    alias => /^\p{L}/u.test(alias) && said.includes(` ${plainWords(alias)} `),
  );
  return company !== undefined && second === undefined ? company : null;
}

const CLAIMS =
  /\b(recibo|factura|cuenta|medidor|contrato|cliente|clientes|soy|somos|es|era|pago|pagamos|tengo|tenemos|bill|customer)\b/;
const MENTIONS =
  /\b(llam\w+|escrib\w+|fui|fuimos|report\w+|vecin\w+|otr[oa]s?|neighbou?r|called|amig[oa]s?|herman[oa]s?|tambien)\b/;

const DENIED = /\bno (?:es |de |la |soy |somos |tengo )*\w+/g;

/** Those its rules share it out among by area; none where a district's own body is one, or one is only in some places. */
function suppliersOf({ holder }: Service): string[] {
  const all = [...new Set(holder.map(({ agency }) => agency))];
  return all.length > 1 && holder.every(isShare) ? all : [];
}

function isShare({ agency, when }: HolderRule): boolean {
  return DISTRICT_BODIES[agency] === undefined && when?.outside === undefined;
}

/** The draft of a service that a company supplies, for the one they name; where the place tells already which, for the one they claim. */
export function withSupplier(draft: Draft, scene: Scene): Draft {
  const { text } = scene.burst;
  if (draft.agencyId !== null) return draft;
  const isDecided = draft.summarised && holderOfDraft(scene, draft) !== null;
  const own = clauses(text).filter(clause => !OTHERS.test(plainWords(clause)));
  const named = isDecided ? supplierClaimed(scene, draft, text) : supplierNamed(scene, draft, own.join('. '));
  return named && mayServe(scene, draft, named) ? { ...draft, agencyId: named } : draft;
}

/** Does a company supply any part of the province where it is? Who names one that does not means the other. */
function mayServe({ catalogue }: Scene, { serviceId, place }: Draft, agencyId: string): boolean {
  const rules = catalogue.services.get(serviceId ?? '')?.holder ?? [];
  const province = place?.code?.slice(0, 2);
  if (province === undefined) return true;
  return rules.some(({ agency, when }) => {
    const { provinces = [], districts = [], corregimientos = [] } = when ?? {};
    const isThere = [...provinces, ...districts, ...corregimientos].some(code => code.startsWith(province));
    return agency === agencyId && (when === undefined || isThere);
  });
}

const OTHERS = /\b(vecin[oa]s?|neighbou?rs?|amig[oa]s?|herman[oa]s?)\b/;

/** Do a few words name the company, and no place: `de Elektra`? */
export function isSupplierAlone(scene: Scene, draft: Draft): boolean {
  const { burst, facts } = scene;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_WORDS;
  return isShort && facts.reading.places.length === 0 && supplierNamed(scene, draft, burst.text) !== null;
}

const MOST_WORDS = 5;
