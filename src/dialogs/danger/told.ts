import type { Reply } from '../../channels/channel.ts';
import { added } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { withMore } from '../intake/offers.ts';
import { stepOf } from '../questions.ts';
import { led, type Move, type Scene, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { afterYes, answerAmong, besideYes, ordersFiling } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksWhoCalls } from '../words/who-calls.ts';
import { isYes } from '../words/yes-no.ts';
import { adviceInDanger, asksOfBite } from './advice.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';
import { keepAway } from './beside.ts';
import { takeDown } from './emergency.ts';
import { numbersReply, wordsFor } from './numbers.ts';
import { saysOver } from './of-what.ts';

const ASKS_NUMBERS =
  /\b(que|cual|cuales) (numeros?|telefonos?)\b|\b(repit\w+|no (alcanzo|alcance) a ver|no (vi|veo)|otra vez) (el |los |ese )?(numeros?|telefonos?)\b|\b(what|which) numbers?\b/;

/** After a danger it is no word for a menu. */
const HELP =
  /^(por favor |please )*(ayuda|ayudeme|ayudenme|auxilio|socorro|help|help me)( (ayuda|ayudeme|por favor|porfa|please|ya|help))*$/;

/** `¿Qué número dijo? No alcanzo a ver`, `ayuda`: who was told numbers for a danger is told them again. */
export const numbersAgain: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  // The number of a case may be meant.
  const asks = ASKS_NUMBERS.test(plain) && facts.reading.emergency === null && facts.cases.length === 0;
  if (!(asks || HELP.test(plain)) || burst.choice !== null || !isAfterDanger(scene)) return null;
  const category = categoryTold(scene);
  return category ? { state, replies: [numbersReply(scene, category)] } : null;
};

/** `Sigue el olor`, `está cada vez más fuerte`, `él vuelve esta noche`. */
const GOES_ON = anyOf(
  /\b(sigue\w*|siguen|todavia|aun|cada vez|otra vez|empeor\w+|mas (fuerte|cerca|alto|duro)|no (se va|baja|para|cede|se apaga)|still|again|getting)\b.*\b(olor|oliendo|huele|apesta|gas|humo|fuego|candela|llamas?|ardiendo|quemando\w*|chisp\w+|sangr\w+|dolor|grit\w+|peg\w+|golpe\w+|pele\w+|dispar\w+|tiros?|ahi afuera|en la puerta|subiendo|smell|smoke|fire|burning|bleeding|scream\w*|shooting|worse|stronger)\b/,
  /\b(?:hay|quedaron|quedo|estan|esta|siguen|tengo|there (?:are|is)) (?:\w+ ){0,3}?(?:niñ[oa]s?|bebes?|gente|personas?|ancian[oa]s?|abuel\w+|señora?s?|alguien|familias?|animales|children|people|somebody) (?:\w+ )?(?:adentro|dentro|atrapad[oa]s?|encerrad[oa]s?|inside|trapped)\b/,
  /\b(eso|esto|el techo|la pared|el muro|el poste|el arbol|el palo|el puente) (ya )?(mismo )?se (cae|va a caer|esta cayendo|viene abajo|derrumba)\b/,
  /\b(el|ella|ellos|mi (ex|marido|padrastro|papa)) (vuelve|viene|regresa|llega|va a (volver|venir|regresar|llegar))\b/,
  /\b(he|she) (is coming|comes|will come) (back|home)\b/,
  /^(ya |ahi |aqui |ay |mire |oiga )*(mi (ex|marido|esposo|padrastro|papa|pareja)|el|ella) (ya )?(llego|volvio|regreso|entro|viene|esta (aqui|afuera|en la (casa|puerta)))\b/,
  /\b(he|my (ex|husband|dad|father|stepfather|boyfriend)) (is|s) (here|back|home|outside|at the door)\b/,
);

/** `Me siento mareada`, `me duele la cabeza`, `no puedo respirar bien`. */
const SUFFERS = anyOf(
  /\b(me|nos|le|se) (siento|sentimos|siente|sienten|estoy poniendo|esta poniendo) (\w+ )?(mal|mare\w+|debil|ahogad\w+|desmay\w+|peor)\b/,
  /\b(estoy|estamos|esta|ando) (\w+ )?(maread\w+|ahogad\w+|vomitando|desmayad\w+|intoxicad\w+|temblando|sangrando)\b/,
  /\b(me|nos|le) (duele|arde|arden|pica|pican|falta) (\w+ )?(la |el |los |mucho )*(cabeza|pecho|ojos|garganta|aire|todo)\b/,
  /\b(no (puedo|puede|podemos)|cuesta) respirar\b|\b(nauseas|mareos?|ganas de vomitar)\b/,
  /\bno (se mueve|responde|reacciona|respira|despierta)\b/,
  /\bi (feel|am) (\w+ )?(dizzy|sick|faint|weak)\b/,
  /\b(my|her|his) (head|chest|eyes) (hurts?|burns?)\b/,
);

/** `¿Qué hago mientras?`, `¿cuánto se demoran los bomberos?`, `¿me puede ayudar alguien hoy?` */
const ASKS_HELP = anyOf(
  /\b(que|q) (hago|hacemos|puedo hacer|debo hacer)\b/,
  /\b(mand[ae]n?|envi[ae]n?) (a )?(alguien|ayuda|la policia|una patrulla|policias|una ambulancia)\b/,
  /\b(cuanto|cuando) (tiempo )?(se )?(demor|tard|lleg|vien|ven)\w*( en llegar)? (el |la |los |las )?(bomberos?|ambulancia|policias?|patrulla|unidad|ayuda)\b/,
  /\b(me|nos) (puede|pueden|va a|van a|podria) ayudar\b/,
  /\balguien (me |nos )?(puede|va a) (ayudar|venir)\b/,
  /\ba (que numero|quien|donde) (llamo|llamar)\b/,
  /\b(quien|kien) (me |nos )?(puede|podria|va a) ayudar\b/,
  /\b(a ?donde|donde) (me |nos )?(puedo|podemos|voy|vamos)( (ir|irme|irnos|esconder(me|nos)?|quedar(me|nos)?))?\b/,
  /\b(como|por donde|cuando) (hago |puedo |le hago )*(para |pa )?(me (voy|salgo|escapo|fugo)|nos vamos|irme|irnos|salirme|salir(nos)? de (aqui|esto|la casa)|escaparme|dejarl[oa]|lo dejo|saco a (los|mis))\b/,
  /\b(hay|existe|tienen|conoce\w*) (algun |un |una |alguna )?(albergue|refugio|casa (de|para) (mujeres|acogida)|lugar (seguro|donde))\b/,
  /\bhow (do|can) (i|we) (leave|get away|get out)\b/,
  /\bwhere (can|do|should) (i|we) (go|hide|stay)\b|\bwho can help (me|us)\b/,
  /\bwhat (do|should|can) (i|we) do( (meanwhile|now|until))?\b/,
  /\b(can|will) (someone|somebody|anyone) (help|come)\b/,
);

/** `¿Y la policía va a venir o tengo que llamar yo?`, `¿ustedes les avisan?`: no chat sends anybody. */
const ASKS_WHO_CALLS = anyOf(
  /\b(policias?|bomberos?|ambulancia|patrulla|alguien|ellos|ayuda|ustedes) (ya )?(va|van|viene|vienen|vendra|vendran)( a (venir|llegar|mandar))?\b(?=.*(\?|\b(o|verdad|cierto)\b))/,
  /\b(tengo que|debo|hay que|me toca|toca) llamar(los|les)?\b(?! (al|a la|a los|a mi|para)\b)|\b(los |les |la )?(llamo|aviso) yo\b|\b(ustedes|usted) (los |les |le |la )?(llaman?|avisan?)\b/,
  /\b(are|is) (the )?(police|firefighters|ambulance|anybody|anyone|somebody|someone|they|help) (coming|on the way)\b|\b(do|should) i (have to |need to )?call\b|\b(will|do) you call (them|the)\b/,
);

/** `Llamen ustedes`, `mándenlos ustedes`: bid, and no order to send a report. */
const BIDS_US =
  /\b(?:llam[ae]\w*|mand[ae]\w*|envi[ae]\w*|avis[ae]\w*|pid[ae]\w*) (?:ustedes|usted|uds)\b|\b(?:ustedes|usted|uds) (?:mism[oa]s? )?(?:llam|mand|envi|avis|pid)[ae]\w*\b|\b(?:you|can you|please) (?:call|send) (?:them|it|the|for)\b/;
/** `No contestan`, `suena ocupado`, of the numbers that were told. */
const SILENT_LINE =
  /^(?:(?:ya|es que|pero|y|llame|llamo|marque|marco|en|el|al|los|la|a|911|103|104|bomberos|policia|aun|todavia|i called|they|but) )*(?:(?:no|nadie|ninguno) (?:me |nos |lo |los )*(?:contest|respond|atiend|cogen?(?= |$)|levant|entra la llamada|cae la llamada)\w*|(?:suena|esta|sale|da) ocupad[oa]|no (?:sale|entra|cae) la llamada|nobody answers|(?:no one|they) (?:do not|don t|is|are not|aren t)? ?(?:answer\w*|pick\w*)|(?:the )?line is busy)(?: (?:el telefono|el|la|en|al|los|911|103|104|bomberos|policia|llamada|nadie|up|linea|ahi|ya|todavia))*$/;

/** `¿Ya vienen???`: nobody does for a chat; without its sign they do. */
const ASKS_COMING = /\bya (?:vienen|mandaron|salieron)[^.!?]{0,20}\?/i;

/** More words tell a story, which is heard as such. */
const MOST_ON = 16;

/**
 * A danger that was told in this talk and goes on, whatever is open or was filed since: the numbers again, with the words for
 * who stays in it. What they tell is kept with the report or the case it became.
 */
export const dangerGoesOn: Topic = scene => {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  const isShort = plain.split(' ').length <= MOST_ON;
  if (burst.choice !== null || !isShort || !isAfterDanger(scene, ['danger'])) return null;
  const bidsUs = BIDS_US.test(plain) && !asksWhoCalls(burst.text, true);
  const isSilent = SILENT_LINE.test(plain);
  if (scene.state.awaits !== null && !bidsUs && !isSilent && answersOffer(burst.text)) return null;
  const isTold = GOES_ON.test(plain) || SUFFERS.test(plain);
  // Plain words keep no sign; what is asked with one says so here.
  const asksWho = bidsUs || ASKS_WHO_CALLS.test(burst.text.includes('?') ? `${plain} ?` : plain);
  const asks = asksWho || isSilent || ASKS_HELP.test(plain) || ASKS_COMING.test(burst.text);
  // How a bite is cared for is known here.
  if (!isTold && (!asks || asksOfBite(scene))) return null;
  const category = categoryTold(scene);
  if (!category) return null;
  const isSent = /\b(mand|envi|vienen)/.test(plain);
  const key = isTold
    ? 'emergency.goes_on'
    : isSilent
      ? 'emergency.line_silent'
      : asksWho
        ? 'emergency.nobody_comes'
        : isSent
          ? wordsFor(category)
          : 'emergency.ask_there';
  const advice = isTold || keepAway(scene) ? null : adviceInDanger(scene, category);
  const told = numbersReply(scene, category, key);
  const numbers = advice ? led(advice, told) : told;
  // Who asks for help and tells where is heard for both.
  const { awaits, draft } = scene.state;
  const isOpen = draft !== null || (awaits !== null && stepOf(awaits) === 'offer');
  const isBoth = asks && isOpen && scene.facts.reading.places.length > 0;
  const move =
    isTold || isBoth ? toldOn(scene, numbers) : { state: scene.state, replies: [numbers], quiet: true };
  return { ...move, set: { review: true, reason: 'danger', since: scene.facts.now } };
};

/** `Sí, manden a alguien`, `no, ahora no. ¿Qué hago si viene?`: what was offered is answered with it. */
function answersOffer(text: string): boolean {
  const agrees = isYes(text) || ordersFiling(text) || besideYes(text) !== null || afterYes(text) !== null;
  return agrees || answerAmong(text) !== null;
}

/** Who was in danger and waits for a person has the numbers before them, and the person is told of it. */
export function warnedAtHandOver(scene: Scene, move: Move): Move {
  const isGiven = move.set?.mode === 'waiting' && isAfterDanger(scene, ['danger']);
  const category = isGiven ? categoryTold(scene) : undefined;
  if (!category) return move;
  // `¿Y la persona me va a escribir?` tells no more of a danger that was nobody's own.
  const isAsked = category.personal !== true && scene.burst.text.includes('?');
  const numbers = isAsked ? [] : [numbersReply(scene, category)];
  return { ...move, replies: [...numbers, ...move.replies], set: { ...move.set, reason: 'danger' } };
}

/**
 * Who was in danger and files a report of it may take that for help: that nobody is sent is said with the numbers, before the
 * number of the case.
 */
export function warnedAtFiling(scene: Scene, move: Move): Move {
  const known = new Set(scene.facts.cases.map(({ id }) => id));
  const opened = (move.cases ?? []).filter(change => !known.has(change.case.id));
  const category = opened.length > 0 && isAfterDanger(scene, ['danger']) ? categoryTold(scene) : undefined;
  // Who is cared for already waits for nobody: `ya la llevamos al centro de salud, envíelo`.
  if (!category?.personal || saysOver(plainWords(scene.burst.text))) return move;
  return { ...move, replies: [numbersReply(scene, category, 'emergency.not_sent'), ...move.replies] };
}

/** The numbers, and what is told with them put to the report, the case it became, or what was offered. */
export function toldOn(scene: Scene, numbers: Reply): Move {
  const { state, facts } = scene;
  if (state.draft !== null) return takeDown(scene, state.draft, numbers);
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  if (c) {
    const move = added(scene, c);
    return { ...move, replies: [numbers, ...move.replies] };
  }
  const { awaits } = state;
  const isOffer = awaits !== null && stepOf(awaits) === 'offer';
  const next = isOffer ? { ...state, awaits: withMore(awaits, scene) } : state;
  return { state: next, replies: [numbers], quiet: true };
}
