import type { Operation } from './ledger.ts';
import { type Answer, callApi, chanceFor, insist, rest, type World } from './world.ts';

/** The people of the office: they work on cases, answer talks and take calls until the run ends. */
export async function staff(world: World): Promise<void> {
  await Promise.all([caseDesk(world), talkDesk(world), callDesk(world), parkedDesk(world)]);
}

const STEPS = ['note', 'assign', 'in_progress', 'question', 'resolved'];

async function caseDesk(world: World): Promise<void> {
  const working: Promise<void>[] = [];
  while (!world.ending.aborted) {
    const number = world.filed.shift();
    if (number !== undefined) working.push(workOn(world, number));
    else await rest(world, 40);
  }
  await Promise.all(working);
}

async function workOn(world: World, number: string): Promise<void> {
  const chance = chanceFor(world, 'case', number);
  for (const step of STEPS) {
    if (step !== 'resolved' && chance.yes(0.25)) continue;
    await rest(world, chance.whole(20, 400));
    if (world.ending.aborted) return;
    const marker = `${step === 'question' ? 'consulta' : 'nota'}-${chance.whole(1e8, 1e9 - 1)}`;
    await change(world, number, step, marker);
  }
}

function change(world: World, number: string, step: string, marker: string): Promise<Answer | null> {
  const operation = noted(world, { what: step, marker, target: number });
  operation.isTold = step !== 'note' && step !== 'assign';
  const idempotencyKey = marker;
  const path = `/cases/${number}`;
  const post = (end: string, body: object) => () =>
    callApi(world, 'POST', `${path}/${end}`, { ...body, idempotencyKey });
  if (step === 'note') return done(world, operation, post('notes', { text: marker }));
  if (step === 'question') return done(world, operation, post('question', { text: marker }));
  if (step === 'assign') return done(world, operation, post('assign', { agency: 'idaan', note: marker }));
  return done(world, operation, post('status', { status: step, note: marker }));
}

function noted({ ledger }: World, given: Pick<Operation, 'what' | 'marker' | 'target'>): Operation {
  const operation: Operation = { ...given, acked: false, status: null, isTold: false };
  ledger.operations.push(operation);
  return operation;
}

/** As many tries as it takes: the key makes them one. */
async function done(
  world: World,
  operation: Operation,
  ask: () => Promise<Answer | null>,
): Promise<Answer | null> {
  const answer = await insist(world, ask);
  operation.status = answer?.status ?? null;
  operation.acked = answer !== null && answer.status < 300;
  return answer;
}

async function talkDesk(world: World): Promise<void> {
  const taken = new Set<string>();
  const talks: Promise<void>[] = [];
  while (!world.ending.aborted) {
    const answer = await callApi(world, 'GET', '/conversations?state=waiting');
    const waiting = (answer?.body?.conversations ?? []) as { id: string; address: string }[];
    for (const talk of waiting.filter(({ id }) => !taken.has(id))) {
      taken.add(talk.id);
      talks.push(talkWith(world, talk));
    }
    await rest(world, 150);
  }
  await Promise.all(talks);
}

async function talkWith(world: World, { id, address }: { id: string; address: string }): Promise<void> {
  const chance = chanceFor(world, 'talk', address);
  const post = (end: string, body: object) => () =>
    callApi(world, 'POST', `/conversations/${id}/${end}`, body);
  await insist(world, post('take', {}));
  for (let words = 0; words < 2 && !world.ending.aborted; words += 1) {
    const marker = `saludo-${chance.whole(1e8, 1e9 - 1)}`;
    const operation = noted(world, { what: 'say', marker, target: address });
    operation.isTold = true;
    await done(world, operation, post('reply', { text: `Le habla Ana, ${marker}`, idempotencyKey: marker }));
  }
  await insist(world, post('release', {}));
  world.released.add(address);
}

/** What was put aside is given back or dropped; the other one next time, so that both are tried. */
async function parkedDesk(world: World): Promise<void> {
  for (let n = 0; !world.ending.aborted; ) {
    await rest(world, 500);
    const answer = await callApi(world, 'GET', '/parked');
    const parked = (answer?.body?.parked ?? []) as { conversationId: string }[];
    for (const { conversationId: id } of parked) {
      n += 1;
      if (n % 2 === 0) await callApi(world, 'POST', `/parked/${id}/retry`, {});
      else await callApi(world, 'POST', `/parked/${id}/drop`, { reason: 'nothing' });
    }
  }
}

/** Telephone calls: a case opened for somebody, half of them with a number to write to. */
async function callDesk(world: World): Promise<void> {
  const chance = chanceFor(world, 'calls');
  while (!world.ending.aborted) {
    await rest(world, chance.whole(300, 900));
    const marker = `llamada-${chance.whole(1e8, 1e9 - 1)}`;
    const operation = noted(world, { what: 'open', marker, target: '' });
    const reporter = chance.yes(0.5)
      ? { channel: 'sms', address: `+5077${chance.whole(1e6, 1e7 - 1)}` }
      : undefined;
    const body = {
      ...{ kind: 'queja', description: `${marker}: hay un tubo roto botando agua`, idempotencyKey: marker },
      ...{ place: { text: 'Cerro Viento, San Miguelito' }, ...(reporter ? { reporter } : {}) },
    };
    const answer = await done(world, operation, () => callApi(world, 'POST', '/cases', body));
    operation.target = (answer?.body?.number as string | undefined) ?? '';
  }
}
