import type { Draft } from '../conversation.ts';
import { led, lines, type Move, type Scene, say } from '../scene.ts';
import { whomNamed } from '../words/asks-desk.ts';
import { afterYes } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { fileDraft } from './file.ts';
import { withoutHiddenWish } from './hidden-part.ts';

/** `¿Y lo de la luz?`, of what waits behind this one: it comes next anyway. */
const NEXT_ONE =
  /^(?:(?:y|pero|and|ok|oiga) )*(?:(?:lo|la|el|que pasa con|what about) )+(?:(?:otr[oa]|demas|segund[oa]|del?|de la|de los|other|rest)\b ?)(?:\w+ ?){0,3}$/;

/**
 * Agreed to with the wish that somebody must not learn of it, `sí, pero el vecino no debe saber que fui yo`: sent in reserve, and said
 * so; what waits behind it goes on. Null: they do not say both, or tell or ask more.
 */
export function sentInReserve(scene: Scene, draft: Draft): Move | null {
  const { burst, state } = scene;
  const said = burst.choice === null && draft.privacy !== 'anonymous' ? afterYes(burst.text) : null;
  const part = said === null ? null : withoutHiddenWish(said);
  if (part === null) return null;
  const plain = plainWords(part.rest);
  const isNext = NEXT_ONE.test(plain) && state.later.length > 0;
  if (plain !== '' && !isNext && !MANNERS.test(plain)) return null;
  const own: Draft = { ...touched(scene, draft), privacy: 'confidential' };
  const filed = fileDraft({ ...scene, whole: '' }, own);
  const whom = state.language === 'es' ? whomNamed(burst.text) : null;
  const told =
    whom === null
      ? say(scene, 'asked.nobody_told')
      : say(scene, 'asked.not_told', { whom: whom.startsWith('el ') ? `al ${whom.slice(3)}` : `a ${whom}` });
  const [first, ...rest] = filed.replies;
  return first
    ? { ...filed, replies: [led(lines(say(scene, 'info.sees_words'), told), first), ...rest] }
    : filed;
}

const MANNERS = /^(?:(?:pero|y|por favor|porfa|please|gracias|thanks|ok|eso si|si|but|and) ?)+$/;
