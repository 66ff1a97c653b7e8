/** What places are called by their kind, for expressions; each fits words as they are written and plain words. */

/** Parts of a town or of the country that stand before their name: `sector`, of `sector Nueva Esperanza`. */
export const QUARTERS = 'barriada|urbanizaci[oó]n|residencial|sector|comunidad|caser[ií]o|poblado|vereda';

/** What people go along. */
export const STREETS =
  'calle|avenida|ave|av|v[ií]a|vereda|carretera|callej[oó]n|autopista|transversal|boulevard';

/** What stands in a town, and is found by it: `cancha`, of `por la cancha de Veracruz`. */
export const LANDMARKS =
  'escuela|colegio|instituto|liceo|kinder|hospital|policl[ií]nica|cl[ií]nica|centro de salud|parque(?: central| infantil| municipal)?|plaza|placita|plazoleta|' +
  'cancha|estadio|gimnasio|iglesia|capilla|cementerio|mercado|terminal|parada|piquera|estaci[oó]n|puente|muelle';

/** What a number or a letter tells apart: `casa`, of `casa 24`. */
export const DOORS =
  'casa|apto|apartamento|edificio|torre|piso|lote|manzana|bloque|poste|km|kil[oó]metro|etapa';
