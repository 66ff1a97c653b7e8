import type { HolderRule, Service } from '../../src/catalogue/catalogue.ts';

/** One service for tests; `words` are parted by `|`. */
export interface SmallService {
  id: string;
  name: { es: string; en: string };
  words: string;
  holder: HolderRule[];
  kinds?: Service['kinds'];
  needs?: Service['needs'];
}

const one = (agency: string): HolderRule[] => [{ agency }];
const POWER: HolderRule[] = [
  {
    when: { provinces: ['08', '03', '05', '10'] },
    agency: 'ensa',
    because: { es: 'ENSA da la luz ahí', en: 'ENSA supplies it' },
  },
  { agency: 'naturgy', because: { es: 'Naturgy da la luz ahí', en: 'Naturgy supplies it' } },
];
const GARBAGE: HolderRule[] = [
  {
    when: { districts: ['0804', '0805'] },
    agency: 'aaud',
    because: { es: 'La AAUD recoge ahí', en: 'AAUD collects there' },
  },
  { agency: 'municipality', because: { es: 'Recoge el municipio', en: 'The municipality collects' } },
];

function row(
  id: string,
  es: string,
  en: string,
  words: string,
  holder: HolderRule[],
  more: Partial<SmallService> = {},
): SmallService {
  return { id, name: { es, en }, words, holder, ...more };
}

/** 28 services of everyday life, with the rules by place that matter. */
export const SMALL_SERVICES: SmallService[] = [
  row(
    'water_leak',
    'Fuga de agua',
    'Water leak',
    'tubo roto|fuga de agua|fuga|botando agua|se bota el agua|tubería rota|tubo madre',
    one('idaan'),
  ),
  row(
    'no_water',
    'No hay agua',
    'No water',
    'no hay agua|sin agua|no llega el agua|se fue el agua|cisterna|ni una gota|baja presión',
    one('idaan'),
  ),
  row(
    'dirty_water',
    'Agua sucia',
    'Dirty water',
    'agua sucia|agua turbia|agua chocolate|agua con mal olor',
    one('idaan'),
  ),
  row(
    'sewage',
    'Aguas negras',
    'Sewage',
    'aguas negras|alcantarilla rebosada|cloaca|aguas servidas',
    one('idaan'),
  ),
  row(
    'water_bill',
    'Factura de agua',
    'Water bill',
    'recibo del agua|factura de agua|cuenta del agua',
    one('idaan'),
    { needs: [] },
  ),
  row(
    'garbage',
    'Recolección de basura',
    'Garbage collection',
    'basura|no recogen la basura|camión de la basura|pataconcito|tinaquera|recolección',
    GARBAGE,
  ),
  row(
    'dumping',
    'Basura botada',
    'Illegal dumping',
    'botar caliche|vertedero ilegal|botan basura|tiran basura',
    GARBAGE,
    { kinds: ['denuncia', 'queja'] },
  ),
  row(
    'pothole',
    'Hueco en la calle',
    'Pothole',
    'hueco|huecos|cráter|bache|calle dañada|calle rota|asfalto',
    one('mop'),
  ),
  row(
    'drain',
    'Drenaje tapado',
    'Blocked drain',
    'drenaje|tragante|cuneta|alcantarilla pluvial|se inunda la calle',
    one('mop'),
  ),
  row(
    'traffic_light',
    'Semáforo',
    'Traffic light',
    'semáforo|señal de alto|paso de cebra|policía muerto',
    one('attt'),
  ),
  row(
    'taxi',
    'Taxi o busito',
    'Taxi or minibus',
    'taxi|taxista|busito|coaster|diablo rojo|no voy|palanca|busero',
    one('attt'),
    { kinds: ['denuncia', 'queja'] },
  ),
  row(
    'metrobus',
    'Metrobús',
    'City bus',
    'metrobús|metro bus|no paró en la parada|zona paga|conductor del bus|parada de bus',
    one('mibus'),
  ),
  row(
    'power_cut',
    'Apagón',
    'Power cut',
    'se fue la luz|no hay luz|sin luz|apagón|bajón|transformador|fluctuación',
    POWER,
  ),
  row(
    'street_light',
    'Luminaria apagada',
    'Street light out',
    'luminaria|foco del poste|poste sin luz|alumbrado público|calle oscura',
    POWER,
  ),
  row(
    'power_bill',
    'Factura de luz',
    'Power bill',
    'recibo de la luz|cuenta de luz|factura de luz|medidor de luz',
    POWER,
  ),
  row(
    'regulator',
    'Reclamo ante el regulador',
    'Claim before the regulator',
    'la empresa no resolvió|reclamar en asep',
    one('asep'),
    { needs: [] },
  ),
  row(
    'appointment',
    'Cita médica del Seguro',
    'Medical appointment',
    'cita médica|sacar cita|cupo|agenda cerrada|cita con especialista',
    one('css'),
    { needs: [] },
  ),
  row(
    'medicine',
    'Medicamentos',
    'Medicines',
    'no hay medicinas|medicamento|insulina|farmacia del seguro',
    one('css'),
    { needs: [] },
  ),
  row(
    'mosquitoes',
    'Mosquitos y fumigación',
    'Mosquitoes',
    'mosquitos|dengue|fumigar|criadero|ratas',
    one('minsa'),
  ),
  row(
    'health_centre',
    'Centro de salud',
    'Health centre',
    'centro de salud|ambulancia dañada|vacuna',
    one('minsa'),
  ),
  row('noise', 'Ruido', 'Noise', 'ruido|música alta|bulla|música toda la noche', [
    { agency: 'municipality' },
  ]),
  row('sidewalk', 'Aceras y parques', 'Sidewalks and parks', 'acera|parque|poda|herbazal|árbol', [
    { agency: 'municipality' },
  ]),
  row(
    'corruption',
    'Funcionario corrupto',
    'Corrupt official',
    'coima|soborno|botella|botellas|funcionario|nepotismo|planilla bruja',
    one('antai'),
    { kinds: ['denuncia'], needs: ['description'] },
  ),
  row(
    'consumer',
    'Compra o garantía',
    'Purchase or warranty',
    'garantía|compré|tienda|precio|estafa|devolución|me cobraron de más',
    one('acodeco'),
    { needs: ['description'] },
  ),
  row(
    'scholarship',
    'PASE-U y becas',
    'Scholarships',
    'pase u|beca|becas|pago de la beca|ifarhu',
    one('ifarhu'),
    { needs: [] },
  ),
  row(
    'bike_lane',
    'Ciclovías',
    'Bike lanes',
    'ciclovía|carril bici|bicicleta',
    [{ agency: 'municipality' }],
    { kinds: ['idea', 'sugerencia'] },
  ),
  row(
    'fare_card',
    'Tarjeta del transporte',
    'Transport card',
    'tarjeta del metro|tarjeta rapi pass|saldo de la tarjeta',
    one('mibus'),
    { needs: [] },
  ),
  row(
    'speeding',
    'Exceso de velocidad',
    'Speeding',
    'exceso de velocidad|regata|carrera clandestina',
    one('attt'),
    { kinds: ['denuncia'] },
  ),
];
