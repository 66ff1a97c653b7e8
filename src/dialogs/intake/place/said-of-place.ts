import { answerOfReport } from '../../asked/asked-in-general.ts';
import type { Draft } from '../../conversation.ts';
import { askedAgain } from '../../lost.ts';
import { stepOf } from '../../questions.ts';
import { type Move, replyOf, type Scene, say, type Topic, withState } from '../../scene.ts';
import type { TextKey } from '../../text-keys.ts';
import { beginsAsQuestion } from '../../words/asking.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { proceed } from '../flow.ts';

const LED =
  '^(?:(?:hola|buenas|oiga|disculpe|perdon|pero|y|ah|ay|ok|okay|bueno|entonces|mire|joven|es que|la verdad|yo|sorry|but|and|well|so|please|por favor|porfa) )*';
const BEHIND = '(?: (?:por favor|porfa|gracias|joven|señor|señora|please|verdad|cierto|aqui|por aqui|ahi))*$';

/** `No sé cómo se llama la calle`, `no me sé la dirección`, and nothing that tells it otherwise. */
const UNNAMED = new RegExp(
  `${LED}(?:no (?:me |le |lo |la )*(?:se|recuerdo|conozco|acuerdo(?: de)?)|i (?:do not|don t) (?:know|remember))(?: (?:bien|muy bien|exactamente|exacto|decirle|yo|exactly))*` +
    ' (?:(?:como|de|del|la|el|su|cual|cual es|que|en que|the|what the|what) )*(?:se llama|nombre|direccion|ubicacion|numero|calle|barrio|lugar|sector|distrito|corregimiento|(?:name|address|street|number)(?: is)?)' +
    `(?: (?:exact[oa]|es|queda|de|del|la|el|esa|esta|este|ese|mi|calle|casa|barrio|lugar|sector|zona|parte|of|the|street|place))*${BEHIND}`,
);

const PIN =
  '(?:la |mi |una |el |un |the |my |a )?(?:ubicacion|localizacion|geolocalizacion|location|pin|gps|coordenadas|punto en el mapa)';
/** `¿Le mando la ubicación?`, `cómo mando mi ubicación`, `can I send my location?` */
const HOW_TO_PIN = new RegExp(
  `${LED}(?:(?:como|le|les|te|me|puedo|podria|podemos|se|puede|sirve|quiere|necesita|que|si|yo|hago|para|how|do|can|could|should|i|you|want|to) )*` +
    `(?:mand\\w+|envi\\w+|compart\\w+|pas\\w+|sirve|quiere|send|share)(?: (?:le|aqui|por aqui|you|with you))*(?: si le (?:mando|envio|paso))? ${PIN}` +
    `(?: (?:en tiempo real|actual|del celular|de google(?: maps)?|por (?:aqui|whatsapp|este chat|gps)|from here|here|exacta))*${BEHIND}`,
);

/** `El mismo lugar de la otra vez`, `donde siempre`. */
const USUAL = new RegExp(
  `${LED}(?:(?:es|en|queda|fue|por|esta|it is|it s|in|at) )*` +
    '(?:(?:el|la|lo|the) (?:mism[oa]|same) (?:lugar|sitio|direccion|calle|barrio|parte|place|address|spot) (?:de|del|que|donde|as|than)?(?: (?:la|el|lo|las|los|mi|que|the|my|le|les|di|dije|puse|reporte|otr[oa]s?|ultim[oa]|pasad[oa]|anterior(?:es)?|vez|veces|caso|queja|siempre|antes|ayer|mes|semana|last|time|before|always|report|case))+' +
    `|(?:ahi |alli )?donde siempre|(?:el|la) de siempre|the usual place)${BEHIND}`,
);

/** `¿Cómo así que lugar?`, `¿cuál lugar?`, `what place?` */
const WHICH_PLACE = new RegExp(
  `${LED}(?:(?:como asi|como|que es eso de|no entiendo) )*(?:que (?:es eso de |cosa de )?)?(?:(?:que|cual|de que|a que|en que|what|which) )?(?:es (?:el |ese )?)?(?:lugar|sitio|direccion|ubicacion|place|address)` +
    '(?: (?:de que|de|es|que|quiere|quieren|necesita|necesitan|pide|dice|usted|ustedes|habla|se refiere|le digo|pongo|escribo|do you|mean|want|need))*$',
);
/** A sign or one of these makes a question of it. */
const ASKS_WHICH = /\b(?:que|cual|como asi|what|which)\b/;

const DO =
  '(?:venir|ir|mandar\\w*|enviar\\w*|arreglar\\w*|reparar\\w*|recoger\\w*|resolver\\w*|pasar|hacer\\w*|solucionar\\w*|limpiar\\w*|llegar|atender\\w*)';
/** `¿Pero van a venir?`, `¿y cuándo vienen?` */
const COMING = new RegExp(
  `${LED}(?:(?:cuando|si|es que|ellos|ustedes|alguien|de verdad|realmente|en serio|ahora|ya|when|are|will|they|you|someone|anyone) )*` +
    `(?:(?:van?|voy) a (?:\\w{2,3} )?${DO}|vienen?|vendran?|mandaran?|pasaran?|iran|llegan|llegaran?|resolveran|come|coming|going to (?:come|fix it))` +
    `(?: (?:alguien|a alguien|algo|a alguien hoy|hoy|mañana|pronto|rapido|ya|eso|esto|el problema|la basura|a ${DO}|o no|de verdad|today|soon|fix it))*${BEHIND}`,
);

/** `¿Necesita la dirección exacta?`, `¿el barrio o la calle?`, `¿cuál es mi corregimiento?`: how much of it is needed. */
const HOW_EXACT = new RegExp(
  [
    `${LED}(?:(?:tengo|hay|tiene) que |debo |puedo |hace falta |se |le |me |es |quiere |necesita |necesitan |pide |piden |do you |need |want |does it |have to )*(?:(?:poner|pongo|decir|digo|dar|doy|escribir|escribo|be) )?(?:(?:el|la|mi|su|the|my) )?(?:nombre de (?:la|el|mi) )?(?:direccion|lugar|barrio|calle|corregimiento|distrito|provincia|casa|numero de casa|address|street)(?: (?:exact[oa]|complet[oa]|completo|entera))?(?: (?:o|u|or) (?:(?:solo|el|la|the) )*(?:barrio|calle|casa|distrito|corregimiento|provincia|lugar|town|street|address))?(?: por telefono)?$`,
    `${LED}(?:cual|que|what) (?:es|is) (?:(?:mi|un|el|una|my|a) )?(?:corregimiento|distrito|barriada|district)(?: (?:de|en|mio|aqui|eso))*$`,
  ].join('|'),
);

/** `Usted sabe`, `búsquelo`, `no tengo GPS`: no place, and nothing of the matter. */
const NO_HELP = new RegExp(
  `${LED}(?:(?:usted(?:es)?|ya) saben?(?: (?:donde|cual))?|busque(?:l[oa]|nl[oa])|averigue(?:l[oa])?|no tengo (?:gps|mapas?|internet|datos|senal|señal)|no (?:se|puedo) (?:leer|usar|ver) (?:el |los |un )?(?:mapas?|gps)|(?:es )?(?:un |una )?(?:lugar|calle|sitio|vereda) sin nombre|(?:la calle|el lugar|eso|aqui) no tiene (?:nombre|direccion)|vivo lejos|you know(?: where)?|look it up)${BEHIND}`,
);

/** `Es urgente`, `urgente por favor`: told of the matter, and no place. */
const URGENT = new RegExp(
  `${LED}(?:(?:esto|eso|es|muy|bien|bastante|super|algo|un caso|una|it is|it s|this is|very) )*(?:urgentes?|urgentisimo|urgencia|urge|me urge|nos urge|corre prisa|urgent)(?: (?:mucho|ya|esto|eso|que (?:vengan|lo arreglen|lo resuelvan)))*${BEHIND}`,
);

/** `En todo el distrito`: how far it goes, and not where. */
const ALL_OVER =
  /^(?:(?:es|esta|pasa|sucede|eso|esto|igual) )*(?:en |por )?(?:(?:varios|muchos|todos(?: los)?|distintos|diferentes) (?:lugares|lados|sitios|barrios|sectores|corregimientos|distritos)|(?:todas partes|everywhere)|(?:todo|toda|all over|in all of)(?: el| la| the)? (distrito|corregimiento|district|barrio|barriada|sector|comunidad|pueblo|zona|area|ciudad|provincia|neighbou?rhood|town)(?: complet[oa]| enter[oa])?)$/;

/**
 * What is said to the question where it is and neither tells it nor refuses to: what is asked is answered, what tells something of
 * the matter is kept, and it is asked on.
 */
export const saidOfPlace: Topic = scene => {
  const { burst, state } = scene;
  const { draft, awaits } = state;
  if (burst.choice !== null || burst.files.length > 0 || burst.pin !== null || burst.text === '') return null;
  const plain = plainWords(burst.text);
  if (HOW_TO_PIN.test(plain) && mayPin(scene)) return answered(scene, pinKey(scene));
  if (draft === null || awaits === null || draft.summarised) return null;
  const isPlace = stepOf(awaits) === 'place';
  if (isPlace || ['agency', 'kind'].includes(stepOf(awaits))) {
    const isAsked = burst.text.includes('?') || beginsAsQuestion(burst.text) || /^(?:pero|y) /.test(plain);
    const outcome = isAsked && COMING.test(plain) ? answerOfReport(scene, draft, 'outcome') : null;
    if (outcome) return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(outcome)] };
  }
  if (!isPlace) return null;
  if (WHICH_PLACE.test(plain) && (burst.text.includes('?') || ASKS_WHICH.test(plain)))
    return answered(scene, 'plainer.place');
  const isAsked = burst.text.includes('?') || /\b(?:cual|que|what|do) /.test(plain);
  if (isAsked && HOW_EXACT.test(plain)) return answered(scene, 'plainer.place');
  return awaits.choices.length > 0 ? null : besidePlace(scene, draft, plain);
};

function besidePlace(scene: Scene, draft: Draft, plain: string): Move | null {
  const isFirst = scene.state.awaits?.misses === 0;
  if (isFirst && (UNNAMED.test(plain) || NO_HELP.test(plain)))
    return askedAgain(scene, touched(scene, draft));
  if (USUAL.test(plain)) return usualPlace(scene, draft);
  const extent = ALL_OVER.exec(plain);
  if (extent !== null) return spreadOut(scene, draft, extent[1] ?? '');
  return URGENT.test(plain) ? askedAgain(scene, withWords(scene, draft), say(scene, 'noted')) : null;
}

function withWords(scene: Scene, draft: Draft): Draft {
  return touched(scene, { ...draft, description: [...draft.description, ...scene.burst.lines] });
}

/** The answer, and the question in its other form behind it. */
function answered(scene: Scene, key: TextKey): Move {
  const { awaits } = scene.state;
  const isPlace = awaits !== null && stepOf(awaits) === 'place';
  const asked = isPlace ? { awaits: { ...awaits, misses: Math.max(1, awaits.misses) } } : {};
  const { state } = withState(scene, { lost: 0, ...asked });
  return { state, replies: [replyOf(say(scene, key), awaits === null ? { asks: 'description' } : {})] };
}

/** Of a case that is filed it is no place that is asked for. */
function mayPin({ state, facts }: Scene): boolean {
  return state.draft !== null || (state.awaits === null && facts.cases.length === 0);
}

function pinKey({ facts: { channel } }: Scene): TextKey {
  if (!channel.capabilities.location) return 'place_pin.words';
  return channel.id === 'web' ? 'place_pin.page' : 'place_pin.clip';
}

/** The place of their newest case, which the summary shows; else the desk knows none. */
function usualPlace(scene: Scene, draft: Draft): Move {
  const place = scene.facts.cases.find(c => c.place !== null)?.place ?? null;
  if (place === null) return askedAgain(scene, touched(scene, draft), say(scene, 'place_unseen'));
  return proceed(scene, touched(scene, { ...draft, place }), say(scene, 'noted_place'));
}

/** How far it goes is kept; of a whole district it is asked which. */
function spreadOut(scene: Scene, draft: Draft, extent: string): Move {
  const own = withWords(scene, draft);
  const move = askedAgain(scene, own, say(scene, 'noted'));
  const isDistrict = /^distri/.test(extent) && scene.state.awaits?.misses === 0;
  return isDistrict ? { ...move, replies: [replyOf(say(scene, 'ask.place_area'), { asks: 'place' })] } : move;
}
