import type { Service } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { withDenied } from './denied-services.ts';
import { showSummary } from './flow.ts';
import { sureService } from './guess.ts';

/** `No es un bar`, `… una casa, no bar`, `it's not a bar`: one word that the name of the service holds. */
const DENIED =
  /(?:^|[\s,.;])(?:no\s+(?:es|era|son|fue|viene\s+de)\s+(?:(?:de|en|del|el|la|los|las|un|una|ning[uú]na?)\s+)*|(?<=[,.;]\s*)no\s+(?:(?:un|una|el|la|del?)\s+)?|not\s+(?:an?\s+|the\s+)?)(?<name>\p{L}{3,})(?=\s*(?:[,.;!]|$|\s(?:es|sino|son|it|but)\s))[\s,.;!]*/iu;
/** The matter without the one denied must lie so far ahead of every other. */
const AHEAD = 2;
const LEAST = 0.1;

/**
 * `No es un bar, es mi vecina`, of what the desk called so: what was told, read again without the matter they deny, where what
 * they put for it is none by itself. Null: no word of the service's name is denied, or nothing else lies near.
 */
export function deniedName(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const denied = DENIED.exec(text);
  const name = denied?.groups?.['name'];
  if (denied === null || name === undefined || !isNameOf(scene, draft, name)) return null;
  const rest = text.replace(denied[0], ' ').trim();
  const alone = sureService(scene, scene.facts.read(rest).services, draft.place);
  if (alone !== null && alone.id !== draft.serviceId) return null;
  const instead = readWithout(scene, draft, rest);
  if (instead === null) return null;
  const description = rest.length > 0 ? [...draft.description, text] : draft.description;
  const gone = draft.serviceId === null ? [] : [draft.serviceId];
  const { open } = withDenied(scene, touched(scene, draft), gone);
  const own = { ...open, description, serviceId: instead.id, agencyId: null, reasons: [] };
  return showSummary(scene, own, say(scene, 'corrected'));
}

function isNameOf({ catalogue }: Scene, { serviceId }: Draft, name: string): boolean {
  const service = serviceId === null ? undefined : catalogue.services.get(serviceId);
  const own = plainWords([service?.name.es, service?.name.en].join(' ')).split(' ');
  return own.includes(plainWords(name));
}

function readWithout(scene: Scene, draft: Draft, rest: string): Service | null {
  const all = scene.facts.read([...draft.description, rest].join('\n')).services;
  const [best, second] = all.filter(({ id }) => id !== draft.serviceId);
  const isAhead = best !== undefined && best.p >= LEAST && best.p >= AHEAD * (second?.p ?? 0);
  return isAhead ? (scene.catalogue.services.get(best.id) ?? null) : null;
}
