import { isOpen } from '../cases/lifecycle.ts';
import { plainWords } from '../catalogue/words.ts';
import type { Language } from '../texts.ts';
import { led } from './intake/flow.ts';
import { pendingQuestion } from './questions.ts';
import { type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';

type Command = (scene: Scene) => Move;

/** Leaves the report that is being taken down; nothing of it is filed. */
export const dropDraft: Command = scene => {
  const { state } = withState(scene, { draft: null, awaits: null, later: [], lost: 0 });
  return { state, replies: [replyOf(say(scene, 'dropped'))] };
};

const cancel: Command = scene => {
  if (scene.state.draft !== null) return dropDraft(scene);
  const open = scene.facts.cases.find(isOpen);
  const { state } = withState(scene, { awaits: null, lost: 0 });
  const words = open
    ? say(scene, 'nothing_to_cancel_case', { number: open.number })
    : say(scene, 'nothing_to_cancel');
  return { state, replies: [replyOf(words)] };
};

const restart: Command = scene => {
  const { state } = withState(scene, { draft: null, awaits: null, later: [], lost: 0 });
  return { state, replies: [replyOf(say(scene, 'restarted'), { asks: 'description' })] };
};

const help: Command = scene => {
  const question = pendingQuestion(scene);
  const lead = say(scene, 'help');
  return { state: scene.state, replies: [question ? led(lead, question) : replyOf(lead)] };
};

function speak(language: Language): Command {
  return scene => {
    const next = withState(scene, { language });
    const question = pendingQuestion(next);
    const lead = say(next, 'language');
    return {
      state: next.state,
      replies: [question ? led(lead, question) : replyOf(lead, { asks: 'description' })],
    };
  };
}

const COMMANDS: [RegExp, Command][] = [
  [
    /^(ayuda|ayudeme|help|menu|opciones|comandos|que puede hacer|que puedo hacer|como funciona|instrucciones)$/,
    help,
  ],
  [
    /^(cancelar|cancela|cancelo|cancelalo|cancel|salir|olvidelo|olvidalo|dejelo asi|ya no|forget it|mejor no|no quiero seguir)$/,
    cancel,
  ],
  [
    /^(empezar de nuevo|empezar otra vez|reiniciar|reinicio|de nuevo|volver a empezar|comenzar de nuevo|start over|restart|desde cero|empezar)$/,
    restart,
  ],
  [
    /^(english|in english|ingles|en ingles|english please|speak english|do you speak english)( please| por favor)?$/,
    speak('en'),
  ],
  [/^(espanol|español|en espanol|en español|spanish|castellano)( please| por favor)?$/, speak('es')],
];

/** The words that mean the same in every state. */
export const commands: Topic = scene => {
  if (scene.burst.choice !== null) return null;
  const plain = plainWords(scene.burst.text).replace(
    /^(por favor|quiero|necesito) | (por favor|porfa)$/g,
    '',
  );
  return COMMANDS.find(([pattern]) => pattern.test(plain))?.[1](scene) ?? null;
};
