import { setTimeout as pause } from 'node:timers/promises';
import { allowedSteps } from '../../../src/cases/lifecycle.ts';
import { type Desk, GAP_MS } from './desks.ts';
import type { Op } from './history.ts';
import { asked, conversationOf, type Lane, markerOf, race, read, says, settled } from './lane.ts';

const REPORT = 'En la calle 3 de Cerro Viento, San Miguelito, hay un tubo roto botando agua';
const MOST_TURNS = 6;

/** Files the lane's case: the summary is confirmed twice at once, and both desks take the turn. False: none was filed. */
export async function confirms(lane: Lane): Promise<boolean> {
  const { table } = lane;
  let after = 0;
  await race(lane, 'confirm', async n => {
    await says(lane, n, { text: REPORT });
    await settled(lane);
    lane.talk = (await conversationOf(table, lane.session)) ?? '';
    for (let turns = 0; turns < MOST_TURNS && lane.number === ''; turns += 1) {
      const lines = await read(lane, after);
      const last = lines.findLast(({ from }) => from !== 'citizen');
      after = lines.at(-1)?.seq ?? after;
      lane.number = lines.findLast(one => one.case)?.case ?? '';
      if (lane.number !== '' || !last) continue;
      await Promise.all([1, 2].map(() => answers(lane, n, last)));
      await settled(lane);
    }
  });
  const filed = lane.number === '' ? null : await table.pair.store.caseByNumber(lane.number);
  lane.caseId = filed?.id ?? '';
  const own = table.races.findLast(({ session }) => session === lane.session);
  if (own) Object.assign(own, { talk: lane.talk, caseId: lane.caseId, number: lane.number });
  return filed !== null;
}

function answers(lane: Lane, n: number, last: { asks: string; choices: { value: string }[] }): Promise<Op> {
  const yes = last.choices.find(({ value }) => /yes|send|confirm/.test(value)) ?? last.choices[0];
  if (yes) return says(lane, n, { choice: yes.value });
  return says(lane, n, { text: last.asks === 'place' ? 'Cerro Viento, San Miguelito' : 'sí' });
}

/** Words of one citizen, each by another desk, and both desks take their turn. */
export function workers(lane: Lane): Promise<void> {
  return race(lane, 'workers', async n => {
    const count = lane.chance.whole(1, 3);
    await Promise.all(Array.from({ length: count }, () => says(lane, n, words(lane))));
    if (lane.chance.yes(0.4)) await pause(lane.chance.whole(0, GAP_MS + 10));
    if (lane.chance.yes(0.4)) await says(lane, n, words(lane));
  });
}

/** Two people move one case to two statuses at once, or both to the only one there is. */
export function statuses(lane: Lane): Promise<void> {
  return race(lane, 'statuses', async n => {
    const c = await lane.table.pair.store.caseByNumber(lane.number);
    const next = allowedSteps(c?.kind ?? 'queja', c?.status ?? 'received').filter(one => STEPS.has(one));
    const [first = 'in_progress', second = first] = lane.chance.shuffled(next);
    const chosen = lane.chance.yes(0.15) ? [first, first] : [first, second];
    const word = lane.chance.yes(0.3) ? [says(lane, n, words(lane))] : [];
    await Promise.all([...word, ...chosen.map((status, i) => change(lane, n, i, status))]);
  });
}

const STEPS = new Set<string>(['in_progress', 'awaiting_citizen', 'resolved', 'reopened', 'rejected']);

/** A person takes the talk while the bot takes a turn in it, answers while the citizen writes, and gives it back. */
export function agentAndBot(lane: Lane): Promise<void> {
  return race(lane, 'agent and bot', async n => {
    const by = lane.chance.whole(0, 1);
    const late = lane.chance.whole(0, GAP_MS + 15);
    await Promise.all([says(lane, n, words(lane)), pause(late).then(() => person(lane, n, by, 'take'))]);
    await Promise.all([says(lane, n, words(lane), true), replies(lane, n, by)]);
    await settled(lane);
    await Promise.all([person(lane, n, by, 'release'), says(lane, n, words(lane))]);
  });
}

/** Two people take the talk at once, and both answer in it; who lost is refused. */
export function agents(lane: Lane): Promise<void> {
  return race(lane, 'agents', async n => {
    const takes = await Promise.all([0, 1].map(by => person(lane, n, by, 'take')));
    const isHeld = takes.some(({ outcome }) => outcome === 'ok');
    await Promise.all([says(lane, n, words(lane), isHeld), replies(lane, n, 0), replies(lane, n, 1)]);
    await settled(lane);
    await person(lane, n, 0, 'release');
  });
}

/** Two notes and a status at once on one case, while its citizen writes. */
export function notes(lane: Lane): Promise<void> {
  return race(lane, 'notes', async n => {
    const c = await lane.table.pair.store.caseByNumber(lane.number);
    const next = allowedSteps(c?.kind ?? 'queja', c?.status ?? 'received').filter(one => STEPS.has(one));
    const status = lane.chance.pick(next.length > 0 ? next : ['in_progress']);
    await Promise.all([
      note(lane, n, 0),
      note(lane, n, 1),
      change(lane, n, 0, status),
      says(lane, n, words(lane)),
    ]);
  });
}

function words({ chance }: Lane): { text: string } {
  const house = chance.whole(100, 9_999);
  const said = ['También moja la acera de la casa', 'Sigue igual frente a la casa', 'Se ve desde la casa'];
  return { text: `${chance.pick(said)} ${house},` };
}

function change(lane: Lane, n: number, by: number, status: string): Promise<Op> {
  const marker = markerOf(n, `s${by}`);
  return asked(lane, n, { what: 'status', marker, status }, () =>
    post(lane, by, `/cases/${lane.number}/status`, { status, note: `nota ${marker}` }),
  );
}

function note(lane: Lane, n: number, by: number): Promise<Op> {
  const marker = markerOf(n, `n${by}`);
  return asked(lane, n, { what: 'note', marker }, () =>
    post(lane, by, `/cases/${lane.number}/notes`, { text: marker }),
  );
}

function replies(lane: Lane, n: number, by: number): Promise<Op> {
  const marker = markerOf(n, `r${by}`);
  return asked(lane, n, { what: 'reply', marker }, () =>
    post(lane, by, `/conversations/${lane.talk}/reply`, { text: `Le habla una persona, ${marker}` }),
  );
}

function person(lane: Lane, n: number, by: number, what: 'take' | 'release'): Promise<Op> {
  return asked(lane, n, { what, marker: markerOf(n, `${what}${by}`) }, () =>
    post(lane, by, `/conversations/${lane.talk}/${what}`, {}),
  );
}

/** Each person of the office works at another desk. */
async function post({ table }: Lane, by: number, path: string, body: object) {
  const { desks, agents } = table.pair;
  const answer = await (desks[by] as Desk).api('POST', path, body, agents[by]);
  return { status: answer.status, seq: (answer.body?.seq as number | undefined) ?? null };
}
