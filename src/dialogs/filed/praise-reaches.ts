import { questionIn, SURE_QUESTION } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { type Move, type Scene, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isPraise } from '../words/praise.ts';
import { bodyOf, capital } from './case-steps.ts';
import { caseMeant } from './just-filed-case.ts';
import { told } from './status.ts';

/** `¿Ella se entera?`, `le van a decir al chofer?`, `will she be told?` */
const IF_TOLD =
  /\b(se (va a |van a |lo )?(entera\w*|enterar\w*)|(va a|van a) (saber\w*|decir\w*|avisar\w*|enterar\w*|leer\w*|ver|verl[oa]|recibir\w*|llegar\w*)|(le|les|se lo|se la) (dicen|dira|diran|avisan|avisaran|llega|llegara|cuentan|mandan|pasan|entregan)|(lo|la) (sabra|leera|lee|vera)|(will|do|does|can|would|is|are) (she|he|they|the \w+) (\w+ )?(know|told|tell|hear|read|see|get|find out)|(tell|told) (her|him|them|the \w+))\b/;
/** Of who writes it is another question. */
const OF_ME = /\b(yo|mi|mis|soy|fui|quien (lo|la) (puso|mando|escribio)|me|my|i)\b/;
const MOST_WORDS = 14;

/** Whether who was praised is told of it: the body has it, or will, and what it does with it nobody here can promise. */
export const praiseReaches: Topic = scene => {
  const { burst, state } = scene;
  const plain = plainWords(burst.text);
  const isAlone = burst.choice === null && burst.files.length === 0;
  if (!isAlone || plain.split(' ').length > MOST_WORDS || OF_ME.test(plain)) return null;
  const isSeen = burst.text.includes('?') && questionIn(scene, SURE_QUESTION) === 'seen';
  if (!isSeen && !IF_TOLD.test(plain)) return null;
  return state.draft === null ? ofCase(scene) : ofReport(scene, state.draft);
};

function ofCase(scene: Scene): Move | null {
  const c = caseMeant(scene);
  if (c === null || c.holder === null || !isPraise(c.description.join('\n'))) return null;
  return told(
    scene,
    say(scene, 'follow.praise', { number: c.number, agency: capital(bodyOf(scene, c)) }),
    c.number,
  );
}

function ofReport(scene: Scene, draft: Draft): Move | null {
  const held =
    draft.summarised && isPraise(draft.description.join('\n')) ? holderOfDraft(scene, draft) : null;
  const agency = held ? scene.catalogue.agencies.get(held.holder.agencyId)?.acronym : undefined;
  return agency === undefined ? null : told(scene, say(scene, 'general.praise', { agency }));
}
