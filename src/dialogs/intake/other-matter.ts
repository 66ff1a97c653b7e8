import { actIn, SURE_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { type Move, retoldOn, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { toldInstead } from './denied-matter.ts';
import { withDenied } from './denied-services.ts';
import { askFor, showSummary } from './flow.ts';
import { offeredServices, sureService } from './guess.ts';
import { inOwnWords, leftOpen } from './none-offered.ts';

/** What puts one matter in the place of another: `es Y`, `lo mío es Y`. */
const INSTEAD = /\b(sino|es|era|eran|son|is|it s|lo mio|mas bien|instead|rather)\b/;

/** The matter that is told instead, where it is known; else they choose it. Null: it is the one that stands, told closer. */
export function otherMatter(scene: Scene, draft: Draft): Move | null {
  const { services, reasons } = scene.facts.reading;
  const description = [...draft.description, ...scene.burst.lines];
  const told = { ...touched(scene, draft), description };
  const service = sureService(scene, services, draft.place);
  // `Es losartán lo que no hay`, of medicines.
  if (service !== null && service.id === draft.serviceId) return null;
  // Less sure, words that deny nothing tell another matter besides.
  if (actIn(scene, SURE_ACT) !== 'matter' && !INSTEAD.test(plainWords(scene.burst.text))) return null;
  if (service !== null)
    return showSummary(
      scene,
      { ...told, serviceId: service.id, agencyId: null, reasons },
      say(scene, 'corrected'),
    );
  const among = offeredServices(scene, services).filter(({ id }) => id !== draft.serviceId);
  const stated = toldInstead(scene.burst.text);
  if (stated === null || among.length > 0) return askFor(scene, told, { ask: 'agency', among });
  // What no service is known for is called as they say it.
  const { own, open } = withDenied(
    scene,
    touched(scene, draft),
    draft.serviceId === null ? [] : [draft.serviceId],
  );
  return inOwnWords(retoldOn(own, [stated]), leftOpen(own, open), say(scene, 'corrected'));
}
