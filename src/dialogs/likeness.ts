import type { Case } from '../cases/case.ts';
import { stemOf } from '../nlu/stem.ts';
import { caseMatter } from './filed/case-words.ts';
import { sureService } from './intake/guess.ts';
import { goesWrong } from './intake/matter.ts';
import { surePlace } from './intake/place/namesakes.ts';
import type { Scene } from './scene.ts';
import { beginsAsQuestion, putsQuestion } from './words/asking.ts';
import { plainWords } from './words/plain-words.ts';

/** Fewer words tell no new matter, whatever service they sound like. */
const LEAST_WORDS = 5;
/** From here on a service needs no place beside it to be a matter of its own. */
const CLEAR = 0.8;

/** What of a case or draft tells its matter. */
type Matter = Pick<Case, 'serviceId' | 'place' | 'holder'> & { kind: Case['kind'] | null };

/** Do the words surely tell of something else than this case or draft: another service, and another body's? */
export function isAnotherMatter(scene: Scene, c: Matter): boolean {
  const { reading } = scene.facts;
  const service = sureService(scene, reading.services, null);
  if (service === null || service.id === c.serviceId) return false;
  const { text } = scene.burst;
  if (reading.intent !== 'report' && !isPlainlyTold(scene)) return false;
  if (plainWords(text).split(' ').length < LEAST_WORDS || tellsSufferers(text)) return false;
  // `Tampoco hay luces ahí` goes on with what was told there.
  const isAnew =
    goesWrong(scene.burst.text) && !/\b(ahi|alli|aqui|alla|there)\b/.test(plainWords(scene.burst.text));
  const isTold = (reading.services[0]?.p ?? 0) >= CLEAR || isAnew;
  const isClear = isTold || surePlace(reading.places) !== null;
  if (!isClear) return false;
  const routing = scene.route(service, c.place, c.kind);
  return !('holder' in routing) || routing.holder.agencyId !== c.holder?.agencyId;
}

/** `Trabajo en un hotel donde no pagan el décimo`, whatever intent is heard in it. */
function isPlainlyTold({ burst: { text }, facts: { reading } }: Scene): boolean {
  const isAsked = text.includes('?') || beginsAsQuestion(text) || putsQuestion(text);
  return (
    reading.intent === 'info' &&
    !isAsked &&
    FAILS.test(plainWords(text)) &&
    (reading.services[0]?.p ?? 0) >= SURELY
  );
}

const FAILS =
  /\bno (me |nos |le |les |lo |la |se )*(pag|dan|da|hay|lleg|funcion|sirv|atiend|contest|respond|pas|vien|recog)/;
const SURELY = 0.95;

/** Is something asked that another body surely sees to: `¿cuánto cuesta el pasaporte?`, after a report of a pipe? */
export function asksOfAnother(scene: Scene, c: Matter): boolean {
  const { reading } = scene.facts;
  const [best] = reading.services;
  const service = best !== undefined && best.p >= CLEAR ? scene.catalogue.services.get(best.id) : undefined;
  if (service === undefined || reading.intent !== 'info') return false;
  const routing = scene.route(service, c.place, c.kind);
  return !('holder' in routing) || routing.holder.agencyId !== c.holder?.agencyId;
}

/** Who suffers by what was told is no matter beside it: `hay niños pequeños y una señora mayor en la casa`. */
const SUFFERERS =
  /^(?:(?:y|ademas|aqui|ahi|tambien|que) )*(?:hay|tengo|tenemos|vivo con|vivimos|somos|there (?:is|are)|i have|we have) (?:[\wñ]+ ){0,3}(?:niñ[oa]s?|bebes?|ancian[oa]s?|adult[oa]s?|abuel[oa]s?|abuelit[oa]s?|embarazadas?|enferm[oa]s?|discapacitad[oa]s?|children|babies|baby|elderly)(?= |$)/;
/** What may be told of them, word by word. */
const OF_THEM =
  /^(?:\d+|y|e|o|con|de|del|en|la|el|las|los|mi|un|una|dos|tres|pequeñ[oa]s?|chiquit[oa]s?|recien|nacid[oa]s?|mayor(?:es)?|señora?s?|gente|personas?|niñ[oa]s?|bebes?|ancian[oa]s?|adult[oa]s?|enferm[oa]s?|embarazadas?|encamad[oa]s?|discapacidad|asma|asmatic[oa]s?|alergi[a-z]+|diabetic[oa]s?|diabetes|oxigeno|silla|ruedas|años|meses|casa|hogar|edificio|barriada|familia|aqui|ahi|muy|hay|que|por|favor|gracias|and|in|the|house|home|with|old|sick|people)$/;

/** Does a text tell only who suffers by what was told? */
export function tellsSufferers(text: string): boolean {
  const plain = plainWords(text);
  const found = SUFFERERS.exec(plain)?.[0];
  if (found === undefined) return false;
  const rest = plain.slice(found.length).split(' ');
  return rest.every(word => word === '' || OF_THEM.test(word));
}

/** Below this a service or a body is a guess in the dark. */
const TELLING = 0.3;

/** How near words come to a case: 2 its service, or its name among them; 1 its body; 0 nothing tells. */
export function relation(scene: Scene, c: Case): 0 | 1 | 2 {
  const { services, agencies } = scene.facts.reading;
  const [best] = services;
  if (best !== undefined && best.p >= TELLING && best.id === c.serviceId) return 2;
  const said = contentWords(scene.burst.text);
  if (contentWords(`${caseMatter(scene, c)} ${c.description[0] ?? ''}`).some(word => said.includes(word)))
    return 2;
  const [body] = agencies;
  return body !== undefined && body.p >= TELLING && body.id === c.holder?.agencyId ? 1 : 0;
}

/** Has a word the root of one the case was told in: `la mordida`, of a dog that `mordió`? */
export function sharesRoot({ burst }: Scene, { description }: Case): boolean {
  const roots = new Set(contentWords(description.join(' ')).map(stemOf));
  return contentWords(burst.text).some(word => roots.has(stemOf(word)));
}

const MEANS_IT = /\b[a-z]+r(lo|la|los|las|se|selo|sela)\b|\b(eso|esa|ese|esto|ahi|alla|it|that|them|there)\b/;

/** Do words go on from a question that was asked before: by a little word, `¿qué llevo para inscribirlo?`, or one of its own? */
export function goesOnFrom(before: string, text: string): boolean {
  const roots = new Set(contentWords(before).map(stemOf));
  return MEANS_IT.test(plainWords(text)) || contentWords(text).some(word => roots.has(stemOf(word)));
}

/** The words of a text that tell one matter from another: no short ones, and none of those of every complaint. */
export function contentWords(text: string): string[] {
  return plainWords(text)
    .split(' ')
    .filter(word => (word.length >= 4 || SHORT.has(word)) && !COMMON.has(word));
}

/** Short words that tell a case all the same. */
const SHORT = new Set(['luz', 'gas', 'bus']);
const COMMON = new Set(
  `todavia siguen sigue aun nadie venido viene vino caso casos reporte esta estan este para pero porque desde hace dias
   igual problema calle casa quiero lugar mismo misma nada arreglado arreglaron resuelto resolver cerraron retirar anular
   cancelar cuando donde como still problem case`.split(/\s+/),
);

/** Things that stand in every complaint, and may be what one is about. */
const EVERYWHERE = new Set(['calle', 'casa']);

/** Is a thing that is told in a text named by a word of its own, or, where it has none but everyday ones, by such: `la calle`? */
export function isNamedIn(name: string, text: string): boolean {
  const words = contentWords(name);
  if (words.length > 0) return words.some(word => contentWords(text).includes(word));
  const told = plainWords(text).split(' ');
  return plainWords(name)
    .split(' ')
    .some(word => EVERYWHERE.has(word) && told.includes(word));
}
