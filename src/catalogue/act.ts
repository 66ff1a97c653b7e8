/** What a citizen does with words to a report that was read back to them, or to a case that was filed. */
export const ACTS = [
  /** Agrees that it be sent. */
  'send',
  /** Not yet. */
  'hold',
  /** Nothing is to be sent; of a case, it is to be taken back. */
  'drop',
  /** Something is wrong, without how it should be. */
  'wrong',
  /** Another place, or a closer one. */
  'place',
  /** The matter is another one, instead of the first. */
  'matter',
  /** Another body should get it. */
  'body',
  /** How it is presented: its kind, with or without a name, how to reach them. */
  'manner',
  /** More of the same matter, to be passed on. */
  'more',
  /** A separate matter besides. */
  'further',
  /** Words are to be taken out, or put otherwise. */
  'words',
  /** Asks something. */
  'asks',
  /** Neither a fact, nor a question, nor an answer: a sigh, a joke, thanks, doubts. */
  'talks',
  /** Wants a human being. */
  'person',
  /** It is mended, or over. */
  'solved',
  /** How the case stands, or where news of it should go. */
  'follows',
] as const;

/** One of `ACTS`. */
export type Act = (typeof ACTS)[number];

/** What a question to a report or a case is about, as far as the desk itself can answer it. */
export const QUESTIONS = [
  /** How long it takes, by when they answer or come. */
  'howlong',
  /** Who sees a name or the words, whether they will know. */
  'seen',
  /** What happens next, whether anybody comes, calls or answers. */
  'next',
  /** How to follow it: the number, the PIN, where news comes. */
  'follow',
  /** Whether it costs anything. */
  'cost',
  /** What to do in the meantime. */
  'meanwhile',
  /** Who that body is, why it, how to reach it. */
  'body',
  /** Who is asked here: a machine, an office, since when. */
  'desk',
  /** What they themselves must do: go there, papers, a photo. */
  'duty',
  /** What can still be done with it: add, change, withdraw, another who reports the same. */
  'can',
  /** What will come of it: whether they mend, pay, punish, or do nothing. */
  'outcome',
  /** What stands in it. */
  'shown',
  'other',
] as const;

/** One of `QUESTIONS`. */
export type Question = (typeof QUESTIONS)[number];
