import type { Agency } from '../catalogue/catalogue.ts';
import { lines, replyOf, type Scene, say, type Topic, withState } from './scene.ts';

/** From here on a body is taken as the one asked about. */
const MEANT = 0.3;

/** A question for facts: what is known of the body that knows, or honestly nothing, and a person offered. */
export const information: Topic = scene => {
  const { reading } = scene.facts;
  if (reading.intent !== 'info' || scene.burst.text === '') return null;
  const [best] = reading.agencies;
  const agency = best && best.p >= MEANT ? scene.catalogue.agencies.get(best.id) : undefined;
  const known = agency ? knownOf(scene, agency) : say(scene, 'info.unknown');
  const said = lines(known, scene.state.awaits ? null : say(scene, 'info.next'));
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(said)] };
};

function knownOf(scene: Scene, agency: Agency): ReturnType<typeof say> {
  const name = agency.acronym;
  return lines(
    say(scene, 'info.agency', { agency: name }),
    agency.website === null ? null : say(scene, 'info.website', { website: agency.website }),
    agency.phones.length === 0 ? null : say(scene, 'info.phones', { phones: agency.phones.join(', ') }),
  );
}
