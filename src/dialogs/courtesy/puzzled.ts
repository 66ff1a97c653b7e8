import type { Case } from '../../cases/case.ts';
import type { Awaits } from '../conversation.ts';
import { caseStatus } from '../filed/case-words.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { listed } from '../filed/status.ts';
import { askedAgain } from '../lost.ts';
import { toPerson } from '../person/person.ts';
import { stepOf } from '../questions.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const BEFORE =
  'ok|okay|bueno|pero|y|ah|ay|hola|perdon|disculpe|disculpa|es que|la verdad|yo|si|gracias|oiga|mire|sorry|but|please';
const PUZZLED = [
  'no (le |les |lo |la |te |me |se )?(entiendo|entendi|entendemos|entendimos|comprendo|comprendi)( (a usted|nada|bien|muy bien|mucho|eso|esto|que (dice|es|es eso|es esto|quiere decir|significa|hago|debo hacer|tengo que hacer|pasa)|la pregunta|el mensaje|lo que (dice|pregunta|quiere decir|me (dice|pregunta))|como (es|funciona)( esto)?))?',
  '(me |nos )?(lo )?(puede|puedes|podria|podrias)? ?(expli(car|ca|came|que|queme|quenme|carme|carmelo|quemelo)|aclar(ar|e|eme|ame|arme))( (mejor|bien|eso|esto|otra vez|de nuevo|mas))*',
  '(como|que) (dice|dijo|dices|fue que dijo)|como fue(?: eso)?|no (le |lo )?(capto|pesco)',
  'que (quiere decir|quiere usted decir|significa)( (eso|esto))?|como asi|no (me )?(queda|quedo) claro',
  '(i )?(do not|don t|dont|did not|didn t|didnt) (understand|get it|follow)( (it|that|this|you|the question|anything))?|what do you mean|what does (that|this|it) mean|(can you |could you )?(please )?explain( (it|that|this))?',
].join('|');
const ONLY_PUZZLED = new RegExp(
  `^(?:(?:${BEFORE}) )*(?:${PUZZLED})(?: (?:por favor|porfa|gracias|please|señor|señora|perdon|disculpe|sorry))*$`,
);

/** More words tell something. */
const MOST_WORDS = 16;
/** `¿Qué es esto?`, of what is asked; with nothing asked it asks who writes here. */
const WHAT_THIS = new RegExp(
  `^(?:(?:${BEFORE}) )*(?:que es|what is|what s) (?:todo )?(?:esto|este mensaje|this|all this|this message)$`,
);

/** Nothing but that they do not understand: `no entiendo`, `explíqueme`, `what do you mean?` */
export function isPuzzled(text: string): boolean {
  return ONLY_PUZZLED.test(plainWords(text));
}

/**
 * Who does not understand: an open question is put in plainer words, and the second time missed as any other; else
 * where their case stands and what comes next, or what can be done here. Who still does not is given to a person.
 */
export const puzzled: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.files.length > 0) return null;
  const atSummary = asksHowToSend(scene);
  if (atSummary) return atSummary;
  if (!isPuzzled(burst.text) && (state.awaits === null || !WHAT_THIS.test(plainWords(burst.text))))
    return null;
  if (state.awaits !== null) {
    const move = askedAgain(scene, state.draft, say(scene, plainerKey(state.awaits)));
    // It is the desk that was not understood, not they.
    return move.set?.reason === 'not_understood'
      ? toPerson(scene, 'not_understood', 'puzzled')
      : { ...move, whole: true };
  }
  if (state.lost > 0) return toPerson(scene, 'not_understood', 'puzzled');
  const move = explained(scene);
  return { ...move, state: { ...move.state, lost: 1 } };
};

/** `¿Mandar qué?`, `¿tengo que apretar algo?`, `yo no sé de eso`, `what do I press?` */
const HOW_TO_SEND = anyOf(
  /^(?:(?:y|pero|ay|hola|como|mijo|mija|joven|el|de) )*(?:mandar|enviar|enviarlo|mandarlo|confirmar) (?:que|el que|que cosa)(?: (?:mijo|mija|joven|cosa|o que))*$/,
  /\b(?:tengo que|hay que|debo|donde|que|cual|como|a que|le) (?:yo )?(?:le )?(?:apretar|aprieto|tocar|toco|picar|pico|pulsar|pulso|marcar|marco|darle|doy)(?: (?:algo|aqui|ahi|alli|un boton|el boton|la pantalla|yo|click|clic|en algo|mijo|mija))*$/,
  /^(?:(?:y|pero|ay|es que|mijo|mija|joven|la verdad) )*(?:yo )?no (?:le )?(?:se|entiendo)(?: (?:mucho|nada|bien))? (?:a|de|usar|con) (?:eso|esto|estas cosas|esas cosas|este aparato|(?:el|los|este) (?:telefono|celular|chat|tecnologia)\w*)(?: (?:mijo|mija|joven))*$/,
  /^(?:(?:and|but|so) )*(?:(?:send|confirm) what|what do i (?:press|push|tap|click|have to press)|do i have to (?:press|push|tap|click)(?: (?:something|anything|a button))?|i don t know (?:how )?(?:about|to use) (?:this|these things|it))$/,
);
/** At a summary, who does not know what to do with it: what a yes does and what a no, in one sentence. Null: they do not say so. */
function asksHowToSend(scene: Scene): Move | null {
  const { awaits, draft } = scene.state;
  if (draft === null || awaits === null || stepOf(awaits) !== 'confirm') return null;
  const parts = plainClauses(scene.burst.text);
  const isShort = parts.join(' ').split(' ').length <= MOST_WORDS;
  if (!isShort || !parts.some(part => HOW_TO_SEND.test(part))) return null;
  const move = askedAgain(scene, draft, say(scene, 'plainer.how'));
  return move.set?.reason === 'not_understood' ? toPerson(scene, 'not_understood', 'puzzled') : move;
}

const PLAINER: Partial<Record<string, TextKey>> = {
  place: 'plainer.place',
  moved: 'plainer.place',
  agency: 'plainer.agency',
  kind: 'info.kinds',
  privacy: 'plainer.privacy',
  reserve: 'plainer.privacy',
  contact: 'plainer.contact',
  description: 'plainer.description',
  confirm: 'plainer.confirm',
  fix: 'plainer.confirm',
  solved: 'plainer.solved',
  rating: 'plainer.rating',
  answer: 'plainer.answer',
};

/** The words that say why something is asked. */
export function plainerKey(awaits: Awaits): TextKey {
  // Nothing is offered: it is asked in free words.
  if (stepOf(awaits) === 'agency' && awaits.choices.length === 0) return 'plainer.description';
  return PLAINER[stepOf(awaits)] ?? 'plainer.other';
}

function explained(scene: Scene): Move {
  const { cases, quoted } = scene.facts;
  const meant = cases.find(({ number }) => number === quoted) ?? cases.find(c => isJustFiled(scene, c));
  if (meant) return stands(scene, meant);
  if (cases.length > 0) return listed(scene);
  return { state: scene.state, replies: [replyOf(say(scene, 'help'), { asks: 'description' })] };
}

/** Where a case stands, and that it goes on without them, unless they are asked something. */
function stands(scene: Scene, c: Case): Move {
  const isTheirs = c.status === 'awaiting_citizen' || c.status === 'resolved';
  const words = lines(caseStatus(scene, c), isTheirs ? null : say(scene, 'status.next'));
  return { state: scene.state, replies: [replyOf(words, { caseNumber: c.number })] };
}
