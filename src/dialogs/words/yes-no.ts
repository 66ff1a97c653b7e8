import { consentIn } from './consent.ts';
import { plainWords } from './plain-words.ts';
import { writtenByEar } from './sounds.ts';

/** Longer texts are no bare answer. */
const MOST_WORDS = 6;

const NO = soundsOf('no nop nope nel negativo jamas nunca n nah incorrecto equivocado mal not');
const NO_PHRASES = soundsOf(
  `para nada|eso no|asi no|esta mal|no es eso|not that|todavia no|aun no|mejor no|ya no|no thanks|de ninguna manera|
  que no|no quiero`,
  '|',
);
/** What may stand around a no and changes nothing. */
const AROUND = soundsOf(
  `por favor porfa porfis gracias senor señor senora señora joven please thanks thank you asi esta bien todo eso es lo la
  le ya pues entonces nomas muchas que mijo mija compa fren amigo amiga mi amor rey reina joven`,
);

/** Is this nothing but a yes? */
export function isYes(text: string): boolean {
  // `Sí 1`: the word and the number of the choice.
  const words = text.replace(/^\s*1[\s,.:)-]+(?=\p{L})|(?<=\p{L})[\s,.:(-]+1\W*$/gu, '');
  return (
    /^\s*(👍|👌|✅|🆗|💯)/u.test(text) || /^\s*(?:[sy]|sy)\s*$/iu.test(text) || consentIn(words) === 'yes'
  );
}

/** Is this nothing but a no? */
export function isNo(text: string): boolean {
  if (/^\s*(👎|❌|🚫)/u.test(text)) return true;
  return isBare(text, NO, NO_PHRASES) || consentIn(text) === 'no';
}

function isBare(text: string, bare: ReadonlySet<string>, phrases: ReadonlySet<string>): boolean {
  const all = plainWords(text).split(' ').map(writtenByEar);
  const whole = all.join(' ');
  if (phrases.has(whole) || phrases.has(whole.replace(/^(si|no) /, ''))) return true;
  const [first = '', ...rest] = all;
  return (
    bare.has(first) && rest.length < MOST_WORDS && rest.every(word => bare.has(word) || AROUND.has(word))
  );
}

function soundsOf(words: string, separator: string | RegExp = /\s+/): ReadonlySet<string> {
  const listed = words.split(separator).map(phrase => phrase.replace(/\s+/g, ' ').trim());
  return new Set(listed.map(phrase => phrase.split(' ').map(writtenByEar).join(' ')));
}

/** What is not known, not had or not told; `no se ve`, `no tengo agua`, `no aparece el bus` tell what happens. */
const DECLINES = new RegExp(
  [
    '^no (lo )?(recuerdo|me acuerdo|importa|aplica|sabria|sabemos|estoy segur\\w*)\\b',
    '^no (lo )?se?( (bien|donde|cual|que|q|quien|como|si|cuando|de|decir\\w*|exactamente|exacto|nada|mucho|eso|el|la|joven|mij[oa]|señor\\w*|ahora|perdon|disculpe|sorry)\\b.*)?$',
    '^no tengo( (ni |el |la |los |las |ese |esa |esos |un |una |mi )?(idea|dat[oa]s?|direccion|nombre|numero|telefono|celular|correo|cedula|informacion|nada|eso|ninguna?|como saber\\w*)\\b.*)?$',
    '^no (quiero|deseo)( (decir|dar|poner|contestar|responder|hablar|nada|eso|ninguna?|esa|ese|gracias)\\w*\\b.*)?$',
    '^no aparece(n)?( (aqui|ahi|alli|ninguna?|nada|en|mi|el mio|la mia|lo mio|lo que)\\b.*)?$',
    '^ningun[oa]?( (de|me|es|se|esas?|esos?|esto|eso|l[ao]s|anteriores|opciones|dos|tres|aplica|sirve|parece))*$',
    '^(ni idea|no (muchas )?(gracias|thanks|thank you)|prefiero no|mejor no|da igual|i do not know|i don ?t know|don t know|no idea|i(?: d| would)? rather not|i (?:do not|don t) (?:want|wish) to (?:say|give|tell|share|answer))\\b',
    '^(cualquiera|skip|omitir|saltar|siguiente)( (pregunta|por favor|please|esta?|es[ao]|de (es[ao]s|l[ao]s \\w+)))?$',
    '^(otr[oa]( cosa)?|something else|paso|nada)$',
  ].join('|'),
);

/** `Mejor no digo dónde, me da miedo`. */
const KEEPS_SILENT =
  /^(pero |ay |yo )*((mejor|prefiero|eso) )?no (le |les |te |lo |se lo )*(digo|dire|decir|decirlo|quiero decir\w*|voy a decir\w*)( (donde|nada|eso|la direccion|el lugar))?( (que |porque )?(me da |tengo )(miedo|pena|temor)( .*)?)?$/;

/** `… no conozco por ahí`, `… no soy de aquí`: why it is not known. */
const STRANGER =
  /^((?:ay |pues |la verdad )*no (?:lo )?(?:se|sabria|recuerdo)\b.*?|) ?(?:es que |porque |pues |ya que )?(?:yo )?(?:no (?:conozco|soy|vivo|ando) (?:bien |mucho |nada )?(?:de |por |en )*(?:aqui|aca|ahi|alli|alla|eso|esos lados|esa (?:area|zona|parte)|el (?:area|lugar)|la zona)|soy nuev[oa](?: (?:aqui|por aqui|en el barrio))?|estoy perdid[oa])$/;

/** English takes more words to say so. */
const ENGLISH = /^i (?:do|don|d|would)\b/;

/** "I do not know", "it does not matter": a slot left open by the citizen's wish. */
export function declines(text: string): boolean {
  const plain = plainWords(text).replace(STRANGER, (_, before: string) => before || 'no se');
  if (KEEPS_SILENT.test(plain)) return true;
  return plain.split(' ').length <= (ENGLISH.test(plain) ? 8 : 6) && DECLINES.test(plain);
}
