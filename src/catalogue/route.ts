import type { Holder, Place } from '../cases/case.ts';
import type { Language } from '../texts.ts';
import type { Agency, Catalogue, HolderRule, PlaceCondition, Route, Routing } from './catalogue.ts';

/** The words of a rule that stand for the body of the place's own district, and who that is by default. */
export const DISTRICT_BODIES: Readonly<Record<string, string>> = {
  municipality: 'mun_otros',
  junta: 'juntas_comunales',
};

type Decide = (rule: HolderRule, code: string) => Holder | null;

/** Decides who is competent: of a denuncia its watchdog, else the first rule that holds at the place, named `service#2`. */
export function route({ agencies }: Catalogue): Route {
  const decide = deciderOf(agencies);
  return (service, place, kind = null) => {
    const code = place?.code ?? '';
    if (kind === 'denuncia' && service.watchdog !== undefined)
      return {
        holder: { agencyId: service.watchdog, districtCode: null },
        rule: `${service.id}#watchdog`,
        because: null,
      };
    for (const [index, rule] of service.holder.entries()) {
      const answer = holds(rule.when, code);
      if (answer === 'unknown') return { ask: 'place' };
      if (answer === 'yes') return routing(service.id, index, rule, decide(rule, code));
    }
    return { ask: 'place' };
  };
}

function routing(serviceId: string, index: number, rule: HolderRule, holder: Holder | null): Routing {
  if (holder === null) return { ask: 'place' };
  return { holder, rule: `${serviceId}#${index + 1}`, because: rule.because ?? null };
}

/** Does a condition hold at a place of this code? `unknown`: the code is too short to tell. */
function holds(when: PlaceCondition | undefined, code: string): 'yes' | 'no' | 'unknown' {
  if (!when) return 'yes';
  if (when.outside) return isOutside(when.outside, code) ? 'yes' : 'no';
  const codes = [...(when.provinces ?? []), ...(when.districts ?? []), ...(when.corregimientos ?? [])];
  if (codes.some(known => code.startsWith(known))) return 'yes';
  return codes.some(known => known.startsWith(code)) ? 'unknown' : 'no';
}

/** Is a place surely in none of these? Where too little is known of it, what holds within them holds. */
function isOutside(codes: readonly string[], code: string): boolean {
  return code !== '' && codes.every(known => !known.startsWith(code) && !code.startsWith(known));
}

/** Null: there is one such body per district, and the district is not known. */
function deciderOf(agencies: Map<string, Agency>): Decide {
  const municipalities = new Map(
    [...agencies.values()].flatMap(({ id, districts }) => districts.map(code => [code, id] as const)),
  );
  return (rule, code) => {
    const agencyId = DISTRICT_BODIES[rule.agency] ?? rule.agency;
    if (agencies.get(agencyId)?.scope !== 'district') return { agencyId, districtCode: null };
    if (code.length < 4) return null;
    const district = code.slice(0, 4);
    const own = rule.agency === 'municipality' ? municipalities.get(district) : undefined;
    return own ? { agencyId: own, districtCode: null } : { agencyId, districtCode: district };
  };
}

/** A body as the citizen reads it: `IDAAN`, `Municipio de Chitré`; the id when it is not in the catalogue. */
export function agencyName(catalogue: Catalogue, holder: Holder, language: Language): string {
  const agency = catalogue.agencies.get(holder.agencyId);
  if (!agency) return holder.agencyId;
  if (holder.districtCode === null) return shortName(agency, language);
  const district = districtName(catalogue, holder.districtCode);
  const names = LOCAL_NAMES[holder.agencyId];
  return names ? names[language](district) : `${agency.acronym} (${district})`;
}

function shortName({ acronym, acronymEn }: Agency, language: Language): string {
  return language === 'en' ? (acronymEn ?? acronym) : acronym;
}

const LOCAL_NAMES: Record<string, Record<Language, (district: string) => string>> = {
  mun_otros: {
    es: district => `Municipio de ${district}`,
    en: district => `Municipality of ${district}`,
  },
  juntas_comunales: {
    es: district => `Junta comunal (${district})`,
    en: district => `Local council (${district})`,
  },
};

/** The name of a district by its four digits, or these digits when there is none. */
export function districtName(catalogue: Catalogue, code: string): string {
  return nameAt(catalogue, 'district', code) ?? code;
}

/** The names of the areas a code lies in, as far as the code goes. */
export function placeNames(
  catalogue: Catalogue,
  code: string,
): Pick<Place, 'province' | 'district' | 'corregimiento'> {
  return {
    province: nameAt(catalogue, 'province', code.slice(0, 2)),
    district: code.length < 4 ? null : nameAt(catalogue, 'district', code.slice(0, 4)),
    corregimiento: code.length < 6 ? null : nameAt(catalogue, 'corregimiento', code),
  };
}

function nameAt(catalogue: Catalogue, level: string, code: string): string | null {
  return catalogue.places.find(place => place.level === level && place.code === code)?.name ?? null;
}
