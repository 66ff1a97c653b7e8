import type { Case } from '../cases/case.ts';
import { findNumbers } from '../cases/number.ts';
import { plainWords } from '../catalogue/words.ts';
import type { Reply } from '../channels/channel.ts';
import { caseLine, caseStatus } from './case-words.ts';
import { addOrAnswer } from './follow-up.ts';
import { led } from './intake/flow.ts';
import { pendingQuestion } from './questions.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic } from './scene.ts';

const MOST_LISTED = 5;
/** Beyond a number and these, a message says something about the case. */
const ASKING =
  /\b(estado|como va|como esta|status|saber|consultar|ver|caso|numero|mi|el|la|de|del|que|hay|paso|pasa|con|por favor|porfa|quiero|quisiera|hola|buenas|buenos|dias|tardes|noches|nuevo|novedad|novedades|311|reporte|seguimiento|dar|darle|es|my|case|the|of|what|is|check|please)\b/g;

/** A case named by its number: where it stands, or what is said about it. Somebody else's shows nothing. */
export const namedCase: Topic = scene => {
  const { prefix } = scene.catalogue.centre;
  const found = findNumbers(scene.burst.text, prefix);
  const [first] = found;
  if (!first) return null;
  const own = found.flatMap(({ number }) => scene.facts.cases.find(c => c.number === number) ?? []);
  const [c] = own;
  if (!c) return strange(scene, first.valid ? 'status.not_yours' : 'status.mistyped', first.number);
  const rest = plainWords(scene.burst.text)
    .replace(/[0-9 ]{9,}/g, ' ')
    .replace(ASKING, ' ');
  if (
    rest
      .trim()
      .split(/\s+/)
      .filter(word => word.length > 2).length >= 2
  )
    return addOrAnswer(scene, c);
  return told(scene, caseStatus(scene, c), c.number);
};

function strange(scene: Scene, key: 'status.not_yours' | 'status.mistyped', number: string): Move {
  return told(scene, say(scene, key, { number, url: `${scene.publicUrl}/caso` }));
}

/** An answer between two questions: what was asked before is asked again. */
function told(scene: Scene, sentence: ReturnType<typeof say>, caseNumber?: string): Move {
  const about = caseNumber === undefined ? {} : { caseNumber };
  const question = pendingQuestion(scene);
  const reply: Reply = question && scene.state.draft ? led(sentence, question) : replyOf(sentence, about);
  return { state: { ...scene.state, lost: 0 }, replies: [reply] };
}

const MINE = /\b(mis casos|mis reportes|mis quejas|mis denuncias|my cases|ver (mis )?casos|lista de casos)\b/;
const HOW =
  /\b((que paso|como va|como sigue|que hay|en que (va|quedo|esta)|estado) (con |de |del |en )?(mi|el) (caso|reporte|queja|denuncia|solicitud)|y mi (caso|reporte|queja|denuncia)|estado de mi|my case|case status)\b/;

/** "¿Y mi caso?", "mis casos": where they stand. */
export const ownCases: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  if (scene.burst.choice !== null || plain === '') return null;
  const asksStatus =
    scene.facts.reading.intent === 'status' || HOW.test(plain) || /^(mi )?(caso|estado)$/.test(plain);
  if (!MINE.test(plain) && !asksStatus) return null;
  return told(
    scene,
    listOf(scene, scene.facts.cases),
    scene.facts.cases.length === 1 ? scene.facts.cases[0]?.number : undefined,
  );
};

function listOf(scene: Scene, cases: Case[]): ReturnType<typeof say> {
  const [only] = cases;
  if (!only) return say(scene, 'status.none', { url: `${scene.publicUrl}/caso` });
  if (cases.length === 1) return caseStatus(scene, only);
  const shown = cases.slice(0, MOST_LISTED).map(c => caseLine(scene, c));
  return lines(say(scene, 'status.list'), ...shown, say(scene, 'status.which'));
}
