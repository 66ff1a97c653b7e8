import type { Draft } from './conversation.ts';
import { absorb } from './intake/absorb.ts';
import { proceed } from './intake/flow.ts';
import { type Scene, say, type Topic } from './scene.ts';

/** The catalogue changed while a report was being taken down: what it no longer has is asked again, politely. */
export const vanished: Topic = scene => {
  const { draft } = scene.state;
  if (draft === null || isKnown(scene, draft)) return null;
  const open: Draft = {
    ...draft,
    ...{ serviceId: null, agencyId: null, reasons: [], summarised: false },
    asked: draft.asked.filter(ask => ask !== 'agency'),
    declined: draft.declined.filter(ask => ask !== 'agency'),
  };
  return proceed(scene, absorb(open, scene), say(scene, 'service_gone'));
};

function isKnown({ catalogue }: Scene, { serviceId, agencyId }: Draft): boolean {
  const hasService = serviceId === null || catalogue.services.has(serviceId);
  return hasService && (agencyId === null || catalogue.agencies.has(agencyId));
}
