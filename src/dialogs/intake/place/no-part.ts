/** What stands in words of a place and says nothing of where: whom they speak to, how many there are, which class. */

/** `Los Santos joven, de Las Tablas`: whom they speak to; but `la casa de la señora`, `Nuestra Señora`. */
const SPOKEN_TO =
  /(?<!(?:^|[\s,])(?:la|el|los|las|una?|de|del|al|con|mi|su|do[ñn]a|nuestr[oa]|divino|buen)[\s,]*)[\s,]+(?:joven|j[oó]ven(?:es)?|señorita|señora?|sra?|amig[oa]|amable|oiga|vea|licenciad[oa]|licen|jefe|mi (?:amor|reina|rey|hij[oa])|por favor|porfa(?:vor)?|porfis|sir|madam|miss|please)(?=\s*(?:[,.;!?]|$))/giu;

const UNITS =
  'metros?|mts?|m|km|kil[oó]metros?|cuadras?|calles?|minutos?|min|pasos|entradas?|paradas?|sem[aá]foros?|blocks?|meters?|minutes?|streets?|stops?';
const COUNTED = `\\d+ (?!(?:${UNITS})(?!\\p{L}))\\p{L}+`;
const ABOUT = '(?:about |around |como |unos |unas |aproximadamente |m[aá]s o menos |casi )';
const ARE = '(?:son|eran|fueron|hay|hab[ií]a|are|were|there are|there were)';

/** `No son 4 carros sino 6`, `son 6, no 4`, `About 5 lights`: how many. */
const COUNTS = [
  `(?:(?:y|e|and) )?(?:no|not) ${ARE} ${ABOUT}?\\d+(?: \\p{L}+){0,2}?,? (?:sino|son|eran|but|they are) (?:que son )?${ABOUT}?\\d+(?: (?!(?:y|e|en|es|pero|de|and|in|but)(?!\\p{L}))\\p{L}+)?`,
  `(?:(?:y|e|and) )?(?:ya )?${ARE} ${ABOUT}?\\d+(?: \\p{L}+)?,? (?:y )?(?:no|not) (?:son |eran )?\\d+(?: (?!(?:y|e|en|es|pero|de|and|in|but)(?!\\p{L}))\\p{L}+)?`,
  `(?<=[.,;]\\s*)(?:(?:y|e|and) )?(?:${ABOUT}|${ARE} ${ABOUT}?)${COUNTED}[^.,;\\n]*`,
].join('|');

const NTH =
  '(?:\\d{1,2}\\s?(?:°|º|ro|er|do|to|mo|vo|no|st|nd|rd|th)?|primer|segundo|tercer|cuarto|quinto|sexto|s[eé]ptimo|octavo|noveno|d[eé]cimo|und[eé]cimo|duod[eé]cimo|first|second|third|fourth|fifth|sixth)';
/** `2 grado`, of a school: the class, and no number of it. */
const CLASS = `(?:(?:(?:y )?es |el (?:sal[oó]n|grupo) (?:de |del )?|sal[oó]n (?:de |del )?|del? |en |el |la )*)${NTH} (?:grado|grade)(?: [a-d](?!\\p{L}))?`;

/** `Antes de enviar`, `antes de enviarlo`: when, and not before what. */
const BEFORE_DOING =
  '(?<=^|[.,;\\n]\\s*)(?:antes|despu[eé]s) de (?:que )?(?:env|mand|segu|termin|contin|firm|confirm|cerr)\\p{L}*(?: (?:el|la|mi|esto|eso)(?: (?:reporte|caso|queja))?)?(?=\\s*(?:[,.;?!]|$))|(?<=^|[.,;\\n]\\s*)before (?:sending|you send|i send)(?: (?:it|this))?(?=\\s*(?:[,.;?!]|$))';

const ASIDE = new RegExp(`(?<![\\p{L}\\d])(?:${COUNTS}|${CLASS}|${BEFORE_DOING})(?![\\p{L}\\d])`, 'giu');

const TOLD = new RegExp(`(?<![\\p{L}\\d])(?:${COUNTS}|${CLASS})(?![\\p{L}\\d])`, 'giu');

/** Words without whom they speak to, how many there are and which class: none of it says where. */
export function withoutAside(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  const left = text.replace(SPOKEN_TO, '').replace(ASIDE, ' ');
  return left === text
    ? text
    : left
        .replace(/[^\S\n]{2,}/g, ' ')
        .replace(/^[\s,;]+|[\s,;]+$/g, '')
        .replace(/\s+(?=[,;])/g, '')
        .replace(/,(?:\s*,)+/g, ',');
}

/** Nothing else is looked for where none of these stands. */
const MAY_HOLD =
  /\d|grado|grade|antes|despu|before|j[oó]v|señor|sra?(?!\p{L})|amig|amable|oiga|vea|licen|jefe|mi |porf|por favor|sir|madam|miss|please/iu;

/** What is told so beside where it is: `son 6 carros`; whom they speak to is nothing told. */
export function asideIn(text: string): string[] {
  return [...text.matchAll(TOLD)].map(([words]) => words.trim());
}
