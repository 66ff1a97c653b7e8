import { describe, expect, it } from 'vitest';
import { route } from '../../../src/catalogue/route.ts';
import { createClassifier } from '../../../src/nlu/create-classifier.ts';
import { createMemory, type Lesson } from '../../../src/nlu/memory/memory.ts';
import { createSketcher, likenessOfSketches } from '../../../src/nlu/memory/sketch.ts';
import { createRules } from '../../../src/nlu/rules.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const KEY = Buffer.alloc(32, 7);
const SPRING = 'frente a mi portón brota un manantial desde el lunes y nadie viene';
const ALIKE = 'Frente a mi portón brota un manantial desde el martes, y nadie viene!';

function lesson(more: Partial<Lesson> = {}): Lesson {
  return {
    ...{ caseId: 'case-1', writer: 'ana', corrector: 'ana', source: 'citizen', text: SPRING },
    meaning: { serviceId: 'water_leak', agencyId: 'idaan', kind: null },
    ...more,
  };
}

const POTHOLE = { serviceId: 'pothole', agencyId: 'mop', kind: null };

describe('a sketch', () => {
  const sketch = createSketcher(KEY);

  it('tells how alike two texts are, near enough', () => {
    expect(likenessOfSketches(sketch(SPRING), sketch(SPRING.toUpperCase()))).toBe(1);
    expect(likenessOfSketches(sketch(SPRING), sketch(ALIKE))).toBeGreaterThan(0.65);
    expect(likenessOfSketches(sketch(SPRING), sketch('no recogen la basura en Tocumen'))).toBeLessThan(0.2);
  });

  it('is another one under another key, and of any text', () => {
    const other = createSketcher(Buffer.alloc(32, 8));
    expect(likenessOfSketches(sketch(SPRING), other(SPRING))).toBeLessThan(0.1);
    for (const text of ['', '👍', 'a', 'x'.repeat(100_000)]) expect(sketch(text)).toHaveLength(64);
  });
});

describe('a memory of corrections', () => {
  it('knows a text that is almost the same, and no other', () => {
    const memory = createMemory(KEY);
    expect(memory.recall(SPRING)).toBeNull();
    memory.learn(lesson());
    expect(memory.recall(ALIKE)).toMatchObject({ serviceId: 'water_leak', share: 0.45 });
    expect(memory.recall('hay un hueco en la calle principal de Tocumen')).toBeNull();
  });

  it('believes two more than one, and one of the desk as much as two', () => {
    const memory = createMemory(KEY);
    memory.learn(lesson());
    memory.learn(lesson({ caseId: 'case-2', writer: 'beto', corrector: 'beto' }));
    expect(memory.recall(SPRING)?.share).toBe(0.7);
    const desk = createMemory(KEY);
    desk.learn(lesson({ source: 'desk', corrector: 'turno' }));
    expect(desk.recall(SPRING)?.share).toBe(0.7);
  });

  it('gives nobody a second voice, however often they say it', () => {
    const memory = createMemory(KEY);
    for (let n = 0; n < 9; n += 1) memory.learn(lesson({ caseId: `case-${n}` }));
    expect(memory.recall(SPRING)?.share).toBe(0.45);
  });

  it('says nothing where as many say otherwise', () => {
    const memory = createMemory(KEY);
    memory.learn(lesson());
    memory.learn(lesson({ caseId: 'case-2', writer: 'beto', corrector: 'beto', meaning: POTHOLE }));
    expect(memory.recall(SPRING)).toBeNull();
  });

  it('takes the last word on a case', () => {
    const memory = createMemory(KEY);
    memory.learn(lesson());
    memory.learn(lesson({ meaning: POTHOLE }));
    expect(memory.size()).toBe(1);
    expect(memory.recall(SPRING)).toMatchObject({ serviceId: 'pothole' });
  });

  it('lets one alone not turn what many write in a few words', () => {
    const memory = createMemory(KEY);
    const few = (n: number) =>
      lesson({ caseId: `c${n}`, corrector: `p${n}`, text: 'no hay luz', meaning: POTHOLE });
    memory.learn(few(1));
    memory.learn(few(2));
    expect(memory.recall('no hay luz')).toBeNull();
    memory.learn(few(3));
    expect(memory.recall('no hay luz')).toMatchObject({ serviceId: 'pothole' });
  });

  it('forgets all that a writer’s words taught', () => {
    const memory = createMemory(KEY);
    memory.learn(lesson());
    memory.learn(lesson({ caseId: 'case-2', corrector: 'turno', source: 'desk' }));
    memory.learn(
      lesson({
        caseId: 'case-3',
        writer: 'beto',
        corrector: 'beto',
        text: 'otra cosa muy distinta de aquella',
      }),
    );
    memory.forget('ana');
    expect(memory.size()).toBe(1);
    expect(memory.recall(SPRING)).toBeNull();
  });

  it('keeps so many, and lets nobody drive out what others said', () => {
    const memory = createMemory(KEY);
    memory.learn(lesson());
    const loud = (n: number) =>
      lesson({ caseId: `c${n}`, writer: 'eva', corrector: 'eva', text: `caso ${n}` });
    for (let n = 0; n <= 10_000; n += 1) memory.learn(loud(n));
    expect(memory.size()).toBe(10_000);
    expect(memory.recall(SPRING)).toMatchObject({ serviceId: 'water_leak' });
  });

  it('looks at a bounded part of a long text', () => {
    const memory = createMemory(KEY);
    memory.learn(lesson());
    expect(memory.recall(`${SPRING} ${'y más cosas que pasaron '.repeat(4_000)}`)).toBeNull();
    const sketch = createSketcher(KEY);
    const long = `${SPRING} `.repeat(60);
    expect([...sketch(long)]).toEqual([...sketch(`${long}${'z1 z2 z3 '.repeat(9_000)}`)]);
  });
});

describe('an understanding with a memory', () => {
  const catalogue = smallCatalogue();
  const routing = route(catalogue);
  const rules = createRules(catalogue, routing);

  const understand = (text: string, ...lessons: Lesson[]) => {
    const memory = createMemory(KEY);
    for (const one of lessons) memory.learn(one);
    return createClassifier(catalogue, routing, null, { rules, memory }).understand(text);
  };

  it('finds at once what a citizen corrected', () => {
    expect(understand(ALIKE).services[0]?.id).not.toBe('water_leak');
    const after = understand(ALIKE, lesson());
    expect([after.services[0]?.id, after.agencies[0]?.id]).toEqual(['water_leak', 'idaan']);
  });

  it('sends it to the body that is competent at the new place, not at the old one', () => {
    const garbage = { serviceId: 'garbage', agencyId: 'aaud', kind: null };
    const text = 'ya van tres semanas y aquello sigue amontonado frente a la escuela';
    const taught = lesson({ text: `${text} en Juan Díaz`, meaning: garbage });
    const said = understand(`${text} en Arraiján`, taught);
    expect(said.services[0]?.id).toBe('garbage');
    expect(said.agencies[0]?.id).toBe('mun_arraijan');
  });

  it('finds the body that the desk gave it to, and its likeliest service', () => {
    const meaning = { serviceId: null, agencyId: 'mop', kind: null };
    const text = 'la calle está toda rota y el agua se mete por el hueco a mi casa';
    const after = understand(text, lesson({ text, source: 'desk', meaning }));
    expect(after.agencies[0]?.id).toBe('mop');
    expect(after.services[0]?.id).toBe('pothole');
  });

  it('learns a kind only from who called it so', () => {
    const taught = lesson({ meaning: { serviceId: 'water_leak', agencyId: 'idaan', kind: 'sugerencia' } });
    const again = { ...taught, caseId: 'case-2', writer: 'beto', corrector: 'beto' };
    expect(understand(ALIKE, taught, again).kinds[0]?.id).toBe('sugerencia');
    expect(understand(ALIKE, lesson()).kinds[0]?.id).toBe('queja');
  });

  it('never touches a danger, nor a service that is gone', () => {
    const text = 'me quiero matar, ya no aguanto más esta situación en mi casa';
    const taught = lesson({ text });
    expect(understand(text, taught).emergency).toEqual(understand(text).emergency);
    expect(understand(text, taught).intent).toBe('emergency');
    const gone = lesson({ meaning: { serviceId: 'none_such', agencyId: 'nobody', kind: null } });
    expect(understand(ALIKE, gone)).toEqual(understand(ALIKE));
  });
});
