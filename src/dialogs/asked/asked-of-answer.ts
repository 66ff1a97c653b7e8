import { beginReport } from '../intake/flow.ts';
import { saysFurther } from '../intake/matter.ts';
import { leftOut } from '../intake/several/left-out.ts';
import { retold, type Topic } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { agencyWords } from './agency-words.ts';
import { fieldsAsked } from './field-words.ts';
import {
  isToldAgain,
  likelyProcedures,
  ofProcedures,
  ofSureProcedure,
  tellProcedure,
  told,
} from './information.ts';
import { costsOfSeveral, oneOfSeveral } from './of-several.ts';
import { saysOnlyAsks } from './only-asks.ts';
import { tellsOther } from './told-beside.ts';

const LEADS_ON = /^(ok |bueno |uff? |ah |ay |gracias |pero |entonces |y )*/;
/** `Y si soy jubilada me hacen descuento`: asked without its sign. */
const IF = /^(ok |bueno |ah |pero )*y si /;
/** So few words name what was asked about. */
const MOST_BARE = 4;
const NAMES = /^(no |es |era |pero )+(de |del )?(la|el|los|las) \w+$/;
/** More words tell a story. */
const MOST_WORDS = 30;

/**
 * What is asked on of a procedure that was told just now, however it sounds by itself: `ok, ¿y la nota puede ser del consulado?` is
 * no complaint of a consulate. The body that decides on the procedure knows.
 */
export const askedOfAnswer: Topic = scene => {
  const { informed, state, burst, facts } = scene;
  const { text } = burst;
  const isFree = state.draft === null && burst.choice === null && facts.reading.emergency === null;
  const isBare = plainWords(text).split(' ').length <= MOST_BARE;
  const asks = asksOn(text) || saysOnlyAsks(text) || isBare;
  if (informed === null || !isFree || !asks || tellsOther(text) || isToldAgain(scene)) return null;
  const asked = retold(scene, [informed]);
  // `No. ¡La beca!`: what they asked about, once more.
  if (isBare && !asksOn(text) && !saysOnlyAsks(text))
    return NAMES.test(plainWords(text)) ? ofProcedures(retold(scene, [`${informed} ${text}`])) : null;
  const bodies = new Set(likelyProcedures(asked).procedures.map(({ agency }) => agency));
  const body = bodies.size === 1 ? scene.catalogue.agencies.get([...bodies][0] ?? '') : undefined;
  if (body === undefined) return null;
  // Another one, asked for by its own words.
  const own = facts.reading.intent === 'info' ? ofSureProcedure(scene) : null;
  const isOfCost = fieldsAsked(plainWords(text)).includes('cost');
  const costs = isOfCost ? costsOfSeveral(asked) : null;
  return own ?? told(asked, costs ?? agencyWords(scene, body, plainWords(text)));
};

/** As few words say which of several. */
const MOST_NARROWING = 8;

/** `Renovar`, `la de mi hijo que la perdió`: which of the papers that were asked about, and no matter. */
export const narrowed: Topic = scene => {
  const { informed, state, burst, facts } = scene;
  const { text } = burst;
  const isFree = state.draft === null && burst.choice === null && facts.reading.emergency === null;
  const isFew = plainWords(text).split(' ').length <= MOST_NARROWING && !text.includes('?');
  if (informed === null || !isFree || !isFew || tellsOther(text)) return null;
  if (['thanks', 'greeting'].includes(facts.reading.intent) || consentIn(text) !== null) return null;
  const before = informed.replace(/[.?!;\n]+/g, ' ');
  const asked = retold(scene, [before]);
  if (ofSureProcedure(asked) !== null) return null;
  const sure = ofSureProcedure(retold(scene, [`${before} ${text}`]));
  const one = sure ? null : oneOfSeveral(asked, text);
  return one ? tellProcedure(scene, one) : sure;
};

/** `Gracias, ¿pero y el semáforo?`: the matter that was told beside the question, and only the question answered. */
export const toldBesideAnswer: Topic = scene => {
  const { informed, state, burst } = scene;
  const isFree = state.draft === null && burst.choice === null;
  if (informed === null || !isFree || !saysFurther(informed)) return null;
  const left = leftOut(scene, [informed], null);
  return left.length > 0 ? beginReport(retold(scene, [left.join('. ')])) : null;
};

function asksOn(text: string): boolean {
  if (text.split(/\s+/).length > MOST_WORDS) return false;
  return sentences(text).some(sentence => {
    const plain = plainWords(sentence);
    return sentence.includes('?') || IF.test(plain) || beginsAsQuestion(plain.replace(LEADS_ON, ''));
  });
}
