import { setsRight } from '../acts.ts';
import type { StepName } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { praises } from '../words/praise.ts';
import { asksToReach, contactAsked } from './agency-words.ts';
import { reachedBefore } from './asked-on.ts';
import { fieldsAsked } from './field-words.ts';
import { answeredBeside, ofSureProcedure, told } from './information.ts';
import { costsOfSeveral } from './of-several.ts';
import { tellsOther } from './told-beside.ts';

/** `Lo que quiero es que multen al dueño` wishes, and `… que documentos piden` asks. */
const WISHED =
  '(?! (?:(?:me|nos|lo|la|los|las|le|les|se|ya|no|alguien|el|ellos|ustedes|usted) )*[a-zñ]+(?:e|a|en|an)\\b(?<!\\b(?:hora|fecha|oficina|clase|era|esta|pasa|tarda|debe|puede|tiene|hace)))';

const ONLY_ASKS = new RegExp(
  [
    '^(no )?(es|era) (solo |solamente )?una (pregunta|consulta|duda)\\b',
    '\\b(es|era) una (pregunta|consulta|duda) (nada mas|no mas|solamente|y ya|simple)\\b|^(no |ay |ah )*(ningun[oa]|nada)( de (es[oa]s|las dos|los dos))? (es|era|solo|yo|lo mio es) (solo |solamente )?(una )?(pregunta|consulta|duda|pregunto|consulto)\\b',
    '\\b(es|era) (solo|solamente|nada mas) (una )?(pregunta|consulta|duda)\\b',
    '\\b(solo|solamente|nada mas) (es|era|hago|tengo|tenia|fue) (una )?(pregunta|consulta|duda)\\b',
    '\\bno (es|era) (una |ninguna )?(sugerencia|idea|propuesta|reclamo)\\b.*\\b(saber|pregunt\\w+|consult\\w+|informacion)\\b',
    '^no (yo )?solo (quiero|queria|quisiera) saber\\b',
    '\\bno (es|era|estoy poniendo|quiero poner|quiero) (una |ninguna )?(queja|denuncia|reporte)\\b(?!.*\\bes (una |un )?(queja|denuncia|reporte)\\b).*\\b(saber|pregunt\\w+|consult\\w+|informacion|(?<!mi |mis |su )(numero|telefono|direccion|horario|pagina)(?! es\\b))\\b',
    '\\bsolo (estoy |estaba |era por )?(pregunt(o|e|aba|ando|ar)|consult(o|aba|ando|ar)|averigu(o|aba|ando|ar))\\b',
    `\\blo que (quiero|necesito|queria|quisiera|pregunto) (saber )?es (saber |que me (digan?|expliquen?|informen?) )?(a )?(donde|como|que${WISHED}|cuanto|cuando|quien)\\b`,
    '\\bno (me )?(mande|envie|manden|envien|ponga|haga)n? nada\\b.*\\b(digame|diganme|dime|solo|saber|donde|como|que (?!pena))\\b',
    '\\bno quiero (ninguna |una |poner |hacer )*(queja|denuncia|reporte)s?( de nada)?\\b.*\\bsolo\\b',
    '\\bno (vengo|voy|estoy|vine)( aqui)? a (poner|hacer|presentar|meter) (una |ninguna |ningun )?(queja|denuncia|reporte|reclamo)s?\\b',
    '^(no |ay |pero |oiga |ah )*(yo )?(solo |le |te )*pregunt(o|aba) (si|que|cuanto|como|cuando|donde|quien|por (el|la|lo))\\b',
    '\\bno quiero (poner |hacer |ningun |un |el )*(reporte|queja)s?(?= (y|pero|gracias|no|ya|entonces)\\b|$)|\\bi said no report\\b',
    '\\bno quiero (poner |hacer |abrir )*(otr[oa]|mas) (reporte|queja|caso|denuncia)s?\\b.*\\b(solo|pregunt\\w+|saber)\\b',
    '\\bno (estoy|ando|vengo) (reportando|denunciando|quejandome)\\b(?!.*\\bpero (si|quiero)\\b)|\\bes (solo )?una consulta$',
    '\\bno (yo )?me (estoy )?(quejo|quejando)\\b(?! de\\b)|\\bno (es|era) (una )?queja (es|era) (una |solo )*(pregunta|consulta|duda)\\b',
    '\\bno (es|era) (una )?(queja|denuncia|reporte)\\b.*\\bes una (pregunta|consulta|duda)\\b',
    '\\bno (quiero|vengo a|voy a) (mandar|enviar|poner|presentar|hacer) (una |ningun |ninguna |un )?(queja|denuncia|reporte)s?\\b.*\\b(dime|digame|diga|nada mas|solo|saber|pregunt\\w+)\\b',
    '\\bno (es|era) para (reportar|quejarme|denunciar|poner)\\b',
    '\\bno (es|era) (una )?(queja|denuncia|reporte)\\b.*\\bsolo (quiero |quisiera |queria |dime |digame )?(saber )?(a )?(donde|como|cuanto|cuando|que|quien|cual)\\b',
    '\\bno (una |ninguna )(queja|denuncia)\\b(?!.*\\b(una |es )(denuncia|queja|idea|sugerencia)\\b).*\\b(q|que|donde|como|cuanto|cuando|quien|cual)\\b',
    '^(que |ya |pero |te |le |dije )*no (me )?(envi|mand|pon|hag)\\w+ (la |una |ninguna |esa )?(queja|denuncia)\\b(?! (todavia|aun|hasta|asi|con|sin|al?)\\b)(?!.*\\bes (una )?(denuncia|queja|idea|sugerencia)\\b) .',
    '^(no |espere |pero |ah |ay )+(es que )?(yo )?(solo )?(le )?(pregunte|preguntaba) ',
    '\\b(yo )?lo (que|q) (yo )?(le )?(pregunto|pregunte|preguntaba|quiero saber|queria saber) (yo )?es (si|que si)\\b',
    '^(pero |yo |ay )*no (yo )?(le |les )?(dije|pedi) (que|q) (pusiera|hiciera|mandara|enviara|pusieran|hicieran|ponga)n? (una |la |ninguna )?(queja|denuncia|reporte)\\b.*\\bpregunt\\w+',
    `\\b(no quiero|no deseo|no voy a|no es para) (que )?(lo |la |le )?(mand|envi|report|pon|hac|present|lo envi)\\w+ (nada|ningun\\w*|un reporte|una queja|eso)\\b.*\\b(solo|pregunt\\w+|saber|consult\\w+|numero|telefono)\\b`,
    `\\b(do not|don t|dont|not) (want to |wanna |need to )?(send|sending|file|filing|report|reporting|make)\\b.*\\b(just|only)\\b`,
    '\\b(just (a question|asking|want to know|wanted to (know|ask))|only (asking|a question)|not (a )?complain\\w*.* (know|ask\\w*))\\b',
  ].join('|'),
);

/** Do they say that they only ask: `no me estoy quejando, pregunto si …`? */
export function saysOnlyAsks(text: string): boolean {
  return ONLY_ASKS.test(plainWords(text));
}

/** Who says that it is no report, and only asks, leaves it: `no es queja, solo quiero saber a dónde llamo`. */
export const onlyAsks: Topic = scene => {
  const { state, burst } = scene;
  const { draft, awaits } = state;
  const isOffered = awaits !== null && OFFERS.includes(stepOf(awaits));
  // Who praises wants that sent; what was asked apart leaves the report where it stands.
  const isWish = setsRight(scene) && !asksToReach(burst.text) && !ONLY_KNOWS.test(plainWords(burst.text));
  if (praises(burst.text) || isWish || /\baparte\b/.test(plainWords(burst.text))) return null;
  const reached = reachedBefore(scene);
  if (reached && saysOnlyAsks(burst.text)) return reached;
  if (burst.choice !== null || !(saysOnlyAsks(burst.text) || onlyKnows(scene))) return null;
  if (draft === null && !isOffered) {
    if (hasBeenTold(scene)) return { state, replies: [replyOf(say(scene, 'fine'))] };
    return soundsLikeReport(scene) && !asksNothingNew(scene) ? answeredBeside(scene) : null;
  }
  const open = withState(scene, { draft: null, awaits: null, lost: 0 });
  const contact = contactAsked(open, burst.text);
  if (contact) return told(open, contact);
  const before = draft === null ? null : reachedBefore({ ...open, informed: draft.description.join(' ') });
  if (before) return before;
  const costs =
    draft === null && scene.informed !== null ? costsOfSeveral(retold(open, [scene.informed])) : null;
  // `Yo solo quería saber el precio` of what was asked before.
  if (costs && fieldsAsked(plainWords(burst.text)).includes('cost')) return told(open, costs);
  if (draft === null)
    return asksNothingNew(scene)
      ? { state: open.state, replies: [replyOf(say(open, 'fine'))] }
      : answeredBeside(open);
  const whole = [...draft.description, burst.text].join(' ').replace(/[.?!;\n]+/g, ' ');
  const asking = retold(open, asksNothingNew(scene) ? draft.description : [whole]);
  return ofSureProcedure(open) ?? answeredBeside(asking);
};

/** Asked on behind an answer, it would be taken for a report by those that hear no more than its words. */
function soundsLikeReport({ informed, facts }: Scene): boolean {
  return informed !== null && facts.cases.length === 0 && facts.reading.intent === 'report';
}

/** `Yo solo quiero saber, porque viajo el 20`, of what was only asked from the beginning: no breakdown was told that it could leave. */
function onlyKnows({ state, burst }: Scene): boolean {
  const told = state.draft?.description ?? [];
  return told.length > 0 && ONLY_KNOWS.test(plainWords(burst.text)) && told.every(isQuestion);
}

function isQuestion(line: string): boolean {
  return (line.includes('?') || beginsAsQuestion(line)) && !tellsOther(line);
}

/** `No es sugerencia, yo solo quería saber el precio` puts nothing right. */
const ONLY_KNOWS =
  /\bsolo (quiero|kiero|queria|quisiera|necesito) (saber|preguntar)\b|\b(just|only) (want|wanted|need) to (know|ask)\b/;

/** Questions whether a report shall be made at all, or what is asked about. */
const OFFERS: readonly StepName[] = ['also', 'offer', 'insist', 'procedure'];

/** `Solo es pregunta, no voy a denunciar a nadie`, behind an answer; who protests that it was no complaint wants it once more. */
function hasBeenTold(scene: Scene): boolean {
  const isFree = scene.facts.cases.length === 0 && asksNothingNew(scene);
  return isFree && !/\bno (es|era|fue)\b/.test(plainWords(scene.burst.text));
}

/** `No quiero mandar nada, solo pregunto`: what is asked was told before. */
function asksNothingNew({ burst }: Scene): boolean {
  const rest = plainWords(burst.text).replace(ONLY_ASKS, ' ');
  return contentWords(rest).length <= 1 && !burst.text.includes('?');
}
