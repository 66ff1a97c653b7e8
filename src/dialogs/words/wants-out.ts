import { anyOf } from './any-of.ts';
import { clauses, sentences } from './clauses.ts';
import { plainWords } from './plain-words.ts';
import { isNo } from './yes-no.ts';

/** What they want out of what they told. */
export interface WantedOut {
  /** What names it: `soy enfermera`. */
  what: string;
  /**
   * They bid it, wish that it be not said, or ask whether it was taken out or still stands there; `less`: it is to be sent without
   * it, `unnamed`: what it is called by is not to be named, which may mean a spot alone.
   */
  how: 'bid' | 'unsaid' | 'less' | 'unnamed' | 'out' | 'stands';
  /** All else they wrote. */
  rest: string;
}

const TOLD =
  '(?:salga|aparezca|digan?|diga|pongan?|mencionen?|se sepa|sepan?|vean?|lean?|quede|vaya|conste|escriban?|cuenten?|incluyan?|se note|se enteren?)';
const ABOUT =
  '(?:lo de(?:l| la| los| las)?(?: que)?|eso de(?: que)?|lo que (?:dije|puse|escrib[ií]|cont[eé]) (?:de(?:l)?|sobre)|lo que|la parte (?:de(?:l)?(?: que)?|que|donde)|donde dice(?: que)?|que (?:dice(?: que)?|dije que))';
const OF_SELF = '(?:que (?=(?:soy|somos|trabajo|vivo|estoy|tengo|no tengo|era|fui)\\s))';
const THAT_I = "(?:that (?=i(?:['’]m| am| was| work| live| have)?\\s))";
const ABOUT_EN =
  '(?:(?:the|that) (?:part|bit|thing|line|words) (?:about|where|that|which says)|what i (?:said|wrote|told you) about|anything about)';
const X = '(?<what>[^,.;:!?¡¿…\\n]{3,80})';
const ITS =
  '(?:el|la|los|las|lo|mi|mis|su|sus|es[ea]|n[uú]mero|direcci[oó]n|ubicaci[oó]n|casa|edificio|apartamento|apto|the|my|which)';

/** `No quiero que salga que soy enfermera`, `I don't want it to say that I'm a nurse`. */
const UNSAID = [
  `(?:no (?:quiero|quisiera|deseo|me gustar[ií]a) que|prefiero que no|que no|sin que)(?: (?:ellos|nadie|la entidad|les?|eso|ah[ií]|el reporte|la denuncia|la queja))* ${TOLD}(?: (?:ah[ií]|all[ií]|nada|en (?:el|la) \\p{L}+))* (?:${ABOUT}|que) ${X}`,
  `(?:i )?(?:don['’]?t|do not) (?:want|like) (?:it|them|the report|anybody|anyone)(?: there)? to (?:say|show|mention|know|see|read|include)(?: there)? (?:${ABOUT_EN}|that) ${X}`,
];
/** `Quiero que borre lo de enfermera`, `can you take out the part about the hospital`; a bare `quite lo de …` is no less clear. */
const BID = [
  `(?:(?:quiero|necesito|prefiero|quisiera|(?:le|les) pido|me gustar[ií]a) que )?(?:me |le |lo |nos )*(?:quite|borre|elimine|saque|retire|remueva|omita)(?:le|lo|me)?(?: de ah[ií])? (?:${ABOUT}|${OF_SELF}) ?${X}`,
  `(?:puede|podr[ií]a|puedes)(?: me)? (?:quitar|borrar|eliminar|sacar|retirar|omitir)(?:le|lo|me)?(?: de ah[ií])? (?:${ABOUT}|${OF_SELF}) ?${X}`,
  `(?<!que )no (?:me |le |les |lo |se )*(?:pong(?:a|an|as)|mencion(?:e|en|es)|inclu(?:ya|yan|yas)|dig(?:a|an|as)|escrib(?:a|an|as))(?: ah[ií])? (?:${ABOUT}|${OF_SELF})(?: (?:es|era|son|est[aá]|queda|viven?)(?= (?:en |la |el |los |las |una? )))? ?${X}`,
  `me (?:lo )?(?:quita|borra|elimina|saca) ${ABOUT} ${X}`,
  `(?:remove|delete|erase|take out|leave out|cut|(?:do not|don['’]?t) (?:send|include|put|show)) (?:${ABOUT_EN}|${THAT_I}) ?${X}`,
];
const SENDS =
  '(?:(?:m[aá]nd|env[ií]|p[oó]ng|d[eé]j|escr[ií]b|present|p[aá]s|h[aá]g|reg[ií]str)\\p{L}*|(?:send|file|submit|put)(?: it)?)(?:[\\s,]+(?:lo|la|el|eso|esto|as[ií]|pero|mejor|entonces|ya|reporte|denuncia|queja|por favor|porfa|but|please))*[\\s,]+';
const ANSWERS =
  '^[^\\p{L}]*(?:(?:s[ií]|ok|okay|dale|bueno|listo|est[aá] bien|pero|y|mejor|no|as[ií]|yes|but|and)[\\s,]+)*';
const NAMING =
  '(?:(?:decir|poner|mencionar|dar|incluir|que (?:se )?(?:salga|sepa|digan?|aparezca|pongan?)|saying|mentioning|giving) )?(?:en qu[eé] |cu[aá]l (?:es )?|lo del? |que )?';
/** `Mándelo, pero sin el número del edificio`, `send it without the house number`. */
const LESS = [`${SENDS}(?:sin|without) ${NAMING}(?=${ITS}(?!\\p{L}))${X}`];
/** `Pero sin la casa`, `no ponga el edificio`, `quítele la calle`, `leave out the building`. */
const UNNAMED = [
  `${SENDS}(?:lo del? (?:la |los |las )?)?(?<what>(?:(?:el|la|los|las|mi|the|my) )?\\p{L}{3,}(?: (?:del? |la )*\\p{L}{3,}){0,2}) (?:no|not)(?=\\s*(?:[,.;!]|$))`,
  `(?:no (?:quiero|quisiera|deseo|me gustar[ií]a) que|prefiero que no|que no|sin que)(?: (?:ellos|nadie|la entidad|se|les?|eso|ah[ií]|el reporte|la denuncia|la queja))* ${TOLD}(?: (?:ah[ií]|all[ií]|en (?:el|la) \\p{L}+))* ${NAMING}(?=${ITS}(?!\\p{L}))${X}`,
  `(?:i )?(?:don['’]?t|do not) want ${X} (?:to (?:appear|show|be (?:there|seen|named|mentioned))|in (?:it|there|the report))`,
  `${ANSWERS}(?:sin|without) ${NAMING}(?=${ITS}(?!\\p{L}))${X}`,
  `(?<!que )no (?:me |le |les |lo |se |nos )*(?:pong(?:a|an|as)|mencion(?:e|en|es)|inclu(?:ya|yan|yas)|dig(?:a|an|as)|escrib(?:a|an|as)|coloqu(?:e|en)|den?|d[eé]|revel(?:e|en)|(?:mand|env[ií])(?:e|en))(?: ah[ií]| all[ií])? ${NAMING}(?=${ITS}(?!\\p{L}))${X}`,
  `(?:qu[ií]t(?:e|en|ele|enle)|borr(?:e|en|ele)|b[oó]rrele|elimin(?:e|en|ele)|s[aá]qu(?:e|en|ele)|omita?|(?:puede |podr[ií]a )?(?:quitar|borrar|omitir)(?:le)?) ${NAMING}(?=${ITS}(?!\\p{L}))${X}`,
  `(?:don['’]?t|do not) (?:put|mention|include|say|give|write|show|name) (?=${ITS}(?!\\p{L}))${X}`,
  `(?:leave out|take out|remove|omit|drop) (?=${ITS}(?!\\p{L}))${X}`,
];

/** `¿Quitó lo de que soy enfermera?`, `did you take out the part about me being a nurse?` */
const ASKED_OUT = [
  `(?:quit[oó]|quitaron|quitaste|borr[oó]|borraron|borraste|sac[oó]|sacaron|sacaste|elimin[oó]|eliminaron)(?: ya| de ah[ií])* (?:${ABOUT}|${OF_SELF}) ?${X}`,
  `did you (?:already )?(?:remove|delete|erase|take out|leave out) (?:${ABOUT_EN}|${THAT_I}) ?${X}`,
];
/** `¿Todavía dice lo del hospital?`, `does it say that I'm a nurse?` */
const ASKED_STILL = [
  `(?:todav[ií]a|a[uú]n|sigue|ya no|no)(?: (?:ah[ií]|se|me|va a|van a))* (?:dice|dicen|diciendo|decir|sale|salir|saliendo|aparece|aparecer|apareciendo|ve|est[aá]) (?:ah[ií] )?(?:${ABOUT}|${OF_SELF}) ?${X}`,
  `(?:dice|sale|aparece|va a (?:decir|salir|aparecer)) (?:ah[ií] |en (?:el|la) \\p{L}+ )?${OF_SELF}${X}`,
  `does it (?:still )?(?:say|show|mention) (?:${ABOUT_EN}|${THAT_I}) ?${X}`,
];

const ASKS: readonly [WantedOut['how'], RegExp][] = [
  ['out', oneOf(ASKED_OUT)],
  ['stands', oneOf(ASKED_STILL)],
];
const BIDS: readonly [WantedOut['how'], RegExp][] = [
  ['bid', oneOf(BID)],
  ['unsaid', oneOf(UNSAID)],
  ['less', oneOf(LESS)],
  ['unnamed', oneOf(UNNAMED)],
];

/** Each way catches what it names under a name of its own. */
function oneOf(ways: readonly string[]): RegExp {
  const named = ways.map((way, at) => way.replace('?<what>', `?<what${at}>`));
  return new RegExp(`(?<![\\p{L}])(?:${named.join('|')})`, 'iu');
}

/** Behind what is named: when, from where, why, and what else is bid. */
const BEHIND =
  /\s+(?:antes de (?:mandar|enviar)\p{L}*|antes|(?:del?|en) (?:el |la |mi )?(?:reporte|queja|denuncia|caso|texto)|from (?:the|my) (?:report|case|complaint)|to (?:them|the (?:\p{L}+ ){0,2}(?:company|office|body|people))|before (?:you )?send\p{L}*|por favor|porfa|please|ya|mejor|s[oó]lo (?=ponga|deje|diga)|porque|porq|because|o no|verdad|(?:y|and)(?= (?:m[aá]nd|env[ií]|no |d[eé]j|que |send|don|ya|listo))|pero|but)(?![\p{L}]).*$/isu;

/** What they wrote before it and behind it. */
function besides(text: string, wish: string, more: string): string {
  const at = text.indexOf(wish);
  const before = text.slice(0, at).replace(LEFT_OVER, '');
  const after = text.slice(at + wish.length).replace(/^[\s,.;:!?]+/u, '');
  return [before, more, after].filter(part => part.trim() !== '').join('. ');
}

/** `…, pero`, before what is wanted out. */
const LEFT_OVER = /(?:[\s,;.]+(?:y|pero|que|and|but|porque))*[\s,;.]*$/iu;

/** What else is bid behind it. */
const GOES_ON = /^\s+(?:(?:y|and|pero|but)\s+|(?=(?:mejor|s[oó]lo)\s))(.*)$/isu;

/**
 * What they want out of what they told, or ask whether it is out: `soy enfermera`, of `no quiero que salga que soy enfermera`.
 * Null: neither. Who reported it is no word of the report, and hidden otherwise.
 */
export function wantedOut(text: string): WantedOut | null {
  for (const sentence of sentences(text)) {
    const ways = sentence.includes('?') ? [...ASKS, ...BIDS] : BIDS;
    for (const [how, way] of ways) {
      const found = way.exec(sentence);
      const named = Object.values(found?.groups ?? {}).find(words => words !== undefined);
      if (!found || named === undefined) continue;
      const what = named.replace(BEHIND, '').trim();
      if (what === '' || WHO.test(plainWords(what))) continue;
      if ((how === 'less' || how === 'unnamed') && NO_WORDS.test(plainWords(what))) continue;
      const more = GOES_ON.exec(named.slice(what.length))?.[1] ?? '';
      return { what, how, rest: besides(text, found[0], more) };
    }
  }
  return null;
}

/** Is it what they are or have, which only they can have told: `soy enfermera`? */
export function isOfSelf(what: string): boolean {
  return /^(?:(?:yo|i|no|not|me) )*(?:soy|somos|trabajo|vivo|estoy|tengo|am|m|being|work|live)\b/.test(
    plainWords(what),
  );
}

/** `Quite la pregunta de la deportación`, `esa pregunta bórrela`, `delete that question`. */
const QUESTION_OUT = anyOf(
  /\b(?:borr|quit|elimin|saqu|sac|retir)\w* (?:de ahi )?(?:(?:la|esa|mi|las|esas|lo de la) )*preguntas?\b/,
  /\bpreguntas? .*\b(?:borr|quit|elimin|saqu)\w*l[ao]s?\b/,
  /\bno (?:quiero |queria |quisiera )?(?:que )?(?:les? |se )*(?:manden?|envien?|pasen?|pongan?|agreguen?) (?:esa|la|mi) pregunta\b/,
  /\b(?:remove|delete|erase|take out|leave out|do not send|don t send) (?:that|the|my) question\b/,
);

/** Is it bid that a question they put be taken out again? */
export function wantsQuestionOut(text: string): boolean {
  return QUESTION_OUT.test(plainWords(text));
}

const OUT = '(?:quit|borr|saqu|saca|elimin|retir)\\w*';
const LED = '(?:(?:no|pero|y|mejor|por favor|porfa|joven|mijo|ah|ay|oiga|please|and|but) )*';
const THAT =
  '(?:eso|esto|lo ultimo|esa parte|lo que (?:puso|agrego|acaba de (?:poner|agregar))|that|the last part)';
/** `Eso quítelo de ahí`, `borre lo último`, `no ponga eso`, in a clause of its own. */
const LAST_OUT = anyOf(
  new RegExp(`^${LED}${THAT}(?: ultimo)? (?:me lo |lo )?${OUT}(?: de (?:ahi|alli|el reporte))?$`),
  new RegExp(`^${LED}${OUT} ${THAT}(?: ultimo| que (?:puso|agrego)| de (?:ahi|alli)| por favor)*$`),
  new RegExp(`^${LED}no (?:lo )?(?:pong|agregu|mand|envi|incluy)\\w* ${THAT}$`),
  new RegExp(`^${LED}${THAT} no (?:lo )?(?:pong|agregu|mand|envi|incluy)\\w*$`),
  /^(?:please )?(?:remove|delete|erase|take out) (?:that|the last (?:part|line|thing))(?: please)?$/,
);
/** `Yo no pregunté eso a esa gente`: why it goes. */
const NOT_MEANT =
  /^(?:pero |y |no )*(?:yo )?no (?:le |les |lo )?(?:pregunte|pedi|dije|queria (?:que|preguntar|decir))\b.*\b(?:eso|esto|nada)\b|^(?:i )?(?:did not|didn t) (?:ask|say|mean) that\b/;

/** What stands beside the order to take out what was added last; null: that is not ordered. */
export function besideLastOut(text: string): string | null {
  const parts = clauses(text);
  const isIt = (part: string): boolean => LAST_OUT.test(plainWords(part));
  if (!parts.some(isIt)) return null;
  return parts.filter(part => !isIt(part) && !NOT_MEANT.test(plainWords(part)) && !isNo(part)).join(', ');
}

const WHO =
  /^(?:(?:yo|i) )?(?:fui yo|soy yo|fui|quien|mi nombre|mis datos|yo (?:fui|puse|denuncie)|(?:lo|la) (?:puse|denuncie|reporte|mande)|puse|it was me|who i am|my name)\b/;

/** What is no word of what they told: how it is kept, who they are, and files. */
const NO_WORDS =
  /^(?:(?:el|la|los|las|mi|mis|es[ea]|una?|the|my|that|lo) )*(?:reserva|(?:preguntas?|question)(?: .*)?|nombres?|datos|telefono|celular|correo|cedula|fotos?|videos?|audios?|archivos?|imagen|denuncia|queja|reporte|caso|privacidad|name|phone|photos?|picture|report|complaint|case)(?: (?:mio|mia|completo|report|complaint|case))*$/;
