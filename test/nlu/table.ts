import type { Kind } from '../../src/cases/case.ts';
import type { Classifier, Intent } from '../../src/nlu/classifier.ts';

/** A message with what it should be understood as; several kinds or bodies when more than one is right, '' for any. */
export type Row = [text: string, intent: Intent, kind: `${Kind}${string}` | null, agencies: string];

/** Shares of a table understood as expected, and the rows that were not. */
export interface Figures {
  intent: number;
  kind: number;
  top1: number;
  top3: number;
  /** Reports taken for an emergency, which the intent does not count: the gate of dangers has tests of its own. */
  alarms: number;
  misses: string[];
}

/** Reads every row and counts. */
export function measure(rows: Row[], classifier: Classifier): Figures {
  const misses: string[] = [];
  const seen = rows.map(([text, intent, kind, agencies]) => {
    const got = classifier.understand(text);
    const bodies = got.agencies.map(({ id }) => id);
    const right = {
      intent: got.intent === 'emergency' && intent === 'report' ? null : got.intent === intent,
      kind: kind === null ? null : kind.split('|').includes(got.kinds[0]?.id ?? ''),
      top1: agencies === '' ? null : agencies.split('|').includes(bodies[0] ?? ''),
      top3: agencies === '' ? null : bodies.slice(0, 3).some(id => agencies.split('|').includes(id)),
    };
    const wrong = Object.entries(right).filter(([, value]) => value === false);
    if (wrong.length > 0) {
      const service = got.services.map(({ id, p }) => `${id} ${p.toFixed(2)}`).slice(0, 3);
      const found = `${got.intent}, ${got.kinds[0]?.id}, ${bodies.slice(0, 3).join('/')}, ${service.join('/')}`;
      misses.push(`${wrong.map(([name]) => name).join('+')}: ${text}\n   got ${found}`);
    }
    return right;
  });
  const alarms = seen.filter(({ intent }) => intent === null).length / rows.length;
  const share = (name: 'intent' | 'kind' | 'top1' | 'top3'): number => {
    const counted = seen.map(row => row[name]).filter(value => value !== null);
    return counted.filter(Boolean).length / counted.length;
  };
  const [intent, kind, top1, top3] = (['intent', 'kind', 'top1', 'top3'] as const).map(share);
  return { intent: intent ?? 0, kind: kind ?? 0, top1: top1 ?? 0, top3: top3 ?? 0, alarms, misses };
}
