import type { TwilioStandIn } from '../test/support/twilio-stand-in.ts';
import { startBare, startDesk } from './children.ts';
import { median, pour, smsCall } from './load.ts';
import type { Figure } from './main.ts';

const CALLS = 4_000;
const CONNECTIONS = 50;
/** As many messages as a talk has. */
const PER_CITIZEN = 5;

/** Acknowledgements a second of the whole service, over those of the bare pipeline. */
export async function acks(standIn: TwilioStandIn, rounds: number): Promise<Figure[]> {
  // No turn runs meanwhile: each is measured apart.
  const [desk, bare] = await Promise.all([startDesk(standIn, { QUIET_GAP_MS: '60000' }), startBare(standIn)]);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const one = await rate(desk.address, '/channels/sms/webhook', standIn, round);
    const other = await rate(bare.address, '/ack', standIn, round);
    // The first round warms both.
    if (round > 0) [ours[round - 1], theirs[round - 1]] = [one, other];
  }
  await Promise.all([desk.stop(), bare.stop()]);
  return [
    { name: 'durable acknowledgements', value: `${Math.round(median(ours))}/s` },
    { name: 'the same, bare', value: `${Math.round(median(theirs))}/s` },
    {
      name: 'durable acknowledgement ÷ bare',
      ratio: median(ours.map((one, round) => one / (theirs[round] ?? Number.NaN))),
      bar: 0.8,
    },
  ];
}

async function rate(
  address: string,
  path: string,
  { options }: TwilioStandIn,
  round: number,
): Promise<number> {
  const target = { path, token: options.authToken };
  const calls = Array.from({ length: CALLS }, (_, n) => {
    const citizen = round * CALLS + (n % (CALLS / PER_CITIZEN));
    return smsCall(
      target,
      `+5076${String(citizen).padStart(7, '0')}`,
      `hay un tubo roto en la calle ${n}, bota agua`,
    );
  });
  return CALLS / (await pour(address, calls, CONNECTIONS));
}
