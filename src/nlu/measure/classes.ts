/** What a message was labelled, and what it was taken for. */
export interface Pair {
  label: string;
  said: string;
}

/** How often the messages of one class were understood as such. */
export interface ClassRecall {
  id: string;
  n: number;
  recall: number;
}

/** Recall of each class that was labelled at all, the most frequent first. */
export function recallByClass(pairs: readonly Pair[]): ClassRecall[] {
  const groups = Map.groupBy(pairs, ({ label }) => label);
  const rows = [...groups].map(([id, own]) => {
    const right = own.filter(({ label, said }) => label === said).length;
    return { id, n: own.length, recall: right / own.length };
  });
  return rows.sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

/** The mean of the recalls of all classes: who only ever says the most frequent one gets next to nothing. */
export function macroRecall(pairs: readonly Pair[]): number {
  const rows = recallByClass(pairs);
  return rows.length === 0 ? 0 : rows.reduce((sum, { recall }) => sum + recall, 0) / rows.length;
}

/** The mean of F1 over the classes: a class nobody labelled nor said has 0. */
export function macroF1(pairs: readonly Pair[], classes: readonly string[]): number {
  const counts = new Map(classes.map(id => [id, { right: 0, labelled: 0, said: 0 }]));
  for (const { label, said } of pairs) {
    const own = counts.get(label);
    if (own) own.labelled += 1;
    const other = counts.get(said);
    if (other) other.said += 1;
    if (own && label === said) own.right += 1;
  }
  let sum = 0;
  for (const { right, labelled, said } of counts.values()) {
    if (labelled + said > 0) sum += (2 * right) / (labelled + said);
  }
  return sum / classes.length;
}

const MOST_CONFUSED = 12;

/** The pairs most often taken for each other, labelled → understood, the most frequent first. */
export function confusedPairs(pairs: readonly Pair[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { label, said } of pairs) {
    if (label !== said) counts.set(`${label} → ${said}`, (counts.get(`${label} → ${said}`) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CONFUSED);
}
