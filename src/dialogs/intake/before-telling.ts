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
    `${LED}(?:es )?(?:una |un |muy |bien |algo |medio |bastante )*(?:larga?|larg[oa] de contar|historia larga|cuento largo|complicad[oa]|enredad[oa]|dificil|delicad[oa]|long story|complicated|a long story)(?: (?:la|el|mi|es|historia|cuento|asunto|tema|de|contar\\w*|explicar\\w*|decir\\w*|caso|problema|situacion))*${BEHIND}`,
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
  if (HESITATES.test(plain)) return askedOn(scene, draft, 'tell_calmly');
  if (FOR_WHOM.test(plain)) {
    const description = [...draft.description, ...burst.lines];
    return askedOn(scene, { ...draft, description }, 'for_another');
  }
  const body = ofField(scene, null).length > 1 ? null : bodyAlone(scene, burst.text);
  if (body !== null && draft.description.length === 0) return ofBody(scene, draft, body);
  if (WHAT_FOR.test(plain)) return askedOn(scene, draft, 'help');
  if (onlyWishesToPraise(burst.text)) {
    const praise: Draft = { ...draft, kind: 'sugerencia', description: [...burst.lines] };
    return askFor(scene, touched(scene, praise), { ask: 'description' });
  }
  return ONLY_KIND.test(plain) ? calledSo(scene, draft) : null;
};

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
