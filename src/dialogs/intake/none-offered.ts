import type { Sentence } from '../../texts.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { type Move, retoldOn, type Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { withDenied } from './denied-services.ts';
import { askFurther, proceed } from './flow.ts';
import { undenied } from './guess.ts';
import { surePlace } from './place/namesakes.ts';
import { onlyPlace } from './place/only-place.ts';
import { calledAsTold } from './title-dictated.ts';

const NONE =
  /^\s*(?:(?:no+|pues|ay|mire|bueno|es|son|it['’]?s)[\s,.!]+)*(?:ningun[oa]s?(?:\s+de\s+(?:es[oa]s|est[oa]s|l[oa]s\s+(?:tres|dos|anteriores|que\s+\p{L}+(?:\s+\p{L}+)?)|ell[oa]s|arriba))?|nada\s+de\s+es[oa]s?|ni\s+(?:un[oa]|lo\s+uno|l[oa])\s+ni\s+(?:l[oa]\s+)?otr[oa]|otra\s+cosa|none(?:\s+of\s+(?:those|these|them|that|the\s+above))?|neither(?:\s+of\s+(?:those|these|them))?|something\s+else)(?=\s*(?:[,.;:!–-]|$)|\s+(?:es|era|lo|son|se|it|it['’]s)\s)[\s,.;:!–-]*/iu;

/** What they tell behind `ninguna de esas`; '' when nothing is, null: they refuse none of what was offered. */
function besideNone(text: string): string | null {
  const none = NONE.exec(text);
  return none === null ? null : text.slice(none[0].length).trim();
}

/** The services among choices. */
function servicesOffered({ choices }: Pick<Awaits, 'choices'>): string[] {
  return choices
    .map(({ value }) => value.replace(/^service:/, ''))
    .filter((id, i) => id !== 'other' && choices[i]?.value.startsWith('service:'));
}

/** So surely words behind a refusal tell a service that was not offered; less is what they told, in their own words. */
const SURELY = 0.5;
const LEAST_TOLD = 3;

/**
 * `Ninguna de esas, es una obra que tira piedras`: none of them is taken, and what they tell is heard; of a single one that is
 * offered, what is `stated` behind its denial. Null: they refuse none.
 */
export function noneOffered(
  scene: Scene,
  draft: Draft,
  awaits: Awaits,
  stated: string | null = null,
): Move | null {
  const { choice, text } = scene.burst;
  const ids = servicesOffered(awaits);
  if (choice !== null || ids.length === 0 || OTHER.test(text)) return null;
  const told = besideNone(text) ?? (ids.length === 1 ? stated : null);
  if (told === null) return null;
  const { own, open } = withDenied(scene, draft, ids);
  const free = leftOpen(own, open);
  const isBare = plainWords(draft.description.join(' ')).split(' ').length < LEAST_TOLD;
  if (plainWords(told).split(' ').length < LEAST_TOLD)
    // None of those for one word: what happens was never told.
    return isBare && !draft.summarised ? askFurther(own, free, { ask: 'description' }) : proceed(own, free);
  return inOwnWords(retoldOn(own, [told]), free);
}

/** Another matter than those offered: which, in words. */
export function otherThanOffered(scene: Scene, draft: Draft, awaits: Awaits): Move {
  const { own, open } = withDenied(scene, draft, servicesOffered(awaits));
  const bare = draft.summarised ? { ...open, serviceId: null, agencyId: null, reasons: [] } : open;
  return askFurther(own, leftOpen(own, bare), { ask: 'agency', among: [] });
}

/** `Otra cosa`, and no more. */
const OTHER = /^\W*(?:otra\s+cosa|something\s+else)\W*$/iu;

/** The draft whose matter is left as they tell it. */
export function leftOpen(scene: Scene, draft: Draft): Draft {
  return touched(scene, { ...draft, declined: [...draft.declined, 'agency'] });
}

/** A report of the service that the words surely tell; of none, called as they say it. */
export function inOwnWords(scene: Scene, draft: Draft, lead: Sentence | null = null): Move {
  const { services, reasons } = scene.facts.reading;
  const [best] = undenied(scene, services);
  const place = draft.place ?? onlyPlace(scene, draft) ?? surePlace(scene.facts.reading.places);
  const open = { ...draft, place, agencyId: null };
  if (best === undefined || best.p < SURELY)
    return proceed(
      scene,
      calledAsTold({ ...open, title: null, serviceId: null, reasons: [] }, scene.burst.text),
      lead,
    );
  const description = [...draft.description, ...scene.burst.lines];
  return proceed(scene, { ...open, description, serviceId: best.id, reasons }, lead);
}
