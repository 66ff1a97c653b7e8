import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProposal } from '../../src/cases/lifecycle.ts';
import type { Awaits, Draft } from '../../src/dialogs/conversation.ts';
import { isPrecise } from '../../src/dialogs/intake/guess.ts';
import { stepOf } from '../../src/dialogs/questions.ts';
import { readState } from '../../src/dialogs/state.ts';
import type { Turn } from '../../src/dialogs/turn.ts';
import { type Act, act, acts, channels, DANGERS, help, perform } from '../support/any-citizen.ts';
import { helpful } from '../support/cooperative.ts';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const SEED = 20261127;

/** Plays and checks every turn. */
function play(channel: 'web' | 'sms' | 'terminal', all: Act[]): Talk {
  const talk = startTalk(stage, channel);
  const asked = new Map<string, Set<string>>();
  for (const what of all) {
    const before = talk.conversation;
    const turn = perform(talk, what);
    if (!turn) continue;
    expectAnswer(turn);
    expectAsksWhatIsAwaited(talk, turn);
    // Whoever waits for a person, or has one, is asked nothing.
    if (talk.conversation.mode === 'bot') expectNoFilledSlot(turn.state.draft, turn.state.awaits);
    expectFewQuestions(asked, turn.state.draft, turn.state.awaits);
    expectCases(turn);
    expect(JSON.parse(JSON.stringify(turn.state))).toEqual(turn.state);
    expect(readState(turn.state)).toEqual(turn.state);
    if ('says' in what) expectDangerFirst(what.says.join('\n'), turn);
    if (before.mode === 'person') {
      expect(turn.replies.every(reply => ['emergency', 'optOut'].includes(reply.class))).toBe(true);
    }
  }
  return talk;
}

/** A reply, or a reason for silence. */
function expectAnswer({ replies, silence }: Turn): void {
  expect(replies.length > 0).toBe(silence === null);
  for (const reply of replies) {
    expect(reply.text.trim()).not.toBe('');
    expect(reply.text).not.toMatch(/undefined|\[object/);
  }
}

/** Moments in which nothing more is asked: numbers in danger, a last word before silence, a thank-you in passing. */
const QUIET = ['emergency', 'optOut'];

function expectAsksWhatIsAwaited(talk: Talk, { replies, state }: Turn): void {
  const last = replies.at(-1);
  if (!last || QUIET.includes(last.class) || talk.conversation.mode !== 'bot') return;
  const isThanks = [...['es', 'en']].some(l => last.text.endsWith(stage.texts.say(l as 'es', 'thanks').text));
  if (isThanks) return;
  if (state.awaits === null) expect(['none', 'description']).toContain(last.asks);
  else expect(last.asks).toBe(state.awaits.ask);
}

function expectNoFilledSlot(draft: Draft | null, awaits: Awaits | null): void {
  // After the summary a slot is asked because the citizen wants it changed.
  if (!draft || !awaits || draft.summarised) return;
  const step = stepOf(awaits);
  if (step === 'kind') expect(draft.kind).toBeNull();
  if (step === 'privacy') expect(draft.privacy).toBeNull();
  if (step === 'agency') expect([draft.serviceId, draft.agencyId]).toEqual([null, null]);
  if (step === 'description') expect(draft.description).toEqual([]);
  if (step === 'contact') expect(draft.contact).toBeNull();
  if (step === 'place' && draft.place?.code) expect(isSettled(draft)).toBe(false);
}

/** Is the place as precise as it need be, and enough to tell who is competent? */
function isSettled({ place, serviceId }: Draft): boolean {
  const service = stage.catalogue.services.get(serviceId ?? '');
  const isDecided = service !== undefined && 'holder' in stage.route(service, place);
  return place !== null && isPrecise(place) && isDecided;
}

const OF_DRAFT = ['kind', 'agency', 'place', 'description', 'contact', 'privacy'];

/** Counts the questions of each draft until its summary, by what they ask and offer. */
function expectFewQuestions(
  asked: Map<string, Set<string>>,
  draft: Draft | null,
  awaits: Awaits | null,
): void {
  if (!draft || !awaits || draft.summarised || !OF_DRAFT.includes(stepOf(awaits))) return;
  const questions = asked.get(draft.startedAt) ?? new Set();
  asked.set(draft.startedAt, questions.add(`${stepOf(awaits)} ${awaits.choices.map(({ value }) => value)}`));
  expect(draft.asked.length).toBeLessThanOrEqual(2);
}

function expectCases({ cases, set }: Turn): void {
  for (const { case: c, expectedVersion } of cases) {
    if (expectedVersion > 0) continue;
    expect(c.description.length + c.attachments.length, 'a case says what it is about').toBeGreaterThan(0);
    expect(c.description.every(line => line.trim() !== '')).toBe(true);
    const isSeen =
      c.holder !== null || isProposal(c.kind) || c.privacy === 'anonymous' || set.review === true;
    expect(isSeen, 'somebody holds it or looks at it').toBe(true);
    if (c.privacy === 'anonymous')
      expect([c.reporter, c.conversationId, c.opening]).toEqual([null, null, null]);
  }
}

function expectDangerFirst(said: string, { replies, silence }: Turn): void {
  const danger = DANGERS.some(known => said.split('\n').includes(known));
  if (danger && silence !== 'platform_answered') expect(replies[0]?.class).toBe('emergency');
}

const runs = { seed: SEED, numRuns: 250 };

/** How many of the played talks came to a case. */
const filed = { talks: 0, cases: 0 };

describe('any citizen, on the office’s own configuration', () => {
  it('is answered or left for a reason, asked little and nothing twice, and files what somebody sees', () => {
    fc.assert(
      fc.property(channels, acts, (channel, all) => {
        filed.cases += play(channel, all).cases.length;
        filed.talks += 1;
      }),
      runs,
    );
    // Else the rules above would have been tried on talks that lead nowhere.
    expect(filed.cases / filed.talks).toBeGreaterThan(0.5);
  }, 120_000);

  it('who helps gets a number within eight messages, wherever the talk stands', () => {
    fc.assert(
      fc.property(channels, acts, (channel, all) => {
        const talk = play(channel, all);
        const before = talk.cases.length;
        const log: string[] = [];
        for (let i = 0; i < 8 && talk.cases.length === before; i += 1) {
          log.push(`${JSON.stringify(helpful(talk))} → ${help(talk)?.replies.at(-1)?.text}`);
        }
        expect(talk.cases.length, log.join('\n')).toBeGreaterThan(before);
      }),
      runs,
    );
  }, 120_000);

  it('finds the same talk twice: the dialog has no chance and no clock of its own', () => {
    fc.assert(
      fc.property(channels, acts, (channel, all) => {
        const [first, second] = [play(channel, all), play(channel, all)];
        expect(second.turns).toEqual(first.turns);
      }),
      { ...runs, numRuns: 60 },
    );
  }, 120_000);

  it('hears at most one word between the promise of a person and the person, and one to each question and to what tells more', () => {
    fc.assert(
      fc.property(channels, fc.array(act, { maxLength: 10 }), (channel, all) => {
        const talk = startTalk(stage, channel);
        talk.say('quiero hablar con una persona');
        const replies = all.flatMap(what => {
          const waits = talk.conversation.mode === 'waiting' && !('person' in what) && !('helps' in what);
          return waits ? (perform(talk, what)?.replies ?? []) : [];
        });
        const noted = replies.filter(reply => reply.class === 'reply');
        const resumed = talk.conversation.mode === 'bot';
        const tells = (words: string): boolean =>
          /\?|\d{4}/.test(words) || words.trim().split(/\s+/).length >= 4;
        const asked = all.filter(what => !('says' in what) || tells(what.says.join(' '))).length;
        if (!resumed) expect(noted.length).toBeLessThanOrEqual(1 + asked);
      }),
      { ...runs, numRuns: 100 },
    );
  }, 120_000);
});
