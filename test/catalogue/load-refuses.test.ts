import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { ConfigError } from '../../src/errors.ts';
import { complaints, SOUND, withConfig } from '../support/config-folder.ts';

/** Replaces text in a file of the sound configuration; it must be there. */
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('a sound configuration', () => {
  it('loads', async () => {
    const catalogue = await withConfig({}, loadCatalogue);
    expect([...catalogue.services.keys()]).toEqual(['water-leak', 'park']);
    expect(catalogue.agencies.get('idaan')).toMatchObject({ scope: 'national', phones: [], website: null });
    expect(catalogue.abbreviations.get('xq')).toBe('porque');
    expect(catalogue.places).toHaveLength(5);
  });
});

describe('a file that cannot be read', () => {
  it.each(Object.keys(SOUND))('is named when %s is missing', async file => {
    expect(await complaints(file, () => null)).toContain(
      `${file}: the file is missing or cannot be read: put it back`,
    );
  });

  it('is named with the line of the mistake in its YAML', async () => {
    const [first] = await complaints('centre.yaml', swap('legalDays: 30', 'legalDays: 30\n  days: 5'));
    expect(first).toMatch(/^centre\.yaml:1[34]: .*: correct the line$/);
  });

  it('is named when a key stands twice', async () => {
    expect(await complaints('services.yaml', swap('  days: 5', '  days: 5\n  days: 6'))).toEqual([
      'services.yaml:8: Map keys must be unique: correct the line',
    ]);
  });

  it('is named when an anchor contains itself', async () => {
    const [only, ...more] = await complaints('agencies.yaml', text => `${text}- &me\n  parent: *me\n`);
    expect(only).toMatch(/^agencies\.yaml:1: an anchor \(&name\) contains itself or cannot be followed/);
    expect(more).toEqual([]);
  });

  it('is named when it is empty', async () => {
    expect(await complaints('agencies.yaml', () => '')).toEqual([
      'agencies.yaml:1: the file is missing: add it',
    ]);
  });

  it('is named with its line when it is no JSON', async () => {
    expect(
      await complaints('places.json', swap('"Chitré","aliases":[],"lat":7.97', '"Chitré" "aliases"')),
    ).toEqual(['places.json:4: is not JSON: a comma, quote or bracket is missing or too many']);
  });
});

describe('an entry that is not as it should be', () => {
  it.each([
    [
      'a key nobody knows',
      'services.yaml',
      'needs: [place]',
      'neds: [place]',
      [
        'services.yaml:1: "needs": is missing: add it',
        'services.yaml:4: "neds" is not known here: correct its name or remove it',
      ],
    ],
    [
      'a language left out',
      'services.yaml',
      'name: { es: "Fuga", en: "Leak" }',
      'name: { es: "Fuga" }',
      ['services.yaml:2: "name.en": is missing: add it'],
    ],
    [
      'a number in quotes',
      'services.yaml',
      'days: 5',
      'days: "5"',
      ['services.yaml:7: "days": must be a number, without quotes'],
    ],
    [
      'too many days',
      'services.yaml',
      'days: 5',
      'days: 500',
      ['services.yaml:7: "days": must be 60 or less'],
    ],
    [
      'half a day',
      'services.yaml',
      'days: 5',
      'days: 2.5',
      ['services.yaml:7: "days": must be a whole number'],
    ],
    [
      'no words',
      'services.yaml',
      '[tubo roto, fuga]',
      '[]',
      ['services.yaml:6: "words": is empty: write at least one'],
    ],
    [
      'an empty word',
      'services.yaml',
      '[tubo roto, fuga]',
      '[tubo roto, " "]',
      ['services.yaml:6: "words", entry 2: is empty: fill it in or remove it'],
    ],
    [
      'an unknown kind',
      'services.yaml',
      'kinds: [queja]',
      'kinds: [reclamo]',
      ['services.yaml:5: "kinds", entry 1: must be one of queja, denuncia, idea, sugerencia'],
    ],
    [
      'a code that is a number',
      'services.yaml',
      '["0601"]',
      '[0601]',
      [
        'services.yaml:18: "holder.when.districts", entry 1: must be text: put it in quotes if it is a number, a date, "yes" or "no"',
      ],
    ],
    [
      'a code of the wrong length',
      'services.yaml',
      '"0601"',
      '"06"',
      [
        'services.yaml:18: "holder.when.districts", entry 1: must be the four digits of a district in quotes, such as "0804"',
      ],
    ],
    [
      'an empty condition',
      'services.yaml',
      '{ districts: ["0601"] }',
      '{}',
      [
        'services.yaml:18: "holder.when": needs "provinces", "districts" or "corregimientos"; a rule for everywhere has no "when"',
      ],
    ],
    [
      'a date the calendar does not have',
      'centre.yaml',
      '2026-12-25',
      '2026-02-30',
      ['centre.yaml:12: "holidays", entry 1: must be a date of the calendar in quotes, such as "2026-11-03"'],
    ],
    [
      'an hour the day does not have',
      'centre.yaml',
      '"08:00"',
      '"25:00"',
      ['centre.yaml:11: "hours.open": must be a time such as "08:00"'],
    ],
    [
      'a day that closes before it opens',
      'centre.yaml',
      '"08:00", close: "12:00"',
      '"12:00", close: "08:00"',
      ['centre.yaml:11: "hours", entry 7: a day must open before it closes'],
    ],
    [
      'a week of six days',
      'centre.yaml',
      '  - null\n',
      '',
      ['centre.yaml:4: "hours": needs seven days, Sunday first; null where nobody answers'],
    ],
    [
      'another clock',
      'centre.yaml',
      'America/Panama',
      'Europe/Madrid',
      ['centre.yaml:3: "timeZone": must be one of America/Panama'],
    ],
    [
      'no telephone line',
      'emergency.yaml',
      /lines: .*/,
      'lines: []',
      ['emergency.yaml:2: "lines": is empty: give at least one number'],
    ],
    [
      'a level nobody knows',
      'places.json',
      '"landmark"',
      '"corner"',
      [
        'places.json:7: "places.level": must be one of province, district, corregimiento, neighbourhood, landmark',
      ],
    ],
  ] as [string, string, string | RegExp, string, string[]][])(
    'is named with file and line: %s',
    async (_, file, from, to, expected) => {
      expect((await complaints(file, swap(from, to))).sort()).toEqual(expected.sort());
    },
  );
});

describe('entries that do not fit each other', () => {
  it.each([
    [
      'an agency that is not there',
      'services.yaml',
      'agency: municipality',
      'agency: municipalidad',
      ['services.yaml:20: there is no agency "municipalidad" in agencies.yaml: add it or correct the name'],
    ],
    [
      'an id used twice',
      'services.yaml',
      'id: park',
      'id: water-leak',
      ['services.yaml:10: the id "water-leak" is used twice: rename one'],
    ],
    [
      'a word of two services, but for accents',
      'services.yaml',
      '[columpio]',
      '[columpio, TUBO  róto]',
      ['services.yaml:15: "tubo  róto" is already a word of "water-leak": keep it in one place'],
    ],
    [
      'a word twice in one service',
      'services.yaml',
      '[columpio]',
      '[columpio, Columpio]',
      ['services.yaml:15: "columpio" stands twice: keep it in one place'],
    ],
    [
      'a district that is not there',
      'services.yaml',
      '"0601"',
      '"0699"',
      ['services.yaml:18: there is no place 0699 in places.json: correct it'],
    ],
    [
      'a rule nothing reaches',
      'services.yaml',
      '- when: { districts: ["0601"] }\n      agency',
      '- agency',
      ['services.yaml:18: a rule without "when" always decides: move it to the end'],
    ],
    [
      'a service with nobody elsewhere',
      'services.yaml',
      '    - agency: municipality\n',
      '',
      ['services.yaml:17: "park" has nobody elsewhere: end with a rule that has no "when"'],
    ],
    [
      'an agency twice',
      'agencies.yaml',
      'id: mun_otros',
      'id: idaan',
      [
        'agencies.yaml:9: the id "idaan" is used twice: rename one',
        'services.yaml:20: there is no agency "municipality" in agencies.yaml: add it or correct the name',
      ],
    ],
    [
      'a parent that is not there',
      'agencies.yaml',
      'weight: 30',
      'weight: 30\n  parent: minsa',
      ['agencies.yaml:9: there is no agency "minsa": add it or correct the name'],
    ],
    [
      'an agency above itself',
      'agencies.yaml',
      'weight: 30',
      'weight: 30\n  parent: idaan',
      ['agencies.yaml:9: the agencies belong to each other in a circle: idaan → idaan'],
    ],
    [
      'a municipality of a district that is not there',
      'agencies.yaml',
      'weight: 30',
      'weight: 30\n  districts: ["0603"]',
      ['agencies.yaml:9: there is no district 0603 in places.json: correct the code'],
    ],
    [
      'two municipalities of one district',
      'agencies.yaml',
      /weight/g,
      'districts: ["0601"]\n  weight',
      ['agencies.yaml:18: district 0601 already belongs to "idaan"'],
    ],
    [
      'a phrase that is a danger and is none',
      'emergency.yaml',
      'se quemó un foco',
      'se quema la casa',
      [
        'emergency.yaml:4: "se quema la casa" is a trigger of the same danger: keep it in one of the two lists',
      ],
    ],
    [
      'short forms in a circle',
      'abbreviations.yaml',
      'q: que',
      'porque: pq\npq: xq',
      [
        'abbreviations.yaml:1: the short forms go in a circle (xq → porque → pq → xq): write the last one in full',
        'abbreviations.yaml:2: the short forms go in a circle (porque → pq → xq → porque): write the last one in full',
        'abbreviations.yaml:3: the short forms go in a circle (pq → xq → porque → pq): write the last one in full',
      ],
    ],
    [
      'a holiday twice',
      'centre.yaml',
      '["2026-12-25"]',
      '["2026-12-25", "2026-12-25"]',
      ['centre.yaml:12: 2026-12-25 stands twice: remove one'],
    ],
    [
      'a code that does not suit its level',
      'places.json',
      '"code":"0602"',
      '"code":"060201"',
      [
        'places.json:5: the code of a district has 4 digits, not "060201"',
        'places.json:5: there is no place with the code 0602, in which 060201 would lie',
      ],
    ],
    [
      'a place twice',
      'places.json',
      '"code":"0602"',
      '"code":"0601"',
      ['places.json:5: the code 0601 is used twice'],
    ],
    [
      'a landmark that lies nowhere',
      'places.json',
      '"060101","level":"landmark"',
      '"0609","level":"landmark"',
      ['places.json:7: there is no place with the code 0609, in which 0609 would lie'],
    ],
  ] as [string, string, string | RegExp, string, string[]][])(
    'are named with file and line: %s',
    async (_, file, from, to, expected) => {
      expect((await complaints(file, swap(from, to))).sort()).toEqual(expected.sort());
    },
  );

  it('follow two agencies that belong to each other, and name both', async () => {
    const circle = (text: string) =>
      text
        .replace('weight: 30', 'weight: 30\n  parent: mun_otros')
        .replace(/weight: 1\n/, 'weight: 1\n  parent: idaan\n');
    expect(await complaints('agencies.yaml', circle)).toEqual([
      'agencies.yaml:9: the agencies belong to each other in a circle: idaan → mun_otros → idaan',
      'agencies.yaml:19: the agencies belong to each other in a circle: mun_otros → idaan → mun_otros',
    ]);
  });
});

describe('several mistakes', () => {
  it('are all named at once, each in its file', async () => {
    const files = {
      'centre.yaml': SOUND['centre.yaml']?.replace('prefix: "311"', 'prefix: 311') ?? '',
      'services.yaml': SOUND['services.yaml']?.replace('agency: idaan', 'agency: idan') ?? '',
      'emergency.yaml': null,
      'abbreviations.yaml': 'q: ""\n',
      'places.json': '[]',
    };
    const error = await withConfig(files, folder => loadCatalogue(folder)).catch((thrown: unknown) => thrown);
    const places =
      error instanceof ConfigError ? error.problems.map(({ where }) => where.replace(/^.*\//, '')) : [];
    expect(places.sort()).toEqual([
      'abbreviations.yaml:1',
      'centre.yaml:2',
      'emergency.yaml',
      'places.json:1',
      'services.yaml:9',
    ]);
  });
});
