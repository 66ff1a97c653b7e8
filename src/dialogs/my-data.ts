import type { CaseChange } from '../cases/case.ts';
import { changeOf, eventOf } from '../cases/change.ts';
import { anyOf } from './any-of.ts';
import { chosenWord } from './chosen.ts';
import { plainClauses } from './clauses.ts';
import { dropDraft } from './commands.ts';
import { ordersFiling } from './consent.ts';
import type { Awaits } from './conversation.ts';
import { refusesOutright } from './leave.ts';
import { plainWords } from './plain-words.ts';
import { awaiting } from './questions.ts';
import {
  afterQuestion,
  interrupting,
  type Move,
  replyOf,
  type Scene,
  say,
  type Topic,
  withState,
  yesAndNo,
} from './scene.ts';

/** As it is wished or ordered: `el banco eliminó mis datos` tells what another did. */
const TO_ERASE =
  '(?:(?:borr|elimin)(?:ar|e|en|a)|suprim(?:ir|a|an)|delete|erase)(?:me|nos)?(?:lo|la)? (?:todos |todo |all |mi caso y |mis casos y )*';
const OWN =
  '(?:mis datos|mi informacion|mis mensajes|(?:todo )?lo mio|(?:todo )?lo que (?:tengan|tienen|guardan|saben) (?:mio|mia)|lo que (?:le |les )?(?:escribi|dije|conte|he escrito|puse|mande)|lo que (?:tengan|tienen|saben|sepan|guardan|guarden) (?:de|sobre) mi|(?:(?:my|all my) (?:data|information|messages)|everything (?:you have |you know )?(?:on|about|of) me)|this chat)\\b';
/** The talk has nobody's name on it: what is wished of it stands at the end of a clause, and nobody else is spoken of before. */
const TALK =
  '(?:(?:este|el|mi) chat|(?:esta|la|mi|nuestra) conversacion)(?: (?:por favor|porfa|ya|ahora|enter[oa]|complet[oa]|tod[oa]|gracias|please))*$';
const BEFORE_SEEN =
  'esto (?:antes de que|para que|que) (?:\\w+ ){0,3}?(?:no )?(?:lo |la |me )*(?:vean?|revisen?|encuentren?|lean?)\\b';
const ASKING =
  '^(?:(?:hola|buenas|dias|tardes|oiga|oye|por|favor|porfa|y|pero|si|mejor|ahora|ya|entonces|es|yo|quiero|quisiera|queria|deseo|necesito|pido|gustaria|puede|puedo|pueden|podria|podrian|como|hago|para|se|que|me|le|les|please|can|could|you|i|want|to|just) )*';
const GONE =
  /\b(?:i )?(?:want|need|would like) (?:all )?my (?:data|information|messages|name) (?:to be )?(?:deleted|erased|removed|gone)\b/;
const ERASE = new RegExp(`\\b${TO_ERASE}${OWN}|${ASKING}${TO_ERASE}(?:${TALK}|${BEFORE_SEEN})`);
/** `Borra esto porfa`, of who was told the numbers: nobody shall find it. A report that is begun is only left. */
const ERASE_THIS = new RegExp(
  `${ASKING}${TO_ERASE}esto(?: de aqui)?(?: (?:por favor|porfa|ya))*$|^(?:y |pero )?(?:como|donde) (?:lo |la |se )?borr[oa](?: (?:esto|eso|todo|el chat|la conversacion))?$`,
);
/** `No borren mis datos`, `no quiero que los borren`. */
const KEEP =
  /\b(?:no|not|nunca|sin|don t) (?:(?:quiero|deseo|que|me|lo|la|los|las|vayan|vaya|a|want|to|you) )*(?:borr|elimin|suprim|delete|erase)/;
const EXPORT =
  /\b((quiero |ver |descargar |copia de |exportar )+(mis datos|mi informacion)|(que|cuales|what) (datos |informacion |cosas |data )?(tienen guardad\w+|guardan|tienen de mi|saben de mi|do you keep|do you store)|(que|cuales) (datos|informacion|cosas) (mi[oa]s? )?(tienen|guardan|guardaron|hay)( mi[oa]s?| de mi)?( (primero|antes|ahi|guardad[oa]s?))*$|ver (lo )?(que|q) (guardaron|guardan|tienen)( (de mi|mio|guardado|ahi))*$|my data|data you keep)\b/;

/** Longer clauses tell of somebody else who keeps data. */
const MOST_WORDS = 14;
/** And longer texts, a story. */
const MOST_TOLD = 30;

/** Do they wish to have erased what is kept of them? */
export function wantsErased({ burst, conversation, state }: Scene): boolean {
  const isHunted = conversation.reason === 'danger' && state.draft === null;
  const erases = (clause: string): boolean =>
    ERASE.test(clause) || GONE.test(clause) || (isHunted && ERASE_THIS.test(clause));
  const brief = plainClauses(burst.text).filter(clause => clause.split(' ').length <= MOST_WORDS);
  const isStory = plainWords(burst.text).split(' ').length > MOST_TOLD;
  return !isStory && brief.some(clause => erases(clause) && !KEEP.test(clause));
}

/** What is kept of the citizen: shown on request, erased on request after one question. */
export const myData: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  if (wantsErased(scene)) {
    // `No quiero reporte, borren mis datos`: no later yes may find it.
    const isLeft = scene.state.draft !== null && refusesOutright(scene.burst.text);
    const own = isLeft ? withState(scene, dropDraft(scene).state) : scene;
    const { state } = interrupting(own, awaiting('erase', yesAndNo(scene, 'erase')));
    return { state, replies: [] };
  }
  if (!EXPORT.test(plain) || plain.split(' ').length > MOST_WORDS) return null;
  const isWeb = scene.facts.channel.capabilities.anonymous;
  const words = say(scene, isWeb ? 'my_data_web' : 'my_data', { url: `${scene.publicUrl}/chat/export` });
  return { state: scene.state, replies: [replyOf(words)] };
};

/** `No, era por curiosidad`: whatever is said with it, nothing is erased. */
const REFUSES =
  /^(no|nop|nope|nah|mejor no|todavia no|ay no)\b(?!.*\b(borr|elimin|suprim|delet|eras)(?!ar|ing))|\b(era (una )?broma|solo (preguntaba|queria saber)|por curiosidad|just (curious|asking|kidding))\b/;

/** `Bueno, bórrelo todo`, `sí quiero que lo borren`. */
const DOES = anyOf(
  /^(?:(?:si|bueno|ok|ya|dale|por favor|porfa|quiero|que) )*(?:lo |los |la |las )?(?:borr|elimin)(?:e|a|en|enl|al|el)?(?:[oa]s?)?(?: (?:todo|todos|ya|eso|pues|por favor))*$/,
  /^(?:(?:yes|please|ok) )*(?:delete|erase) (?:it|all|everything)(?: (?:please|now))*$/,
);

/** Erase everything? Yes destroys the talk, and the person's part of each case, at once. */
export function answerErase(scene: Scene, awaits: Awaits): Move | null {
  const { burst } = scene;
  const isOrder = burst.choice === null && ordersFiling(burst.text);
  const plain = plainWords(burst.text);
  const isSaid = burst.choice === null && DOES.test(plain) && !KEEP.test(plain) && !burst.text.includes('?');
  const pick = isSaid ? 'yes' : isOrder ? null : chosenWord(awaits.choices, burst);
  const isRefused = pick === null && REFUSES.test(plain);
  if (pick === null && !isRefused) return null;
  if (pick === 'no' || isRefused) {
    return { state: afterQuestion(scene).state, replies: [replyOf(say(scene, 'not_erased'))] };
  }
  // Who writes in another's name erases nothing of theirs.
  if (!scene.facts.sure) return { state: scene.state, replies: [replyOf(say(scene, 'erase_unsure'))] };
  const { now } = scene.facts;
  // What was opened under another address of theirs is erased from there.
  const cases = scene.facts.cases.filter(c => c.conversationId === scene.conversation.id);
  return {
    state: withState(scene, { draft: null, awaits: null, later: [] }).state,
    replies: [replyOf(say(scene, 'erased'))],
    cases: cases.map((c): CaseChange => {
      const gone = { ...c, reporter: null, conversationId: null };
      return changeOf(c, gone, eventOf('erased', { at: now, by: 'citizen' }));
    }),
    erase: { conversationId: scene.conversation.id, caseIds: cases.map(({ id }) => id) },
  };
}
