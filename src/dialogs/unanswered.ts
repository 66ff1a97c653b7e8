import type { Sentence } from '../texts.ts';
import { agencyWords } from './agency-words.ts';
import { holderOfDraft } from './intake/guess.ts';
import { plainWords } from './plain-words.ts';
import { lines, type Scene, say } from './scene.ts';

/** So soon after a danger a question is one for those who help. */
export const NEAR_MS = 2 * 3_600_000;

/** Was a danger, or a wish to die, told in this talk not long ago, and does no person have it yet? */
export function isAfterDanger(
  { conversation, facts }: Pick<Scene, 'conversation' | 'facts'>,
  which: readonly string[] = ['danger', 'distress'],
): boolean {
  const { mode, reason, since } = conversation;
  const isOne = mode === 'bot' && reason !== null && which.includes(reason);
  return isOne && facts.now.getTime() - Number(since) < NEAR_MS;
}

/** `¿Van a ser los mismos policías?`, `no confío en ellos`. */
const DISTRUST =
  /\b(l[oa]s? mism[oa]s?|ell[oa]s mism[oa]s|no (les |le )?confio|no me fio|se tapan|se cubren|the same (people|police\w*|officers?)|don t trust|not trust)\b/;

/** `¿Van a decir que fui yo?`, `¿se va a enterar?` */
export const WHO_LEARNS =
  /\b(se (van a |va a )?(enteran?|enterar)|averig\w+|van? a (saber|decir)|sepan?|fui yo|soy yo|me asegur\w+|represalias?|miedo|(sale|salen|saldra|aparece|aparecen|aparecera|(se|lo|la|me) ve|se muestra|publican?|ven|van a ver) (ahi |en (la|el) \w+ |alli )?(mi|mis|de donde|desde donde|quien|que fui)\b|(ahi|eso|les?|el reporte) (les? )?(sale|salen|aparece)\b|ven (mi|quien)|(es|sera|va|queda|seria) (\w+ )?(anonim|privad|confidencial|secret)\w*|is (it|this|that) (anonymous|private|confidential)|find out|(will|do|can|does) (they|he|she|anybody|you|the \w+) (know|tell|see|learn))\b/;

/** `¿Quién lee lo que escribo?`, `¿guardan mi nombre?`, `¿es confidencial?` */
export const WHO_READS =
  /\b(a quien(es)? (mas )?(le |les )?(llega|llegan|va|mandan|envian) (ese|este|el|mi|eso|esto|lo que)\b|quien(es)? (mas )?(((lo|la|los|las|le) )((puede|pueden|va a|van a) )?(ve|ven|lee|leen|ver|leer)|((puede|pueden|va a|van a) )?(ve|ven|lee|leen|ver|leer|verl[oa]|leerl[oa]|tiene acceso)( (aqui$|esto|eso|lo que|mi (reporte|mensaje|queja|denuncia|nombre|numero)|mis (datos|mensajes))|$))|guardan? (usted |ustedes )?(mi|mis) (nombre|datos|informacion|numero|telefono)|mi privacidad|comparten? (mis|los) datos|((se|le|les) (lo |la )?)(dan|pasan|cuentan|dicen) (a la policia|al gobierno)|(es|son|sera|seria) (esto |todo |algo )?confidencial|(puede|pueden|va a|van a) (verl[oa]|leerl[oa]|ver (esto|lo que)|leer (esto|lo que))|(lo|la|esto|eso) lee (un|una|alguna|alguien)|alguien (lo|la|las|los) lee|who (reads|sees|can (read|see)|will (read|see))|is (this|it) (private|confidential))\b/;

/** `¿Y si no me contestan?` */
export const LATE =
  /\b(si no (me |nos |le )?(contest\w+|respond\w+|hacen( nada| caso)?|atiend\w+|cumpl\w+|vien\w+|llam\w+)|y si se (pasa|vence)|(what )?if (they|nobody|no one) (do not|don t|doesn t|never|ignore)?)\b/;

/** What the body sees of the writer, by how the report or the case is kept. */
export const SEEN = {
  anonymous: 'info.sees_nothing',
  confidential: 'info.sees_words',
  normal: 'info.sees_all',
  open: 'info.sees_all',
} as const;

/** `¿Y quién es el MOP?`, `eso qué es`. */
const WHO_IS =
  /^(\w+ )?(y )?((eso|esa|ese) )?((quien|que) es|what is|who is)( (el|la|eso|esa|ese|lo que|that|the)\b.*)?$/;

/** `¿Y por qué ACODECO?`, `por qué lo mandan ahí`. */
const WHY = /^(y |pero |eso |esto |entonces |and |but )*(por que|why)\b/;

function namesIt(plain: string, acronym: string): boolean {
  const named = ` ${plain} `.includes(` ${plainWords(acronym)} `);
  return named || /\b(ahi|alli|ellos|esa entidad|esa institucion|them|there)$/.test(plain);
}

/**
 * What is said to a question nobody here can answer: after a danger, who does so now; of a report, the body that gets it,
 * and what else can be done by who does not trust it; else that nothing is known. `isKept`: the question goes along with it.
 */
export function unanswered(scene: Scene, isKept = false): Sentence {
  if (isAfterDanger(scene)) return say(scene, 'emergency.ask_there');
  const { draft } = scene.state;
  const held = draft && holderOfDraft(scene, draft);
  const agency = held ? scene.catalogue.agencies.get(held.holder.agencyId) : undefined;
  if (agency === undefined) return say(scene, 'info.unknown');
  const plain = plainWords(scene.burst.text);
  if (WHO_LEARNS.test(plain) || WHO_READS.test(plain))
    return say(scene, SEEN[scene.state.draft?.privacy ?? 'open']);
  if (WHY.test(plain) && namesIt(plain, agency.acronym))
    return say(scene, 'info.why_body', { agency: agency.acronym, name: agency.name });
  if (WHO_IS.test(plain)) return say(scene, 'info.who_is', { agency: agency.acronym, name: agency.name });
  if (LATE.test(plain)) {
    const service = draft?.serviceId ? scene.catalogue.services.get(draft.serviceId) : undefined;
    if (service) return lines(say(scene, 'info.days', { days: service.days }), say(scene, 'info.if_late'));
  }
  if (DISTRUST.test(plain)) return say(scene, 'info.distrust', { agency: agency.acronym });
  return lines(agencyWords(scene, agency, plain), isKept ? say(scene, 'info.question_kept') : null);
}
