import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { ConfigError } from '../../src/errors.ts';

/** A configuration that holds, as small as one can be; tests break one line of it. */
export const SOUND: Readonly<Record<string, string>> = {
  'centre.yaml': `name: { es: "Centro", en: "Centre" }
prefix: "311"
timeZone: America/Panama
hours:
  - null
  - { open: "06:00", close: "20:00" }
  - { open: "06:00", close: "20:00" }
  - { open: "06:00", close: "20:00" }
  - { open: "06:00", close: "20:00" }
  - { open: "06:00", close: "20:00" }
  - { open: "08:00", close: "12:00" }
holidays: ["2026-12-25"]
legalDays: 30
quietGapMs: { web: 1200 }
nudgeAfterMs: 1800000
draftDays: 30
solvedNudgeDays: 3
closeAfterDays: 7
limits:
  mediaBytes: 1000
  mediaTypes: [image/jpeg]
  messagesPerMinute: 30
`,
  'notices.yaml': `quietHours: { from: "21:00", to: "07:00" }
roads:
  sms: { cost: paid, wakes: true }
news:
  opened: { roads: [conversation, sms], cost: paid, atNight: true }
  assigned: { roads: [conversation], cost: free, atNight: false }
  status: { roads: [conversation], cost: free, atNight: false }
  solved: { roads: [conversation], cost: free, atNight: false }
  question: { roads: [conversation], cost: free, atNight: false }
  reminder: { roads: [conversation], cost: free, atNight: false }
`,
  'agencies.yaml': `- id: idaan
  name: "Instituto de Acueductos"
  acronym: "IDAAN"
  answersFor: { es: "Agua.", en: "Water." }
  days: 10
  confidence: A
  source: "inventado"
  weight: 30
- id: mun_otros
  name: "Municipio del distrito"
  acronym: "Municipio"
  scope: district
  answersFor: { es: "Su distrito.", en: "Its district." }
  days: 15
  confidence: M
  source: "inventado"
  weight: 1
`,
  'services.yaml': `- id: water-leak
  name: { es: "Fuga", en: "Leak" }
  covers: { es: "Agua que se bota.", en: "Running water." }
  needs: [place]
  kinds: [queja]
  words: [tubo roto, fuga]
  days: 5
  holder:
    - agency: idaan
- id: park
  name: { es: "Parque", en: "Park" }
  covers: { es: "Parque dañado.", en: "Damaged park." }
  needs: [place]
  kinds: [queja, sugerencia]
  words: [columpio]
  days: 15
  holder:
    - when: { districts: ["0601"] }
      agency: idaan
    - agency: municipality
`,
  'topics.yaml': `- id: water
  words: [agua]
  services: [water-leak]
`,
  'procedures.yaml': `- id: water-contract
  agency: idaan
  name: { es: "Contrato de agua", en: "Water contract" }
  words: [contrato de agua, agua a mi nombre, medidor nuevo, contratar agua, conexión de agua, water contract]
  needs:
    es: ["Cédula", "Paz y salvo"]
    en: ["Identity card", "Clearance"]
  cost: { es: "B/.10", en: "B/.10" }
  where: { es: "Agencia", en: "Office" }
  takes: null
  asOf: "2025-10"
  confidence: A
  source: "inventado"
- id: water-clearance
  agency: idaan
  name: { es: "Paz y salvo de agua", en: "Water clearance" }
  words: [paz y salvo, no deber agua, estar al día, constancia de pago, certificado de saldo, clearance]
  needs: { es: ["Saldo en cero"], en: ["Nothing owed"] }
  cost: null
  where: { es: "En línea", en: "Online" }
  takes: { es: "Un día", en: "One day" }
  asOf: null
  confidence: B
  source: "inventado"
`,
  'emergency.yaml': `- id: fire
  lines: [{ number: "103", name: { es: "Bomberos", en: "Fire brigade" } }]
  triggers: [se quema la casa]
  guards: [se quemó un foco]
`,
  'templates.yaml': `whatsapp:
  status:
    es: { template: novedad, language: es, values: [number, matter, status, note] }
    en: { template: novedad, language: en, values: [number, status] }
whatsapp-twilio: {}
`,
  'abbreviations.yaml': 'xq: porque\nq: que\n',
  'places.json': `{"attribution":"inventado",
"places":[
{"code":"06","level":"province","name":"Herrera","aliases":[],"lat":null,"lon":null,"confidence":"A"},
{"code":"0601","level":"district","name":"Chitré","aliases":[],"lat":7.97,"lon":-80.43,"confidence":"A"},
{"code":"0602","level":"district","name":"Las Minas","aliases":[],"lat":null,"lon":null,"confidence":"A"},
{"code":"060101","level":"corregimiento","name":"Chitré","aliases":[],"lat":null,"lon":null,"confidence":"A"},
{"code":"060101","level":"landmark","name":"Parque Unión","aliases":["el parque"],"lat":null,"lon":null,"confidence":"B"}
]}
`,
};

/** Writes the sound configuration with these files instead (null: left out), runs, and removes it. */
export async function withConfig<T>(
  files: Record<string, string | null>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'config-'));
  try {
    for (const [name, text] of Object.entries({ ...SOUND, ...files })) {
      if (text !== null) await writeFile(path.join(folder, name), text);
    }
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the loader says of the sound configuration with one file changed: `services.yaml:12: …`, sorted as said. */
export async function complaints(file: string, change: (text: string) => string | null): Promise<string[]> {
  const before = SOUND[file] ?? '';
  const after = change(before);
  if (after === before) throw new Error(`the change did not change ${file}`);
  return withConfig({ [file]: after }, async folder => {
    const error = await loadCatalogue(folder).catch((thrown: unknown) => thrown);
    if (!(error instanceof ConfigError)) throw new Error('the configuration was not refused');
    return error.problems.map(({ where, reason }) => `${where.slice(where.indexOf('/') + 1)}: ${reason}`);
  });
}
