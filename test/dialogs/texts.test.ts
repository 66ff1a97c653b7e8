import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { agencyName, placeNames } from '../../src/catalogue/route.ts';
import { segments, toGsm7 } from '../../src/channels/gsm7.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { bodyOfAppeal } from '../../src/dialogs/intake/appeal.ts';
import { TEXT_KEYS, type TextKey } from '../../src/dialogs/text-keys.ts';
import type { Language } from '../../src/texts.ts';
import { openStage } from '../support/play.ts';

const stage = await openStage();
const LANGUAGES: Language[] = ['es', 'en'];

/** Every key of a file of texts, dotted, with its text and its wording for text messages. */
function entriesOf(language: Language): Map<string, { text: string; sms?: string }> {
  const file = path.join(PROJECT_ROOT, 'config', 'texts', `${language}.yaml`);
  const found = new Map<string, { text: string; sms?: string }>();
  const walk = (node: unknown, key: string): void => {
    if (typeof node === 'string') found.set(key, { text: node });
    else if (isEntry(node)) found.set(key, node);
    else
      for (const [name, child] of Object.entries(node as object)) walk(child, key ? `${key}.${name}` : name);
  };
  walk(parse(readFileSync(file, 'utf8')), '');
  return found;
}

function isEntry(node: unknown): node is { text: string; sms?: string } {
  return typeof node === 'object' && node !== null && typeof (node as { text?: unknown }).text === 'string';
}

const ENTRIES = { es: entriesOf('es'), en: entriesOf('en') };

function longest(words: string[]): string {
  return words.reduce((long, word) => (word.length > long.length ? word : long), '');
}

/** The longest a name can be, of each that is put into a sentence. */
function longestNames(language: Language): Record<string, string> {
  const { agencies, services, places } = stage.catalogue;
  const districts = places.filter(({ level }) => level === 'district');
  const bodies = [...agencies.values()].flatMap(({ id, scope }) =>
    (scope === 'district' ? districts.map(({ code }) => code) : [null]).map(districtCode =>
      agencyName(stage.catalogue, { agencyId: id, districtCode }, language),
    ),
  );
  const roads = TEXT_KEYS.filter(key => key.startsWith('road.'));
  const statuses = TEXT_KEYS.filter(key => key.startsWith('case_page.status.'));
  const full = places.map(({ code, name }) => {
    const { corregimiento, district } = placeNames(stage.catalogue, code);
    return [name, corregimiento, district].filter(Boolean).join(', ');
  });
  return {
    agency: longest(bodies),
    matter: longest([...services.values()].map(({ name }) => name[language])),
    place: longest(full),
    area: longest(districts.map(({ name }) => name)),
    distance: '24.9 km',
    status: longest(statuses.map(key => stage.texts.say(language, key).text)),
    road: longest(roads.map(key => stage.texts.say(language, key).text)),
    ...{ code: '482913', address: 'maria.de.los.angeles@correo.example.com' },
    ...{ number: '311-483-920-712', pin: '482913', day: '30 de septiembre', time: '12:30 p.m.', count: '10' },
    until: '12:30 p.m.',
    procedure: longest([...stage.catalogue.procedures.values()].map(({ name }) => name[language])),
    matters: longest([...agencies.values()].map(({ answersFor }) => answersFor[language])),
    ...{ kind: 'Sugerencia', days: '120', url: 'https://ventanilla.311.gob.pa', name: 'x'.repeat(40) },
    ...{ whom: 'a los administradores', general: '911', rescue: '520-4426' },
    appeal: longest([...agencies.keys()].map(id => bodyOfAppeal(stage, id)?.acronym ?? '')),
  };
}

/** All that is said: dangers in which the citizen is spoken to as the one who suffers have words of their own. */
const SAID: TextKey[] = [
  ...TEXT_KEYS,
  ...[...stage.catalogue.emergencies.values()].flatMap(({ id, personal }) =>
    personal ? [`emergency.own.${id}` as const] : [],
  ),
  ...[...stage.catalogue.emergencies.values()].flatMap(({ id, veiled }) =>
    veiled ? [`emergency.veiled.${id}` as const] : [],
  ),
  ...[...stage.catalogue.emergencies.values(), ...stage.catalogue.services.values()].flatMap(
    ({ id, advised }) => (advised ? [`advice.${id}` as const] : []),
  ),
];

/** What is in free words cannot be measured beforehand. */
const FREE = /\{(question|words|because|reasons|needs|costs?|where|takes|source|date|website|phones)\}/;

const FIXED = LANGUAGES.flatMap(language =>
  SAID.filter(key => !FREE.test(ENTRIES[language].get(key)?.text ?? '')).map(key => [language, key] as const),
);

describe('the sentences of the dialog', () => {
  it.each(LANGUAGES)('are all written in %s', language => {
    expect(SAID.filter(key => !ENTRIES[language].has(key))).toEqual([]);
  });

  it('are each said by somebody', () => {
    const others = /^(page|case_page|pairing_page|sms|channel|mail)\./;
    const known = new Set<string>(SAID);
    expect([...ENTRIES.es.keys()].filter(key => !known.has(key) && !others.test(key))).toEqual([]);
    expect(SAID.length).toBe(known.size);
  });

  it('offer the same choices in both languages, none twice and none longer than a button', () => {
    const choices = (language: Language) =>
      [...ENTRIES[language].keys()].filter(key => key.startsWith('choice.'));
    expect(choices('en').sort()).toEqual(choices('es').sort());
    for (const language of LANGUAGES) {
      for (const key of choices(language)) {
        expect(ENTRIES[language].get(key)?.text.length, key).toBeLessThanOrEqual(40);
      }
    }
  });

  it.each(FIXED)('in %s, %s stays within two text messages at its longest names', (language, key) => {
    const { text, short } = stage.texts.say(language, key, longestNames(language));
    expect(segments(toGsm7(short ?? text)).count).toBeLessThanOrEqual(2);
  });

  it('shout nothing and never tell anybody to wait', () => {
    for (const { text } of [...ENTRIES.es.values(), ...ENTRIES.en.values()]) {
      expect(text).not.toMatch(/por favor espere|please wait|!{2,}/i);
      expect(text.replace(/\b(PIN|PDF|PNG|INICIAR|START|311|SMS|JavaScript|MB|URL)\b/g, '')).not.toMatch(
        /\b[A-ZÁÉÍÓÚÑ]{5,}\b/,
      );
    }
  });

  it('address everybody as usted', () => {
    const familiar = 'tu tus tú te ti contigo quieres puedes tienes dime cuéntame escríbeme'.split(' ');
    for (const [key, { text, sms = '' }] of ENTRIES.es) {
      const words = `${text} ${sms}`.toLowerCase().split(/[^\p{L}]+/u);
      expect(
        words.filter(word => familiar.includes(word)),
        key,
      ).toEqual([]);
    }
  });
});
