import { anyOf } from './any-of.ts';
import { questions, sentences } from './clauses.ts';
import { plainWords } from './plain-words.ts';

const ASKS =
  /^(y |e |pero |mejor |mas o menos |hola |buenas |oiga |and |but |(por casualidad )?((quiero|quisiera|necesito|queria|se puede|puedo|podria|podrian|i want to|i would like to) (saber|know)) )*(a |para |por )?(cuant[oa]s?|cuando|como|a?donde|que|quien(es)?|cual(es)?|how|when|where|why|what|who|which|digame|dime|(conteste(me)?|contestame|responda(me)?|respondeme)(?= (por favor|si|que|quien|cuando|como|donde|cuanto)\b|$)|(me )?(puede|podria) decir(me)?|tell me)\b/;

const WHETHER =
  /^(hola |buenas |buenos dias |buenas tardes |oiga |disculpe |es |solo |para |queria |quiero |quisiera |necesito |deseo |me gustaria |una (consulta|pregunta) )*((que )?(me )?(digan|diga|informen|confirmen|confirme) si|saber si|i want to know if|i would like to know (if|whether)) (?!(me |nos )?(pueden|podrian|van a|puede|podria)\b)/;

const IS_IT =
  /\b(es|sera|eso es|is (it|this|that)) (verdad|cierto|true)$|^(hola |buenas |oiga )*(es|sera|is it) (verdad|cierto|true) (que|lo|eso|that)\b/;

/** Does it only ask whether something is so: `para saber si ya salió mi pensión`, `¿es verdad?` Whether they can come wishes it. */
export function asksWhether(text: string): boolean {
  const plain = plainWords(text);
  return WHETHER.test(plain) || (text.includes('?') && IS_IT.test(plain));
}

/** In more words a question is part of what is told. */
const MOST_ASKED = 12;

/** Has a text a sentence that begins as a question and ends as one: `thank you. how do I pay?` */
export function holdsQuestion(text: string): boolean {
  if (beginsAsQuestion(text)) return text.includes('?');
  const isShort = text.split(/\s+/).length <= MOST_ASKED;
  return isShort && questions(text).some(beginsAsQuestion);
}

const LEADS =
  '(y |e |pero |but |and |si |yes |no |bueno |ok |okay |oiga |ah |aja |entonces |so |gracias |tambien )*';

/** What is asked by a verb alone, with its sign: `¿tengo que pagar mientras tanto?`, `should the children stay inside?` */
const BY_VERB = new RegExp(
  `^${LEADS}(me |nos |se |le |les |lo |la |los |las )*(vas?|van|vamos|puedo|puede|pueden|podemos|podria|tengo|tenemos|tiene|tienen|debo|debemos|hay|es|son|sera|seran|esta|estan|estara|sirve|necesito|necesitamos|hace falta|cobran|atienden|viene|vienen|vendran|mandaran|responden|contestan|tarda|demora|should|can|could|will|would|do|does|did|is|are|may|must|shall) `,
);
/** Without its sign, and no story: `pero dónde tengo que ir yo con mis papeles`. */
const OUTRIGHT = new RegExp(
  `^${LEADS}(a |para |por |de |con )?(donde (tengo|tenemos|debo|puedo|podemos|voy|vamos|pago|llevo)|que (hago|hacemos|tengo que|debo|puedo|podemos|papeles|documentos|requisitos)|como (hago|hacemos|puedo|podemos|lo hago|se hace|saco)|cuanto (cuesta|vale|tarda|demora|tengo)|cuando (me|nos|van|vienen|responden)|quien(es)? (me|nos|investiga|investigan|paga|responde|viene|va a)|a quien (le|llamo|acudo)|what (do|should|can) (i|we)|where (do|should|can) (i|we)|how (do|can|long|much)|who (will|pays|do|can)) `,
);
/** What the desk itself is asked to do with a report is a wish: `¿puede cambiar el lugar?` */
const OF_REPORT = anyOf(
  /\b(agreg|añad|anot|cambi|correg|corrij|borr|quit|cancel|add|change|remove|delete)\w*/,
  /\b(envi|mand|pon|hag|hac|send|file)\w*(lo|la|it)\b/,
  /\b(envi|mand|hac|hag|pon|send|file|make)\w* (el|la|un|una|mi|the|my|a) (reporte|queja|denuncia|caso|report|complaint)\b/,
);
/** `¿Y si no me contestan?` */
const IF = /^\s*(?:(?:y|pero|and|but)\s+)?(?:si|qu[eé] pasa si|what if|if)\s+\p{L}/iu;
const SUPPOSES =
  /^(y |pero |oiga |and |but )*(si|if) .* (que (me )?(pasa|pasara|pasaria|va a pasar|hacen)|what happens)$/;

/** Is it asked what comes of something: `y si no pago la boleta que pasa`? */
export function supposes(text: string): boolean {
  return SUPPOSES.test(plainWords(text));
}

const AT_END = anyOf(
  /\b(tell me|let me know|digame|dime|me dice|i just want to know|solo quiero saber) (?:just |only |solo )?(who|what|when|where|how|if|whether|quien|quienes|que|cuando|donde|como|si|cuanto)\b(?: \w+){1,8}$/,
  /\b(o )?(que|como|donde|a quien|what|where|how) (hago|hacemos|voy|vamos|llamo|tengo que hacer|debo hacer|do we do|do i do|should i do|should we do)( ahora| entonces| yo| now)?$/,
  /\b(a quien|a donde|adonde)( mas)? (le |les )?(digo|llamo|aviso|escribo|reclamo|voy|acudo)$/,
  /\b(llamo|voy|acudo|aviso|reclamo|me quejo|le digo) (a |con |en |para )?(quien|quienes|donde|adonde|que numero)$/,
  // `Mi vecino puede ver que fui yo`, without its sign.
  /^(?!.*\b(?:no|nadie|nunca|quiero|que no)\b).*\b(?:puede|pueden|podria|podrian|va a|van a) (?:ver|saber|leer|averiguar|enterarse)(?: [\wñ]+){0,3} (?:que fui yo|quien (?:fui|soy)|mi nombre)$/,
);

/** Is something asked, by a question word, a verb or in the last words, that no report is told with? */
export function putsQuestion(text: string): boolean {
  return sentences(text).some(sentence => {
    const plain = plainWords(sentence);
    if (isOfReport(sentence) || tellsEachTime(sentence)) return false;
    const last = sentence.split(',').at(-1) ?? sentence;
    const isShort = plainWords(last).split(' ').length <= MOST_ASKED;
    if (isShort && (OUTRIGHT.test(`${plain} `) || AT_END.test(plain))) return true;
    // `Ya me dañó el aire, ¿quién me lo paga?`
    return (
      isShort &&
      sentence.includes('?') &&
      (IF.test(sentence) || BY_VERB.test(`${plainWords(last)} `) || beginsAsQuestion(last))
    );
  });
}

const EACH_TIME = anyOf(
  /^(?:(?:y|pero|es que|and|but) )*(?:cuando|when) (?:\w+ ){0,4}?(\w{4,})(?: (?!\1)\w+){0,4} \1 /,
  /^(?:(?:y|pero|es que|and|but) )*(?:cuando|cada vez que|when|whenever) (?:\w+ ){1,5}(?:salen?|huelen?|dejan?|botan?|riegan?|suenan?|hacen?|ponen?|tiran?|gritan?|llegan? con|vienen? con|se (?:(?:nos|me|le) )?(?:inunda|va|corta|apaga|mete|llena|tapa|desborda|forma)|it (?:floods|smells|comes out|goes out))\b/,
);

/** `Y cuando llega, llega con lodo`: what happens each time, and no question for the day? */
export function tellsEachTime(text: string): boolean {
  return !/[?¿]/.test(text) && EACH_TIME.test(plainWords(text));
}

/** Does a text begin as a question does, with its sign or without: `y cuánto cuesta`, `mejor dígame dónde queda`? */
export function beginsAsQuestion(text: string): boolean {
  return ASKS.test(plainWords(text)) && !tellsEachTime(text);
}

const ASKS_BACK = anyOf(
  /(^|(?<!\w)(y|e|o|eso|esto|ese|esa|ahi|and|aja|ok) )que (es|son|mas|otra|otro|sigue|pasa|hago|hay|significa)\b/,
  /(^|(?<!\w)(y|e|o|ok|pero|con|a|aja|de|para|si|and|so|but) )(quien|quienes|cual|cuales|cuanto(?! antes)|cuanta|who|which|how much)(?! (soy|fui|fue|puso|i am)\b)( \w|$)/,
  /(^|(?<!\w)(y|o|ok|aja|si|and) )(donde|cuando|where|when|why) \w/,
  /^((y|e|pero|entonces|ok|oiga|and|but) )*(por que|why) \w/,
  /\b(digame|dime|diganme|expliqueme|expliquenme|explique|tell me|quiero saber|quisiera saber) (que|por que|cuando|como|donde|quien|si|what|why|when|how|where|who|if) \w/,
);

/** Is the desk asked to do something with the report: `¿puede cambiar el lugar?` */
export function isOfReport(text: string): boolean {
  const plain = plainWords(text);
  return OF_REPORT.test(plain) || KEEPS.test(plain);
}

/** `¿Puede ser anónima?`, `can it be confidential?` */
const KEEPS =
  /\b(puede|pueden|podria|podrian|can|could)\b.*\b(anonim\w*|con reserva|reservad\w*|confiden\w*|anonymous\w*)/;

/** Is it wished, as a question, that a report be kept in reserve or without a name? */
export function wishesKept(text: string): boolean {
  return KEEPS.test(plainWords(text));
}

/** Is something asked back, of the desk or of what it says: `y eso qué es`, `ok y quién es el MOP`? */
export function asksBack(text: string): boolean {
  return ASKS_BACK.test(plainWords(text)) && !tellsEachTime(text);
}

/** Nothing else, so that it is a question without its sign: `y cuánto cuesta`. */
export const BARELY_ASKS =
  /^(y |pero |oiga )?((cuanto (cuesta|vale|sale|es)|a que hora (abren|cierran|atienden)|donde (queda|es)|que (requisitos|documentos|papeles)|how much)( \w+){0,4})$/;

const TOLD_OF = anyOf(
  /\bcomo (me entero|lo se|lo sabre|voy a saber|me voy a enterar)\b/,
  /\bcomo (se|sabre|puedo saber) (que|lo que|si|en que) (paso|pasa|hicieron|hacen|resolvieron|respondieron|contestaron|decidieron|quedo|queda)\b/,
  /\bcomo (se|sabre|puedo saber|me doy cuenta) (si|cuando|que) (ya )?((me|nos|lo|la|los|las|se|van a|vayan a) )*(arregl|repar|solucion|resolv|resuel|recog|vin|vien|veng|vay|pas|limpi|tap|atend|atiend)\w*( (el|la|los|las) \w+)?$/,
  /\b(como|quien|por donde) (me|nos) (va a |van a )?(contest|respond)\w*/,
  /\b(me|nos) (van a |va a )?(avis|llam|escrib|notific|inform|mandan un mensaje|llega un mensaje)\w*/,
  /\bhow (do|will|can) i (know|find out)( (what|if|when|how) .*)?$/,
  /\b(will|do|does|is|are) (you|they|somebody|someone|anybody|anyone) (going to )?(tell|call|calling|write|text|notify|let|contact) (me|us)\b/,
);

/** Whether they will be told of it, or called: `¿me avisan a mi celular?` */
export function asksIfTold(plain: string): boolean {
  return TOLD_OF.test(plain);
}

/** Is it asked to add what follows: `¿puede agregar que ya se cayó una moto?` */
export function wantsAdded(plain: string): boolean {
  return /^(me |le |por favor )*(puede|pueden|podria|can you|could you) (agregar|añadir|anotar|apuntar|incluir|poner|add)(le|lo)? (que|that) /.test(
    plain,
  );
}
