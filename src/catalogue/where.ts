import { z } from 'zod';
import { type Labelled, readLabelled } from './labelled.ts';

const lineSchema = z
  .strictObject({
    id: z.string().min(1),
    answer: z.boolean(),
    text: z.string().regex(/\S/, 'is empty: write the words'),
    where: z.array(z.string().min(1)),
  })
  .superRefine(({ text, where }, { addIssue }) => {
    let from = 0;
    for (const words of where) {
      const at = text.indexOf(words, from);
      if (at === -1)
        addIssue({ code: 'custom', message: `"${words}" does not stand in the text, or not in this order` });
      else from = at + words.length;
    }
  });

/** A text with the words of it that say where, in their order; the rules stand in `config/where/README.md`. */
export type LabelledWhere = Labelled<z.infer<typeof lineSchema>>;

/** Reads the texts of `config/where`; none where there is no such folder. Throws `ConfigError` with each mistake's file, line and reason. */
export function readWhereOf(configDir: string): LabelledWhere[] {
  return readLabelled(configDir, { folder: 'where', line: lineSchema, none: 'is no labelled text in JSON' });
}
