import { z } from 'zod';
import { ACTS, QUESTIONS } from './act.ts';
import { type Labelled, readLabelled } from './labelled.ts';

const lineSchema = z.strictObject({
  id: z.string().min(1),
  situation: z.string().regex(/^(?:[A-ZÑ]|A[A-J])$/, 'is no situation: a letter of config/acts/README.md'),
  filed: z.boolean(),
  text: z.string().regex(/\S/, 'is empty: write the words'),
  act: z.enum(ACTS),
  question: z.enum(QUESTIONS).nullable(),
});

/** Words to a report or a case, labelled; what the labels mean stands in `config/acts/README.md`. */
export type LabelledAct = Labelled<z.infer<typeof lineSchema>>;

/** Reads the acts of `config/acts`; none where there is no such folder. Throws `ConfigError` with each mistake's file, line and reason. */
export function readActsOf(configDir: string): LabelledAct[] {
  return readLabelled(configDir, { folder: 'acts', line: lineSchema, none: 'is no labelled act in JSON' });
}
