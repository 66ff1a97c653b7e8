import type { Agency } from '../../catalogue/catalogue.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { bodyNames, ofDistrict } from '../intake/body-names.ts';
import { holderOfDraft } from '../intake/guess.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** What everybody calls a body by; of several, the one that supplies the place. */
const DESCRIBED: readonly { pattern: RegExp; bodies: readonly string[] }[] = [
  {
    pattern:
      /\b(compañia|empresa|gente|distribuidora|oficina|los|telefono|numero) (de |del )?(la )?(luz|electricidad|corriente)\b|\bcompañia electrica\b|\b(power|electric\w*|light) company\b/,
    bodies: ['ensa', 'naturgy'],
  },
  {
    pattern:
      /\b(compañia|empresa|gente|oficina|los|telefono|numero) (de |del )?(el |la )?(agua|acueducto)\b|\bwater company\b/,
    bodies: ['idaan'],
  },
  { pattern: /\b(la|del?) caja\b(?! de ahorro)/, bodies: ['css'] },
  { pattern: /\b(the )?police\b/, bodies: ['policia'] },
  { pattern: /\bfire(fighters| ?men| (service|brigade|department))\b/, bodies: ['bomberos'] },
];

/** The one body a text speaks of, by any name of it or by what everybody calls it; null: none, or several. */
export function bodyAsked(scene: Scene, text: string): Agency | null {
  const named = bodiesNamed(scene, text);
  const [only] = named;
  if (only) return named.length === 1 ? ofDistrict(scene, only, placeOf(scene)) : null;
  const plain = plainWords(text);
  const meant = DESCRIBED.find(({ pattern }) => pattern.test(plain))?.bodies ?? [];
  const own = meant.length > 1 ? meant.filter(id => id === supplierThere(scene, meant)) : meant;
  return scene.catalogue.agencies.get(own[0] ?? '') ?? null;
}

/** The bodies a text names; a longer name is not taken for the shorter one that stands in it. */
export function bodiesNamed(scene: Scene, text: string): Agency[] {
  let said = ` ${plainWords(text)} `;
  const named = new Set<Agency>();
  for (const { name, body } of bodyNames(scene)) {
    if (!said.includes(` ${name} `)) continue;
    named.add(body);
    said = said.replaceAll(` ${name} `, ' , ');
  }
  return [...named];
}

/** Where it is that was told last. */
function placeOf({ state, facts }: Scene): Scene['facts']['cases'][number]['place'] {
  return state.draft?.place ?? facts.cases[0]?.place ?? null;
}

/** Who of them has what was told, or supplies the place of it. */
function supplierThere(scene: Scene, among: readonly string[]): string | null {
  const { draft } = scene.state;
  const [c] = scene.facts.cases.filter(filed => isJustFiled(scene, filed));
  const held = draft ? holderOfDraft(scene, draft)?.holder.agencyId : c?.holder?.agencyId;
  if (held !== undefined && among.includes(held)) return held;
  const place = placeOf(scene);
  const service = [...scene.catalogue.services.values()].find(({ holder }) =>
    among.every(id => holder.some(({ agency }) => agency === id)),
  );
  const routing = service && place ? scene.route(service, place, 'queja') : null;
  return routing && 'holder' in routing ? routing.holder.agencyId : null;
}
