import type { Choice } from '../channels/channel.ts';
import type { Language } from '../texts.ts';
import type { Awaits } from './conversation.ts';
import { type Scene, type View, withState } from './scene.ts';
import { TEXT_KEYS } from './text-keys.ts';
import { plainWords } from './words/plain-words.ts';

/** The scene in another language, with what was offered in it too. */
export function inLanguage(scene: Scene, language: Language): Scene {
  const { awaits, language: before } = scene.state;
  const next = withState(scene, { language });
  if (awaits === null || before === language) return next;
  return withState(next, { awaits: withLabels(next, awaits, before) });
}

function withLabels(view: View, awaits: Awaits, from: Language): Awaits {
  const { choices, before } = awaits;
  const own = { ...awaits, choices: translated(view, choices, from) };
  return before ? { ...own, before: withLabels(view, before, from) } : own;
}

function translated(view: View, choices: Choice[], from: Language): Choice[] {
  const { language } = view.state;
  const keys = TEXT_KEYS.filter(key => key.startsWith('choice.'));
  return choices.map(choice => {
    const { services, procedures } = view.catalogue;
    const id = choice.value.replace(/^(service|procedure):/, '');
    const named = choice.value.startsWith('procedure:') ? procedures.get(id) : services.get(id);
    if (named) return { ...choice, label: named.name[language] };
    const key = keys.find(known => view.texts.say(from, known).text === choice.label);
    return key ? { ...choice, label: view.texts.say(language, key).text } : choice;
  });
}

/** Long texts show their language; short ones ("ok", "hola") are no wish to change it. */
const LEAST_WORDS = 5;

/** Words by which somebody speaks Spanish, and no place here is called: `calle principal, frente al banco` has none. */
const SPEAKS =
  /\b(no|hay|hace|esta|estan|estaba|es|son|era|fue|quiero|quisiera|necesito|tengo|tenemos|tiene|puede|pueden|me|mi|mis|se|nos|lo|le|que|como|cuando|cuanto|pero|porque|gracias|hola|buen[oa]s|favor|ya|desde|muy|tambien)\b/g;
/** As many different ones make a sentence. */
const LEAST_SPOKEN = 2;

/** `Who fixes potholes`: in few words the first of a talk, which no Spanish sentence begins with, tells it. */
const BEGINS_ENGLISH =
  /^\W*(?:who|what|where|how|when|why|which|i|i'm|my|there|can|could|please|do|does|is|are|will|they|it|it's|this|that|we|somebody|nobody|help me)\s+[a-z']+/i;

/** The language a burst is written in, when it is surely another one than the talk's. */
export function otherLanguage({ facts, burst, state }: Scene): Language | null {
  const language =
    facts.reading.language ?? (!state.greeted && BEGINS_ENGLISH.test(burst.text) ? 'en' : null);
  if (language === null || language === state.language) return null;
  // Who writes English answers with the names of streets and squares as they are written here.
  const isNamed = language === 'es' && state.greeted && state.awaits !== null && !speaksSpanish(burst.text);
  const words = burst.text.split(/\s+/).length;
  return !state.greeted || (words >= LEAST_WORDS && !isNamed) ? language : null;
}

function speaksSpanish(text: string): boolean {
  return new Set(plainWords(text).match(SPEAKS)).size >= LEAST_SPOKEN;
}
