import { describe, expect, it } from 'vitest';
import { route } from '../../src/catalogue/route.ts';
import { fileLines, rotationLines, variantLines } from '../../src/commands/evaluation-text.ts';
import { prepare } from '../../src/nlu/model/train.ts';
import { createRules } from '../../src/nlu/rules.ts';
import { ablate, learningCurve } from '../../src/wiring/ablation.ts';
import { type Desk, partsOf, rotate } from '../../src/wiring/evaluate.ts';
import { labelledMessages } from '../support/labelled-messages.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

/** Twelve writers, so that whoever is left out leaves nine. */
function desk(): Desk {
  const catalogue = smallCatalogue();
  const rules = createRules(catalogue, route(catalogue));
  const twice = labelledMessages().map(message => ({ ...message, author: `${message.author}-2` }));
  const messages = [...labelledMessages(), ...twice];
  return { catalogue, messages, rules, prepared: prepare(messages, catalogue, rules) };
}

describe('a rotation', () => {
  it('leaves each author out once', () => {
    const parts = partsOf(['a', 'b', 'c', 'd', 'e'], 2);
    expect(parts.map(out => [...out])).toEqual([
      ['a', 'c', 'e'],
      ['b', 'd'],
    ]);
  });

  const { systems, authors } = rotate(desk(), 4);

  it('judges every message by all systems, and finds what the words of the office cannot', () => {
    expect(Object.values(systems).map(({ messages }) => messages)).toEqual([48, 48, 48, 48, 48]);
    expect(systems.unseen.service.value).toBeGreaterThan(0.9);
    expect(systems.wordsAndRules.service.value).toBeLessThan(0.6);
    expect(systems.majority.service.value).toBeLessThanOrEqual(0.5);
    expect(authors.map(({ author }) => author)).toHaveLength(12);
  });

  it('teaches nothing of the authors it is measured on', () => {
    const own = desk();
    const [some] = partsOf([...new Set(own.messages.map(({ author }) => author))], 2);
    const labelled = own.messages.map(message => {
      const service = some?.has(message.author) ? 'pothole' : 'street_light';
      return { ...message, service, agencies: ['mop'] };
    });
    const prepared = prepare(labelled, own.catalogue, own.rules);
    const { systems: each } = rotate({ ...own, messages: labelled, prepared }, 2);
    expect(each.unseen.service.value).toBe(0);
  });

  it('is told with the worst author and the gap', () => {
    const lines = rotationLines({ systems, authors });
    expect(lines[0]).toMatch(/unseen authors +middle 95 % +messages +words and rules +words alone/);
    expect(
      lines.some(line => /^worst author, agency, first: \S+ \d\.\d{3}, \d\.\d{3} below/.test(line)),
    ).toBe(true);
    expect(lines.some(line => line.startsWith('kind, recall: queja'))).toBe(true);
    expect(fileLines(systems.unseen).some(line => line.startsWith('sure (p ≥ .8)'))).toBe(true);
  });
});

describe('an ablation', () => {
  it('says what is lost without each ingredient', () => {
    const variants = [...ablate(desk())];
    const byName = new Map(variants.map(({ name, figures }) => [name, figures.service.value]));
    expect([...byName.keys()]).toEqual([
      'all of it',
      'without the model',
      'without the vocabulary',
      'without the words of services',
      'without cues',
      'without phrases of danger',
    ]);
    expect(byName.get('without the model')).toBeLessThan(byName.get('all of it') ?? 0);
    expect(variantLines(variants)).toHaveLength(7);
  });

  it('says what fewer messages and fewer authors teach', () => {
    const taught = [...learningCurve(desk())].map(({ taught: { messages, authors } }) => [messages, authors]);
    expect(taught).toEqual([
      ...[
        [9, 9],
        [9, 9],
        [18, 9],
      ],
      ...[
        [8, 2],
        [12, 3],
        [20, 5],
        [32, 8],
      ],
      [36, 9],
    ]);
  });
});
