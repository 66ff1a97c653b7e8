import type { Place } from '../../cases/case.ts';
import type { Agency, Service } from '../../catalogue/catalogue.ts';
import { DISTRICT_BODIES } from '../../catalogue/route.ts';
import { sureService } from '../intake/guess.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { phonesOf } from './agency-words.ts';
import { isBroken } from './told-beside.ts';

/** `¿Quién se encarga de los árboles?`, `¿a quién le toca arreglar las aceras?`, `who is in charge of the streets?` */
const WHO_SEES = new RegExp(
  [
    '^(?:(?:hola|buenas|buenos dias|buenas tardes|oiga|disculpe|y|pero|una pregunta|quiero saber|quisiera saber|me puede decir|digame|hi|hello|and) )*',
    '(?:a |de )?(?:(?:qu|k)ien(?:es)?|(?:que|cual) (?:entidad|institucion|oficina|autoridad|ministerio)|who|(?:what|which) (?:office|agency|body))(?: (?:es|son|is|esta|el|la|los|que|se|le|les|lo|can|will|should))* ',
    '(?:encargan?|encargad[oa]s?|responsables?|toca|corresponde|ven?|arreglan?|reparan?|recogen?|podan?|limpian?|mantienen?|pintan?|tapan?|atienden? lo|in charge|responsible|repairs?|fix|fixes|cleans?|collects?|handles?|deals? with|takes? care)',
    '(?: (?:de|del|con|of|for|lo|eso|arreglar|reparar|recoger|podar|limpiar|mantener|pintar|tapar|cuidar|cortar))* ',
    '((?:(?:el|la|los|las|un|una|the) )?\\p{L}{3}.*)$',
  ].join(''),
  'u',
);
/** `¿A quién me quejo por un ruido?`, `who do I complain to about noise?` */
const WHOM_TO_TELL = new RegExp(
  [
    '^(?:(?:hola|buenas|oiga|disculpe|y|pero|una pregunta|quiero saber|hi|hello|and) )*',
    '(?:(?:a|con|ante) quien (?:(?:me|le|lo|puedo|debo|tengo que|hay que) )*(?:quejo|quejarme|reclamo|reclamar|aviso|avisar|reporto|reportar|denuncio|denunciar|hablo)',
    '|who (?:do|can|should|must) (?:i|we) (?:talk|speak|report|complain|tell)(?: to)?)',
    ' (?:(?:de|del|por|sobre|si|about|of|for|with) )*',
    '((?:(?:el|la|los|las|un|una|the|a) )?\\p{L}{3}.*)$',
  ].join(''),
  'u',
);
/** More words tell what happens. */
const MOST_NAMED = 6;
/** From here on a word of the office's speaks for a matter. */
const LIKELY = 0.15;

/**
 * Who sees to a matter, asked before anything is told: the body, or those that do by where it is, how they are reached, and that it
 * can be reported.
 */
export const whoSeesTo: Topic = scene => {
  const { burst, state, facts } = scene;
  const isFree = state.draft === null && state.awaits === null && facts.cases.length === 0;
  if (!isFree || burst.choice !== null || burst.files.length > 0 || facts.reading.emergency !== null)
    return null;
  const place = placeBehind(scene);
  // What is broken, and where, is told to be mended.
  if (place === null && (isBroken(burst.text) || facts.reading.places.length > 0)) return null;
  const named = namedIn(place === null ? burst.text : (scene.informed ?? ''));
  const service = named === null ? null : serviceOf(scene, named);
  const bodies = service ? bodiesOf(scene, service, place) : [];
  return bodies.length > 0 ? answered(scene, bodies) : null;
};

/** What they ask of; null: they ask no such thing. */
function namedIn(text: string): string | null {
  const plain = plainWords(text);
  const named = (WHO_SEES.exec(plain) ?? WHOM_TO_TELL.exec(plain))?.[1];
  return named === undefined || named.split(' ').length > MOST_NAMED || MINE.test(named) ? null : named;
}

/** `¿Y en Arraiján?`, asked on of the answer: there. */
function placeBehind({ informed, burst, facts }: Scene): Place | null {
  const isOn = informed !== null && plainWords(burst.text).split(' ').length <= MOST_NAMED;
  return isOn && BEHIND.test(plainWords(burst.text)) ? surePlace(facts.reading.places) : null;
}

const BEHIND = /^(?:(?:y|pero|aqui|aca|and|es|yo vivo|vivo|estoy) )*(?:en|in|por) /;

function answered(scene: Scene, bodies: readonly Agency[]): Move {
  const [only] = bodies;
  const agency = bodies.map(({ acronym }) => acronym).join(scene.state.language === 'es' ? ' o ' : ' or ');
  const words = lines(
    say(scene, bodies.length === 1 ? 'info.sees_to' : 'info.sees_to_there', { agency }),
    bodies.length === 1 && only ? phonesOf(scene, only, true) : null,
    say(scene, 'info.report_too'),
  );
  const informed = namedIn(scene.burst.text) === null ? scene.informed : scene.burst.text;
  const { state } = withState(scene, { lost: 0, informed });
  return { state, replies: [replyOf(words, { asks: 'description' })] };
}

/** `De mi caso`, `de mi hijo`: no matter of the office's. */
const MINE =
  /\b(?:que|yo|aqui|caso|queja|denuncia|reporte|datos|mensajes?|hij[oa]s?|mama|papa|case|report|complaint|data)\b/;

/** What the thing alone means, surely or as a word for a whole field, else what it likely means with the question. */
function serviceOf(scene: Scene, named: string): Service | null {
  const { facts, catalogue } = scene;
  const { services } = facts.read(named);
  const sure = sureService(scene, services, null);
  const field = catalogue.topics.some(topic => topic.services.join() === services.map(({ id }) => id).join());
  const [best] = sure === null && !field ? facts.reading.services : services;
  const likely = best && best.p >= LIKELY ? catalogue.services.get(best.id) : undefined;
  return sure ?? likely ?? null;
}

/** Who has it at the place; where that is not known, every body that has it somewhere. */
function bodiesOf({ catalogue, route }: Scene, service: Service, place: Place | null): Agency[] {
  const routing = route(service, place, 'queja');
  const ids = new Set(
    'holder' in routing
      ? [routing.holder.agencyId]
      : service.holder.map(({ agency }) => DISTRICT_BODIES[agency] ?? agency),
  );
  return [...ids].flatMap(id => catalogue.agencies.get(id) ?? []);
}
