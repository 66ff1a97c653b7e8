import { isOpen } from '../cases/lifecycle.ts';
import type { Language } from '../texts.ts';
import { askWithdraw } from './filed/case-steps.ts';
import { isJustFiled } from './filed/just-filed-case.ts';
import { inLanguage } from './language.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';
import { plainWords } from './words/plain-words.ts';

type Command = (scene: Scene) => Move;

/** Leaves the report that is being taken down; nothing of it is filed. */
export const dropDraft: Command = scene => {
  const { state } = withState(scene, {
    ...{ draft: null, awaits: null, later: [], lost: 0 },
    left: scene.state.draft,
  });
  return { state, replies: [replyOf(say(scene, 'dropped'))] };
};

const cancel: Command = scene => {
  if (scene.state.draft !== null) return dropDraft(scene);
  const withdrawn = withdrawalOf(scene);
  if (withdrawn) return withdrawn;
  const open = scene.facts.cases.find(isOpen);
  const { state } = withState(scene, { awaits: null, later: [], lost: 0 });
  const words = open
    ? say(scene, 'nothing_to_cancel_case', { number: open.number })
    : say(scene, 'nothing_to_cancel');
  return { state, replies: [replyOf(words)] };
};

/** `Cancelar`, just after the one open case was filed: asked whether it is taken back. `Salir` leaves only the talk. */
function withdrawalOf(scene: Scene): Move | null {
  const [c, other] = scene.facts.cases.filter(isOpen);
  const isOne = c !== undefined && other === undefined && isJustFiled(scene, c);
  return isOne && scene.state.awaits === null && !/\bsalir\b/.test(plainWords(scene.burst.text))
    ? askWithdraw(scene, c)
    : null;
}

const restart: Command = scene => {
  const { state } = withState(scene, { draft: null, awaits: null, later: [], lost: 0 });
  return { state, replies: [replyOf(say(scene, 'restarted'), { asks: 'description' })] };
};

const help: Command = scene => answered(scene, say(scene, 'help'));

function speak(language: Language): Command {
  return scene => {
    const next = inLanguage(scene, language);
    return answered(next, say(next, 'language'));
  };
}

/** A word that leaves everything as it stands. */
function answered({ state }: Scene, sentence: ReturnType<typeof say>): Move {
  return { state, replies: [replyOf(sentence, state.awaits ? {} : { asks: 'description' })] };
}

const COMMANDS: [RegExp, Command][] = [
  [
    /^(ayuda|ayudeme|help|menu|opciones|comandos|que puede hacer|que puedo hacer|como funciona( esto)?|instrucciones|how does (this|it) work|what can i (write|report|complain about|do here))$/,
    help,
  ],
  [/^(cancelar( todo)?|cancela|cancelo|cancelalo|cancel|salir)$/, cancel],
  [
    /^(empezar de nuevo|empezar otra vez|reiniciar|reinicio|volver a empezar|comenzar de nuevo|start over|restart|(empezar )?desde cero|empezar)$/,
    restart,
  ],
  [
    /^(english|in english|ingles|en ingles|english please|speak english|do you speak english)( please| por favor)?$/,
    speak('en'),
  ],
  [
    /^(ahora |mejor |ok |no |puede ser |hable |hableme |now )*(en |in )?(espanol|español|spanish|castellano)( please| por favor| gracias)?$/,
    speak('es'),
  ],
];

/** `Wait, en inglés please, does it …`: what else it says is heard in that language. */
const SWITCHES =
  /^(wait |oh |ok |hey |sorry |no )*(en ingles|in english|english)( please| por favor| porfa)+\b(?= .)/;

/** The scene of who wishes English in the midst of something else. */
export function inEnglishIfWished(scene: Scene): Scene {
  const isWished = scene.burst.choice === null && SWITCHES.test(plainWords(scene.burst.text));
  return isWished && scene.state.language !== 'en' ? inLanguage(scene, 'en') : scene;
}

/** What the four kinds are, for who asks; then what is to be told, or was asked. */
const ofKinds: Command = scene => {
  const next = scene.state.awaits ? null : say(scene, 'ask.description');
  return answered(scene, lines(say(scene, 'info.kinds'), next));
};

const OF_KINDS =
  /^(y |oiga |pero |and )*(que|cual|what) (es|son|significa|quiere decir|is|diferencia hay entre|es la diferencia entre|is the difference between)( eso| esto| lo)?( de)?( una?| la| las| el)? (queja|denuncia|idea|sugerencia|complaint|tipo)s?( (y|e|o|a|and|or) (una? |la )?(queja|denuncia|idea|sugerencia|complaint))*$/;

/** The words that mean the same in every state. */
export const commands: Topic = scene => {
  if (scene.burst.choice !== null) return null;
  const plain = plainWords(scene.burst.text).replace(
    /^(por favor|quiero|quisiera|necesito|mejor) (?!no\b)| (por favor|porfa)$/g,
    '',
  );
  if (OF_KINDS.test(plain)) return ofKinds(scene);
  return COMMANDS.find(([pattern]) => pattern.test(plain))?.[1](scene) ?? null;
};
