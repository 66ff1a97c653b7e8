import { sureService } from '../intake/guess.ts';
import { bidsReport, goesWrong, partsOf } from '../intake/matter.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import type { Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksWhether, beginsAsQuestion, putsQuestion, supposes } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysSaid } from './way-of-paper.ts';

const OUTRIGHT = anyOf(
  /\b(que )?me (digan?|expliquen?|informen?) (a )?(donde|como|cuando|cuanto|que|quien|cual)\b/,
  /^(hola |buenas |buenos dias |buenas tardes )*(necesito|quiero|quisiera|busco|deseo|requiero) (un|una|el|la|mi|sacar|renovar|obtener|tramitar) /,
  /\b((que|a quien) (hago|necesito|llevo|debo|llamo)|como (hago|lo|la|se|puedo|saco)|cuant[oa]s?|cual(es)? (es|son)|donde (queda|puedo|se|hago|saco)|requisitos?|a que hora)\b/,
  /^(hola |buenas |es que |yo )*((quiero|kiero|quisiera|queria|deseo|necesito) )?(saber|saver|averiguar|informacion|informarme) (si|sobre|de|cuando|como|donde|cual|que|(el|los) (horarios?|telefonos?|costos?|precios?|requisitos)|la (direccion|pagina))\b/,
  /^(hola |buenas |y |disculpe )*((hasta )?cuando (abren?|cierran?|atienden|pagan|entregan|empiezan?|vencen?|es|son|hay)|a ?donde (queda|esta|puedo|se|hago|saco|pago)|quien (atiende|es|da|puede))\b/,
  /^(how|where|what|when|who|which)\b/,
);

/** Does it ask for facts in so many words, so that nothing in it tells a problem: `qué necesito para …`? */
export function asksOutright(text: string): boolean {
  return OUTRIGHT.test(plainWords(text)) || supposes(text);
}

/** What is told beside a question: `… y también no hay agua en mi casa`, `cuándo pagan, a mi mamá no le llegó`. */
export function toldBeside(scene: Scene): string[] {
  const parts = partsOf(scene.burst.text);
  const tells = (part: string): boolean => {
    const { intent, services } = scene.facts.read(part);
    const isTold = intent === 'report' && !asksOutright(part) && !part.includes('?');
    return isTold && sureService(scene, services, null) !== null;
  };
  if (parts.length > 1 && parts.some(tells)) return parts.filter(tells);
  const isOfOne = sureService(scene, scene.facts.reading.services, null) !== null;
  const [, ...further] = clauses(scene.burst.text);
  return isOfOne && further.some(part => wentWrong(scene, part)) ? scene.burst.lines : [];
}

/** What is told before it is asked about: `mi casero me quiere sacar mañana, ¿es legal?` */
export function toldFirst(scene: Scene): string[] {
  const { burst, facts } = scene;
  const [first = '', ...asked] = clauses(burst.text);
  const sure = sureService(scene, facts.reading.services, null);
  const asks = beginsAsQuestion(first) || asksOutright(first) || putsQuestion(`${first}?`);
  // `Nunca ha tenido cédula, qué llevo` tells nothing that is wrong.
  const isFirst = waysSaid(burst.text).wanted.includes('first') && !tellsOther(burst.text);
  if (asked.length === 0 || sure === null || asks || isFirst) return [];
  const { intent, services } = facts.read(first);
  return intent === 'report' && services[0]?.id === sure.id ? burst.lines : [];
}

function wentWrong({ facts }: Scene, part: string): boolean {
  return tellsWrong(part) && !beginsAsQuestion(part) && facts.read(part).intent === 'report';
}

/** Does it say that something owed did not come: `a mi mamá no le llegó`? */
function tellsWrong(text: string): boolean {
  return WRONG.test(plainWords(text));
}

/** `No le llegó`, and neither `no sé` nor `no tengo`, which tell why they ask. */
const WRONG =
  /\b(no (me|le|nos|les) (ha |han )?(lleg|pag|dieron|dan|lo dan|atend|atiend|contest|respond|deposit|sal)\w*|no (me|le|nos|les) (quier|pasa|devuelv|entreg|cumpl)\w*|no quieren? \w+r(me|le|nos|les)?|no (lleg|aparec|funcion)\w*|me (quitaron|negaron|sacaron|cobraron)|(le|nos) (quitaron|negaron|sacaron|cobraron)|(refuses?|will not|won t|does not|doesn t) (to )?(pay|give|return|refund))\b/;

/** `Perdí mi cédula`: a paper of their own is asked for anew, and there is nothing that anybody could be told to mend. */
export function lostOwn(text: string): boolean {
  return LOST.test(plainWords(text)) && !tellsOther(text);
}

const LOST =
  /\b(perdi|extravie|bote|deje|no encuentro|no aparecen?|se me (ha )?(perd|extravi|cay|qued|moj|romp|rompi|dañ)\w*|(i|have|ve) (lost|misplaced)|^lost) (\w+ )?(mi|mis|la|el|los|las|de|my|the)\b|\b(mi|mis|la|el|my) \w+ (se me )?(esta perdida|esta perdido|se (me )?(perdio|extravio|daño|mojo|rompio)|got lost|is lost)\b/;

/** Does it tell, or bid to report, something that went wrong: no question of a paper? */
export function tellsOther(text: string): boolean {
  if (bidsReport(text) || isBroken(text)) return true;
  return clauses(text).some(clause => goesWrong(clause) || tellsWrong(clause));
}

/** Does somebody wait for what they asked for, or were they treated badly over it: `lo pedí hace un mes`, `me trataron mal`? */
export function complains(text: string): boolean {
  return COMPLAINS.test(plainWords(text));
}

const COMPLAINS =
  /\b(todavia|aun|nunca(?! (?:la |lo )?h?(?:e|a) (?:tenido|sacado|pedido))|llevo|llevamos|esperando|nadie|queja|(?:lo|la) pedi|y nada|reclam\w+|denunci\w+|maltrat\w+|coima|no (me|nos|le|les|sale|salio|hay|quier\w+|esta)|(me|nos) (cobraron|negaron|quitaron|trataron|gritaron|sacaron)|still|never(?! had)|waiting|nobody|refus\w+|and nothing|rude)\b/;

/** Is something told that is broken or does not come, however it is asked about? */
export function isBroken(text: string): boolean {
  return BROKEN.test(plainWords(text));
}

/** `¿Quién arregla el semáforo dañado de vía Brasil?` asks on of no paper. */
const BROKEN =
  /\b(dañad\w+|rot[oa]s?|quemad\w+|apagad\w+|huecos?|fugas?|no (hay|llega|pasan?|sirven?|funcionan?|recogen)|broken|pothole|leak\w*)\b/;

/** Is only something asked, so that it is no report, whatever matter it names? */
export function onlyAsked(scene: Scene): boolean {
  const { text } = scene.burst;
  const asks = [beginsAsQuestion, asksOutright, asksWhether].some(is => is(text));
  const isInfo = text.includes('?') && scene.facts.reading.intent === 'info';
  return (asks || isInfo) && !tellsOther(text) && !isForFiling(scene);
}

/** Is it told to be filed, however much it sounds like a question for facts? */
export function isForFiling(scene: Scene): boolean {
  return isReporting(scene.burst.text) || asksWhomToTell(scene) || tellsPlainly(scene);
}

/** `Mi jefe no me quiere pagar el décimo`: surely a matter, and nothing is asked. */
function tellsPlainly(scene: Scene): boolean {
  const { text } = scene.burst;
  const { services, procedures } = scene.facts.reading;
  const asks = [beginsAsQuestion, asksOutright, putsQuestion, asksWhether].some(is => is(text));
  const isOne = (services[0]?.p ?? 0) >= SURELY && (procedures[0]?.p ?? 0) < OF_PROCEDURE;
  return isOne && tellsWrong(text) && !text.includes('?') && !asks;
}

/** From here on a matter is told, whatever the whole was learned to sound like. */
const SURELY = 0.9;
/** From here on a procedure may be meant. */
const OF_PROCEDURE = 0.28;

const REPORTS =
  /^(hola |buenas |buenos dias |buenas tardes |oiga )*(es para |quiero |quisiera |vengo a |deseo |llamo para |escribo para |necesito )?(reportar|reporto|denunciar|denuncio|quejarme|me quejo) /;

/** `Es para reportar un bus que va muy rápido`: they report it, whatever is known of how that is done. */
function isReporting(text: string): boolean {
  const plain = plainWords(text);
  return (
    REPORTS.test(plain) &&
    !text.includes('?') &&
    plain.split(' ').length > MOST_ANNOUNCING &&
    !asksOutright(text)
  );
}

/** `The streetlight outside my house has been out for a month, in Boquete. Who do I tell?`: this desk. */
function asksWhomToTell(scene: Scene): boolean {
  const { facts, burst } = scene;
  const isPlaced = surePlace(facts.reading.places) !== null;
  return (
    isPlaced && WHOM.test(plainWords(burst.text)) && sureService(scene, facts.reading.services, null) !== null
  );
}

const WHOM = anyOf(
  /\b(a quien|donde|ante quien|con quien) (le |les |lo |la |se lo |me |puedo |debo |tengo que |hay que )*(digo|decir\w*|aviso|avisar\w*|reporto|reportar\w*|denuncio|denunciar\w*|me quejo|quejarme|reclamo|reclamar)\b/,
  /\b(who|where) (do|can|should) i (tell|report|complain|inform|call about)\b/,
);

/** As few words only announce it. */
const MOST_ANNOUNCING = 6;
