import { isBroken } from '../asked/told-beside.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const THANKS =
  /\b(?:muchas |mil |muchisimas |many )?(?:gracias|thanks|thank you)(?: (?:a dios|a usted|a todos|por todo|por nada|igual|so much|very much|anyway))?\b/g;
/** `Ok`, `bueno, entonces`, `olvídelo, mejor`: what goes before what they mean to do. */
const LED =
  /^(?:(?:ok|okay|okey|bueno|listo|dale|ya|se|entonces|pues|mejor|y|si|ah|no|perfecto|esta bien|vale|entiendo|entendido|igual|olvid\w+|dej[ae]l[oa]|dejelo asi|nada|yo|mism[oa]|mañana|hoy|luego|despues|ahora|ahorita|el lunes|well|fine|alright|all right|never mind|then|i|so|just)(?: |$))*/;
/** What they do themselves next: `iré al tribunal`, `voy a la caja`, `busco en google`. */
const DOES =
  /^(?:ire|iremos|voy|vamos|llamo|llamare|llamamos|pregunto|preguntare|busco|buscare|averiguo|averiguare|me voy|paso por|pasare|pruebo|vere|escribo a|escribire|consulto|consultare|(?:(?:will|ll|am going to|m going to) )(?:go|call|ask|try|look|check|search))\b(?! a (?:poner|reportar|denunciar|presentar|hacer una)\b)/;
/** They tell why, or what is wrong there. */
const TELLS = /\b(?:no|nunca|nadie|porque|que|pero|queja|denuncia|reporte|not|but|because|that)\b/;
/** In more words something else is told. */
const MOST_WORDS = 16;
const MOST_DOING = 9;

/** `Ok, iré al tribunal entonces. Gracias`, where nothing is open: they take leave, whichever office they name. */
export const farewell: Topic = scene => {
  const { state, burst, facts } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  if (!isFree || burst.files.length > 0 || facts.reading.emergency !== null || !takesLeave(scene))
    return null;
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'thanks'))] };
};

function takesLeave({ burst: { text } }: Scene): boolean {
  const plain = plainWords(text);
  if (text.includes('?') || plain.split(' ').length > MOST_WORDS || isBroken(text)) return false;
  const parts = clauses(text)
    .map(clause => plainWords(clause).replace(THANKS, ' ').trim())
    .filter(part => part !== '');
  const said = parts.map(part => part.replace(LED, '').trim()).filter(part => part !== '');
  // Without thanks only `ok, voy al tribunal entonces` is surely no part of a story.
  const isEnd = plain !== plain.replace(THANKS, ' ') || ENDS.test(plain);
  return isEnd && said.length > 0 && said.every(isOwnStep);
}

const ENDS = /^(?:ok|okay|bueno|listo|dale|entonces|olvid\w+)\b.*\b(?:entonces|mejor|then)\b/;

function isOwnStep(part: string): boolean {
  const isShort = part.split(' ').length <= MOST_DOING;
  return isShort && DOES.test(part) && !TELLS.test(part) && !beginsAsQuestion(part);
}
