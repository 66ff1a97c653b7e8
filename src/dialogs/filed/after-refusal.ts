import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { addToCase, reopenCase } from '../../cases/steps.ts';
import { sureService } from '../intake/guess.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { scoldsDesk } from '../words/scolding.ts';
import { changed, wordsOf } from './case-change.ts';
import { bodyOf } from './case-steps.ts';

/** So long after it was decided, what is said without a matter of its own belongs to the decision. */
const SINCE_MS = 3 * 24 * 3_600_000;
const MOST_WORDS = 24;
const FEW = 5;
const LED = '(?:(?:y|e|pero|ay|ah|pues|bueno|es que|entonces|oiga|ok|no|and|but|so|well|then|gracias) )*';

/** `¿Por qué?`, `¿quién decidió eso?`, `no entiendo` */
const WHY = anyOf(
  new RegExp(
    `^${LED}(?:(?:por|x) ?que|porque|xq|pq|why|how come)(?: (?:no|not|razon|motivo|eso|fue|me|lo|la|se|will|is|was|it|they|did|han|the|hicieron|rechazaron|negaron|rechazado|rejected|refused|declined|decidieron|say|said|dicen|dijeron|que))*$`,
  ),
  new RegExp(
    `^${LED}(?:(?:quien(?:es)?|who) (?:fue (?:el |la )?que )?(?:lo |la )?(?:decidio|decidieron|decide|rechazo|rechazaron|nego|dijo|dijeron|decided|rejected|refused|says|said)|no entiendo|i don t understand|cual (?:es|fue) (?:la razon|el motivo))(?: (?:eso|esto|que no|por que|it|that|this|so|why))*$`,
  ),
);
/** `No estoy de acuerdo`, `quiero apelar`, `eso no es verdad`. */
const AGAINST =
  /\b(?:no (?:estoy|estamos) (?:nada )?de acuerdo|no (?:me )?(?:parece|acepto)\b|(?:quiero|voy a|deseo) (?:apel\w*|reclam\w*|impugn\w*|protest\w*)|(?:eso|esto) (?:no es (?:verdad|cierto|asi|justo)|es (?:mentira|falso|injusto|una mentira))|es injust\w+|que (?:lo |la )?revisen (?:otra vez|de nuevo)|i (?:(?:do not|don t) agree|disagree)|i want to appeal|that (?:is|s) (?:not true|a lie|unfair|not fair))\b/;
/** `¿A quién le reclamo?`, `¿puedo apelar?` */
const ASKS_HOW =
  /\b(?:(?:a |con |ante )?(?:quien|donde)(?: puedo| le| les| se| me)* (?:reclam|apel|quej)\w*|(?:puedo|se puede|podria|como) (?:se )?(?:apel|reclam|impugn)\w*|(?:can i|could i|how (?:do|can) i|where (?:do|can) i) (?:appeal|complain))\b/;
/** `¿Puedo ponerla otra vez?`, `¿y el otro año?`, `¿y ahora qué hago?` */
const AGAIN = anyOf(
  new RegExp(
    `^${LED}(?:(?:la |lo |se )?(?:puedo|puede|podria|podemos|can i|may i|could i) (?:volver a )?(?:poner|presentar|proponer|mandar|enviar|pedir|send|file|propose|try)\\w*(?: (?:la|el|mi|esa|the|my|it|idea|propuesta|otra|otro|vez|de nuevo|cosa|mas|barata|again|algo|distinto|diferente))*)$`,
  ),
  new RegExp(
    `^${LED}(?:(?:para )?(?:el|al) (?:otro|proximo) año|next year|(?:ahora )?que (?:hago|hacemos|puedo hacer|podemos hacer)(?: yo| ahora)?|ahora que|what (?:now|(?:can|do|should) (?:i|we) do(?: now)?)|cuando (?:hay|habra|va a haber) (?:plata|presupuesto))$`,
  ),
);
/** `Qué barbaridad`, `qué lástima`, `ladrones`. */
const SIGHS = new RegExp(
  `^${LED}(?:(?:que|q|k) (?:barbar\\w+|lastima|mal|pena|triste\\w*|decepcion|verguenza|injusticia|descaro)|ladrones|corruptos|sinverguenzas?|(?:para|pa) (?:que|q) (?:preguntan|piden ideas|sirve (?:esto|eso))|(?:siempre )?tienen plata para (?:otras? cosas?|todo|lo que quieren)(?: menos \\w+(?: \\w+)?)?|si tienen plata para (?:otras? cosas?|todo)|too bad|what a (?:shame|pity)|that (?:is|s) (?:sad|a shame|a pity))(?: (?:todos|de verdad|la verdad|son))*$`,
);

/**
 * What is said to a decision against them that was told in these days: why is answered as far as it is known, who does not agree has
 * it looked at again where that can be, and nothing of it is a new matter. Null: something else is told.
 */
export const afterRefusal: Topic = scene => {
  const { burst, state } = scene;
  if (state.draft !== null || state.awaits !== null || burst.choice !== null) return null;
  const c = refused(scene);
  const plain = plainWords(burst.text);
  if (c === null || plain === '' || plain.split(' ').length > MOST_WORDS || burst.files.length > 0)
    return null;
  if (WHY.test(plain)) return answer(scene, c, 'refused.why');
  if (AGAIN.test(plain)) return answer(scene, c, c.status === 'declined' ? 'refused.again' : 'refused.next');
  const how = c.status === 'declined' ? 'refused.idea_next' : 'refused.next';
  if (ASKS_HOW.test(plain) && isOfCase(scene, c)) return answer(scene, c, how);
  if (SIGHS.test(plain) || scoldsDesk(burst.text)) return answer(scene, c, 'refused.sorry');
  return AGAINST.test(plain) && isOfCase(scene, c) ? contested(scene, c) : null;
};

/** The case that was decided against them, unless another was filed since. */
function refused({ facts }: Scene): Case | null {
  const [newest] = [...facts.cases].sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
  const isRefused = newest?.status === 'declined' || newest?.status === 'rejected';
  const at = newest?.closedAt ?? null;
  const isLate = at === null || facts.now.getTime() - at.getTime() > SINCE_MS;
  return newest && isRefused && !isLate && !facts.cases.some(isOpen) ? newest : null;
}

/** No surely other matter is told with it; so few words tell none. */
function isOfCase(scene: Scene, { serviceId }: Case): boolean {
  if (plainWords(scene.burst.text).split(' ').length <= FEW) return true;
  const service = sureService(scene, scene.facts.reading.services, null);
  return service === null || service.id === serviceId;
}

function answer(scene: Scene, c: Case, key: Extract<TextKey, `refused.${string}`>): Move {
  const words = say(scene, key, { number: c.number, agency: bodyOf(scene, c) });
  const next = key === 'refused.sorry' || key === 'refused.why' ? nextStep(scene, c) : null;
  const asks = key === 'refused.again' ? 'description' : 'none';
  return {
    state: withState(scene, { lost: 0 }).state,
    replies: [replyOf(lines(words, next), { asks, caseNumber: c.number })],
  };
}

function nextStep(scene: Scene, c: Case): ReturnType<typeof say> {
  return c.status === 'declined'
    ? say(scene, 'refused.idea_next')
    : say(scene, 'refused.next', { number: c.number });
}

/** A case is looked at again, a level higher; a decided idea only takes the words. */
function contested(scene: Scene, c: Case): Move {
  const { burst, facts, catalogue } = scene;
  const { number } = c;
  if (c.status === 'declined') {
    const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
    return changed(
      scene,
      change,
      lines(say(scene, 'follow.added', { number }), say(scene, 'refused.idea_next')),
    );
  }
  const change = reopenCase(c, { cause: burst.text, at: facts.now }, catalogue.centre);
  return changed(
    scene,
    change,
    lines(say(scene, 'follow.reopened', { number }), say(scene, 'refused.tell_why')),
  );
}
