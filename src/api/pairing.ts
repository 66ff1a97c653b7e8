import { renderSVG, renderUnicodeCompact } from 'uqr';
import { explain } from '../channels/explain.ts';
import type { Standing } from '../channels/standing.ts';

/** The states of a session that people pair, as they are told. */
export const PAIRING_STATES = ['starting', 'waiting for pairing', 'paired', 'dropped', 'banned'] as const;

/** How such a session stands, for people and programs; `qr` is what to scan, in three forms. */
export interface Pairing {
  state: (typeof PAIRING_STATES)[number];
  since: string;
  code: string | null;
  says: string[];
  qr: { text: string; svg: string; lines: string[] } | null;
}

const SAYS: Record<Standing['state'], string> = {
  starting: 'The browser is being started.',
  pairing:
    'On the telephone of the number: WhatsApp, Settings, Linked devices, Link a device; then scan the code.',
  paired: 'The browser is paired with the telephone.',
  dropped: 'The session was lost and is opened again by itself.',
  banned:
    'WhatsApp has blocked this number. It says why on the telephone; the official channels are another way.',
};

/** A standing as it is told. Pure. */
export function pairingOf({ state, since, code, qr }: Standing): Pairing {
  return {
    state: stateOf(state),
    since: since.toISOString(),
    code,
    says: [SAYS[state], ...(code === null ? [] : [explain(code)])],
    qr: qr === null ? null : drawn(qr),
  };
}

/** The name of a state as it is told. */
export function stateOf(state: Standing['state']): Pairing['state'] {
  return state === 'pairing' ? 'waiting for pairing' : state;
}

function drawn(text: string): Pairing['qr'] {
  // A telephone needs the quiet zone around the code, also on a dark screen.
  return {
    text,
    svg: renderSVG(text, { border: 4 }),
    lines: renderUnicodeCompact(text, { border: 2 }).split('\n'),
  };
}
