import type { Case, CaseChange } from '../cases/case.ts';
import { isOpen } from '../cases/lifecycle.ts';
import { addToCase, answerQuestion, correctPlace, reopenCase } from '../cases/steps.ts';
import { agencyName } from '../catalogue/route.ts';
import { plainWords } from '../catalogue/words.ts';
import type { Choice } from '../channels/channel.ts';
import { caseMatter, caseStatus } from './case-words.ts';
import { chosen } from './chosen.ts';
import type { Awaits } from './conversation.ts';
import { placeFrom } from './intake/absorb.ts';
import { beginReport } from './intake/flow.ts';
import { placeText, sureService } from './intake/guess.ts';
import { awaiting, pendingQuestion } from './questions.ts';
import {
  choiceOf,
  lines,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  withState,
} from './scene.ts';
import { askSolved, yesAndNo } from './solution.ts';

const SOLVED =
  /\b(ya (lo |la |los |las )?(arregl\w+|repar\w+|solucion\w+|resolv\w+|limpi\w+|recog\w+|tap\w+|quedo|volvio|llego|hay agua|hay luz|vinieron y)|qued[oa]\w* (listo|resuelt\w+|arreglad\w+|solucionad\w+)|problema resuelto|ya esta (resuelto|arreglado|listo|solucionado)|it is fixed|fixed now)\b/;
const NOT_SOLVED =
  /\b(sin (resolver|solucionar|arreglar)|no (lo |la )?(resolvieron|arreglaron|solucionaron|hicieron nada)|sigue (igual|sin|el problema|la)|siguen sin|no era verdad|mentira|lo cerraron|cerraron (el|mi) caso|not fixed|still (not|no|the same|broken))\b/;
const GO_ON =
  /\b(todavia|aun|sigue|siguen|seguimos|no han venido|no ha venido|nadie (ha )?(venido|viene|vino)|ya van|ya pasaron|se me olvido|olvide decir|quiero agregar|para agregar|agregue|anada|otra cosa del caso|del mismo caso|mi caso|mi reporte|el reporte que hice|still|also i forgot)\b/;
const MOVED =
  /\b(era en|es en el otro|me equivoque|no es en|no era en|quise decir|corrijo|direccion correcta|lugar correcto|wrong place)\b/;
const WITHDRAW =
  /\b(retirar|retire|anular|anule|cancelar|cancele|borrar|quitar|ya no quiero) (el |mi |ese |este )?(caso|reporte|queja|denuncia)\b|\bwithdraw\b/;

/** Words, files and pins about a case that was filed: added to it, answered, corrected, taken back. */
export const followUp: Topic = scene => {
  const { facts, burst, state } = scene;
  if (facts.cases.length === 0 || state.draft !== null || burst.choice !== null) return null;
  const quoted = facts.cases.find(({ number }) => number === facts.quoted);
  if (quoted) return addOrAnswer(scene, quoted);
  const about = aboutCase(scene);
  if (!about) return null;
  return about.length === 1 && about[0] ? addOrAnswer(scene, about[0]) : askWhich(scene, about);
};

/** The cases this may be about; null: none of them. */
function aboutCase(scene: Scene): Case[] | null {
  const { facts, burst } = scene;
  const open = facts.cases.filter(isOpen);
  const plain = plainWords(burst.text);
  if (plain === '') return burst.files.length > 0 || burst.pinned ? nonEmpty(open) : null;
  const means = [SOLVED, NOT_SOLVED, GO_ON, MOVED, WITHDRAW].some(pattern => pattern.test(plain));
  if (!means || facts.reading.intent === 'info') return null;
  const service = sureService(scene, facts.reading.services, null);
  const same = facts.cases.filter(({ serviceId }) => service !== null && serviceId === service.id);
  if (service && same.length === 0 && !WITHDRAW.test(plain) && !MOVED.test(plain)) return null;
  const ended = NOT_SOLVED.test(plain) ? facts.cases.filter(c => !isOpen(c) && c.status !== 'withdrawn') : [];
  return nonEmpty(same) ?? nonEmpty(open) ?? nonEmpty(ended.slice(0, 3));
}

function nonEmpty(cases: Case[]): Case[] | null {
  return cases.length > 0 ? cases : null;
}

function askWhich(scene: Scene, cases: Case[]): Move {
  const choices = cases
    .slice(0, 5)
    .map(c => ({ label: `${caseMatter(scene, c)} (${c.number})`, value: `case:${c.number}` }));
  const all: Choice[] = [...choices, choiceOf(scene, 'choice.new_case', 'new')];
  const { text, files } = scene.burst;
  return pending(scene, awaiting('case', all, { held: { text, files } }));
}

function pending(scene: Scene, awaits: Awaits): Move {
  const next = withState(scene, { awaits, lost: 0 });
  const question = pendingQuestion(next);
  return { state: next.state, replies: question ? [question] : [] };
}

/** Which of several cases: the words that waited go there. Null: that was no answer. */
export function answerCase(scene: Scene, awaits: Awaits): Move | null {
  const pick = chosen(awaits.choices, scene.burst)?.value;
  const held = withHeld(scene, awaits);
  if (pick === 'new') return beginReport(held, held.burst.text);
  const c = scene.facts.cases.find(({ number }) => pick === `case:${number}`);
  return c ? addOrAnswer(held, c) : null;
}

/** The scene as when the words that waited were written. */
function withHeld(scene: Scene, { held }: Awaits): Scene {
  const free = withState(scene, { awaits: null });
  return held ? retold(free, held.text, held.files) : free;
}

/** What words about one case do to it. */
export function addOrAnswer(scene: Scene, c: Case): Move {
  const plain = plainWords(scene.burst.text);
  if (c.status === 'awaiting_citizen') return answered(scene, c);
  if (WITHDRAW.test(plain)) return isOpen(c) ? askWithdraw(scene, c) : shown(scene, c);
  if (NOT_SOLVED.test(plain) && !isOpen(c)) return reopened(scene, c);
  if (SOLVED.test(plain)) return askSolved(scene, c);
  const moved = MOVED.test(plain) ? moveCase(scene, c) : null;
  if (moved) return moved;
  if (plain === '' && scene.burst.files.length === 0) return shown(scene, c);
  return added(scene, c);
}

function askWithdraw(scene: Scene, c: Case): Move {
  return pending(scene, awaiting('withdraw', yesAndNo(scene), { caseNumber: c.number }));
}

function shown(scene: Scene, c: Case): Move {
  return {
    state: { ...scene.state, lost: 0 },
    replies: [replyOf(caseStatus(scene, c), { caseNumber: c.number })],
  };
}

/** Adds what was written and sent to a case. */
export function added(scene: Scene, c: Case): Move {
  const { burst, facts } = scene;
  const words = { text: burst.text === '' ? null : burst.text, attachments: burst.files, at: facts.now };
  const change = addToCase(c, { ...words, by: 'citizen' });
  return changed(scene, change, say(scene, 'follow.added', { number: c.number }));
}

/** A change of a case and its acknowledgement. */
export function changed(
  scene: Scene,
  change: CaseChange,
  sentence: ReturnType<typeof say>,
  awaits: Awaits | null = null,
): Move {
  const next = withState(scene, { awaits, lost: 0 });
  const { number } = change.case;
  const question = pendingQuestion(next);
  const replies = [replyOf(sentence, { caseNumber: number }), ...(question ? [question] : [])];
  return { state: next.state, cases: [change], replies };
}

/** The agency's question is answered; its clock goes on. */
export function answered(scene: Scene, c: Case): Move {
  const { burst, facts, catalogue } = scene;
  const words = { text: burst.text === '' ? null : burst.text, attachments: burst.files, at: facts.now };
  const change = answerQuestion(c, words, catalogue.centre);
  return changed(scene, change, say(scene, 'follow.answered', { number: c.number }));
}

function reopened(scene: Scene, c: Case): Move {
  const { burst, facts, catalogue } = scene;
  const change = reopenCase(c, { cause: burst.text || null, at: facts.now }, catalogue.centre);
  return changed(scene, change, say(scene, 'follow.reopened', { number: c.number }));
}

function moveCase(scene: Scene, c: Case): Move | null {
  if (!isOpen(c)) return null;
  const { facts, burst, catalogue, state } = scene;
  const found = facts.reading.places.length > 0 ? placeFrom(scene, null, burst.text) : null;
  if (found === null || !('place' in found) || found.place.code === null) return null;
  const { place } = found;
  const service = c.serviceId === null ? undefined : catalogue.services.get(c.serviceId);
  const routing = service && scene.route(service, place);
  const holder = routing && 'holder' in routing ? routing.holder : null;
  const change = correctPlace(c, { place, holder, at: facts.now });
  const agency = change.case.holder && agencyName(catalogue, change.case.holder, state.language);
  const words = say(scene, 'follow.moved', { number: c.number, place: placeText(scene, place) });
  return changed(scene, change, lines(words, agency ? say(scene, 'follow.moved_agency', { agency }) : null));
}

/** The same matter as a case they have open: added to it, or another one? */
export const sameAgain: Topic = scene => {
  const { facts, burst, state } = scene;
  if (state.draft !== null || burst.choice !== null || burst.text === '' || facts.reading.intent !== 'report')
    return null;
  const service = sureService(scene, facts.reading.services, null);
  const [place] = facts.reading.places;
  const same = facts.cases.find(c => {
    const elsewhere = place && c.place?.code && !isNear(place.code, c.place.code);
    return isOpen(c) && service !== null && c.serviceId === service.id && !elsewhere;
  });
  if (!same) return null;
  const choices = [choiceOf(scene, 'choice.add_to_case', 'add'), choiceOf(scene, 'choice.new_case', 'new')];
  const { text, files } = burst;
  return pending(scene, awaiting('duplicate', choices, { caseNumber: same.number, held: { text, files } }));
};

function isNear(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Added to the open case, or a new one. Null: that was no answer. */
export function answerDuplicate(scene: Scene, awaits: Awaits): Move | null {
  const pick = chosen(awaits.choices, scene.burst)?.value;
  const held = withHeld(scene, awaits);
  if (pick === 'new') return beginReport(held, held.burst.text);
  const c = scene.facts.cases.find(({ number }) => number === awaits.caseNumber);
  return pick === 'add' && c ? added(held, c) : null;
}
