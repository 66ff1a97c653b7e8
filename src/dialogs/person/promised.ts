import type { Move, Scene, Topic } from '../scene.ts';
import { replyOf, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { answerOfWaiting } from './asked-meanwhile.ts';
import { toPerson } from './person.ts';

const LEADS =
  '(?:(?:y|pero|oiga|entonces|no|ok|gracias|igual|bueno|es|que|solo|yo|le|pregunto|pregunte|preguntaba|quiero|queria|quisiera|saber|dije|si|and|but|so|just|asking|i|want|to|know|am|whether|if) )*';
const ONE =
  '(?:la|esa|alguna|the|that|a) (?:persona|person)(?: (?:que (?:dijo|dijeron|me dijo|(?:me |nos )?iba a (?:escribir|llamar|contestar|atender)(?:me|nos)?)|del 311|from 311))?';
const COMES =
  '(?:(?:me|nos|si|ya|siempre|todavia|igual|aun|no) )*(?:(?:va|vendra|iba) a )?(?:me |nos )?(?:escribir(?:me|nos)?|llamar(?:me|nos)?|contestar(?:me|nos)?|responder(?:me|nos)?|atender(?:me|nos)?|venir|escribe|escribira|llama|llamara|contesta|responde|atiende|viene|aparece)';
/** Whether the one that was promised still comes: `¿y la persona me va a escribir o ya no?` */
const PROMISED = anyOf(
  new RegExp(`^${LEADS}${ONE}$`),
  new RegExp(
    `^${LEADS}${ONE} ${COMES}(?: (?:hoy|ya|todavia|o|no|si|pronto|mañana|a|mi|aqui|verdad|siempre))*$`,
  ),
  new RegExp(
    `^${LEADS}(?:a que hora|cuando|como cuando|en cuanto) (?:me |nos )?(?:escribe|llama|contesta|responde|atiende) ${ONE}`,
  ),
  /^(?:(?:and|but|so|ok|no report) )*(?:is|will|when (?:is|will)|does) (?:the|that|a) person (?:still |ever )?(?:going to |gonna )?(?:write|call|contact|answer|come)/,
);
const NO_LONGER =
  /(?<!\bo )\bya no\b|\bno longer\b|\bnot (?:going to )?(?:write|contact|call)\b.*\banymore\b/;
const WHEN = /\b(?:hoy|cuando|que hora|cuanto|mañana|today|when|how long)\b/;

/** Who went on with the bot and asks after the person that was promised waits for one again, and hears when one writes. */
export const promisedOne: Topic = (scene: Scene): Move | null => {
  const { burst, conversation } = scene;
  if (conversation.mode !== 'bot' || burst.choice !== null || burst.files.length > 0) return null;
  if (!clauses(burst.text).some(clause => PROMISED.test(plainWords(clause)))) return null;
  // `¿Ya no me va a escribir?` asks, and wants none yet.
  if (NO_LONGER.test(plainWords(burst.text)))
    return { state: { ...scene.state, lost: 0 }, replies: [replyOf(say(scene, 'person.no_longer'))] };
  const move = toPerson(scene, 'asked');
  return WHEN.test(plainWords(burst.text))
    ? { ...move, replies: [replyOf(answerOfWaiting(scene, 'when'))] }
    : move;
};
