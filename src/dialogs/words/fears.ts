import { plainWords } from './plain-words.ts';

/** What somebody without papers fears of a report. */
const OF_PAPERS =
  /\b(?:deport\w*|indocumentad\w+|sin papeles|no (?:tengo|tenemos|tiene) papeles|undocumented|(?:no|without) papers)\b/;
const BEFALLS =
  /\b(?:deport\w*|(?:me|nos) (?:van a|va a|pueden?|podrian?) (?:hacer|pasar|echar|sacar|botar|agarrar|llevar|meter|mandar)|(?:me|nos) (?:echan|sacan|botan|agarran|llevan|hacen)|hacer(?:me|nos)|(?:can|will) (?:they|you) (?:\w+ )?(?:me|us))\b/;
const BY_REPORT =
  /\b(?:si|if|por|for) (?:\w+ ){0,2}(?:pongo|hago|denuncio|reporto|quejo|quejarme|denunciar|reportar|esto|eso|esta queja|este reporte|complain\w*|report\w*|this|it)\b/;

/** Does a text tell that they fear to be sent away, or have no papers? */
export function fearsForPapers(plain: string): boolean {
  return OF_PAPERS.test(plain);
}

/** Is it asked whether they may be sent away, for the report that is open or for one they would make? */
export function asksIfSentAway(plain: string, whole: string, hasReport: boolean): boolean {
  return OF_PAPERS.test(whole) && BEFALLS.test(plain) && (hasReport || BY_REPORT.test(whole));
}

const ROLE =
  '(?:policias?|agentes?|sargentos?|tenientes?|cabos?|capitan|oficial(?:es)?|guardias?|inspector\\w*|funcionari\\w+|alcalde\\w*|alcaldesa|representante|juez\\w?|fiscal|director\\w*|supervisor\\w*|doctor\\w*|jef[ea]s?|officers?|inspectors?|official|mayor|judge|principal|boss)';
const SAME =
  '(?:(?:el|la|al|los|las) mism[oa]s?(?! (?:dia|hora|lugar|caso|reporte|queja|denuncia|cosa|numero|problema|calle|sitio)\\b)|the same (?:man|woman|one|person|officer\\w*|people))';
const ACCUSED = new RegExp(
  `\\b(?:${SAME}|a(?:l)? (?:que|quien) (?:yo )?(?:denuncio|denuncie|acuso|acuse)|(?:el|la) (?:que|acusad[oa])(?: me)? (?:pego|pegaron|denuncie|pidio)|himself|herself)\\b`,
);
/** Of several who have such an office, the one they told of. */
const OFFICIAL = new RegExp(`\\b(?:el|la|al|los|ese|esa|the|that) (${ROLE})\\b(?! de paz\\b)`);
const SEES_IT =
  /\b(?:(?:lo|la) (?:va a |van a |vaya a |puede |podria |podra )?(?:ver|leer|recibir|ven?|lee|leen|vea|lea|recibe)|(?:va a|van a|puede|podria|podra) (?:ver|leer|recibir)l[oa]|(?:esto|eso) (?:lo )?(?:ve|lee|vera|leera)|(?:le|les) (?:va a )?lleg(?:a|ar|ara|aria|an|ue)|se (?:va a |puede )?enter(?:a|ar|ara|e)|(?:see|sees|read|reads|get|gets) (?:it|this)|find out)\b/;

/** Is it asked whether the one they accuse may come to read it, whom they told of: `¿no la va a ver el mismo Ortega?` */
export function asksIfAccusedReads(text: string, told: string): boolean {
  const plain = plainWords(text);
  if (!SEES_IT.test(plain)) return false;
  const known = plainWords(told);
  const [, official] = OFFICIAL.exec(plain) ?? [];
  const isOfficial = official !== undefined && known.includes(official);
  const isNamed = namesIn(told).some(name => ` ${plain} `.includes(` ${plainWords(name)} `));
  return ACCUSED.test(plain) || isOfficial || isNamed;
}

const NAME = /(?<=[\p{L}\d,]\s)\p{Lu}\p{Ll}{2,}/gu;

/** The names within what was told, as they are written. */
function namesIn(told: string): string[] {
  return [...told.matchAll(NAME)].map(([name]) => name);
}
