import { describe, expect, it } from 'vitest';
import { render } from '../../src/channels/render.ts';
import { ABILITIES, openStage } from '../support/play.ts';
import { type Answered, type Replayed, replay } from '../support/replay.ts';
import { readTranscripts, type Step, type Transcript } from '../support/transcripts.ts';

const stage = await openStage();
const ALL = readTranscripts().flatMap(({ transcripts }) => transcripts);
const CHANNELS = [
  'web',
  'sms',
  'terminal',
  'whatsapp',
  'whatsapp-twilio',
  'whatsapp-web',
  'messenger',
  'telegram',
  'x',
  'bot-framework',
  'email',
] as const;
const named = ALL.map(transcript => [transcript.title, transcript] as const);

/** What the transcript expects of a step. */
function expected({ bot, asks, silence }: Step): Answered {
  const said = bot === undefined ? [] : [bot].flat();
  return { said, asks: asks ?? 'none', silence: silence ?? null };
}

describe.each(named)('%s', (_, transcript) => {
  it(`goes as written on ${transcript.channel}`, () => {
    const { steps, cases, mode } = replay(stage, transcript, transcript.channel);
    expect(steps).toEqual(transcript.talk.map(expected));
    expect(cases).toEqual(transcript.cases ?? []);
    expect(mode).toBe(transcript.mode ?? 'bot');
  });

  const others = transcript.only === undefined ? CHANNELS : [transcript.channel];
  it.each(others)('asks and files the same on %s, within its limits', channel => {
    const played = replay(stage, transcript, channel);
    expect(played.steps.map(({ asks, silence }) => ({ asks, silence }))).toEqual(
      transcript.talk.map(expected).map(({ asks, silence }) => ({ asks, silence })),
    );
    expect(played.cases).toEqual(transcript.cases ?? []);
    expectWithinLimits(played, channel);
  });
});

function expectWithinLimits({ talk }: Replayed, channel: Transcript['channel']): void {
  const capabilities = ABILITIES[channel];
  const replies = [...talk.turns.flatMap(turn => turn.replies), ...talk.told];
  for (const part of replies.flatMap(reply => render(reply, capabilities))) {
    expect(part.text.length).toBeLessThanOrEqual(capabilities.textLimit);
    expect(part.choices.length).toBeLessThanOrEqual(capabilities.choices?.most ?? 0);
  }
}

describe('the transcripts together', () => {
  it('are many, and no two begin alike or go the same way', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(90);
    expect(repeated(ALL.map(({ title }) => title))).toEqual([]);
    expect(repeated(ALL.map(firstMessage))).toEqual([]);
    expect(repeated(ALL.map(path))).toEqual([]);
  });

  it('show each kind four times at least', () => {
    const kinds = ALL.flatMap(({ cases = [] }) => [...new Set(cases.map(({ kind }) => kind))]);
    for (const kind of ['queja', 'denuncia', 'idea', 'sugerencia']) {
      expect(kinds.filter(known => known === kind).length, kind).toBeGreaterThanOrEqual(4);
    }
  });

  it('show each thing twice at least', () => {
    const shown = Map.groupBy(ALL, ({ shows }) => shows);
    for (const [what, transcripts] of shown) expect(transcripts.length, what).toBeGreaterThanOrEqual(2);
    expect([...shown.keys()]).toEqual(expect.arrayContaining(THINGS));
  });
});

/** What a talk of this desk can do, each to be seen in a whole conversation. */
const THINGS = [
  ...['opening', 'burst', 'wordless', 'slots', 'correction', 'denuncia', 'idea', 'sugerencia', 'two matters'],
  ...['duplicate', 'several cases', 'status', 'follow-up', 'agency question', 'solution', 'reopened'],
  ...['withdraw', 'commands', 'English', 'person', 'anger', 'emergency', 'opt-out', 'my data', 'hostile'],
  ...['waiting', 'old button', 'catalogue', 'not understood', 'not ours', 'information'],
];

function repeated(values: string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

function firstMessage({ talk }: Transcript): string {
  const [first] = talk;
  return JSON.stringify([first?.citizen ?? null, first?.sends ?? null, first?.waits ?? null]);
}

/** What was done and what was asked after it, step by step, and what came of it. */
function path({ talk, cases = [], mode }: Transcript): string {
  const steps = talk.map(step => {
    const { bot, asks, silence, note, reason, ...did } = step;
    return `${Object.keys(did).sort()}→${asks ?? silence ?? ''}`;
  });
  const ends = cases.map(({ kind, status, holder, service }) => [kind, status, holder, service]);
  return JSON.stringify([steps, ends, mode]);
}
