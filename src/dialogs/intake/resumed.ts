import type { Awaits, Draft } from '../conversation.ts';
import { companyOf } from '../danger/after-distress.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { afterQuestion, type Move, replyOf, retold, type Scene, say, withState } from '../scene.ts';
import { chosenWord } from '../words/chosen.ts';
import { signedClauses } from '../words/clauses.ts';
import { ordersBeside } from '../words/clear-order.ts';
import { answerAmong, consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { fileDraft } from './file.ts';
import { beginReport, proceed } from './flow.ts';
import { sureService } from './guess.ts';
import { saysFurther, tellsMatter } from './matter.ts';
import { sentAsOrdered } from './sent-as-ordered.ts';
import { matterOf } from './summary.ts';

/** Go on with the report that was begun, or leave it? Null: that was no answer. */
export function answerResume(scene: Scene, awaits: Awaits): Move | null {
  const { draft } = scene.state;
  const pick = chosenWord(awaits.choices, scene.burst);
  const free = afterQuestion(scene);
  if (draft === null) return null;
  const isMeant = pick === null && meansDraft(scene, draft);
  if (pick === 'yes' || isMeant) return goOn(free, { ...draft, touchedAt: scene.facts.now.toISOString() });
  const { lines, files } = awaits.held ?? { lines: [], files: [] };
  const tellsOther = pick === null && tellsMatter(scene.burst.text, scene.facts.reading);
  if (pick === null && !tellsOther) return null;
  // Put by for a wish to die, it is left for nothing but another matter, and comes back after that.
  const isPutBy = awaits.held === undefined && pick === null;
  if (isPutBy && sureService(scene, scene.facts.reading.services, null) === null) return null;
  const all = tellsOther ? [...lines, ...scene.burst.lines] : lines;
  const later = [...free.state.later, ...(isPutBy ? draft.description : [])];
  const left = retold(withState(free, { draft: null, awaits: null, later }), all, files);
  if (files.length > 0 || tellsMatter(left.burst.text, left.facts.reading)) return beginReport(left);
  return { state: left.state, replies: [replyOf(say(scene, 'dropped'))] };
}

/** `Mande lo de la ayuda`, `la que usted me dijo, del MIDES`, `lo que le conté antes`: the report that was begun, and no other. */
function meansDraft(scene: Scene, draft: Draft): boolean {
  const { burst, facts } = scene;
  const meant = answerAmong(burst.text)?.meant ?? consentIn(burst.text);
  const isLeft = meant !== null && meant !== 'yes';
  if (burst.choice !== null || isLeft || saysFurther(burst.text)) return false;
  if (meant === 'yes' || SAME.test(plainWords(burst.text))) return true;
  const service = sureService(scene, facts.reading.services, null);
  if (service !== null) return service.id === draft.serviceId;
  const own = contentWords([matterOf(scene, draft), bodyOf(scene, draft), ...draft.description].join(' '));
  return contentWords(burst.text).some(word => own.includes(word));
}

/** The body that has it, as people call it. */
function bodyOf({ catalogue, route }: Scene, { serviceId, agencyId, place, kind }: Draft): string {
  const service = catalogue.services.get(serviceId ?? '');
  const routing = service && route(service, place, kind ?? undefined);
  const ruled = routing && 'holder' in routing ? routing.holder.agencyId : null;
  return catalogue.agencies.get(agencyId ?? ruled ?? '')?.acronym ?? '';
}

const SAME =
  /\b(?:lo (?:mio|anterior|mismo|primero|de (?:antes|ahorita|hace rato)|que (?:(?:yo|ya|le|les|usted|me|iba|iban|a) )*(?:conte|dije|dijo|decia|estaba\w*|mandar|enviar|hacer))|(?:el|mi|ese|este|aquel|the|my|that) (?:reporte|caso|tramite|report|case|complaint)|(?:la|mi|esa|aquella) (?:queja|denuncia|solicitud)|what i (?:told|said|was saying))\b/;

/** What is open is asked on; who orders it sent as it was shown has it sent, and what they feel is no word of it. */
function goOn(scene: Scene, draft: Draft): Move {
  const open = withState(scene, { draft });
  const { awaits } = open.state;
  const lead = companyOf(scene);
  const isShown = awaits !== null && stepOf(awaits) === 'confirm' && draft.summarised;
  const sent = isShown && ordersBeside(scene.burst.text) ? sentWith(open, draft) : null;
  if (sent) return { ...sent, replies: [...(lead === null ? [] : [replyOf(lead)]), ...sent.replies] };
  if (awaits === null) return proceed(open, draft, lead);
  return { state: open.state, replies: lead === null ? [] : [replyOf(lead)], whole: true };
}

/** Sent with where it is and what else is told of it. */
function sentWith(scene: Scene, draft: Draft): Move | null {
  const told = signedClauses(scene.burst.text).filter(clause => {
    const { places, services } = scene.facts.read(clause);
    const isTold =
      !ordersBeside(clause) && (places.length > 0 || sureService(scene, services, null) !== null);
    return isTold && companyOf(retold(scene, [clause])) === null;
  });
  if (told.length > 0) return sentAsOrdered(scene, draft);
  return fileDraft(retold(scene, []), draft);
}
