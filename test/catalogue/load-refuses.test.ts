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
    expect(catalogue.templates.get('whatsapp')?.status?.es).toEqual({
      ...{ template: 'novedad', language: 'es', values: ['number', 'matter', 'status', 'note'], buttons: 0 },
    });
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
      'a kind of news without a road',
      'notices.yaml',
      'opened: { roads: [conversation, sms]',
      'opened: { roads: []',
      ['notices.yaml:5: "news.opened.roads": is empty: name at least conversation'],
    ],
    [
      'a kind of news nobody planned for',
      'notices.yaml',
      /\n {2}reminder:.*/,
      '',
      ['notices.yaml:4: "news.reminder": is missing: add it'],
    ],
    [
      'a night without end',
      'notices.yaml',
      'to: "07:00"',
      'to: "21:00"',
      ['notices.yaml:1: "quietHours": begin and end at the same time: write null for none'],
    ],
    [
      'a price nobody knows',
      'notices.yaml',
      'sms: { cost: paid',
      'sms: { cost: cheap',
      ['notices.yaml:3: "roads.sms.cost": must be one of free, paid'],
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
      'a template in one language only',
      'templates.yaml',
      / {4}en: .*\n/,
      '',
      ['templates.yaml:2: "whatsapp.status.en": is missing: add it'],
    ],
    [
      'a value that this news does not have',
      'templates.yaml',
      'values: [number, status]',
      'values: [number, question]',
      ['templates.yaml:4: "whatsapp.status.en.values", entry 2: must be one of number, matter, status, note'],
    ],
    [
      'news nobody sends',
      'templates.yaml',
      'status:',
      'closed:',
      ['templates.yaml:2: "closed" is not known here: correct its name or remove it'],
    ],
    [
      'a template without a language',
      'templates.yaml',
      'language: es, ',
      '',
      ['templates.yaml:3: "whatsapp.status.es.language": is missing: add it'],
    ],
    [
      'a name no template has',
      'templates.yaml',
      'template: novedad, language: en',
      'template: "Mi novedad", language: en',
      [
        'templates.yaml:4: "whatsapp.status.en.template": must be the name of a template: small letters, digits and _',
      ],
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
        'services.yaml:18: "holder.when": needs "provinces", "districts", "corregimientos" or "outside"; a rule for everywhere has no "when"',
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
      'two dangers that stand for any other',
      'emergency.yaml',
      /$/,
      `- { id: fall, general: true, lines: [{ number: "911", name: { es: a, en: a } }], triggers: [a] }
- { id: flood, general: true, lines: [{ number: "911", name: { es: a, en: a } }], triggers: [a] }
`,
      ['emergency.yaml:6: "fall" is general already: keep the mark in one category'],
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
