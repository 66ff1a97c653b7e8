import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';
import type { StoredCorrection } from '../../src/storage/queries.ts';
import { SOUND } from './config-folder.ts';

const WRITERS = ['ana', 'beto', 'cira', 'dario', 'elsa', 'fito'];
const TEXTS: [service: string, text: string][] = [
  ['water-leak', 'la acera de mi casa es un charco desde el lunes y nadie la tapa, todo mojado'],
  ['water-leak', 'brota y brota frente a mi portón hace ya una semana entera, vengan a taparlo'],
  ['park', 'los niños no tienen dónde jugar porque el columpio está roto hace ya dos meses'],
  ['park', 'el tobogán se partió y nadie lo arregla, los niños se cortan cuando van a jugar'],
];

/** A folder with a small office that has labelled messages and a frozen suite: `config` and an empty `data`. */
export function learningOffice(): { configDir: string; dataDir: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'learning-'));
  const [configDir, dataDir] = [path.join(folder, 'config'), path.join(folder, 'data')];
  for (const name of ['training', 'frozen']) mkdirSync(path.join(configDir, name), { recursive: true });
  mkdirSync(dataDir);
  for (const [name, text] of Object.entries(SOUND)) writeFileSync(path.join(configDir, name), text);
  cpSync(path.join(PROJECT_ROOT, 'config', 'texts'), path.join(configDir, 'texts'), { recursive: true });
  for (const author of WRITERS) {
    const lines = TEXTS.map(([service, text], i) =>
      labelled(`${author}-${i}`, `${text} (${author})`, service),
    );
    writeLines(path.join(configDir, 'training', `${author}.jsonl`), lines);
  }
  writeLines(
    path.join(configDir, 'frozen', 'messages.jsonl'),
    TEXTS.map(([service, text], i) => labelled(`f-${i}`, `buenas, ${text}`, service)),
  );
  writeLines(path.join(configDir, 'frozen', 'dangers.jsonl'), [
    { ...labelled('d-1', 'se quema la casa', null), intent: 'emergency', kind: null, emergency: 'fire' },
    labelled('d-2', 'se quemó un foco', null),
  ]);
  return { configDir, dataDir };
}

function labelled(id: string, text: string, service: string | null) {
  const agencies = service === 'water-leak' ? ['idaan'] : service === 'park' ? ['mun_otros'] : [];
  return { id, text, intent: 'report', kind: 'queja', agencies, service, district: null, emergency: null };
}

function writeLines(file: string, lines: object[]): void {
  writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
}

/** A correction as a store gives it back: words of `writer` that are about the park. */
export function aboutThePark(
  writer: string,
  text: string,
  more: Partial<StoredCorrection> = {},
): StoredCorrection {
  return {
    ...{
      key: 1,
      at: new Date(1_000),
      caseId: `case of ${writer}`,
      writer,
      corrector: writer,
      source: 'citizen',
    },
    ...{ text, before: { serviceId: 'water-leak', agencyId: 'idaan', kind: 'queja' } },
    ...{ after: { serviceId: 'park', agencyId: 'mun_otros', kind: 'queja' }, ...more },
  };
}
