/** What races are about. */
export type Kind = 'confirm' | 'workers' | 'statuses' | 'agent and bot' | 'agents' | 'notes';

/** One race: everything asked for between its two times concerns one talk and its case. */
export interface Race {
  n: number;
  kind: Kind;
  /** The citizen's session. */
  session: string;
  /** Ids of the talk and of the case, as the store names them; the case's number. */
  talk: string;
  caseId: string;
  number: string;
  /** ms since 1970. */
  began: number;
  ended: number;
}

/** Something that was asked for once. */
export interface Op {
  race: number;
  session: string;
  number: string;
  what: 'says' | 'take' | 'reply' | 'release' | 'status' | 'note';
  /** Stands in what was written: nobody else writes it. */
  marker: string;
  /** The status asked for. */
  status: string | null;
  /** The id a citizen's message was given by who sent it. */
  id: string | null;
  /** A person had the talk when it was said, and nobody gave it back before it was taken up: the bot has nothing to say. */
  isHeld: boolean;
  /** ms since 1970. */
  invoked: number;
  ended: number;
  /** `fail`: refused, nothing is expected. */
  outcome: 'ok' | 'fail' | 'unknown';
  /** The place in the talk, where it was told. */
  seq: number | null;
}

/** A line of a talk at the end. */
export interface Line {
  seq: number;
  from: string;
  turn: number | null;
  text: string;
}

/** A line of a case's history at the end. */
export interface Step {
  /** ms since 1970. */
  at: number;
  what: string;
  from: string | null;
  to: string | null;
  note: string | null;
}

/** A version of a talk or case that somebody asked to write. */
export interface Write {
  /** The talk's or the case's id. */
  subject: string;
  expected: number;
  /** False: somebody was faster, and it was decided anew. */
  won: boolean;
  /** ms since 1970. */
  at: number;
}

/** What is compared: what was asked for, and what the service shows at the end. */
export interface RaceEvidence {
  races: Race[];
  ops: Op[];
  /** By session. */
  talks: Map<string, Line[]>;
  /** By session: everything filed from there. */
  cases: Map<string, { number: string; kind: string; history: Step[] }[]>;
  /** Every version asked for of a talk or case, and the one that stands at the end. */
  writes: Write[];
  versions: Map<string, number>;
}
