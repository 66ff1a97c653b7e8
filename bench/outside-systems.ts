import { containerBootstrap } from '@nlpjs/core';
import { LangEs } from '@nlpjs/lang-es';
import { NluNeural } from '@nlpjs/nlu';
import { getFastTextClass, getFastTextModule } from 'fasttext.wasm.js';
import type { Ranked } from '../src/nlu/classifier.ts';

/** A text with what it should be told to be. */
export interface Lesson {
  text: string;
  label: string;
}

/** Says what a text is, best first. */
export type Answer = (text: string) => Promise<Ranked[]>;

/** A classifier of texts that somebody else made: taught by lessons it answers one question. */
export interface OutsideSystem {
  name: string;
  teach(lessons: readonly Lesson[]): Promise<Answer>;
}

/** nlp.js (AXA, MIT): a small neural network over Spanish stems. */
const nlpJs: OutsideSystem = {
  name: 'nlp.js 4.27',
  teach: async lessons => {
    const container = await containerBootstrap();
    container.use(LangEs);
    const settings = { container, locale: 'es', log: false, useNoneFeature: false };
    const network = new NluNeural(settings);
    await network.train(lessons.map(({ text, label }) => ({ utterance: text, intent: label })));
    return async text => {
      const { classifications } = await network.process(text);
      return classifications.map(({ intent, score }) => ({ id: intent, p: score }));
    };
  },
};

/** What did best on the first part of four. */
const TUNED = {
  ...{ lr: 1, epoch: 40, dim: 100, loss: 'softmax', wordNgrams: 1, minn: 3, maxn: 5 },
  ...{ bucket: 200_000, minCount: 5 },
};
const LABEL = '__label__';
const FIRST = 8;

/** fastText (Facebook, MIT) as WebAssembly: averaged vectors of words and of parts of words. */
const fastText: OutsideSystem = {
  name: 'fastText 0.9, wasm 1.0',
  teach: async lessons => {
    const lines = lessons.map(({ text, label }) => `${LABEL}${label} ${folded(text)}\n`);
    const url = `data:text/plain;base64,${Buffer.from(lines.join('')).toString('base64')}`;
    const silent = { print: () => {}, printErr: () => {} };
    const FastText = await getFastTextClass({ getFastTextModule: () => getFastTextModule(silent) });
    const model = (await new FastText().trainSupervised(url, TUNED, () => {})) as FastTextModel;
    return async text => {
      const found = model.predict(folded(text), FIRST, 0);
      return Array.from({ length: found.size() }, (_, i) => {
        const [p, label] = found.get(i);
        return { id: label.slice(LABEL.length), p: Math.min(1, p) };
      });
    };
  },
};

interface FastTextModel {
  predict(text: string, most: number, least: number): { size(): number; get(i: number): [number, string] };
}

/** Small letters without accents and signs, as fastText advises. */
function folded(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Systems of others that are small, kept and run here: development dependencies of this benchmark alone. */
export const OUTSIDE_SYSTEMS: readonly OutsideSystem[] = [nlpJs, fastText];
