import { describe, expect, it } from 'vitest';
import { complaints, SOUND } from '../support/config-folder.ts';

/** Replaces text in a file of the sound configuration; it must be there. */
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

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
      'a body complained of that is not there',
      'services.yaml',
      'days: 15',
      'days: 15\n  against: juez',
      ['services.yaml:17: there is no agency "juez" in agencies.yaml: add it or correct the name'],
    ],
    [
      'a watchdog that is not there',
      'services.yaml',
      'days: 15',
      'days: 15\n  watchdog: perro',
      ['services.yaml:17: there is no agency "perro" in agencies.yaml: add it or correct the name'],
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
      'a company and a service of appeal that are not there',
      'centre.yaml',
      'legalDays: 30',
      'legalDays: 30\nappeals: { ensa: power-appeal }',
      [
        'centre.yaml:14: ensa is no agency of agencies.yaml',
        'centre.yaml:14: power-appeal is no service of services.yaml',
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
      'a danger with another for minors that is none',
      'emergency.yaml',
      '  triggers:',
      '  minor: kids\n  triggers:',
      ['emergency.yaml:3: there is no category "kids" in this file: add it or correct the name'],
    ],
    [
      'a danger that is reported to no service',
      'emergency.yaml',
      '  triggers:',
      '  report: fires\n  triggers:',
      ['emergency.yaml:3: there is no service "fires" in services.yaml: add it or correct the name'],
    ],
    [
      'a danger to which nobody comes that is known',
      'emergency.yaml',
      '  triggers:',
      '  rescuers: [idaan, firemen]\n  triggers:',
      ['emergency.yaml:3: there is no body "firemen" in agencies.yaml: add it or correct the name'],
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

  it('name a mistake in shared rules once, where they are written', async () => {
    const share = (text: string) =>
      text.replace('  holder:\n    - agency: idaan', '  holder: &water\n    - agency: idan') +
      SOUND['services.yaml']
        ?.replace(/[\s\S]*- id: park/, '- id: pool')
        .replace('columpio', 'piscina')
        .replace(/holder:[\s\S]*/, 'holder: *water\n');
    expect(await complaints('services.yaml', share)).toEqual([
      'services.yaml:9: there is no agency "idan" in agencies.yaml: add it or correct the name',
    ]);
  });

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
