import type { Act } from '../../catalogue/act.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import { actIn, SURE_ACT } from '../acts.ts';
import { bodyNamed } from '../asked/agency-words.ts';
import type { Draft } from '../conversation.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { mendedPrivacy } from './already-so.ts';
import { holderOfDraft } from './guess.ts';
import { mendedHolder } from './mend-holder.ts';
import { mendedKind } from './mend-kind.ts';
import { mendedContact } from './personal.ts';
import { detailedPlace, mendedPlace } from './place/mend-place.ts';

/** Words that put one thing in the place of another. */
export const CORRECTS =
  /^(no+(?! se\b)|nop|es|era|fue|son|perdon|disculpe|me equivoque|quise decir|corrijo|lo que pasa|it is|its|sorry)\b/;

/** What all the readings of words to a summary go by. */
export interface Heard {
  plain: string;
  /** The service the words clearly tell. */
  service: Service | null;
  /** The same, where it is another one than the draft's. */
  another: Service | null;
  /** They may mean another matter, and not only sound like it. */
  isMeant: boolean;
  /** A place is named: it corrects the place, whatever the other words sound like. */
  names: boolean;
  /** They tell more of what was told before. */
  isSame: boolean;
}

/** The one field that words are surely about: nothing else of the report is changed by them. */
export function fieldMeant(scene: Scene): Act | null {
  const act = actIn(scene, SURE_ACT);
  return act === 'place' || act === 'manner' || act === 'body' ? act : null;
}

/** The draft with the field that they tell as it should be; null: they tell none. */
export function fieldTold(
  scene: Scene,
  draft: Draft,
  { service, another, isMeant, names, plain }: Heard,
): Draft | null {
  const meant = fieldMeant(scene);
  const isOf = (field: Act): boolean => meant === null || meant === field;
  const kept = mendedPrivacy(scene, draft);
  const corrects = isMeant && isOf('matter') && CORRECTS.test(plain) && !names && !namedTheirs(scene, draft);
  return (
    mendedContact(scene, draft) ??
    (kept && (mendedPlace(scene, kept) ?? detailedPlace(scene, kept) ?? kept)) ??
    mendedKind(scene, draft) ??
    (meant === 'body' ? null : mendedPlace(scene, draft)) ??
    (corrects && another ? mendedService(scene, draft, another.id) : null) ??
    (isOf('body') ? mendedHolder(scene, draft) : null) ??
    (isOf('place') && !service ? nearerPlace(scene, draft) : null)
  );
}

/** Did they name the body that has it, so that words which name none move it to no other? */
function namedTheirs(scene: Scene, draft: Draft): boolean {
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const told = bodyNamed(scene.catalogue, draft.description.join('\n'))?.id;
  return told !== undefined && told === held && bodyNamed(scene.catalogue, scene.burst.text) === null;
}

/** The place with what they tell closer; null: nothing of it is new, `es por el banco` of the bank that stands there. */
export function nearerPlace(scene: Scene, draft: Draft): Draft | null {
  const nearer = detailedPlace(scene, draft);
  const known = new Set(plainWords(draft.place?.text ?? '').split(' '));
  const words = plainWords(nearer?.place?.text ?? '').split(' ');
  return words.some(word => !known.has(word) && !JOINING.test(word)) ? nearer : null;
}

const JOINING = /^(el|la|los|las|un|una|en|por|de|del|al|a|es|the|in|at|by|of|on)$/;

/** The draft for another service, with the words that tell it. */
export function mendedService({ burst, facts }: Scene, draft: Draft, serviceId: string): Draft {
  const description = [...draft.description, ...burst.lines];
  return { ...draft, serviceId, agencyId: null, reasons: facts.reading.reasons, description };
}
