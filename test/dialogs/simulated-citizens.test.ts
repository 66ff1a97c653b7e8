import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { readTraining } from '../../src/catalogue/training.ts';
import { bareWords } from '../../src/catalogue/words.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { stepOf } from '../../src/dialogs/questions.ts';
import type { Turn } from '../../src/dialogs/turn.ts';
import { type Goal, goalFrom, MANNERS, type Manner, mattersTold, numbersFrom } from '../support/citizens.ts';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const EACH = 250;
const TOLD = mattersTold(readTraining(path.join(PROJECT_ROOT, 'config/training'), stage.catalogue));
const MOST_MESSAGES = 15;

/** How one simulated conversation went. */
interface Story {
  goal: Goal;
  messages: number;
  /** Asked before the first summary. */
  questions: number;
  /** Asked again although it was answered. */
  repeated: string[];
  filed: Case | null;
  withPerson: boolean;
  /** The messages that told the matter. */
  told: string[];
  /** What they got last. */
  last: string[];
  log: string;
}

function simulate(manner: Manner, seed: number): Story {
  const next = numbersFrom(seed);
  const goal = goalFrom(next, TOLD);
  const channel = (['web', 'sms', 'terminal'] as const)[seed % 3] ?? 'web';
  const talk = startTalk(stage, channel, `citizen-${seed}`);
  const story: Story = {
    goal,
    messages: 0,
    questions: 0,
    repeated: [],
    filed: null,
    withPerson: false,
    told: [],
    last: [],
    log: '',
  };
  const asked = new Set<string>();
  while (story.messages < MOST_MESSAGES && !story.filed && !story.withPerson) {
    const before = questionOf(talk);
    const doing = manner(talk, goal, next);
    const turn = 'send' in doing ? talk.send(doing.send) : talk.wait(doing.waitMs);
    if ('send' in doing) story.messages += 1;
    story.log += `${JSON.stringify(doing)}\n   ${turn?.replies.map(({ text }) => text).join(' | ') ?? ''}\n`;
    if ('send' in doing && doing.send.texts?.some(text => text.includes(goal.matter)))
      story.told.push(goal.matter);
    story.last = turn?.replies.map(({ text }) => text) ?? [];
    const after = questionOf(talk);
    if ('send' in doing && doing.answers && before !== null && before === after && !isTold(turn))
      story.repeated.push(before);
    if (after !== null && isOfDraft(talk)) asked.add(after);
    story.filed = talk.cases[0] ?? null;
    story.withPerson = talk.conversation.mode !== 'bot';
  }
  return { ...story, questions: asked.size };
}

/** Was a question of theirs answered, so that what was asked is asked again? */
function isTold(turn: Turn | null): boolean {
  return turn?.replies.some(({ text }) => /Entidad: |Public body: /.test(text)) === true;
}

/** Is something asked of the report, and not only of what came between? */
function isOfDraft({ conversation: { state } }: Talk): boolean {
  // How a denuncia is kept is told rather than asked of the matter.
  const isOpen = state.draft !== null && !state.draft.summarised && state.awaits?.ask !== 'privacy';
  return (
    isOpen &&
    state.awaits !== null &&
    state.draft?.asked.includes(state.awaits.ask) === true &&
    !state.awaits.before
  );
}

/** What is asked now, by its step and its choices; a summary shown anew is not a question asked twice. */
function questionOf({ conversation: { state } }: Talk): string | null {
  const { awaits, draft } = state;
  if (awaits === null || stepOf(awaits) === 'confirm' || stepOf(awaits) === 'resume') return null;
  // "Where?" and "in which district are these words?" are two questions.
  const of = stepOf(awaits) === 'place' ? (draft?.place?.text ?? '') : '';
  return `${stepOf(awaits)} ${of} ${awaits.choices.map(({ value }) => value)}`;
}

/** Two matters, or a question beside one: it is answered, and the rest is reported. */
const SPLIT =
  /más de un asunto|more than one|no la tengo confirmada|no lo tengo confirmado|no confirmed information/;

/** Are the words of a matter in the case, but for the shortest? */
function isWhole({ description }: Case, told: string): boolean {
  const kept = bareWords(description.join(' ')).split(' ');
  return bareWords(told)
    .split(' ')
    .every(word => word.length <= 5 || kept.includes(word));
}

const STORIES = Object.entries(MANNERS).map(([name, manner], i) => {
  const stories = Array.from({ length: EACH }, (_, n) => simulate(manner, 1_000 * i + n));
  return [name, stories] as const;
});

describe.each(STORIES)('%s citizens', (_, stories) => {
  it('come to an end within fifteen messages: a number, or a person', () => {
    const endless = stories.filter(({ filed, withPerson }) => !filed && !withPerson);
    expect(endless.map(({ log }) => log)).toEqual([]);
  });

  it('are asked nothing twice that they answered', () => {
    const naggings = stories.filter(({ repeated }) => repeated.length > 0);
    expect(naggings.map(({ log }) => log)).toEqual([]);
  });

  it('find their own words in the case, unless they are taken for two matters', () => {
    const shortened = stories.filter(({ filed, told }) => filed && !isWhole(filed, told[0] ?? ''));
    expect(shortened.length / stories.length).toBeLessThan(0.015);
    expect(shortened.filter(({ log }) => !SPLIT.test(log)).map(({ log }) => log)).toEqual([]);
  });

  it('are told a denuncia’s number and PIN in a message of their own', () => {
    const denuncias = stories.filter(({ filed }) => filed?.kind === 'denuncia');
    const isAlone = ({ last }: Story): boolean => last.some(text => /^[^\n]*311-[^\n]*PIN[^\n]*$/.test(text));
    expect(denuncias.filter(story => !isAlone(story)).map(({ log }) => log)).toEqual([]);
  });

  it('are asked two things at most before the summary', () => {
    expect(stories.filter(({ questions }) => questions > 2).map(({ log }) => log)).toEqual([]);
  });
});

describe('the simulated citizens together', () => {
  const all = STORIES.flatMap(([, stories]) => stories);
  const share = (test: (story: Story) => boolean): number => all.filter(test).length / all.length;

  it('nearly all get a number, and most the right service and place', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(share(({ filed }) => filed !== null)).toBeGreaterThan(0.9);
    expect(share(({ filed, goal }) => filed?.serviceId === goal.service)).toBeGreaterThan(0.75);
    const placed = all.filter(({ filed }) => filed?.place);
    expect(placed.length / all.length).toBeGreaterThan(0.7);
    const right = placed.filter(({ filed, goal }) => filed?.place?.code === goal.code);
    expect(right.length / placed.length).toBeGreaterThan(0.95);
  });

  it('are asked little: the mean is printed', () => {
    const rows = STORIES.map(([name, stories]) => `${name} ${meanOf(stories).toFixed(2)}`);
    process.stdout.write(`questions before the summary: ${meanOf(all).toFixed(2)} (${rows.join(', ')})\n`);
    expect(meanOf(all)).toBeLessThan(1.3);
  });
});

function meanOf(stories: Story[]): number {
  return stories.reduce((sum, { questions }) => sum + questions, 0) / stories.length;
}
