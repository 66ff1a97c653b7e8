import { describe, expect, it } from 'vitest';
import type { Danger, Ranked } from '../../../src/nlu/classifier.ts';
import { SURE_DANGER } from '../../../src/nlu/danger.ts';
import { type DangerSources, dangerBy } from '../../../src/nlu/model/judge-danger.ts';
import type { Head, LinearModel } from '../../../src/nlu/model/linear.ts';
import { markPlaces, read } from '../../../src/nlu/reading.ts';
import type { RuleReading } from '../../../src/nlu/rules.ts';

/** A head that gives the first of two classes this chance, whatever the text. */
function headOf(classes: readonly [string, string], p: number): Head {
  const none = { rows: new Int8Array(), scale: 1 };
  return {
    classes,
    bias: Float32Array.of(Math.log(p / (1 - p)), 0),
    words: none,
    style: null,
    signs: new Float32Array(),
  };
}

const CATEGORIES = [
  { id: 'suicidio', personal: true as const, firm: true as const, report: null },
  { id: 'auxilio', general: true as const, report: null },
  { id: 'electrico', report: 'pole-cable' },
];

/** What a model hears: how likely danger is in the whole and in a clause read alone, and of which category. */
interface Told {
  text?: string;
  p: number;
  clauseP?: number;
  category?: string;
  share?: number;
  gate?: Danger;
  named?: string[];
  /** The phrase the danger was heard in, by its tokens. */
  span?: [number, number];
  isSilent?: boolean;
  harmless?: string[];
  clauseTrust?: number;
  trust?: number;
  /** The likeliest matter, by its service. */
  matter?: Ranked;
  hazard?: Danger;
  /** The names of places in it. */
  places?: string[];
}

function judged({
  text = 'x',
  p,
  clauseP = p,
  category = 'suicidio',
  share = 0.6,
  gate,
  named,
  span,
  isSilent = false,
  harmless,
  clauseTrust = 0.5,
  trust = 1,
  matter,
  hazard,
  places = [],
}: Told) {
  let heardP = p;
  const reading = markPlaces(read(text, new Map()), places);
  const heard = {
    danger: gate ?? null,
    hazard: hazard ?? null,
    named: new Set(named ?? (gate ? [gate.category] : [])),
    span: span ? { from: span[0], to: span[1] } : null,
    isSilent,
    harmless: new Set(harmless ?? []),
  };
  const ruled = { reading, danger: heard.danger, heard } as unknown as RuleReading;
  const nothing = { rows: [], value: 0 };
  const weigh = (weight: number) => ({
    seen: { words: nothing, style: nothing },
    signs: { kind: [], intent: [], danger: [] },
    trust: weight,
    matter,
  });
  const clauses: string[] = [];
  const sources: DangerSources = {
    categories: new Map(CATEGORIES.map(category => [category.id, category])),
    get heads() {
      return {
        danger: headOf(['none', 'danger'], 1 - heardP),
        category: headOf([category, 'auxilio'], share),
      } as unknown as LinearModel['heads'];
    },
    weigh: () => weigh(clauseTrust),
    read: clause => {
      clauses.push(clause);
      heardP = clauseP;
      return ruled;
    },
  };
  return { danger: dangerBy(sources, ruled, weigh(trust)), clauses };
}

const CLEAR: Danger = { category: 'electrico', p: 0.95 };

describe('a model alone', () => {
  it('needs much to speak of suicide or violence in few words, and less of other dangers', () => {
    expect(judged({ p: 0.7, trust: 0.9 }).danger).toBeNull();
    expect(judged({ p: 0.9, trust: 0.9 }).danger?.p).toBeCloseTo(0.9);
    expect(judged({ p: 0.4, trust: 0.9, category: 'mar' }).danger).toBeNull();
    expect(judged({ p: 0.6, trust: 0.9, category: 'mar' }).danger?.p).toBeCloseTo(0.6);
  });

  it('hears in very few words a danger that may be, but none that speaks to who suffers it', () => {
    const faint = judged({ p: 0.9, trust: 0.3, category: 'mar' }).danger;
    expect(faint).toEqual({ category: 'mar', p: expect.closeTo(0.27), guessed: true });
    expect(faint?.p).toBeLessThan(SURE_DANGER);
    expect(judged({ p: 0.4, trust: 0.3, category: 'mar' }).danger).toBeNull();
    expect(judged({ p: 0.9, trust: 0.3, category: 'mar', text: 'mándelo ya' }).danger).toBeNull();
    expect(judged({ p: 0.9, trust: 0.3 }).danger).toBeNull();
  });

  it('is heard on less where a phrase of that danger stands in the text', () => {
    expect(judged({ p: 0.4, trust: 0.9, named: ['suicidio'] }).danger?.category).toBe('suicidio');
  });

  it('is heard on little in a long text, but not where something is wanted of the desk', () => {
    expect(judged({ p: 0.2 }).danger?.p).toBeCloseTo(0.2);
    expect(judged({ p: 0.2, text: 'ya no quiero esperar más, mándelo al MOP' }).danger).toBeNull();
    expect(judged({ p: 0.2, text: 'no danger, I just want it to stop' }).danger).toBeNull();
  });
});

describe('words that the office lists as harmless', () => {
  it('are none of that danger for a model alone, and take nothing from a phrase of it', () => {
    const told = {
      text: 'una soga atravesada en la calle de mi casa desde ayer',
      p: 0.99,
      harmless: ['electrico'],
    };
    const learned = { ...told, category: 'electrico' };
    expect(judged({ ...learned, harmless: [] }).danger).not.toBeNull();
    expect(judged(learned).danger).toBeNull();
    expect(judged({ ...learned, gate: CLEAR }).danger).not.toBeNull();
  });
});

describe('a danger beside an ordinary matter', () => {
  const matter = { id: 'garbage-not-collected', p: 0.9 };

  it('needs more to be heard, and more to be heard surely', () => {
    expect(judged({ p: 0.15, matter }).danger).toBeNull();
    expect(judged({ p: 0.15 }).danger?.p).toBeCloseTo(0.15);
    expect(judged({ p: 0.4, matter, named: ['suicidio'] }).danger?.p).toBeCloseTo(0.24);
    expect(judged({ p: 0.6, matter, named: ['suicidio'] }).danger?.p).toBeCloseTo(0.6);
    expect(judged({ p: 0.15, matter: { ...matter, p: 0.5 } }).danger?.p).toBeCloseTo(0.15);
  });

  it('needs still more where no phrase of the office speaks of it', () => {
    const mar = { category: 'mar', share: 0.9, matter };
    const likely = { ...mar, matter: { ...matter, p: 0.8 } };
    expect(judged({ ...likely, p: 0.6 }).danger?.p).toBeLessThan(SURE_DANGER);
    expect(judged({ ...mar, p: 0.6 }).danger).toBeNull();
    expect(judged({ ...mar, p: 0.8 }).danger?.p).toBeCloseTo(0.8);
    expect(judged({ ...mar, p: 0.6, named: ['mar'] }).danger?.p).toBeCloseTo(0.6);
    // A danger of no kind is heard in much that is merely bad.
    expect(judged({ p: 0.6, matter }).danger).toBeNull();
  });

  it('is no less for the matter that such a danger is reported to', () => {
    const own = { id: 'pole-cable', p: 0.9 };
    expect(judged({ p: 0.15, matter: own, category: 'electrico', share: 0.9 }).danger?.p).toBeCloseTo(0.15);
  });
});

describe('what may become a danger', () => {
  const hazard: Danger = { category: 'desastre', p: 0.2 };

  it('is told though a model hears nothing, and is no more than that', () => {
    expect(judged({ p: 0.01, hazard }).danger).toEqual(hazard);
    expect(judged({ p: 0.01, hazard, matter: { id: 'tree', p: 0.9 } }).danger).toEqual(hazard);
    expect(judged({ p: 0.9, hazard, category: 'mar' }).danger?.p).toBeCloseTo(0.9);
    expect(hazard.p).toBeLessThan(SURE_DANGER);
  });
});

describe('words that tell where, or wish, and nothing else', () => {
  it('are no danger by a model alone', () => {
    const where = { text: 'el de La Pintada, el que está arriba en la montaña', places: ['La Pintada'] };
    expect(judged({ ...where, p: 0.7, category: 'mar' }).danger).toBeNull();
    expect(judged({ p: 0.9, text: 'sí, manden a alguien rápido' }).danger).toBeNull();
    expect(judged({ ...where, p: 0.7, named: ['suicidio'] }).danger?.category).toBe('suicidio');
  });
});

describe('the words of a danger', () => {
  it('speak to who suffers it only with a phrase of that danger, or surely', () => {
    expect(judged({ p: 0.9, share: 0.6 }).danger?.category).toBe('auxilio');
    expect(judged({ p: 0.9, share: 0.9 }).danger?.category).toBe('suicidio');
    expect(judged({ p: 0.9, share: 0.6, named: ['suicidio'] }).danger?.category).toBe('suicidio');
    expect(judged({ p: 0.9, share: 0.6, gate: CLEAR }).danger?.category).toBe('electrico');
  });
});

describe('a clear phrase in which a model hears nothing', () => {
  const text = 'cable caido en el parque, y la luminaria no sirve';

  it('counts in few words', () => {
    expect(judged({ p: 0.02, gate: CLEAR, trust: 0.5 }).danger).toMatchObject({ category: 'electrico' });
    expect(judged({ p: 0.02, gate: CLEAR }).danger).toBeNull();
  });

  it('is read once more in its own clause', () => {
    const { danger, clauses } = judged({ text, p: 0.02, clauseP: 0.3, gate: CLEAR, span: [0, 1] });
    expect(clauses).toEqual(['cable caido en el parque']);
    expect(danger?.category).toBe('electrico');
    expect(judged({ text, p: 0.02, clauseP: 0.02, gate: CLEAR, span: [0, 1] }).danger).toBeNull();
  });

  it('must be heard more clearly in a clause that tells of the past, or denies', () => {
    const silent = { text, p: 0.02, gate: CLEAR, span: [0, 1] as [number, number], isSilent: true };
    expect(judged({ ...silent, clauseP: 0.3 }).danger).toBeNull();
    expect(judged({ ...silent, clauseP: 0.5 }).danger?.category).toBe('electrico');
    expect(judged({ ...silent, clauseP: 0.9 }).danger?.p).toBeLessThan(SURE_DANGER);
  });

  it('must be heard more clearly in a clause of very few words', () => {
    const short = { text, p: 0.02, gate: CLEAR, span: [0, 1] as [number, number], clauseTrust: 0 };
    expect(judged({ ...short, clauseP: 0.3 }).danger).toBeNull();
    expect(judged({ ...short, clauseP: 0.5 }).danger).toEqual({ category: 'electrico', p: 0.285 });
  });

  it('is never talked away where somebody wants to die', () => {
    expect(judged({ p: 0.01, gate: { category: 'suicidio', p: 0.95 } }).danger?.category).toBe('suicidio');
  });
});

describe('a clear phrase whose matter is the one it is reported to', () => {
  const told = { gate: CLEAR, p: 0.05, clauseP: 0.01, span: [0, 0] as [number, number] };

  it('has its numbers told, however little a model hears', () => {
    const matter = { id: 'pole-cable', p: 0.6 };
    expect(judged({ ...told, matter }).danger).toEqual({ category: 'electrico', p: 0.95 * SURE_DANGER });
    expect(judged({ ...told, matter, isSilent: true }).danger).toBeNull();
    expect(judged({ ...told, matter, p: 0.03 }).danger).toBeNull();
  });

  it('is nothing of the kind beside another matter', () => {
    expect(judged({ ...told, matter: { id: 'telecom-service', p: 0.6 } }).danger).toBeNull();
  });
});
