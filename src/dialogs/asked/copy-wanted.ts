import { isOpen } from '../../cases/lifecycle.ts';
import type { Sentence } from '../../texts.ts';
import { bodyOf } from '../filed/case-steps.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { otherBodyNamed } from '../intake/body-names.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { holderNamed } from '../intake/supplier.ts';
import { lines, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { sentences } from '../words/clauses.ts';
import { besideOrder } from '../words/clear-order.ts';
import { ordersFiling } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { isYes } from '../words/yes-no.ts';
import { waysTo } from './agency-words.ts';

/** `Mande copia al SINAPROC`, `¿le llegó copia al MOP?`, `mándelo también a la ASEP`, `send a copy to …`. */
const COPY = anyOf(
  /\b(?:con|una|la|llego|llega|(?:re)?(?:mand|envi|pas)\w*) copia(?: (?:del? (?:reporte|caso|queja|denuncia|esto|eso)))? (?:a|al|para)\b|\bcopia (?:a|al|para)\b/,
  /\b(?:mand|envi|pas)[ea]\w* tambien (?:a|al)\b|\btambien (?:mand|envi|pas)[ea]\w* (?:a|al)\b/,
  /\b(?:send|forward|get|got|receive\w*) (?:\w+ )?copy\b|\bcopy (?:to|for|of (?:it|this) to)\b|\bsend (?:it|this) to .*\b(?:too|also|as well)\b|\balso send (?:it |this )?to\b/,
);
/** What they did themselves is told. */
const OWN = /(?<!\p{L})(?:(?:mand|envi|entregu|llev|dej)é|le[s]? di|i (?:sent|gave))(?!\p{L})/iu;

/**
 * Who wants another body to have a copy, or asks whether it got one, is told that each report goes to one, and how the other is
 * reached; the body that has it cannot know. What is told beside it goes into the report.
 */
export const copyWanted: Topic = scene => {
  const { burst, state } = scene;
  const parts = sentences(burst.text);
  const asked = parts.find(part => COPY.test(plainWords(part)) && !OWN.test(part));
  if (asked === undefined || burst.choice !== null) return null;
  const words = ofOneBody(scene, asked);
  if (words === null) return null;
  const { draft } = state;
  const rest = parts.filter(part => part !== asked && plainWords(part).split(' ').length >= LEAST_TOLD);
  // `Sí, mándelo. Con copia al MOP` is sent; what is told beside it of a case that was filed is heard by itself.
  const isMore = draft === null ? rest.length > 0 : parts.some(part => part !== asked && agrees(part));
  if (isMore) return null;
  const own = draft && { ...draft, description: [...draft.description, ...rest] };
  const c = draft ? null : caseMeant(scene);
  const reply = replyOf(words, c ? { caseNumber: c.number } : {});
  return { state: withState(scene, { draft: own, lost: 0 }).state, replies: [reply] };
};

const LEAST_TOLD = 3;

function agrees(part: string): boolean {
  return isYes(part) || ordersFiling(part) || besideOrder(part) !== null;
}

/** Null: no report is summed up and no case open, or no other body is named. */
function ofOneBody(scene: Scene, asked: string): Sentence | null {
  const { draft } = scene.state;
  const c = draft ? null : caseMeant(scene);
  const held = draft?.summarised ? (holderOfDraft(scene, draft)?.holder ?? null) : (c?.holder ?? null);
  const id = held && otherBodyNamed(scene, asked, held.agencyId);
  const other = id ? scene.catalogue.agencies.get(id) : undefined;
  if (held === null || other === undefined) return null;
  const agency = c && isOpen(c) ? bodyOf(scene, c) : holderNamed(scene, held, draft?.description ?? []);
  return lines(say(scene, 'asked.one_body', { agency, name: other.acronym }), waysTo(scene, other));
}
