/** The capital's district, its province and the country share it. */
export const COUNTRY_NAME = 'panama';

const ROAD = /^(via|avenida|av|calle|carretera|autopista|corredor|caye|bia|abenida) /;
/** Roads through several districts. */
const LONG_ROADS = new Set([
  'transistmica',
  'via transistmica',
  'la trans',
  'simon bolivar',
  'interamericana',
  'panamericana',
  'carretera interamericana',
  'via interamericana',
  'corredor norte',
  'corredores',
  'domingo diaz',
  'via domingo diaz',
  'la autopista',
  'via centenario',
  'puente centenario',
  'centennial bridge',
]);

/** Roads whose name alone does not say so, each within one district. */
const ROADS_OF_ONE = ['corredor sur', 'tumba muerto', 'ricardo j alfaro', 'jose agustin arango'];

const LONG = new Set([...LONG_ROADS].map(joined));
const WITHIN_ONE = new Set(ROADS_OF_ONE.map(joined));

function joined(written: string): string {
  return written.replaceAll(' ', '');
}

/** Whether the name is a road's: `street` when it says nothing of the district either. */
export function roadOf(written: string): 'street' | 'road' | null {
  if (LONG.has(joined(written)) || /^autopista /.test(written)) return 'street';
  if (
    /^(calle|caye) (\d+|.|cinco|trece|veinticinco|arriba|abajo|larga|decima|el agua|del agua)$/.test(written)
  ) {
    return written === 'calle 50' ? 'road' : 'street';
  }
  return ROAD.test(written) || written === 'cinta costera' || WITHIN_ONE.has(joined(written)) ? 'road' : null;
}

/** `La Tumba Muerto` is a road through the capital; `un tumba muerto` lies across any street. */
const SPEAKING = /(?<=(?<!\p{L})(?:la|v[ií]a|ave?|avenida|ruta|en|por) )tumba ?muerto(?!\p{L})/giu;

/** Names of roads in a text whose words mean something else elsewhere. */
export function speakingRoads(text: string): string[] {
  return [...new Set([...text.matchAll(SPEAKING)].map(([name]) => name))];
}
