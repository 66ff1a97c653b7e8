import type { Place } from '../../cases/case.ts';
import type { Agency, Catalogue } from '../../catalogue/catalogue.ts';
import { DISTRICT_BODIES } from '../../catalogue/route.ts';
import type { View } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

interface NamedBody {
  name: string;
  body: Agency;
}

/** Sorted once for each catalogue. */
const known = new WeakMap<Catalogue, readonly NamedBody[]>();

/** Names of bodies in plain words, the longest first. */
export function bodyNames({ catalogue }: View): readonly NamedBody[] {
  const before = known.get(catalogue);
  if (before) return before;
  const names = namesIn(catalogue);
  known.set(catalogue, names);
  return names;
}

function namesIn(catalogue: Catalogue): NamedBody[] {
  return [...catalogue.agencies.values()]
    .flatMap(body =>
      [body.acronym, body.acronymEn ?? '', body.name, ...body.aliases].map(name => ({
        name: plainWords(name).replace(/^(el|la|los|las) /, ''),
        body,
      })),
    )
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
}

/** Is a body named in the words of a citizen? */
export function namesBody(view: View, text: string, id: string): boolean {
  const said = ` ${plainWords(text)} `;
  return bodyNames(view).some(({ name, body }) => body.id === id && said.includes(` ${name} `));
}

/** Is any body at all named in a text? */
export function namesAnyBody(view: View, text: string): boolean {
  const said = ` ${plainWords(text)} `;
  return bodyNames(view).some(({ name }) => said.includes(` ${name} `));
}

/** `Del MOP`, `es sobre el metro`: the body that is named, and nothing of what. */
export function bodyAlone(view: View, text: string): Agency | null {
  const plain = plainWords(text).replace(LEADING, '');
  return bodyNames(view).find(({ name }) => name === plain)?.body ?? null;
}

const LEADING =
  /^(?:(?:es|eso|esto|sobre|contra|con|de|del|a|al|por|para|la|el|los|las|una?|queja|denuncia|reporte|lo|problema|it|is|about|against|the|with) )+/;

/** The one body beside `held` whose name stands in a text; null: none does, or several. */
export function otherBodyNamed(view: View, text: string, held: string | undefined): string | null {
  const said = ` ${plainWords(text)} `;
  const named = bodyNames(view).filter(({ name, body }) => body.id !== held && said.includes(` ${name} `));
  const ids = new Set(named.map(({ body }) => body.id));
  return ids.size === 1 ? (named[0]?.body.id ?? null) : null;
}

/** The municipality of the place's own district, where that has an entry of its own. */
export function ofDistrict({ catalogue }: View, body: Agency, place: Place | null): Agency {
  if (body.id !== DISTRICT_BODIES['municipality']) return body;
  const code = (place?.code ?? '').slice(0, 4);
  return [...catalogue.agencies.values()].find(({ districts }) => districts.includes(code)) ?? body;
}
