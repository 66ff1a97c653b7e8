import { isProposal } from '../../cases/lifecycle.ts';
import type { Act } from '../../catalogue/act.ts';
import { LIKELY_ACT, shareOf } from '../acts.ts';
import { beginReport } from '../intake/flow.ts';
import { goesWrong } from '../intake/matter.ts';
import { liesIn } from '../intake/place/namesakes.ts';
import { samePlace } from '../intake/place/same-place.ts';
import { saysApart } from '../intake/several/further.ts';
import { comesOfIt } from '../intake/several/symptoms.ts';
import { isAnotherMatter } from '../likeness.ts';
import { retold, type Scene, type Topic } from '../scene.ts';
import { consentIn, onlyThanks } from '../words/consent.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { added, perhapsAdded } from './case-steps.ts';
import { isJustFiled } from './just-filed-case.ts';
import { already } from './order-to-add.ts';
import { saysSameCase } from './same-case.ts';

/** What goes on from what was proposed before. */
const BESIDE =
  /^(?:(?:ah|y|e|oiga|bueno|pero|gracias|si|and|oh) )*(?:tambien|ademas|de paso|otra cosa|que|q|ojala|podrian|deberian|seria bueno|also|plus|besides|they should|they could|it would)\b/;
/** What could be made or done there. */
const WISHES =
  /\b(?:pong\w+|haya|hag[ao]n?|instal\w+|constru\w+|arregl(?:en|ar\w*)|deber\w+|podri\w+|tengan?|agreg\w+|quiten|limpien|pinten|siembren|mejoren|cambien|put|install|build|add|should|could)\b/;

/** `Hay moscas y ratas`, once it was filed that nobody collects the refuse: what comes of it is no matter of its own. */
export const comesOfFiled: Topic = scene => {
  const { burst, facts, state } = scene;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  if (!c || !isFree || /[?¿]/.test(burst.text) || facts.reading.places.length > 0) return null;
  return comesOfIt(c.description, burst.text) && !saysApart(burst.text) ? perhapsAdded(scene, c) : null;
};

/**
 * `Y también que pongan un zafacón, que el parque amanece sucio`, after an idea for that park: more of the same idea, whatever
 * complaint its words sound like. How to say that it is another is told with it.
 */
export const moreOfIdea: Topic = scene => {
  const { burst, facts, state } = scene;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  if (!c || !isFree || !isProposal(c.kind) || /[?¿]/.test(burst.text) || onlyThanks(burst.text)) return null;
  // `Es una idea, no una queja: va con lo del wifi`, of what was added just before.
  if (saysSameCase(burst.text)) return scene.added === null ? added(scene, c) : already(scene, c);
  const plain = plainWords(burst.text);
  const isThere = facts.reading.places.every(({ code }) => liesIn(code, [c.place?.code ?? '']));
  const isMore = BESIDE.test(plain) && WISHES.test(plain) && isThere && !saysApart(burst.text);
  return isMore && facts.reading.emergency === null ? perhapsAdded(scene, c) : null;
};

const THANKS = /^\s*(?:(?:muchas\s+)?gracias|thanks|thank you|ok|bueno)[\s,.;!]+/iu;
/** So surely another service goes wrong. */
const SURELY = 0.8;

/**
 * `También el camión de la basura tiene dos semanas que no pasa`, after a suggestion: what goes wrong is no part of what was proposed,
 * and no proposal itself. It begins a complaint of its own.
 */
export const failsBesideIdea: Topic = scene => {
  const { burst, facts, state } = scene;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  if (!c || !isFree || !isProposal(c.kind) || /[?¿]/.test(burst.text) || saysSameCase(burst.text))
    return null;
  const [best] = facts.reading.services;
  const isOther = best !== undefined && best.p >= SURELY && best.id !== c.serviceId;
  const isWish = WISHES.test(plainWords(burst.text));
  const fails = goesWrong(burst.text) || facts.reading.reasons.length > 0;
  if (!isOther || isWish || !fails || facts.reading.emergency !== null) return null;
  const own = retold(scene, [burst.text.replace(THANKS, '')], burst.files);
  return beginReport(own, { place: samePlace(own), kind: 'queja' });
};

/** `¿Cuál peligro? Solo quiero que recojan los perros`: a word of ours thrown back, and what they tell. */
const ECHOED =
  /^\s*¿?\s*(?:(?:y|pero|pues|ay)\s+)?(?:cu[aá]l(?:es)?|qu[eé]|[qk]|c[oó]mo que|what)\s+\p{L}+\s*\?+\s*([^?¿]{6,})$/iu;
/** `¿A qué hora fue? Fue a las 6:15`: asked and answered in one breath. */
const SELF_ANSWERED =
  /^\s*¿?\s*(?:(?:y|pero|ah|ay)\s+)?(?:(?:a|de|en|por)\s+)?(?:cu[aá]l(?:es)?|qu[eé]|d[oó]nde|cu[aá]ndo|qui[eé]n|what|when|where)(?:\s+\p{L}+){0,3}?\s+(?:(?:fue|era|es|eran|fueron|pas[oó]|was|is)\s*\?+\s*((?:(?:pues|bueno|yo creo que)\s+)?(?:fue|era|es|eran|fueron|pas[oó]|it was|it is)\s[^?¿]{4,}))$/iu;

/** What they tell behind a word that they throw back asks the body nothing. */
export const echoedBack: Topic = (scene: Scene) => {
  const { burst, facts, state } = scene;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const answered = SELF_ANSWERED.exec(burst.text)?.[1]?.trim();
  const rest = answered ?? ECHOED.exec(burst.text)?.[1]?.trim();
  if (!c || rest === undefined || state.draft !== null || burst.choice !== null) return null;
  const telling = retold(scene, [rest]);
  // `¿Qué número? No lo vi` asks after all.
  const isElse =
    consentIn(rest) !== null || meaningOf(rest) !== null || rest.split(/\s+/).length < LEAST_TOLD;
  const asks = shareOf(telling, ASKING) >= LIKELY_ACT || ASKED_FOR.test(plainWords(burst.text));
  if (isElse || (asks && answered === undefined)) return null;
  return isAnotherMatter(telling, c) && goesWrong(rest) ? null : added(telling, c);
};

const LEAST_TOLD = 4;
const ASKING: readonly Act[] = ['asks', 'follows', 'wrong'];
const ASKED_FOR = /^\w+ (?:numero|caso|pin|codigo|plazo|dia|entidad|number|case|code|day)\b/;
