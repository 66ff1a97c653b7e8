import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';
import { loadTexts, type Texts } from '../../src/texts.ts';

/** The real sentences. */
export async function realTexts(): Promise<Texts> {
  return loadTexts(path.join(PROJECT_ROOT, 'config'));
}
