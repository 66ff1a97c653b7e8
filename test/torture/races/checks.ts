import { type Kind as CaseKind, STATUSES, type Status } from '../../../src/cases/case.ts';
import { allowedSteps } from '../../../src/cases/lifecycle.ts';
import type { Held } from '../checks.ts';
import type { Line, Op, Race, RaceEvidence, Step } from './history.ts';

/** Holds what was asked for in races against what stands at the end. */
export function checkRaces(evidence: RaceEvidence): Held[] {
  return [
    citizensWords(evidence),
    wordsInOrder(evidence),
    turnsOnce(evidence),
    agentsWords(evidence),
    takenOnce(evidence),
    silentBot(evidence),
    statusesLawful(evidence),
    lawfullyRefused(evidence),
    notesOnce(evidence),
    caseOnce(evidence),
    versionsWhole(evidence),
    answered(evidence),
  ];
}

function held(promise: string, looked: number, breaches: string[]): Held {
  return { promise, looked, breaches };
}

/** What an accepted, refused or doubtful request may have left: it stands once, never, or once at most. */
function isWrong({ outcome }: Op, times: number): boolean {
  if (outcome === 'unknown') return times > 1;
  return times !== (outcome === 'ok' ? 1 : 0);
}

function citizensWords({ ops, talks }: RaceEvidence): Held {
  const said = ops.filter(({ what }) => what === 'says');
  const breaches = said.flatMap(op => {
    // A tapped choice is shown by its label: it is known by its place.
    const lines = linesOf(talks, op, 'citizen').filter(line => line.seq === op.seq || has(line, op));
    if (isWrong(op, lines.length)) return [`${op.marker} stands ${lines.length} times in its talk`];
    const [line] = lines;
    if (line && op.seq !== null && line.seq !== op.seq) return [`${op.marker} is at another place than told`];
    return line && line.turn === null ? [`${op.marker} was never taken up`] : [];
  });
  return held('every accepted word of a citizen stands once, and was taken up', said.length, breaches);
}

function linesOf(talks: RaceEvidence['talks'], { session }: Op, ...from: string[]): Line[] {
  return (talks.get(session) ?? []).filter(line => from.includes(line.from));
}

function has({ text }: Line, { marker }: Op): boolean {
  return text.includes(marker);
}

/** Who was answered before somebody else began stands before them. */
function wordsInOrder({ ops, talks }: RaceEvidence): Held {
  const placed = ops.filter(({ what, seq }) => (what === 'says' || what === 'reply') && seq !== null);
  const breaches = [...Map.groupBy(placed, ({ session }) => session)].flatMap(([session, all]) => {
    const turns = new Map(talks.get(session)?.map(line => [line.seq, line.turn]));
    const sorted = all.toSorted((a, b) => a.invoked - b.invoked);
    return sorted.flatMap((later, i) => {
      const before = sorted.slice(0, i).filter(({ ended }) => ended <= later.invoked);
      const overtaken = before.find(
        one =>
          (one.seq ?? 0) >= (later.seq ?? 0) ||
          (turns.get(one.seq ?? 0) ?? 0) > (turns.get(later.seq ?? 0) ?? Infinity),
      );
      return overtaken ? [`${later.marker} overtook ${overtaken.marker}`] : [];
    });
  });
  return held('no word overtakes another of its talk', placed.length, breaches);
}

/** Each turn speaks once: what it says follows each other but for people's words, and nothing is said twice in it. */
function turnsOnce({ talks }: RaceEvidence): Held {
  let looked = 0;
  const breaches = [...talks].flatMap(([session, lines]) => {
    const turns = Map.groupBy(
      lines.filter(({ turn }) => turn !== null),
      ({ turn }) => turn ?? 0,
    );
    looked += turns.size;
    const last = Math.max(0, ...turns.keys());
    const twice = [...turns].flatMap(([turn, said]) => {
      const texts = said.filter(({ from }) => from === 'bot').map(({ text }) => text);
      return new Set(texts).size < texts.length ? [`${session} was told the same twice in turn ${turn}`] : [];
    });
    const citizens = lines.filter(({ from }) => from === 'citizen').map(({ turn }) => turn ?? last);
    const back = citizens.some((turn, i) => turn < (citizens[i - 1] ?? 0));
    return [...twice, ...(back ? [`${session} was read out of order`] : [])];
  });
  return held('no turn is taken twice or out of order', looked, breaches);
}

function agentsWords({ ops, talks }: RaceEvidence): Held {
  const said = ops.filter(({ what }) => what === 'reply');
  const breaches = said.flatMap(op => {
    const times = linesOf(talks, op, 'person').filter(line => has(line, op)).length;
    return isWrong(op, times) ? [`the person's ${op.marker} (${op.outcome}) stands ${times} times`] : [];
  });
  return held('every accepted word of a person stands once, a refused one never', said.length, breaches);
}

/** Between two takings that were accepted the talk was given back. */
function takenOnce({ ops }: RaceEvidence): Held {
  const steps = ops.filter(({ what }) => what === 'take' || what === 'release');
  const takes = steps.filter(({ what }) => what === 'take');
  const breaches = [...Map.groupBy(steps, ({ race }) => race)].flatMap(([race, own]) => {
    const won = own.filter(({ what, outcome }) => what === 'take' && outcome === 'ok').length;
    return won === 1 ? [] : [`in race ${race} ${won} people took the talk`];
  });
  return held('of those who take a talk one wins', takes.length, breaches);
}

/** What the citizen wrote to a person got no answer of the bot. */
function silentBot({ ops, talks }: RaceEvidence): Held {
  const spoken = ops.filter(({ isHeld, outcome }) => isHeld && outcome === 'ok');
  const breaches = spoken.flatMap(op => {
    const turn = linesOf(talks, op, 'citizen').find(({ seq }) => seq === op.seq)?.turn ?? null;
    const answers = linesOf(talks, op, 'bot').filter(line => turn !== null && line.turn === turn);
    return answers.length > 0 ? [`the bot answered ${op.marker}, written to a person`] : [];
  });
  return held('the bot is silent from the commit of a taking on', spoken.length, breaches);
}

const KNOWN = new Set<string>(STATUSES);

/** The steps of a case that moved its status. */
function moves(history: readonly Step[]): Step[] {
  return history.filter(({ to, from }) => to !== null && KNOWN.has(to) && (from === null || KNOWN.has(from)));
}

/** Each step is allowed from where the one before it led; none starts elsewhere. */
function statusesLawful({ cases }: RaceEvidence): Held {
  let looked = 0;
  const breaches = [...cases.values()].flat().flatMap(({ number, kind, history }) => {
    const steps = moves(history);
    looked += steps.length;
    return steps.flatMap(({ from, to }, i) => {
      const at = steps[i - 1]?.to ?? from;
      const isLawful = at === null || from === to || allows(kind, at, to ?? '');
      return at === from && isLawful ? [] : [`${number} went from ${from} to ${to} while it was ${at}`];
    });
  });
  return held('each status follows lawfully from the one before', looked, breaches);
}

function allows(kind: string, from: string, to: string): boolean {
  return (allowedSteps(kind as CaseKind, from as Status) as string[]).includes(to);
}

/** What was accepted stands once and was told once, or was so already; what was refused was not allowed, and one wins. */
function lawfullyRefused(evidence: RaceEvidence): Held {
  const { ops, races, cases, talks } = evidence;
  const changes = ops.filter(({ what }) => what === 'status');
  const byRace = new Map(races.map(race => [race.n, race]));
  const breaches = changes.flatMap(op => {
    const race = byRace.get(op.race);
    const seen = cases.get(op.session)?.find(({ number }) => number === op.number);
    if (!race || !seen) return [`${op.marker} is of no case`];
    const written = seen.history.filter(({ note }) => note?.includes(op.marker)).length;
    const told = linesOf(talks, op, 'bot').filter(line => has(line, op)).length;
    // What is still to be answered is asked again when the bot goes on: a question may be told more often.
    const isTold =
      op.status === 'awaiting_citizen' ? told >= written && (written > 0 || told === 0) : told === written;
    if (!isTold) return [`${op.marker} was written ${written} times and told ${told} times`];
    return wrongly(op, written, { was: statusesIn(race, seen.history), kind: seen.kind });
  });
  return held('of two status changes one wins, the other follows lawfully or is refused', changes.length, [
    ...breaches,
    ...nobodyWon(evidence),
  ]);
}

/** The statuses a case had while a race went on. */
function statusesIn({ began, ended }: Race, history: readonly Step[]): string[] {
  const steps = moves(history);
  const first = steps.findLast(({ at }) => at < began)?.to ?? null;
  const within = steps.filter(({ at }) => at >= began && at <= ended).map(({ to }) => to);
  return [first, ...within].filter(to => to !== null);
}

function wrongly(
  { marker, status, outcome }: Op,
  written: number,
  { was, kind }: { was: string[]; kind: string },
): string[] {
  const to = status ?? '';
  if (written > 1) return [`${marker} stands ${written} times in its case`];
  if (outcome === 'fail') {
    const isLawful = was.some(from => from !== to && !allows(kind, from, to));
    return written === 0 && isLawful ? [] : [`${marker} was refused: ${to} after ${was.join(', ')}`];
  }
  if (outcome === 'ok' && written === 0 && !was.includes(to)) {
    return [`${marker} was accepted and vanished: ${to}, but it was ${was.join(', ')}`];
  }
  return [];
}

function nobodyWon({ ops, races, cases }: RaceEvidence): string[] {
  const both = races.filter(({ kind }) => kind === 'statuses');
  return both.flatMap(race => {
    const { n, session, number } = race;
    const asked = ops.filter(one => one.race === n && one.what === 'status');
    const seen = cases.get(session)?.find(one => one.number === number);
    const isMoved = statusesIn(race, seen?.history ?? []).length > 1;
    return isMoved || asked.some(({ outcome }) => outcome !== 'fail') ? [] : [`nobody won race ${n}`];
  });
}

function notesOnce({ ops, cases }: RaceEvidence): Held {
  const notes = ops.filter(({ what }) => what === 'note');
  const breaches = notes.flatMap(op => {
    const history = cases.get(op.session)?.find(({ number }) => number === op.number)?.history ?? [];
    const times = history.filter(({ note }) => note?.includes(op.marker)).length;
    return isWrong(op, times) ? [`note ${op.marker} stands ${times} times in its case`] : [];
  });
  return held('every note stands once in its case', notes.length, breaches);
}

function caseOnce({ races, cases }: RaceEvidence): Held {
  const filed = races.filter(({ kind }) => kind === 'confirm');
  const breaches = filed.flatMap(({ session }) => {
    const count = cases.get(session)?.length ?? 0;
    return count === 1 ? [] : [`the summary of ${session} became ${count} cases`];
  });
  return held('a summary confirmed twice at once is one case', filed.length, breaches);
}

/** Each version was written by one, and the last one stands. */
function versionsWhole({ writes, versions }: RaceEvidence): Held {
  const bySubject = Map.groupBy(
    writes.filter(({ won }) => won),
    ({ subject }) => subject,
  );
  const breaches = [...bySubject].flatMap(([subject, won]) => {
    const expected = won.map(one => one.expected).sort((a, b) => a - b);
    const isWhole = expected.every((version, i) => version === (expected[0] ?? 0) + i);
    if (!isWhole) return [`the versions of ${subject} are ${expected.join(', ')}`];
    const last = (expected.at(-1) ?? 0) + 1;
    return versions.get(subject) === last ? [] : [`${subject} ends at ${versions.get(subject)}, not ${last}`];
  });
  return held('versions have no gap, and each is written by one', bySubject.size, breaches);
}

/** Nothing fails here: a call without an answer, or with a 5xx, is a breach of its own. */
function answered({ ops }: RaceEvidence): Held {
  const silent = ops.filter(({ outcome }) => outcome === 'unknown');
  const breaches = silent.map(({ what, marker }) => `${what} ${marker} was not answered`);
  return held('everybody gets an answer that is no 5xx', ops.length, breaches);
}

/** In how many races of each kind, and of how many, somebody came too late with a version and began anew. */
export function collisions({
  races,
  writes,
}: RaceEvidence): Map<string, { races: number; collided: number }> {
  const lost = Map.groupBy(
    writes.filter(({ won }) => !won),
    ({ subject }) => subject,
  );
  const counts = new Map<string, { races: number; collided: number }>();
  for (const { kind, talk, caseId, began, ended } of races) {
    const own = [...(lost.get(talk) ?? []), ...(lost.get(caseId) ?? [])];
    const count = counts.get(kind) ?? { races: 0, collided: 0 };
    const met = own.some(({ at }) => at >= began && at <= ended);
    counts.set(kind, { races: count.races + 1, collided: count.collided + (met ? 1 : 0) });
  }
  return counts;
}
