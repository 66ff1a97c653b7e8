import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type {
  Agency,
  Catalogue,
  GazetteerRow,
  NoticePlan,
  Procedure,
  Service,
} from '../../src/catalogue/catalogue.ts';
import { SMALL_PLACES } from './small-places.ts';
import { SMALL_SERVICES, type SmallService } from './small-services.ts';

/** A whole catalogue, small enough to read: 17 bodies, 28 services, 3 procedures, some 260 places with homonyms. */
export function smallCatalogue(): Catalogue {
  return {
    centre: CENTRE,
    notices: NOTICES,
    agencies: new Map(AGENCIES.map(row => [row[0], agency(row)])),
    services: new Map(SMALL_SERVICES.map(row => [row.id, service(row)])),
    vocabulary: new Map(),
    procedures: new Map(PROCEDURES.map(row => [row[0], procedure(row)])),
    topics: [],
    emergencies: new Map(
      (fromConfig('emergency.yaml') as { id: string }[]).map(category => [category.id, category as never]),
    ),
    places: SMALL_PLACES.trim().split('\n').map(place),
    templates: new Map(),
    abbreviations: new Map(Object.entries(fromConfig('abbreviations.yaml') as Record<string, string>)),
  };
}

function fromConfig(name: string): unknown {
  return parse(readFileSync(new URL(`../../config/${name}`, import.meta.url), 'utf8'));
}

/** News takes the road the citizen wrote on, then what else they have proven, at any hour. */
const NEWS = { roads: ['conversation', 'sms', 'email'], cost: 'paid', atNight: false } as const;
const NOTICES: NoticePlan = {
  quietHours: null,
  roads: new Map([['sms', { cost: 'paid', wakes: true }]]),
  news: { opened: NEWS, assigned: NEWS, status: NEWS, solved: NEWS, question: NEWS, reminder: NEWS },
};

type AgencyRow = [
  id: string,
  acronym: string,
  name: string,
  aliases: string,
  weight: number,
  districts?: string,
];

const AGENCIES: AgencyRow[] = [
  ['idaan', 'IDAAN', 'Instituto de Acueductos y Alcantarillados Nacionales', 'idan|los del agua', 29.79],
  ['aaud', 'AAUD', 'Autoridad de Aseo Urbano y Domiciliario', 'autoridad de aseo|dimaud', 7.28],
  ['mop', 'MOP', 'Ministerio de Obras Públicas', 'obras públicas', 5.3],
  ['minsa', 'MINSA', 'Ministerio de Salud', 'centro de salud|saneamiento ambiental', 3.97],
  ['css', 'CSS', 'Caja de Seguro Social', 'el seguro|la caja|seguro social|policlínica', 3.97],
  ['attt', 'ATTT', 'Autoridad del Tránsito y Transporte Terrestre', 'tránsito', 3.31],
  ['mibus', 'MIBUS', 'MiBus', 'metrobús|mi bus', 1.32],
  ['ensa', 'ENSA', 'ENSA', 'elektra noreste', 1.65],
  ['naturgy', 'NATURGY', 'Naturgy', 'fenosa|edemet|edechi', 1.65],
  ['asep', 'ASEP', 'Autoridad Nacional de los Servicios Públicos', 'ente regulador', 2.65],
  ['acodeco', 'ACODECO', 'Autoridad de Protección al Consumidor', 'protección al consumidor', 1.99],
  ['antai', 'ANTAI', 'Autoridad de Transparencia', 'transparencia', 0.79],
  ['ifarhu', 'IFARHU', 'Instituto de becas', 'ifaru|las becas', 2.32],
  ['mun_panama', 'MUPA', 'Municipio de Panamá', 'alcaldía de panamá', 2.65, '0804'],
  ['mun_san_miguelito', 'MUSM', 'Municipio de San Miguelito', 'alcaldía de san miguelito', 0.99, '0805'],
  ['mun_arraijan', 'MUARR', 'Municipio de Arraiján', 'alcaldía de arraiján', 0.79, '1301'],
  ['mun_otros', 'MUN', 'Municipio', 'alcaldía|alcalde', 0.66],
];

function agency([id, acronym, name, aliases, weight, districts]: AgencyRow): Agency {
  return {
    id,
    name,
    acronym,
    aliases: aliases.split('|'),
    scope: id === 'mun_otros' ? 'district' : 'national',
    districts: districts ? [districts] : [],
    answersFor: { es: name, en: name },
    words: [],
    needsIdentity: id === 'attt',
    days: 10,
    website: null,
    phones: [],
    confidence: 'B',
    source: 'invented for tests',
    weight,
  };
}

function service({ id, name, kinds, words, holder, needs }: SmallService): Service {
  return {
    id,
    name,
    covers: name,
    needs: needs ?? ['place'],
    kinds: kinds ?? ['queja'],
    words: words.split('|'),
    days: 10,
    holder,
  };
}

type ProcedureRow = [id: string, agency: string, es: string, en: string, words: string];

const PROCEDURES: ProcedureRow[] = [
  [
    'water_contract',
    'idaan',
    'Contrato de agua',
    'Water contract',
    'contrato de agua|agua a mi nombre|water contract',
  ],
  [
    'licence',
    'attt',
    'Renovación de licencia',
    'Licence renewal',
    'renovar licencia|licencia vencida|renew my licence',
  ],
  [
    'licence_copy',
    'attt',
    'Duplicado de licencia',
    'Licence duplicate',
    'duplicado de licencia|perdí la licencia|lost my licence',
  ],
];

function procedure([id, agency, es, en, words]: ProcedureRow): Procedure {
  return {
    ...{ id, agency, name: { es, en }, words: words.split('|'), confidence: 'A', asOf: '2025-10' },
    ...{ needs: { es: ['Cédula'], en: ['Identity card'] }, cost: { es: 'B/.10', en: 'B/.10' }, takes: null },
    ...{ where: { es: 'Agencia', en: 'Office' }, source: 'invented for tests' },
  };
}

const LEVELS = {
  p: 'province',
  d: 'district',
  c: 'corregimiento',
  n: 'neighbourhood',
  l: 'landmark',
} as const;

function place(line: string): GazetteerRow {
  const [code = '', level = 'n', name = '', aliases = '', lat, lon, confidence] = line.split('|');
  return {
    code,
    level: LEVELS[level as keyof typeof LEVELS],
    name,
    aliases: aliases === '' ? [] : aliases.split(','),
    lat: lat ? Number(lat) : null,
    lon: lon ? Number(lon) : null,
    confidence: confidence as 'A' | 'M' | 'B',
  };
}

const WEEKDAY = { open: '07:00', close: '18:00' };

const CENTRE: Catalogue['centre'] = {
  name: { es: 'Centro de atención 311', en: '311 service centre' },
  prefix: '311',
  timeZone: 'America/Panama',
  hours: [null, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, { open: '08:00', close: '12:00' }],
  holidays: ['2026-11-03', '2026-12-25'],
  legalDays: 30,
  ombudsman: null,
  appeals: {},
  quietGapMs: { web: 1200, sms: 1200, terminal: 0 },
  nudgeAfterMs: 1_800_000,
  draftDays: 30,
  solvedNudgeDays: 3,
  closeAfterDays: 7,
  limits: { mediaBytes: 10_000_000, mediaTypes: ['image/jpeg'], messagesPerMinute: 30 },
};
