import type { Awaits, Draft } from '../conversation.ts';
import { askedAgain } from '../lost.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { isTime } from './place/no-place.ts';
import { onlyPlace } from './place/only-place.ts';

/** `¿Qué diferencia hay?`, `a quién le toca`, `¿cómo recupero mi celular?`: asked, and none of those offered. */
const ASKS = anyOf(
  /^(?:(?:y|pero|no se|and|but) )*(?:que diferencia (?:hay|tienen?)|(?:cual|cuales) (?:es|son) la diferencia|en que se diferencian?|a quien (?:le )?(?:toca|corresponde)|cual (?:me )?(?:conviene|escojo|elijo|recomiendan?)|what is the difference|whose is it)\b/,
  /^(?:(?:y|pero|entonces) )*como (?:(?:puedo|hago para|voy a) )?(?:recupero|recuperar|rastreo|rastrear|bloqueo|bloquear)\b/,
);
/** When or where it was, told as such, however much a name in it sounds like one of those offered. */
const HAPPENED =
  /^(?:(?:eso|me|y|pero|it) )*(?:fue|paso|ocurrio|sucedio|happened|was) (?:(?:ayer|hoy|anoche|anteayer|hace|a las|como a las|en|el|esta|yesterday|today|in|at|on) )/;
const WHEN_THERE = /^en (?:el|la|un|una) (?:vagon|anden|tren|bus|parada|estacion|entrada|salida)\b/;

/** What is no answer to which service it is: asked, which is told why it is asked, or when and where it was, which is kept. */
export function besideChoice(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const { text, choice, lines } = scene.burst;
  if (choice !== null || awaits.choices.length < 2 || awaits.misses > 0) return null;
  const plain = plainWords(text);
  if (ASKS.test(plain)) return askedAgain(scene, draft, say(scene, 'plainer.agency'));
  if (!isTime(text) && !HAPPENED.test(`${plain} `) && !WHEN_THERE.test(plain)) return null;
  const place = draft.place ?? onlyPlace(scene, draft);
  const kept = { ...touched(scene, draft), place, description: [...draft.description, ...lines] };
  return askedAgain(scene, kept, say(scene, 'noted'));
}
