import type { HolderRule, Service } from '../../catalogue/catalogue.ts';
import { DISTRICT_BODIES } from '../../catalogue/route.ts';
import type { Draft } from '../conversation.ts';
import { plainWords } from '../plain-words.ts';
import type { Scene, View } from '../scene.ts';
import { namesBody } from './body-names.ts';

/** The company they name, of those that share out the country: who gets its bills knows it best. Null: none, or several. */
export function supplierNamed(
  view: View,
  { serviceId }: Pick<Draft, 'serviceId'>,
  text: string,
): string | null {
  const service = serviceId === null ? undefined : view.catalogue.services.get(serviceId);
  const meant = plainWords(text).replace(DENIED, ' ');
  const [named, second] = service ? suppliersOf(service).filter(id => namesBody(view, meant, id)) : [];
  return named && second === undefined ? named : null;
}

const DENIED = /\bno (?:es |de |la |soy |somos |tengo )*\w+/g;

/** Those its rules share it out among by area; none where a district's own body is one, or one is only in some places. */
function suppliersOf({ holder }: Service): string[] {
  const all = [...new Set(holder.map(({ agency }) => agency))];
  return all.length > 1 && holder.every(isShare) ? all : [];
}

function isShare({ agency, when }: HolderRule): boolean {
  return DISTRICT_BODIES[agency] === undefined && when?.outside === undefined;
}

/** The draft of a service that a company supplies, for the one they name. */
export function withSupplier(draft: Draft, scene: Scene): Draft {
  const named = draft.agencyId === null ? supplierNamed(scene, draft, scene.burst.text) : null;
  return named ? { ...draft, agencyId: named } : draft;
}

/** Do a few words name the company, and no place: `de Elektra`? */
export function isSupplierAlone(scene: Scene, draft: Draft): boolean {
  const { burst, facts } = scene;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_WORDS;
  return isShort && facts.reading.places.length === 0 && supplierNamed(scene, draft, burst.text) !== null;
}

const MOST_WORDS = 5;
