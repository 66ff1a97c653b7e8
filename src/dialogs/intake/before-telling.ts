import type { Agency } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { onlyWishesToPraise } from '../words/praise.ts';
import { bareKind, declaredKind, touched } from './absorb.ts';
import { bodyAlone } from './body-names.ts';
import { askFor, proceed } from './flow.ts';
import { ofField } from './offered.ts';

const LED =
  '^(?:(?:hola|buenas|oiga|mire|disculpe|perdon|pero|y|ah|ay|ok|okay|bueno|no|si|pues|joven|es que|la verdad|que|yo|well|but|so|sorry) )*';
const BEHIND =
  '(?: (?:por favor|porfa|gracias|joven|señor|señora|pero|please|a usted|bien|todo|todo esto))*$';

/** `Es larga la historia`, `no sé por dónde empezar`, `estoy muy molesta`: before it is told. */
const HESITATES = anyOf(
  new RegExp(
    `${LED}no (?:le )?(?:se|sabria|sabemos|encuentro) (?:ni )?(?:muy bien )?(?:por donde|como|que|las palabras)(?: (?:le|lo|se|para|yo|puedo|debo))*(?: (?:empez\\w+|empiezo|comenz\\w+|comienzo|explic\\w+|decir\\w*|digo|cont\\w+|cuento|escrib\\w+|poner\\w*|pongo))?${BEHIND}`,
  ),
  new RegExp(
    `${LED}(?:es )?(?:una |un |muy |bien |algo |medio |bastante )*(?:asunto |problema |tema |caso |cosa )?(?:larga?|larg[oa] de contar|historia larga|cuento largo|grave|seri[oa]|viej[oa]|importante|fe[oa]|triste|urgente|complicad[oa]|enredad[oa]|dificil|delicad[oa]|long story|complicated|a long story)(?: (?:la|el|mi|es|historia|cuento|asunto|tema|de|contar\\w*|explicar\\w*|decir\\w*|caso|problema|situacion))*${BEHIND}`,
  ),
  new RegExp(
    `${LED}(?:estoy|ando|me siento|vengo|i am|i m) (?:muy |bien |tan |demasiado |super |bastante |so |very |really )*(?:molest|indignad|enojad|brav|furios|cansad|desesperad|nervios|frustrad|upset|angry|mad|tired)\\w*(?: (?:con|de|por) (?:esto|todo esto|eso|todo))?${BEHIND}`,
  ),
  new RegExp(
    `${LED}(?:me da (?:pena|verguenza|cosa)|(?:me cuesta|es dificil)|no me salen las palabras|i (?:do not|don t) know (?:where|how) to (?:start|begin|explain))(?: (?:contar\\w*|decir\\w*|explicar\\w*|hablar|it|this))?${BEHIND}`,
  ),
);

const KIN =
  'mama|mami|papa|papi|madre|padre|abuel[oa]|abuelit[oa]|ti[oa]|herman[oa]|prim[oa]|suegr[oa]|hij[oa]|amig[oa]|vecin[oa]|espos[oa]|marido|mujer|señora|novi[oa]|cuñad[oa]|niet[oa]|sobrin[oa]|patrona?|mother|father|mom|dad|grandmother|grandfather|sister|brother|neighbou?r|friend|aunt|uncle|son|daughter';
/** `Es para mi mamá`: whose report it is, and nothing of what. */
const FOR_WHOM = new RegExp(
  `${LED}(?:es |no es para mi |seria |lo hago |lo pongo |la pongo |escribo |vengo |it is |it s |this is )*(?:para|por|de parte de|a nombre de|en nombre de|for|on behalf of) (?:mi|una?|el|la|my|a) (?:${KIN})(?: (?:que )?(?:no sabe (?:leer|escribir|usar \\w+(?: \\w+)?)|es mayor|esta enferm[oa]|mayor|enferm[oa]))?${BEHIND}`,
);

/** `¿En qué me puede ayudar?`, `¿qué puedo reportar?` */
const WHAT_FOR = new RegExp(
  `${LED}(?:(?:en|con|a|para) )?(?:que|what)(?: (?:cosas|tipos?|clase|clases|quejas|problemas|asuntos|de|kind of things))*(?: (?:me|nos|se|le|yo|uno|usted|ustedes|can|could|i|you|aqui))* (?:(?:puede[ns]?|podria[ns]?|puedo|pueden|debo) )?(?:ayud\\w+|reportar\\w*|denunciar\\w*|quejar\\w*|hace[nr]?|atiende[ns]?|reciben?|resuelven?|poner|report|do|help(?: me)?(?: with)?)(?: (?:aqui|ustedes|usted|por aqui|here))*${BEHIND}`,
);

/** `¿Necesita mi nombre?`, `¿qué datos necesita?` */
const WHAT_DATA =
  /^(?:(?:y|pero|oiga|disculpe|and) )*(?:(?:que|cuales|what) (?:datos|informacion|papeles|details) (?:le |me |se |do you )*(?:necesita|necesitan|pide|piden|doy|doy yo|hacen falta|need)|(?:necesita|necesitan|quiere|pide|le doy|tengo que dar|doy|pongo|do you need) (?:mi|mis|el|my) (?:nombre|cedula|datos|telefono|numero|name|details)(?: y (?:mi )?\w+)?)$/;
/** `¿Qué tengo que decir?`, `¿a quién se lo mandan?` */
const WHAT_TO_SAY =
  /^(?:(?:y|pero|oiga|ok|bueno|and) )*(?:que (?:es lo que )?(?:tengo que|debo|le|hay que|puedo)? ?(?:decir\w*|digo|poner|pongo|escribir|escribo|contar\w*|cuento)|como (?:lo|la|le)? ?(?:digo|pongo|escribo|hago)|what (?:do|should|must) i (?:say|write|tell)|(?:a|para) (?:quien|donde|que entidad) (?:se )?(?:lo|la|le|va|llega)(?: (?:mandan?|envian?|va|llega|esto|eso))*|who (?:gets|receives) (?:it|this))$/;
/** `¿De verdad sirve esto?` */
const ANY_USE =
  /^(?:(?:y|pero|oiga|and|de verdad|en serio|si|realmente) )*(?:(?:esto|eso|aqui) (?:si )?(?:de verdad )?(?:sirve|funciona|resuelven)|(?:sirve|funciona|vale la pena) (?:de algo |para algo )?(?:esto|eso)|(?:ustedes|aqui) (?:si |de verdad )?(?:resuelven|hacen algo|ayudan)|does (?:this|it) (?:really )?(?:work|help))(?: (?:de verdad|de algo|para algo|algo|o no|o es por gusto))*$/;
/** `Son dos cosas`, `tengo varias quejas`. */
const SEVERAL =
  /^(?:(?:es que|pero|y|bueno|mire|yo|son|tengo|traigo|hay|quiero poner|they are|i have) )*(?:dos|tres|cuatro|varias?|varios|muchas|muchos|2|3|4|two|three|several) (?:cosas|quejas|problemas|asuntos|denuncias|reportes|temas|things|complaints|problems)(?: (?:que|para)? ?(?:reportar|decir|contar|poner|quejarme))?$/;
/** `Ya la puse antes`, `es lo mismo de la otra vez`. */
const BEFORE =
  /^(?:(?:es que|pero|y|bueno|yo|es|ya|no) )*(?:(?:la|lo) (?:puse|hice|reporte|dije|conte|mande)(?: (?:antes|ya|ayer|otra vez|la otra vez|la semana pasada|el mes pasado|hace \w+(?: \w+)?))*|(?:lo|la|el) mism[oa] (?:queja |problema |de )?(?:(?:de|que) )?(?:la )?(?:otra|ultima|vez|antes|siempre|pasada|semana|anterior)(?: (?:vez|pasada))*|the same as (?:before|last time))$/;
/** `¿Me puede llamar?`, `prefiero llamar`. */
const BY_CALL =
  /^(?:(?:mejor|y|pero|ustedes|usted|no|oiga|disculpe|can|could|please) )*(?:(?:me|nos) (?:pueden?|podrian?|van a|llaman?)(?: (?:llamar\w*|hacer una llamada))?(?: (?:mejor|por telefono|ustedes|por favor))*|llamen?me(?: mejor)?|(?:prefiero|quiero|puedo|quisiera|mejor) (?:yo )?(?:llamar\w*|por telefono|hablar por telefono|decirl[oa] por telefono|contarl[oa] por telefono|llamo)(?: (?:mejor|por favor))*|you call me|i (?:prefer|would rather|d rather) (?:to )?call)$/;

const KIND = 'queja|denuncia|idea|sugerencia|propuesta|reclamo|complaint|suggestion|proposal';
/** `No, es una sugerencia`, `mejor una denuncia`: how it is called, and nothing of it. */
const ONLY_KIND = new RegExp(
  `^(?:(?:no|si|es|era|mejor|seria|mas bien|bueno|perdon|digo|quiero|quisiera|poner|hacer|ponga|que sea|ok|una|un|la|it is|it s|a|an|rather|i mean) )*(?:${KIND})(?: (?:mejor|por favor|entonces|no (?:es )?una (?:${KIND})|please))*(?: es una (?:${KIND}))?$`,
);

/**
 * Asked what happens, what is said before it is told: who does not know how to begin is given time, whose report it is is kept, what
 * can be told here is said, and how it is called is set. It is asked on.
 */
export const beforeTelling: Topic = scene => {
  const { burst, state } = scene;
  const { draft, awaits } = state;
  if (draft === null || awaits === null || stepOf(awaits) !== 'description' || draft.summarised) return null;
  if (burst.choice !== null || burst.files.length > 0 || burst.pin !== null) return null;
  const plain = plainWords(burst.text);
  if (FOR_WHOM.test(plain)) {
    const description = [...draft.description, ...burst.lines];
    return askedOn(scene, { ...draft, description }, 'for_another');
  }
  const body = ofField(scene, null).length > 1 ? null : bodyAlone(scene, burst.text);
  if (body !== null && draft.description.length === 0) return ofBody(scene, draft, body);
  const key = ANSWERS.find(([pattern]) => pattern.test(plain))?.[1];
  if (key !== undefined) return askedOn(scene, draft, key);
  // A case of theirs is named by them, or found by its words.
  if (BEFORE.test(plain) && scene.facts.cases.length === 0) return askedOn(scene, draft, 'told_before');
  if (onlyWishesToPraise(burst.text)) {
    const praise: Draft = { ...draft, kind: 'sugerencia', description: [...burst.lines] };
    return askFor(scene, touched(scene, praise), { ask: 'description' });
  }
  return ONLY_KIND.test(plain) ? calledSo(scene, draft) : null;
};

/** What is asked or said, and what is said to it. */
const ANSWERS: readonly [RegExp, TextKey][] = [
  [HESITATES, 'tell_calmly'],
  [WHAT_FOR, 'help'],
  [WHAT_DATA, 'asked.why_data'],
  [WHAT_TO_SAY, 'plainer.description'],
  [ANY_USE, 'tell_of_use'],
  [SEVERAL, 'one_by_one'],
  [BY_CALL, 'by_call'],
];

function askedOn(scene: Scene, draft: Draft, key: TextKey): Move {
  const { state } = withState(scene, { draft: touched(scene, draft), lost: 0 });
  return { state, replies: [replyOf(say(scene, key))] };
}

/** Which body it is of is kept, and what happened there is still to be told. */
function ofBody(scene: Scene, draft: Draft, { acronym }: Agency): Move {
  const own = touched(scene, { ...draft, description: [...scene.burst.lines] });
  const { state } = withState(scene, { draft: own, lost: 0 });
  return {
    state,
    replies: [replyOf(say(scene, 'tell_of_body', { agency: acronym }), { asks: 'description' })],
  };
}

/** What it is called decides how it is asked what happens. */
function calledSo(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const kind = bareKind(text) ?? declaredKind(text);
  if (kind === null) return null;
  return proceed(scene, touched(scene, { ...draft, kind, asked: draft.asked.filter(isOther) }));
}

function isOther(slot: Draft['asked'][number]): boolean {
  return slot !== 'description';
}
