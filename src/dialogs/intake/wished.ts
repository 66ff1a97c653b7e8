import type { Act } from '../../catalogue/act.ts';
import { actIn, agreesToNothing, LIKELY_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { meansSomebody } from '../person/person.ts';
import type { Move, Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { privacyNow } from './already-so.ts';
import { showAdded } from './flow.ts';
import { sureService } from './guess.ts';
import { saysFurther } from './matter.ts';
import { wishesHidden } from './privacy.ts';

/** What the desk itself could do to the report, or for them: no word of the report, and heard elsewhere. */
const OF_DESK =
  '(?:mand|envi|cambi|corr[ie]j|quit|borr|esper|sep|vea|llam|cancel|anul|retir|dej|sea\\b|sean\\b|vay|qued|agre|añad|anot|incluy|escrib|avis|contest|respond|expli|dig|comuni|ayud|hable|muestr|acab|send|change|wait|call|know|see|tell|answer|help|write|delete|remove|be\\b|add|let)';
const BETWEEN = '(?:se|le|les|lo|la|los|las|me|nos|ya|por favor|aunque sea|to)';
const WISH = new RegExp(
  `^(?:(?:y|pero|bueno|ok|yo|nosotros|solo|lo|que|es|and|but|just|por favor|please) )*(?:(?:quiero|quisiera|queremos|necesito|necesitamos|pido|pedimos|solicito|solicitamos|exijo|exigimos|espero|ojala)(?: es)? que|(?:i|we) (?:want|need|would like|ask for|expect) (?:them|the [\\wñ]+|somebody|someone|more [\\wñ]+|you)(?: to)?|que(?= (?:pong|pas|veng|arregl|repar|haya))) (?!(?:${BETWEEN} )*${OF_DESK})`,
);
/** `Que pongan que es en la calle 5`, `que pongan mi nombre`: how the report is to read. */
const READS = /\bpon(gan?|er) (que|mi|el nombre|con|en|como|a nombre|el lugar|la direccion)\b/;

const WISHING: readonly Act[] = ['more', 'manner', 'body', 'matter'];

/** Do words to a summary only say what they wish to be done about it: `quiero que pongan más ronda`? */
export function wishesDone(scene: Scene, draft: Draft): boolean {
  const { burst, facts } = scene;
  const plain = plainWords(burst.text);
  if (!draft.summarised || burst.choice !== null || burst.text.includes('?') || !WISH.test(plain))
    return false;
  if (READS.test(plain) || wishesHidden(plain) || privacyNow(scene) !== null || meansSomebody(burst.text))
    return false;
  // `Quisiera que no dijera «roban»` is of the report itself.
  const act = actIn(scene, LIKELY_ACT);
  // How it is presented, and whose it is, would be told in words of theirs, which were looked for above.
  if (agreesToNothing(scene) && act !== null && !WISHING.includes(act)) return false;
  const means = sureService(scene, facts.reading.services, draft.place);
  const isOther = means !== null && means.id !== draft.serviceId;
  return facts.reading.places.length === 0 && !isOther && !saysFurther(burst.text);
}

/** What they wish to be done, told with the rest; null: they wish nothing of the kind. */
export function wishAdded(scene: Scene, draft: Draft): Move | null {
  if (!wishesDone(scene, draft)) return null;
  const description = [...draft.description, ...scene.burst.lines];
  return showAdded(scene, { ...touched(scene, draft), description });
}
