import { isOpen } from '../../cases/lifecycle.ts';
import { bodyOf } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const LEAD =
  '(?:(?:y|e|pero|oye|oiga|ok|bueno|entonces|seguro|segura|de verdad|gracias|que|es|solo|digame|dime|quiero saber|me (?:dice|confirma)|confirmeme|and|but|so) )*';
const SENT = '(?:mandad|enviad|registrad|presentad)[oa]s?';
const REPORT = '(?:reporte|queja|denuncia|caso)';
const TAIL = '(?: (?:ya|si|entonces|verdad|cierto|o no|bien|al final|right))*$';
/** `¿Sí quedó mandado?`, `no quedó nada enviado, ¿verdad?`, `¿se mandó?`, `did it go through?` */
const IF_SENT = anyOf(
  new RegExp(
    `^${LEAD}(?:si |ya |no )*(?:me )?(?:quedo|quedaron|fue|esta|salio) (?:ya |si |bien |todo |nada |algo )*${SENT}${TAIL}`,
  ),
  new RegExp(
    `^${LEAD}(?:si |ya |no )*(?:quedo|se (?:envio|mando|guardo|quedo)|mandaron|enviaron|mandaste|enviaste|mando|envio) (?:nada|algo)(?: (?:${SENT}|guardad[oa]s?))?${TAIL}`,
  ),
  new RegExp(
    `^${LEAD}(?:si |ya |no )*(?:se (?:lo |la )?(?:envio|mando)|(?:se )?(?:lo |la )?(?:mandaron|enviaron|mandaste|enviaste))(?: (?:el|la|mi) ${REPORT})?${TAIL}`,
  ),
  new RegExp(
    `^${LEAD}(?:ya no entiendo |no entiendo )?(?:si |ya |no )*(?:me )?(?:quedo|se (?:hizo|puso)|fue|entro|salio) (?:ya |si |bien )*(?:el|la|mi|ese|esa) ${REPORT}${TAIL}`,
  ),
  /^(?:(?:y|pero|oiga|entonces|ok|listo|gracias|bueno) )*(?:(?:le )?(?:aviso|digo)(?: a (?:mi|la|el) \w+)? (?:que|q) )?ya (?:quedo|esta)(?: (?:listo|hecho|puesto|todo|entonces|o no|verdad))*$/,
  /^(?:(?:so|and|but|ok|wait) )*(?:(?:was|is|did) (?:it|that|my (?:report|complaint))|did you) (?:really |actually |already )?(?:get )?(?:sent|send(?: it)?|go(?: through)?)(?: already| yet)?$/,
  /^(?:(?:so|and|but|ok) )*(?:nothing (?:was|got) sent|you (?:did not|didn t) send (?:anything|it))(?: right| correct| ok)?$/,
);
const ASKS =
  /\b(verdad|cierto|o no|right)$|^(y |pero |oye |oiga |entonces )*(si|seguro|me (dice|confirma)|digame|confirmeme) /;

/** `¿Sí quedó mandado?`, `no quedó nada enviado, ¿verdad?`: what was sent from this talk, the desk knows. */
export const ifSent: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.files.length > 0) return null;
  const plain = plainWords(burst.text);
  // `Pero si ya lo mandaste` answers what is asked.
  const asks = burst.text.includes('?') || (state.awaits === null && ASKS.test(plain));
  const parts = plainClauses(burst.text);
  // In more words something is told as well, and they ask it in the end.
  const isLong = plain.split(' ').length > MOST_WORDS;
  const isIt = (isLong ? parts.slice(-1) : [plain, ...parts]).some(part => IF_SENT.test(part));
  if (!asks || !isIt || plain.split(' ').length > MOST_TOLD) return null;
  if (state.draft !== null)
    return { state: { ...state, lost: 0 }, replies: [replyOf(say(scene, 'asked.not_yet'))] };
  return whatWasSent(scene);
};

const MOST_WORDS = 14;
const MOST_TOLD = 26;

function whatWasSent(scene: Scene): Move | null {
  const { facts, left } = scene;
  const state = { ...scene.state, lost: 0 };
  // Asked just after it was left, it is that which was not sent.
  if (left !== null) return { state, replies: [replyOf(say(scene, 'asked.nothing_sent'))] };
  const c = facts.cases.find(filed => isJustFiled(scene, filed)) ?? facts.cases.find(isOpen);
  if (c) {
    const words = say(scene, 'asked.sent', { number: c.number, agency: bodyOf(scene, c) });
    return { state, replies: [replyOf(words, { caseNumber: c.number })] };
  }
  // A report without a name is joined to no talk, so that nobody here can say that there was none.
  const none = say(scene, 'asked.none_here', { url: `${scene.publicUrl}/caso` });
  return facts.cases.length === 0 ? { state, replies: [replyOf(none)] } : null;
}
