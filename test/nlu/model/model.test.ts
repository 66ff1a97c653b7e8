import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { route } from '../../../src/catalogue/route.ts';
import { createClassifier } from '../../../src/nlu/create-classifier.ts';
import { decodeModel, encodeModel } from '../../../src/nlu/model/model-file.ts';
import { prepare, train } from '../../../src/nlu/model/train.ts';
import { createRules } from '../../../src/nlu/rules.ts';
import { labelledMessages } from '../../support/labelled-messages.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const catalogue = smallCatalogue();
const routing = route(catalogue);
const rules = createRules(catalogue, routing);

const MESSAGES = labelledMessages();
const model = train(prepare(MESSAGES, catalogue, rules), catalogue);

describe('a model learned from labelled messages', () => {
  it('finds a matter by words the office never listed', () => {
    const text = 'frente a mi casa brota un manantial y la acera está toda mojada desde hace una semana';
    const [alone] = createClassifier(catalogue, routing).understand(text).services;
    const [learned] = createClassifier(catalogue, routing, model).understand(text).services;
    expect(alone?.id).not.toBe('water_leak');
    expect(learned?.id).toBe('water_leak');
  });

  it('is the same to the byte whenever it is learned', () => {
    const again = train(prepare(MESSAGES, catalogue, rules), catalogue);
    expect(encodeModel(again, 'x').equals(encodeModel(model, 'x'))).toBe(true);
  });

  it('knows no feature that fewer than five writers used', () => {
    const few = train(
      prepare(
        MESSAGES.filter(({ author }) => 'ana beto cira dario'.includes(author)),
        catalogue,
        rules,
      ),
      catalogue,
    );
    expect([few.words.size, few.style.size]).toEqual([0, 0]);
    expect(Math.min(model.words.size, model.style.size)).toBeGreaterThan(100);
  });

  it('leaves a text of a few words to the words of the office', () => {
    const withModel = createClassifier(catalogue, routing, model);
    const alone = createClassifier(catalogue, routing);
    for (const text of ['hay un tubo roto', 'no hay luz', 'buenas', 'gracias', 'mi caso']) {
      expect(withModel.understand(text).services).toEqual(alone.understand(text).services);
      expect(withModel.understand(text).intent).toBe(alone.understand(text).intent);
    }
  });

  it('never talks a wish to die away', () => {
    const text =
      'mi recibo de la luz es de ENSA. ya no quiero vivir, me quiero matar. tengo tres noches con velas y la nevera se me dañó';
    expect(createClassifier(catalogue, routing, model).understand(text).emergency?.category).toBe('suicidio');
  });
});

describe('a model’s file', () => {
  const bytes = encodeModel(model, 'abc');

  it('gives back the same answers', () => {
    const decoded = decodeModel(bytes);
    if ('problem' in decoded) throw new Error(decoded.problem);
    const [before, after] = [model, decoded.model].map(one => createClassifier(catalogue, routing, one));
    for (const { text } of MESSAGES) expect(after?.understand(text)).toEqual(before?.understand(text));
    expect(decoded.header.learnedFrom).toBe('abc');
  });

  it.each(['format', 'features'])('is refused when its %s is that of another version', field => {
    const text = bytes.subarray(0, -32).toString('latin1');
    const body = Buffer.from(text.replace(new RegExp(`"${field}":\\d`), `"${field}":9`), 'latin1');
    const sealed = Buffer.concat([body, createHash('sha256').update(body).digest()]);
    expect(decodeModel(sealed)).toEqual({ problem: 'was made by another version' });
  });

  it('is refused when a byte of it is wrong, or it is cut short', () => {
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8((damaged.readUInt8(500) + 1) % 256, 500);
    expect(decodeModel(damaged)).toEqual({ problem: 'is damaged or no model' });
    expect(decodeModel(bytes.subarray(0, bytes.length - 10))).toEqual({ problem: 'is damaged or no model' });
    expect(decodeModel(Buffer.from('nonsense'))).toEqual({ problem: 'is damaged or no model' });
  });
});
