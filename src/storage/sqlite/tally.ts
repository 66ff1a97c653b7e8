/** What became of one invariant. */
export interface Finding {
  invariant: string;
  /** How many things were looked at. */
  checked: number;
  broken: number;
  /** Ids of up to five broken ones. */
  examples: string[];
}

/** Counts what was looked at and what was found broken, invariant by invariant. */
export interface Tally {
  count(invariant: string, checked: number): void;
  broken(invariant: string, example: string): void;
  /** Looks at one thing. */
  check(invariant: string, id: string, whole: boolean): void;
  findings(): Finding[];
}

const EXAMPLES = 5;

/** An empty tally. */
export function createTally(): Tally {
  const findings = new Map<string, Finding>();
  const of = (invariant: string): Finding => {
    const known = findings.get(invariant) ?? { invariant, checked: 0, broken: 0, examples: [] };
    findings.set(invariant, known);
    return known;
  };
  const broken = (invariant: string, example: string): void => {
    const finding = of(invariant);
    finding.broken += 1;
    if (finding.examples.length < EXAMPLES) finding.examples.push(example);
  };
  return {
    broken,
    count: (invariant, checked) => {
      of(invariant).checked += checked;
    },
    check: (invariant, id, whole) => {
      of(invariant).checked += 1;
      if (!whole) broken(invariant, id);
    },
    findings: () => [...findings.values()],
  };
}
