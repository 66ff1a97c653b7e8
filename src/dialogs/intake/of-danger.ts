import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { categoryFor } from '../danger/after-danger.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** From here on words tell their matter themselves, whatever danger is told with it. */
const SURELY_TOLD = 0.7;
/** The same of what is told with the yes, where nothing in it is of the danger. */
const TOLD_BESIDE = { least: 0.45, ofDanger: 0.1 };

/**
 * The report of what was told with a danger, for the body that sees to it: who was beaten is not asked whether it is about water or
 * light. `beside`: what is told with the yes.
 */
export function ofDanger(scene: Scene, draft: Draft, beside: readonly string[] = []): Draft {
  const { facts, catalogue } = scene;
  const category = categoryFor(scene, catalogue.emergencies.get(facts.reading.emergency?.category ?? ''));
  // A guess at the words stands behind it: a beating that is heard is no noise of neighbours.
  const told = facts.read(draft.description.join('\n')).services[0];
  const isGuess = told === undefined || told.p < SURELY_TOLD || isOfAnother(scene, told.id, category);
  const meant = category ? meantBeside(scene, category, beside) : null;
  if (meant !== null) return { ...draft, serviceId: meant, agencyId: null, reasons: [] };
  const isOpen = draft.agencyId === null && (draft.serviceId === null || isGuess);
  return isOpen && category?.report ? { ...draft, serviceId: category.report } : draft;
}

/** Words that lead to what they want, whatever danger it came to. */
const MEANS =
  /^(?:pero |y |no |si |ya |yo )*(?:es que|lo que (?:yo )?(?:quiero|queremos|quisiera|pido|pasa)|(?:quiero|queremos|quisiera|pido|pedimos) que|el problema es|what i want|i want)\b/;

/** `Es que el dueño nunca limpia el lote`, told with the yes: no fire is what they want seen to. */
function meantBeside(
  { facts }: Scene,
  { personal, report }: EmergencyCategory,
  beside: readonly string[],
): string | null {
  const text = beside.join('\n');
  if (personal || !MEANS.test(plainWords(text))) return null;
  const { services } = facts.read(text);
  const [best] = services;
  const isOfDanger = services.some(({ id, p }) => id === report && p >= TOLD_BESIDE.ofDanger);
  return best && best.p >= (isOfDanger ? SURELY_TOLD : TOLD_BESIDE.least) ? best.id : null;
}

/** Who is beaten before her children asks for herself: no report of the children is made of it. */
function isOfAnother(
  { catalogue }: Scene,
  service: string,
  category: EmergencyCategory | undefined,
): boolean {
  const others = [...catalogue.emergencies.values()].filter(
    ({ id, personal }) => personal && id !== category?.id,
  );
  return category?.veiled === true && others.some(({ report }) => report === service);
}
