import type { Draft } from '../../conversation.ts';
import { isNamedIn } from '../../likeness.ts';
import { led, type Move, retold, type Scene, say, withState } from '../../scene.ts';
import { anyOf } from '../../words/any-of.ts';
import { afterYes } from '../../words/consent.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { fileDraft } from '../file.ts';
import { beginReport, showSummary } from '../flow.ts';
import { matterOf } from '../summary.ts';

const LEAD = '^(?:(?:si|y|no|pero|bueno|ok|mejor|ay|entonces|por favor|porfa|es que|yes|and|but|please) )*';
const END = '(?: (?:por favor|porfa|gracias|si|pues|entonces|claro|please|thanks))*$';
const WISH =
  '(?:(?:quiero|quisiera|queria|necesito|deseo|voy a|vamos a|que|me|le|lo|los|las|son|es|reportar|denunciar|poner|hacer|enviar|mandar|envie[ns]?|mande[ns]?|manda|ponga|haga|i want|send|report|file|to) )*';
const ALL =
  '(?:(?:los|las) (?:dos|tres|cuatro)(?: (?:cosas|casos|quejas|asuntos|problemas|reportes|denuncias))?|amb[oa]s(?: (?:cosas|casos|quejas|asuntos|problemas|reportes))?|tod[oa]s(?: (?:ell[oa]s|los (?:casos|asuntos|reportes)|las cosas))?|both(?: (?:of them|things|matters))?|all of them)';
/** `Los dos`, `quiero reportar ambas cosas`: each of them is to be sent. */
const BOTH = new RegExp(`${LEAD}${WISH}${ALL}(?: (?:cosas|aparte|uno por uno|son importantes))?${END}`);

const ONE = '(?:un solo|una sola|un mismo|una misma|el mismo|la misma|one|a single|the same)';
const REPORT = '(?:caso|reporte|queja|denuncia|asunto|mensaje|case|report|complaint)';
/** `Un solo caso`, `póngalo todo junto`, `no los separe`. */
const TOGETHER = anyOf(
  new RegExp(`${LEAD}${WISH}(?:(?:todo|en|in) )*(?:un[oa] sol[oa]|${ONE} ${REPORT}|just one|only one)${END}`),
  new RegExp(
    `${LEAD}(?:(?:lo|los|las|me|le|quiero|puede|podria|i want) )*(?:pon(?:er|ga|gan)?|junt(?:ar|e|a|en)|un(?:ir|a|e)|meta|met[ae]|deje|mand(?:ar|e|a)|envi(?:ar|e|a)|hag[ao]|haz|put|send|join)(?:l[oa]s?)? (?:(?:todo|todos|it|them|all|eso|junto a) )*(?:junt[oa]s?|en (?:un[oa]|${ONE} ${REPORT}|un[oa] sol[oa])|together|in one)${END}`,
  ),
  new RegExp(`${LEAD}(?:(?:todo|van?|es|son|las dos cosas|los dos|all) )*(?:junt[oa]s?|together)${END}`),
  new RegExp(
    `${LEAD}(?:junte(?:l[oa]s)?|no (?:l[oa]s? )?(?:separe[ns]?|divida[ns]?|parta[ns]?)(?:l[oa]s)?|don t (?:split|separate) (?:it|them))${END}`,
  ),
  new RegExp(
    `${LEAD}(?:es|viene|pasa|todo es) (?:por|de) (?:lo mismo|la misma causa|el mismo problema)${END}`,
  ),
);

const NAMED =
  '(?:(?:con|por|en|de) )?(?:(?:lo|la|el|los|las|the) )?(?:(?:del|de la|de los|de las|de) )?(?<what>[\\wñ]+(?: [\\wñ]+){0,3}?)';
const BEGIN =
  '(?:empecemos|empiece[ns]?|empieza|comencemos|comience[ns]?|comienza|vamos|arranque[ns]?|siga(?:mos)?|start|begin|let s (?:start|begin))';
/** `Primero la calle`, `la calle es más importante`: which of them they want seen to first. */
const FIRST = anyOf(
  new RegExp(`${LEAD}(?:primero|first)(?: (?:que nada|vamos|va|envie|mande))? ${NAMED}${END}`),
  new RegExp(
    `${LEAD}(?:(?:quiero|que) )*${BEGIN} (?:primero )?(?:con |por |with )${NAMED.replace('<what>', '<of>')}(?: primero| first)?${END}`,
  ),
  new RegExp(`${LEAD}${NAMED.replace('<what>', '<it>')} (?:va )?(?:primero|first)${END}`),
  new RegExp(
    `${LEAD}${NAMED.replace('<what>', '<urgent>')} (?:es|son|me|is|urge)(?: (?:lo|la|el|que|es|me|the|more))* ?(?:mas (?:importante|urgente|grave)|(?:importa|urge|preocupa) mas|mas (?:me )?(?:importa|urge|preocupa)|urgente|primero|urgent|most important|important)${END}`,
  ),
);

/** `¿Y la calle?` */
const ASKED_AFTER = new RegExp(
  `^(?:pero |ok |bueno )*(?:y|and|que hay con|what about) (?:lo )?(?:(?:del?|el|la|los|las|the) )+([\\wñ]+(?: [\\wñ]+){0,2})${END}`,
);
/** `La calle déjela`, `olvide lo de la calle`, `no mande la calle`. */
const DROPS = anyOf(
  new RegExp(
    `${LEAD}(?:lo )?(?:(?:del?|el|la|los|las|the) )+([\\wñ]+(?: [\\wñ]+){0,2}?) (?:(?:ya )?no(?: (?:l[oa] (?:mande|envie|ponga|reporte)|importa))?|(?:dej|olvid|quit|borr|cancel)[a-z]*l[oa]s?(?: (?:asi|por ahora|para despues))?)${END}`,
  ),
  new RegExp(
    `${LEAD}(?:olvid[ae](?:se|te)?|dej[ae]|quit[ae]|borr[ae]|no (?:quiero(?: (?:reportar|mandar|enviar))?|mande|envie|reporte|ponga)|forget|drop)(?: de)? (?:lo )?(?:(?:del?|el|la|los|las|the) )+([\\wñ]+(?: [\\wñ]+){0,2})${END}`,
  ),
);

/**
 * What is said of several matters while the first is summed up: each is to be sent, or all as one, or one before the other. Null:
 * nothing waits behind it, or nothing of that is said.
 */
export function ofSeveral(scene: Scene, draft: Draft): Move | null {
  const { later } = scene.state;
  if (later.length === 0 || scene.burst.choice !== null) return null;
  const plain = plainWords(scene.burst.text);
  // `¿Y la calle?` waits, and is not forgotten.
  if (waiting(scene, draft, ASKED_AFTER.exec(plain)?.[1]) !== null)
    return showSummary(scene, touched(scene, draft), say(scene, 'two_matters'));
  if (scene.burst.text.includes('?')) return null;
  const name = DROPS.exec(plain)
    ?.slice(1)
    .find(found => found !== undefined);
  const dropped = waiting(scene, draft, name);
  if (dropped !== null) {
    const own = withState(scene, { later: later.toSpliced(dropped, 1) });
    // `Sí, y no ponga lo de mi marido` agrees to this one.
    if (afterYes(scene.burst.text) !== null) return fileDraft(own, touched(scene, draft));
    return showSummary(own, touched(scene, draft), say(scene, 'dropped_other'));
  }
  // `El agua déjela`: what waits behind it is not left with it.
  if (name !== undefined && isThisOnly(scene, draft, name)) return otherFirst(scene, draft, 0, false);
  if (BOTH.test(plain)) return fileDraft(scene, touched(scene, draft));
  if (TOGETHER.test(plain)) return joined(scene, draft);
  const first = firstNamed(scene, draft, plain);
  if (first === null) return null;
  return first === 'this'
    ? { state: withState(scene, { lost: 0 }).state, replies: [] }
    : otherFirst(scene, draft, first);
}

/** All of it in this report, which goes to the body that the summary names. */
function joined(scene: Scene, draft: Draft): Move {
  const own = withState(scene, { later: [] });
  const description = [...draft.description, ...scene.state.later];
  return showSummary(own, { ...touched(scene, draft), description }, say(scene, 'all_in_one'));
}

/** Which is to come first: the one that is summed up, or which of those that wait; null: none is named, or several are. */
function firstNamed(scene: Scene, draft: Draft, plain: string): 'this' | number | null {
  const groups = FIRST.exec(plain)?.groups;
  const name = groups && (groups['what'] ?? groups['of'] ?? groups['it'] ?? groups['urgent']);
  if (!name) return null;
  if (/^(?:otr[oa]|segund[oa]|other(?: one)?|second)$/.test(name)) return 0;
  if (/^(?:primer[oa]|es[eao]|est[eao]|first)$/.test(name)) return 'this';
  const isOf = (text: string): boolean => isNamedIn(name, text);
  const isThis = isOf([...draft.description, matterOf(scene, draft)].join(' '));
  const others = scene.state.later.flatMap((text, i) => (isOf(text) ? [i] : []));
  const [only, second] = others;
  if (isThis) return only === undefined ? 'this' : null;
  return only === undefined || second !== undefined ? null : only;
}

/** What waits and is named, and no word of what is summed up; null: none, or several. */
function waiting(scene: Scene, draft: Draft, name: string | undefined): number | null {
  if (name === undefined || isNamedIn(name, draft.description.join(' '))) return null;
  const others = scene.state.later.flatMap((text, i) => (isNamedIn(name, text) ? [i] : []));
  return others.length === 1 ? (others[0] ?? null) : null;
}

function isThisOnly(scene: Scene, draft: Draft, name: string): boolean {
  const isOfLater = scene.state.later.some(text => isNamedIn(name, text));
  return isNamedIn(name, draft.description.join(' ')) && !isOfLater;
}

/** The other one is summed up, and the first waits in its stead. */
function otherFirst(scene: Scene, draft: Draft, at: number, isKept = true): Move {
  const text = scene.state.later[at] ?? '';
  const rest = scene.state.later.toSpliced(at, 1);
  const own = retold(
    withState(scene, {
      draft: null,
      awaits: null,
      later: isKept ? [draft.description.join('. '), ...rest] : rest,
    }),
    [text],
  );
  const { privacy, contact } = draft;
  const found = own.facts.reading.places.length > 0 ? null : draft.place;
  const move = beginReport(own, { privacy, contact, place: found });
  const [first, ...others] = move.replies;
  return first
    ? { ...move, replies: [led(say(scene, isKept ? 'other_first' : 'dropped_other'), first), ...others] }
    : move;
}
