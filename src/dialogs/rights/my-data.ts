import type { CaseChange } from '../../cases/case.ts';
import { changeOf, eventOf } from '../../cases/change.ts';
import type { Sentence } from '../../texts.ts';
import { dropDraft } from '../commands.ts';
import type { Awaits } from '../conversation.ts';
import { namesAnyBody } from '../intake/body-names.ts';
import { awaiting, stepOf } from '../questions.ts';
import {
  afterQuestion,
  interrupting,
  lines,
  type Move,
  replyOf,
  type Scene,
  say,
  type Topic,
  withState,
  yesAndNo,
} from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { chosenWord } from '../words/chosen.ts';
import { clauses } from '../words/clauses.ts';
import { ordersFiling } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { refusesOutright } from '../words/refuses-outright.ts';
import { KEEP, MOST_WORDS, wantsErased } from './wants-erased.ts';

const EXPORT = anyOf(
  /\b((quiero |ver |descargar |copia de |exportar )+(mis datos|mi informacion)|(que|cuales|what) (datos |informacion |cosas |data )?(tienen guardad\w+|guardan|tienen (ustedes |usted |uds )?de mi|saben (ustedes )?de mi|do you keep|do you store)|(que|cuales) (datos|informacion|cosas) (mi[oa]s? )?(tienen|guardan|guardaron|hay)( mi[oa]s?| de mi)?( (primero|antes|ahi|guardad[oa]s?))*$|ver (lo )?(que|q) (guardaron|guardan|tienen)( (de mi|mio|guardado|ahi))*$|my data|data you keep)\b/,
  /\b(?:copia|descarg\w+|export\w+|mand\w+|envi\w+|quiero|ver|muestr\w+|mostrar\w*|entreg\w+|pas[ae]\w*|de(?:n|me|nme)|dame|saber)\b(?: \w+){0,5} (?:todo )?lo (?:que|q) (?:ustedes |uds |usted )?(?:tien\w+|teng\w+|guard\w+|sab\w+|sep\w+|hay)(?: (?:ustedes|uds|guardado|aqui|ahi))*(?: (?:mio|de mi|sobre mi))\b/,
  /\bcopia de (?:todo(?: eso| esto)?$|todo lo mio|(?:todo |toda |todos )?(?:este|el|mi|mis|la|los|esta) (?:chat|conversacion|mensajes|informacion personal|datos))/,
  /\b(?:everything|all) (?:that )?(?:you|u) (?:have|keep|know|store|hold)(?: stored| saved)? (?:on|about|of) me\b|\bcopy of (?:all )?(?:my|this) (?:data|information|chat|conversation|messages)\b/,
);

/** What is kept of the citizen: shown on request, erased on request after one question. */
export const myData: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  const told = ifErased(scene);
  if (told) return told;
  if (wantsErased(scene)) {
    // `No quiero reporte, borren mis datos`: no later yes may find it.
    const isLeft = scene.state.draft !== null && refusesOutright(scene.burst.text);
    const own = isLeft ? withState(scene, dropDraft(scene).state) : scene;
    const { state } = interrupting(own, awaiting('erase', yesAndNo(scene, 'erase')));
    return { state, replies: [] };
  }
  if (!EXPORT.test(plain) || plain.split(' ').length > MOST_WORDS || namesAnyBody(scene, plain)) return null;
  // Beside the answer to whether all is erased it is told there.
  const isAnswered = scene.state.awaits !== null && stepOf(scene.state.awaits) === 'erase' && refuses(plain);
  return isAnswered ? null : { state: scene.state, replies: [replyOf(ownData(scene))] };
};

function ownData(scene: Scene): Sentence {
  const isWeb = scene.facts.channel.capabilities.anonymous;
  return say(scene, isWeb ? 'my_data_web' : 'my_data', { url: `${scene.publicUrl}/chat/export` });
}

/** `No, era por curiosidad`: whatever is said with it, nothing is erased. */
const REFUSES =
  /^(no|nop|nope|nah|mejor no|todavia no|ay no)\b(?!.*\b(borr|elimin|suprim|delet|eras)(?!ar|ing))|\b(era (una )?broma|solo (preguntaba|queria saber)|por curiosidad|just (curious|asking|kidding))\b|^(olvid\w+|dejel[oa]|dejalo|ya no|forget it|never mind)\b/;

/** Is nothing to be erased, or not yet: `no, todavía no borre`? */
function refuses(plain: string): boolean {
  return REFUSES.test(plain) || KEEP.test(plain);
}

/** `Bueno, bórrelo todo`, `sí quiero que lo borren`. */
const DOES = anyOf(
  /^(?:(?:si|bueno|ok|ya|dale|por favor|porfa|quiero|que|yo|le|les|te|dije|digo|repito) )*(?:lo |los |la |las )?(?:borr|elimin)(?:e|a|en|enl|al|el)?(?:[oa]s?)?(?: (?:todo|todos|ya|eso|pues|por favor))*$/,
  // `Sí, bórrelo de aquí, pero que el caso siga`: so it is.
  /^(?:(?:si|ok|dale|bueno|por favor) )+(?:lo |la |los )?(?:borr|elimin)\w* (?:\w+ ){0,3}(?:pero |y )?(?:que |q )?(?:el |mi |los |mis )?casos? (?:siga|sigan|quede|queden|continue|continuen)\b/,
  /^(?:(?:yes|please|ok|i|said|told|you|so) )*(?:delete|erase) (?:it|all|everything)(?: (?:please|now))*$/,
);

/** `¿Y mis casos se pierden?`, before they agree. */
const OF_CASES = anyOf(
  /\b(casos?|quejas?|reportes?|denuncias?)\b.*\b(pierd\w*|borr(a|an|ados?)|elimina\w*|cancela\w*|sigu\w*|quedan?|pasa|anula\w*)\b/,
  /\b(?:contest|respond|avis|atend|atiend|sig[ua])\w*\b.*\b(?:casos?|quejas?|reportes?|denuncias?)\b/,
  /\b(?:answer|reply|tell|hear)\b.*\b(?:cases?|complaints?|reports?)\b/,
  /\b(que pasa con|se pierden?|se borran?) (\w+ )?(casos?|quejas?|reportes?|denuncias?)\b/,
  /\b(my|the) (cases?|complaints?|reports?)\b.*\b(lost|erased|deleted|go on|happens?|cancell?ed)\b|\bwhat happens (to|with) my (cases?|complaints?|reports?)\b/,
);

/** `Sí, borre, pero ¿me siguen contestando?`: what is asked with a yes is answered before anything is gone. */
function asks(text: string): boolean {
  return text.includes('?') || clauses(text).some(beginsAsQuestion);
}

/** `¿Ya se borró todo?`, `is everything deleted?` */
const IF_ERASED = anyOf(
  /^(?:(?:y|pero|entonces|ok|oiga|ya|si) )*(?:(?:se|me|lo|los|la|ya) )*(?:borr(?:o|aron|aste)|elimin(?:o|aron|aste)|(?:esta|quedo|quedaron|estan) (?:todo )?(?:borrad|eliminad)[oa]s?)(?: (?:ya|todo|todos|tod[oa]s|mis|los|la|el|datos|mensajes|chat|conversacion|lo mio|de verdad|o no|si o no|verdad))*$/,
  /^(?:(?:and|but|so) )*(?:(?:is|are|was|were) (?:everything|it all|all|my data|it|this chat)(?: already| really| now)? (?:deleted|erased|gone)|did you (?:already )?(?:delete|erase) (?:it|everything|all|my data))(?: (?:now|already|yet|or not))*$/,
);

/** Whether all was erased: not what stands in this talk, which is all that is known of them. Null: it is not asked. */
function ifErased(scene: Scene): Move | null {
  const { facts, state } = scene;
  if (!IF_ERASED.test(plainWords(scene.burst.text)) || scene.burst.choice !== null) return null;
  const isAsked = state.awaits !== null && stepOf(state.awaits) === 'erase';
  const isLeft = isAsked || state.draft !== null || facts.cases.length > 0;
  return { state: scene.state, replies: [replyOf(say(scene, isLeft ? 'not_erased_yet' : 'erased_before'))] };
}

/** Erase everything? Yes destroys the talk, and the person's part of each case, at once. */
export function answerErase(scene: Scene, awaits: Awaits): Move | null {
  const { burst } = scene;
  const isOrder = burst.choice === null && ordersFiling(burst.text);
  const plain = plainWords(burst.text);
  const isSaid = burst.choice === null && DOES.test(plain) && !KEEP.test(plain) && !burst.text.includes('?');
  const isOfCases = burst.choice === null && asks(burst.text) && OF_CASES.test(plain);
  const pick = isOfCases ? null : isSaid ? 'yes' : isOrder ? null : chosenWord(awaits.choices, burst);
  if (isOfCases || (pick === null && burst.choice === null && OF_CASES.test(plain)))
    return { state: scene.state, replies: [replyOf(say(scene, 'erase_cases'))] };
  const isRefused = pick === null && refuses(plain);
  if (pick === null && !isRefused) return null;
  if (pick === 'no' || isRefused) {
    const kept = say(scene, 'not_erased');
    const words = EXPORT.test(plain) ? lines(kept, ownData(scene)) : kept;
    return { state: afterQuestion(scene).state, replies: [replyOf(words)] };
  }
  // Who writes in another's name erases nothing of theirs.
  if (!scene.facts.sure) return { state: scene.state, replies: [replyOf(say(scene, 'data_unsure'))] };
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
