import { describe, expect, it } from 'vitest';
import { route } from '../../../src/catalogue/route.ts';
import { createClassifier } from '../../../src/nlu/create-classifier.ts';
import { byMajority, byRulesAlone, byWordsAlone, readingOnce } from '../../../src/nlu/measure/baselines.ts';
import { measure } from '../../../src/nlu/measure/measure.ts';
import { prepare, train } from '../../../src/nlu/model/train.ts';
import { createRules } from '../../../src/nlu/rules.ts';
import { labelledMessages } from '../../support/labelled-messages.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const catalogue = smallCatalogue();
const rules = createRules(catalogue, route(catalogue));
const MESSAGES = labelledMessages();

describe('measuring', () => {
  const model = train(prepare(MESSAGES, catalogue, rules), catalogue);
  const classifier = createClassifier(catalogue, route(catalogue), model, { rules });
  const understand = ({ text }: { text: string }) => classifier.understand(text);

  it('counts what is right', () => {
    const right = measure(understand, MESSAGES);
    expect(right.service.value).toBe(1);
    expect(right.recall.kind).toEqual([{ id: 'queja', n: MESSAGES.length, recall: 1 }]);
    expect(right.agencyFirst.low).toBeLessThanOrEqual(right.agencyFirst.value);
    expect(right.confused.agency).toEqual([]);
  });

  it('counts what is missed, and says what it was taken for', () => {
    const labelled = MESSAGES.map(message => ({ ...message, agencies: ['meduca'], kind: 'idea' as const }));
    const wrong = measure(understand, labelled);
    expect([wrong.agencyFirst.value, wrong.kindMacroF1.value]).toEqual([0, 0]);
    expect(wrong.recall.agency).toEqual([{ id: 'meduca', n: MESSAGES.length, recall: 0 }]);
    expect(wrong.confused.agency.map(([pair]) => pair).sort()).toEqual(['meduca → ensa', 'meduca → idaan']);
    expect(wrong.confused.kind).toEqual([['idea → queja', MESSAGES.length]]);
  });

  it('takes any acceptable body for right, and counts a first that is not none', () => {
    const labelled = MESSAGES.map(message => ({ ...message, agencies: ['meduca', 'idaan', 'ensa'] }));
    const figures = measure(understand, labelled);
    expect(figures.agencyFirst.value).toBe(1);
    expect(figures.recall.agency).toEqual([{ id: 'meduca', n: MESSAGES.length, recall: 1 }]);
  });

  it('counts districts that were invented, and alarms that rang for nothing', () => {
    const [message] = MESSAGES;
    if (!message) throw new Error('no message');
    const said = {
      ...understand(message),
      ...{ places: [{ code: '080401', p: 0.9 } as never], emergency: { category: 'incendio', p: 1 } },
    };
    const figures = measure(() => said, [message, { ...message, district: '0804', emergency: 'medica' }]);
    expect([figures.district.value, figures.districtInvented.value]).toEqual([1, 1]);
    expect([figures.emergencyRecall.value, figures.falseAlarms.value]).toEqual([1, 1]);
    expect(figures.recall.emergency).toEqual([{ id: 'medica', n: 1, recall: 1 }]);
  });
});

describe('what everything is measured against', () => {
  it('says always what is most frequent', () => {
    const some = [...MESSAGES, ...MESSAGES.slice(0, 1)];
    const said = byMajority(some)('anything');
    expect([said.intent, said.kinds[0]?.id, said.agencies[0]?.id]).toEqual(['report', 'queja', 'idaan']);
    expect(said.agencies[0]?.p).toBeCloseTo(13 / 25);
    expect(said.services.map(({ id }) => id)).toEqual(['water_leak', 'power_cut']);
  });

  const TEXT = 'hay un tubo roto en Juan Díaz, quiero denunciar a la alcaldía de Panamá';

  it('reads the words of services without place, name, cue or danger', () => {
    const said = byWordsAlone(catalogue, rules)(TEXT);
    expect([said.services[0]?.id, said.agencies[0]?.id]).toEqual(['water_leak', 'idaan']);
    expect([said.kinds[0]?.id, said.places, said.emergency]).toEqual(['queja', [], null]);
    expect(byWordsAlone(catalogue, rules)('xyz').intent).toBe('out_of_scope');
  });

  it('reads cues, names and places without the words of services', () => {
    const said = byRulesAlone(rules)(TEXT);
    expect([said.services, said.agencies[0]?.id, said.kinds[0]?.id]).toEqual([[], 'mun_panama', 'denuncia']);
    expect(said.places[0]?.code.slice(0, 4)).toBe('0804');
    expect(byRulesAlone(rules)('me quiero matar').emergency?.category).toBe('suicidio');
  });

  it('reads a text once for all of them', () => {
    let reads = 0;
    const counted: typeof rules = {
      ...rules,
      read: (text, context) => {
        reads += 1;
        return rules.read(text, context);
      },
    };
    const once = readingOnce(counted);
    expect(once.read(TEXT, {})).toBe(once.read(TEXT, {}));
    expect(once.read('no hay luz', {}).reading.text).toBe('no hay luz');
    expect(once.read('no hay luz', { placeCode: '0804' }).whereabouts[0]?.id).toBe('0804');
    expect(reads).toBe(3);
  });
});
