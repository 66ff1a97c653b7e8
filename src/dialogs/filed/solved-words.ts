import type { Case } from '../../cases/case.ts';
import { sureService } from '../intake/guess.ts';
import { goesWrong } from '../intake/matter.ts';
import { type Move, replyOf, retold, type Scene, say } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { marksIn } from '../words/marks.ts';
import { plainWords } from '../words/plain-words.ts';
import { declines } from '../words/yes-no.ts';
import { bodyOf, capital } from './case-steps.ts';

const LED = '(?:(?:la verdad|pues|ay|bueno|todavia|aun|ahora|ahorita|es que|yo|well) )*';
/** `No sé, no estoy en casa`, `no lo he visto`, `déjeme ver`: who cannot tell yet. */
const NOT_SEEN = anyOf(
  new RegExp(
    `^${LED}(?:no (?:lo |la )?(?:se|sabria|sabemos)|ni idea|no estoy segur[oa]|(?:i )?(?:do not|don t) know|i am not sure|(?:i m )?not sure)(?: (?:bien|todavia|aun|ahora|si|yet|if)\\b.*)?(?: (?:pero |porque |es que |yo |but |i )*(?:no|ando|estoy|voy|tengo|cuando|apenas|dejeme|am|m|will|ll)\\b.*)?$`,
  ),
  new RegExp(
    `^${LED}(?:no (?:estoy|estamos|ando|me encuentro|vivo) (?:ya |ahora |ahorita )*(?:en (?:la |mi )?(?:casa|barriada|barrio|lugar|area)|ahi|alli|alla|aqui|por (?:ahi|alla))|no (?:lo |la )?(?:he visto|he podido ver\\w*|he ido|he pasado(?: por (?:ahi|alla))?|vi)|(?:estoy|ando) (?:en el trabajo|trabajando|fuera|de viaje|lejos)|(?:i am|i m) (?:not (?:at )?(?:home|there)|at work|away))(?: (?:todavia|aun|ahora|ahorita|hoy|yet|now))*$`,
  ),
  new RegExp(
    `^${LED}(?:(?:dejeme|deja|voy a|tengo que|tendria que|hay que|dejame) (?:ver|revisar|mirar|chequear|verificar|ir a ver)|(?:cuando|apenas|en cuanto) (?:llegue|lo vea|la vea|vaya|pase|pueda)|let me (?:check|look|see)|i will check|i ll check)\\b.*$`,
  ),
);
/** `A medias`, `vinieron pero dejaron la mitad`: not wholly. */
const IN_PART = anyOf(
  /^(?:(?:si|pues|bueno|quedo|esta|lo|la|hicieron|arreglaron|solo|nada|mas|fue) )*(?:a medias|mas o menos|mitad y mitad|(?:la )?mitad|(?:no |not )(?:del todo|por completo|completo|todo|todavia todo|completely|all of it|entirely)|parcial(?:mente)?|en parte|casi|regular|masomenos|ahi ahi|un poco|un poquito|half|halfway|partly|partially|sort of|more or less|almost)(?: (?:nada mas|solamente|no mas|gracias|todo))*$/,
  /\b(?:vinieron|vino|pasaron|paso|llegaron|llego|recogieron|limpiaron|arreglaron|taparon|repararon|came|fixed|cleaned|picked)\b.*\b(?:pero|aunque|but)\b.*\b(?:mitad|dejaron|dejo|falt\w+|no|solo|queda|quedo|quedaron|todavia|sigue\w*|mal|half|left|only|not|still|some)\b/,
  /\b(?:solo|solamente|nada mas|only) (?:recogieron|limpiaron|arreglaron|taparon|repararon|hicieron|se llevaron|picked up|fixed|cleaned|did)\b|\b(?:dejaron|hicieron|recogieron|arreglaron|falta|faltan|left|did|fixed) (?:solo |only )?(?:la mitad|una parte|half|part)\b/,
);
/** `¿Quién dijo eso?` */
const WHO_SAYS =
  /^(?:(?:y|pero|a ver|oiga|ah|and|but) )*(?:(?:a )?quien(?:es)? (?:le |les |te )?(?:dijo|dijeron|dice|dicen|reporto|informo|puso|cerro|confirmo|fue)|de donde (?:saca|sacan|sacaron|salio)|who (?:said|says|told|reported))(?: (?:eso|esto|que|ya|esta|lo|usted|that|this|it|so|you)\b.*)?$/;

/** `¿Cómo saben?`, `¿quién lo arregló?` */
const HOW_KNOWN =
  /^(?:(?:y|pero|a ver|oiga|and|but) )*(?:(?:como|quien) (?:lo |la |los |se )?(?:sabe[ns]?|saben eso|arreglo|arreglaron|hizo|hicieron|recogio|limpio)|how do (?:you|they) know|who (?:fixed|did|repaired|cleaned|solved) (?:it|that|this))(?: (?:ustedes|usted|eso|that|it))*$/;
/** `¿Qué fue lo que hicieron?` */
const WHAT_DONE =
  /^(?:(?:y|pero|a ver|oiga|and|but) )*(?:(?:que|q) (?:es |fue )?(?:lo que )?(?:hicieron|hizo|arreglaron|le hicieron|solucionaron)|what (?:was|did they|have they|has been) (?:do|done|fix|fixed))(?: (?:ellos|ahi|alli|exactamente|exactly|there|entonces))*$/;

/** Is it only done in part, and so not solved: `a medias`, `vinieron pero dejaron la mitad`? */
export function isInPart(text: string): boolean {
  return IN_PART.test(plainWords(text));
}

/**
 * What answers neither yes nor no to whether a case is solved, and is still of it: it is not known yet, a mark, or who says so. Asked
 * once more where that helps; who cannot tell yet is given time.
 */
export function besideSolved(scene: Scene, c: Case): Move | null {
  const { text, files } = scene.burst;
  if (text === '' || files.length > 0) return null;
  const plain = plainWords(text);
  if (isUnseen(text)) return saying(scene, c, 'solution.when_seen', true);
  if (c.status === 'resolved' && WHO_SAYS.test(plain)) return saying(scene, c, 'solution.said_by', false);
  if (c.status === 'resolved' && HOW_KNOWN.test(plain)) return saying(scene, c, 'solution.said_by', false);
  if (c.status === 'resolved' && WHAT_DONE.test(plain))
    return saying(scene, c, 'solution.no_more_told', false);
  if (GIVES_MARK.test(plain)) return saying(scene, c, 'solution.mark_first', false);
  const isMark = /^\W*[1-5]\W*(?:(?:estrellas|puntos|de 5|\/ ?5|stars)\W*)?$/u.test(text.trim());
  return isMark && marksIn(text) !== null ? saying(scene, c, 'solution.mark_first', false) : null;
}

/** `Les doy un 5`. */
const GIVES_MARK =
  /^(?:les? (?:doy|pongo)|i give (?:it|them|you)|give (?:it|them)) (?:un |una |a )?[1-5](?: (?:puntos|estrellas|stars|out of 5|de 5))?$/;

/** Do words say that it was not seen yet whether it is done: `no sé, no estoy en casa`? */
export function isUnseen(text: string): boolean {
  const plain = plainWords(text);
  if (declines(text) && /\b(?:se|idea|know|segur\w*|sabria)\b/.test(plain)) return true;
  return NOT_SEEN.test(plain) || plainClauses(text).every(clause => NOT_SEEN.test(clause));
}

function saying(
  scene: Scene,
  c: Case,
  key: Extract<
    TextKey,
    'solution.when_seen' | 'solution.said_by' | 'solution.mark_first' | 'solution.no_more_told'
  >,
  quiet: boolean,
): Move {
  const words = say(scene, key, { number: c.number, agency: capital(bodyOf(scene, c)) });
  return {
    state: { ...scene.state, lost: 0 },
    // What is asked stays asked, and is not said again to who has nothing to look at yet.
    replies: [replyOf(words, { caseNumber: c.number, ...(quiet ? { asks: 'solved' as const } : {}) })],
    ...(quiet ? { quiet } : {}),
  };
}

const YES_BUT =
  /^\W*(?:s[ií]|yes|ya)(?!\p{L})[^.!?]*?[\s,.;]+(?:pero|but|aunque)\s+(?:(?:ahora|tambi[eé]n|now|resulta que|es que)\s+)*(?<other>.+)$/isu;

/** `Sí, pero ahora hay un hueco`: what goes wrong now is surely another service; null: it is none, or of the case. */
export function otherSince(scene: Scene, { serviceId }: Case): Scene | null {
  const told = YES_BUT.exec(scene.burst.text)?.groups?.['other']?.trim();
  if (told === undefined) return null;
  const own = retold(scene, [told], []);
  const service = sureService(own, own.facts.reading.services, null);
  return service !== null && service.id !== serviceId && goesWrong(told) ? own : null;
}
