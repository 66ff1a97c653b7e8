import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import { stemOf } from '../../nlu/stem.ts';
import type { Sentence } from '../../texts.ts';
import { sureService } from '../intake/guess.ts';
import { contentWords } from '../likeness.ts';
import { lines, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksForHours, waysTo } from './agency-words.ts';
import { likelyProcedures, nextOf, SURE } from './information.ts';
import { cardLines, type Field, fieldWords, hasHours, sourceWords } from './procedure-words.ts';
import { tellsOther } from './told-beside.ts';

/** More words tell a story. */
const MOST_WORDS = 18;
/** From here on the words speak of a body by themselves. */
const MEANT = 0.5;

const ASKED: readonly (readonly [Field, RegExp])[] = [
  [
    'needs',
    /\b(que|cuales) (papeles|documentos|requisitos)\b|\b(requisitos|requirements|documents|paperwork)\b|\bque (mas )?(cosas )?(llevo|necesito|piden|debo (llevar|tener)|tengo que (llevar|tener)|hay que llevar|se necesita)\b|\bwhat (do|should|must) i (need|bring|take)\b/,
  ],
  [
    'cost',
    /\bcuanto (me )?(va a |van a )?(cuesta|costar|vale|valer|sale|salir|es|seria|cobran|cobrar|pago|hay que pagar|tengo que pagar|debo pagar)\b|\b(el |que |cual es el )?(precio|costo|valor|monto)\b|\b(hay|tengo) que pagar\b|\b(me )?cobran\b|\bes gratis\b|\bhow much\b|\b(price|cost|costs|fee|fees)\b|\bis it free\b|\b(do|will) i (have to )?pay\b/,
  ],
  [
    'where',
    /\b(a?donde|en que (lugar|parte|oficina|sede))\b|\b(oficinas?|sedes?|sucursal(es)?|quioscos?) (hay|queda|quedan|tienen)\b|\bhay (una |alguna )?(oficinas?|sedes?|sucursal(es)?|quioscos?)\b|\bwhere\b|\bwhich (office|place)\b/,
  ],
  [
    'takes',
    /\bcuanto (tiempo )?(se )?(me )?(puede |va a |van a )?(demor|tard|dur|toma)\w*\b|\b(en )?cuant(o tiempo|os dias)\b|\bcuando (me |lo |la |esta|estaria) ?(la |lo )?(dan|entregan|lista|listo|recojo|retiro)\b|\bhow (long|many days)\b|\bwhen (is it|will it be) ready\b/,
  ],
];

/** `Y si tengo boletas`, `what if I am a pensioner`. */
const IF =
  /^(ok |okay |bueno |ah |aja |pero |gracias |so )*((y|e|pero|and|but) (que pasa )?(si|if|what if)|si|que pasa si|what if|what happens if) /;
const DEBTS = /\b(boletas?|multas?|deud\w+|debo|debe|debiendo|moros\w+|tickets?|fines?|owe|debts?)\b/;
const CLEARANCE = /\b(paz y salvo|clearance)\b/;

/**
 * What is asked on of the procedure that was told just now: its cost, where, how long, what to bring, when it is open, or what
 * holds for a case like theirs. The lines of the card that say it; for the others that they are not known, and who knows.
 */
export const ofTold: Topic = scene => {
  const procedure = scene.catalogue.procedures.get(scene.procedure ?? '');
  const agency = scene.catalogue.agencies.get(procedure?.agency ?? '');
  if (procedure === undefined || agency === undefined || !asksOn(scene, procedure)) return null;
  const words = ofFields(scene, procedure, agency) ?? ofCondition(scene, procedure, agency);
  if (words === null) return null;
  const { state } = scene;
  const informed = scene.informed ?? scene.burst.text;
  return { state: { ...state, lost: 0, informed, procedure: procedure.id }, replies: [replyOf(words)] };
};

/** Is it asked in a few words, of nothing that has a name of its own? */
function asksOn(scene: Scene, procedure: Procedure): boolean {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (!isFree || facts.reading.emergency !== null || plain.split(' ').length > MOST_WORDS) return false;
  return !tellsOther(burst.text) && !namesOther(scene, procedure);
}

/** Another procedure, or a matter of another body. */
function namesOther(scene: Scene, procedure: Procedure): boolean {
  const { burst, facts, informed } = scene;
  const named = likelyProcedures(scene).procedures;
  if (named.length > 0 && !named.some(({ id }) => id === procedure.id)) return true;
  if (contentWords(burst.text).length === 0) return false;
  const [body] = facts.reading.agencies;
  const isTheirs = body === undefined || body.p < MEANT || body.id === procedure.agency;
  if (!isTheirs && sureService(scene, facts.reading.services, null) !== null) return true;
  const joined = retold(scene, [`${(informed ?? '').replace(/[.?!;\n]+/g, ' ')} ${burst.text}`]);
  const { procedures, p } = likelyProcedures(joined);
  const [now, ...others] = procedures;
  const isOne = now !== undefined && others.length === 0 && p >= SURE;
  return isOne && now.id !== procedure.id && !wasLikely(scene, now);
}

/** Was it offered or meant by what they asked first, when they chose the other? */
function wasLikely(scene: Scene, { id }: Procedure): boolean {
  const before = likelyProcedures(retold(scene, [scene.informed ?? ''])).procedures;
  return before.some(other => other.id === id);
}

function ofFields(scene: Scene, procedure: Procedure, agency: Agency): Sentence | null {
  const plain = plainWords(scene.burst.text);
  const asked = ASKED.filter(([, pattern]) => pattern.test(plain)).map(([field]) => field);
  const isHours = asksForHours(plain);
  if (asked.length === 0 && !isHours) return null;
  if (isHours && hasHours(procedure) && !asked.includes('takes')) asked.push('takes');
  const noHours = isHours && !hasHours(procedure);
  const told = asked.map(field => fieldWords(scene, procedure, field) ?? say(scene, UNKNOWN[field]));
  const isMissing = noHours || asked.some(field => fieldWords(scene, procedure, field) === null);
  // Where it is done may tell the rest; which office is near nobody wrote down.
  const where = isMissing && !asked.includes('where') ? fieldWords(scene, procedure, 'where') : null;
  const isOpen = isMissing || asked.includes('where') || hasMore(plain, procedure);
  return lines(
    ...told,
    noHours ? say(scene, 'info.hours_unknown') : null,
    where,
    asked.includes('where') && scene.facts.reading.places.length > 0 ? say(scene, 'info.no_office') : null,
    sourceWords(scene, procedure),
    isOpen ? whoKnows(scene, agency) : null,
  );
}

/** `¿A los jubilados les cobran menos?`: more is asked than the line tells. */
function hasMore(plain: string, { name }: Procedure): boolean {
  const rest = ASKED.reduce((text, [, pattern]) => text.replace(pattern, ' '), plain);
  const own = rootsOf(`${name.es} ${name.en}`);
  return [...rootsOf(rest)].some(root => !own.has(root));
}

const UNKNOWN = {
  needs: 'info.unknown',
  cost: 'info.no_cost',
  where: 'info.unknown',
  takes: 'info.no_time',
} as const;

/** The lines of the card that speak of what they ask; else that only the body knows. */
function ofCondition(scene: Scene, procedure: Procedure, agency: Agency): Sentence | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const asks = text.includes('?') || IF.test(plain) || beginsAsQuestion(text);
  if (!asks) return null;
  const known = cardLines(scene, procedure).filter(({ said }) => speaksOf(said, text, procedure));
  if (known.length === 0 && !IF.test(plain)) return null;
  const told = known.map(({ line }) => ({ text: line }));
  return known.length === 0
    ? lines(say(scene, 'info.agency', { agency: agency.acronym }), waysTo(scene, agency), nextOf(scene))
    : lines(
        say(scene, 'info.on_that'),
        ...told,
        sourceWords(scene, procedure),
        say(scene, 'info.rest', { agency: agency.acronym }),
        waysTo(scene, agency),
      );
}

/** Has a line of the card a word of the question, which its name has not? */
function speaksOf(line: string, asked: string, { name }: Procedure): boolean {
  const said = plainWords(line);
  if (DEBTS.test(plainWords(asked)) && CLEARANCE.test(said)) return true;
  const own = rootsOf(`${name.es} ${name.en}`);
  const roots = rootsOf(line);
  return [...rootsOf(asked)].some(root => roots.has(root) && !own.has(root));
}

function rootsOf(text: string): Set<string> {
  return new Set(
    contentWords(text)
      .filter(word => !LIGHT.test(word))
      .map(stemOf),
  );
}

/** Words of every question and every card. */
const LIGHT =
  /^(tengo|tiene|tienen|necesit\w+|puedo|puede|hacer|persona|original|vigente|mismo|sirve|sobre|have|need|person|años?|days?|years?|horas?|dias?|meses|hasta|antes|para|panama|paga|pagar|pago|papel\w*|document\w*)$/;

function whoKnows(scene: Scene, agency: Agency): Sentence {
  return lines(say(scene, 'info.rest', { agency: agency.acronym }), waysTo(scene, agency));
}
