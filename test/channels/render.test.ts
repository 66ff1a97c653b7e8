import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, Reply, Template } from '../../src/channels/channel.ts';
import { EMAIL_CAPABILITIES } from '../../src/channels/email/capabilities.ts';
import { render } from '../../src/channels/render.ts';
import { SMS_CAPABILITIES } from '../../src/channels/sms/capabilities.ts';

const plain: Capabilities = {
  textLimit: 1_000,
  alphabet: 'unicode',
  choices: null,
  media: false,
  location: false,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: false,
};
const buttons = { ...plain, choices: { most: 3, labelLimit: 20 } };
const sms: Capabilities = { ...plain, textLimit: 1_600, alphabet: 'gsm7' };

function reply(text: string, more: Partial<Reply> = {}): Reply {
  return { text, asks: 'none', class: 'reply', ...more };
}

const yesNo = [
  { label: 'Sí', value: 'yes' },
  { label: 'No', value: 'no' },
];

describe('render', () => {
  it('keeps buttons where the channel shows them', () => {
    expect(render(reply('¿Correcto?', { choices: yesNo }), buttons)).toEqual([
      { text: '¿Correcto?', choices: yesNo },
    ]);
  });

  it('writes a numbered list where it shows none', () => {
    expect(render(reply('¿Correcto?', { choices: yesNo }), plain)).toEqual([
      { text: '¿Correcto?\n1. Sí\n2. No', choices: [] },
    ]);
  });

  it('writes a numbered list when there are more choices than buttons', () => {
    const choices = ['a', 'b', 'c', 'd'].map(label => ({ label, value: label }));
    expect(render(reply('¿Cuál?', { choices }), buttons)[0]).toEqual({
      text: '¿Cuál?\n1. a\n2. b\n3. c\n4. d',
      choices: [],
    });
  });

  it('writes ten choices as ten numbered lines of one SMS, in letters that fit it', () => {
    const names =
      'Ancón Bella Vista Betania Calidonia Curundú Pacora Parque Lefevre Tocumen Juan Díaz Río Abajo';
    const labels = names.match(/(?:Bella|Parque|Juan|Río) \S+|\S+/g) ?? [];
    const choices = labels.map(label => ({ label, value: `place-${label}` }));
    expect(choices).toHaveLength(10);
    expect(
      render(reply('¿En cuál corregimiento queda?', { choices, asks: 'place' }), SMS_CAPABILITIES),
    ).toEqual([
      {
        text: [
          '¿En cual corregimiento queda?\n1. Ancon\n2. Bella Vista\n3. Betania\n4. Calidonia\n5. Curundu',
          '6. Pacora\n7. Parque Lefevre\n8. Tocumen\n9. Juan Diaz\n10. Rio Abajo',
        ].join('\n'),
        choices: [],
      },
    ]);
  });

  it('asks for a place in words alone on mail, which has no pins', () => {
    const asked = '¿Dónde queda? Escriba el barrio, la calle o un lugar conocido.';
    expect(render(reply(asked, { asks: 'place' }), EMAIL_CAPABILITIES)).toEqual([
      { text: asked, choices: [] },
    ]);
  });

  it('writes a numbered list when a value would not come back whole', () => {
    const within = { ...plain, choices: { most: 3, labelLimit: 20, valueBytes: 4 } };
    const choices = (value: string) => ({ choices: [{ label: 'Sí', value }] });
    expect(render(reply('¿?', choices('ñañ')), within)[0]?.choices).toEqual([]);
    expect(render(reply('¿?', choices('ñan')), within)[0]?.choices).toHaveLength(1);
  });

  it('cuts a long label after a word and leaves its value alone', () => {
    const choices = [{ label: 'Fuga de agua en la vía pública', value: 'water-leak' }];
    expect(render(reply('¿?', { choices }), buttons)[0]?.choices).toEqual([
      { label: 'Fuga de agua en la…', value: 'water-leak' },
    ]);
  });

  it('lists choices whose cut labels could not be told apart', () => {
    const choices = ['Municipio de San Miguelito', 'Municipio de San Martín'].map(label => ({
      label,
      value: label,
    }));
    expect(render(reply('¿Cuál?', { choices }), buttons)[0]?.text).toContain('2. Municipio de San Martín');
  });

  it('prefers the short wording and the free alphabet on SMS', () => {
    const [part] = render(reply('Un texto largo', { short: 'Su número: ñandú', choices: yesNo }), sms);
    expect(part?.text).toBe('Su número: ñandú\n1. Sí\n2. No'.replace(/[úí]/g, c => (c === 'ú' ? 'u' : 'i')));
  });

  it('keeps choices on the last part', () => {
    const parts = render(reply('uno dos tres. '.repeat(30), { choices: yesNo }), {
      ...buttons,
      textLimit: 100,
    });
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ choices }) => choices.length)).toEqual([...parts.slice(1).map(() => 0), 2]);
  });

  it.each([
    ['a paragraph', 'Primero una cosa.\n\nLuego otra cosa, y más.', 30, 'Primero una cosa.'],
    ['a line', 'Primero una cosa\nLuego otra cosa, y más.', 30, 'Primero una cosa'],
    ['a sentence', 'Primero una cosa. Luego otra cosa, y más.', 30, 'Primero una cosa.'],
    ['a word', 'Primero una cosa y luego otra cosa más', 30, 'Primero una cosa y luego otra'],
    ['a word that just fits', 'abcde fghij', 5, 'abcde'],
  ])('cuts at %s', (_where, text, textLimit, first) => {
    expect(render(reply(text), { ...plain, textLimit })[0]?.text).toBe(first);
  });

  it('never cuts a case number, a link or an emoji that fits a part', () => {
    const number = `${'x'.repeat(10)}311-483-920-716yy`;
    expect(render(reply(number), { ...plain, textLimit: 20 }).map(({ text }) => text)).toEqual([
      'x'.repeat(10),
      '311-483-920-716yy',
    ]);
    const link = `(${'x'.repeat(12)}https://example.org/caso)`;
    expect(render(reply(link), { ...plain, textLimit: 30 })[1]?.text).toBe('https://example.org/caso)');
    const faces = render(reply('😀'.repeat(5)), { ...plain, textLimit: 3 });
    expect(faces.map(({ text }) => text)).toEqual(['😀', '😀', '😀', '😀', '😀']);
  });

  it('gives the last part its template, with the choices in it, where a platform takes one', () => {
    const template: Template = { name: 'solved', language: 'es', values: { number: '311-483-920-712' } };
    const news = reply('uno dos tres. '.repeat(20), { choices: yesNo, template });
    const parts = render(news, { ...plain, textLimit: 100, templates: true });
    expect(parts.map(part => part.template)).toEqual([
      ...parts.slice(1).map(() => undefined),
      { ...template, values: { ...template.values, choice1: 'yes', choice2: 'no' } },
    ]);
    expect(render(news, plain).some(part => 'template' in part)).toBe(false);
  });

  it('spells out links that are dressed', () => {
    expect(render(reply('Vea [su caso](https://example.org/caso).'), plain)[0]?.text).toBe(
      'Vea su caso: https://example.org/caso.',
    );
  });

  it('says something even when nothing of a text can be written', () => {
    expect(render(reply('🚧'), sms)).toEqual([{ text: '...', choices: [] }]);
    expect(render(reply(''), plain)).toEqual([{ text: '...', choices: [] }]);
  });

  it('keeps every limit and loses no word, whatever the reply and the channel', () => {
    const words = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 40 });
    const texts = fc.oneof(
      words.map(list => list.join(' ')),
      fc
        .lorem({ maxCount: 20, mode: 'sentences' })
        .map(text => `${text} 311-483-920-716 https://a.example/x`),
    );
    const choices = fc.array(fc.record({ label: fc.string({ minLength: 1 }), value: fc.string() }), {
      maxLength: 12,
    });
    const limits = fc.record({
      textLimit: fc.integer({ min: 2, max: 300 }),
      choices: fc.option(
        fc.record({ most: fc.integer({ min: 0, max: 10 }), labelLimit: fc.integer({ min: 1, max: 24 }) }),
      ),
    });
    fc.assert(
      fc.property(texts, choices, limits, (text, choices, limits) => {
        const capabilities = { ...plain, ...limits };
        const parts = render(reply(text, { choices }), capabilities);
        expect(Math.max(...parts.map(part => part.text.length))).toBeLessThanOrEqual(
          Math.max(3, limits.textLimit),
        );
        for (const part of parts) checkChoices(part.choices.length, part, capabilities);
        const said = squeeze(parts.map(part => part.text).join(''));
        const wanted = squeeze(text.normalize('NFC'));
        if (wanted !== '') expect(said.startsWith(wanted)).toBe(true);
      }),
    );
  });
});

function checkChoices(
  count: number,
  part: { choices: { label: string }[] },
  { choices }: Capabilities,
): void {
  if (count === 0) return;
  expect(count).toBeLessThanOrEqual(choices?.most ?? 0);
  for (const { label } of part.choices) expect(label.length).toBeLessThanOrEqual(choices?.labelLimit ?? 0);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('a file that goes with words', () => {
  const file = { id: 'f', type: 'application/pdf', bytes: 900, name: 'recibo.pdf' };
  const limits = (captionLimit: number): Capabilities => ({
    ...plain,
    files: { types: ['application/pdf'], bytes: 1_000, captionLimit },
  });
  const words: Reply = { text: 'Aquí está su recibo', asks: 'none', class: 'reply', file };

  it('stands with them when they may stand below it, and behind them when they are too long', () => {
    expect(render(words, limits(19))).toEqual([{ text: words.text, choices: [], file }]);
    expect(render(words, limits(18))).toEqual([
      { text: words.text, choices: [] },
      { text: '', choices: [], file },
    ]);
  });

  it('makes no call of its own where the channel carries none of its sort or size', () => {
    for (const other of [{ type: 'image/gif' }, { bytes: 1_001 }]) {
      const [part, ...more] = render({ ...words, file: { ...file, ...other } }, limits(0));
      expect([part?.text, more]).toEqual([words.text, []]);
    }
    expect(render(words, plain)).toEqual([{ text: words.text, choices: [], file }]);
  });
});
