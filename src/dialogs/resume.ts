import type { Catalogue } from '../catalogue/catalogue.ts';
import { route } from '../catalogue/route.ts';
import type { Reply } from '../channels/channel.ts';
import type { Conversation } from '../storage/store.ts';
import type { Texts } from '../texts.ts';
import { pendingQuestion } from './questions.ts';
import { led, replyOf, say, type View } from './scene.ts';

/** What words outside of a turn are made of. */
export interface WordsDeps {
  texts: Texts;
  catalogue: Catalogue;
  /** A function, because a free port is known only once it is bound. */
  publicUrl: () => string;
}

/** Words what the bot says when a person gives a talk back: what was asked last, once more. */
export function resume({ texts, catalogue, publicUrl }: WordsDeps): (conversation: Conversation) => Reply[] {
  const routing = route(catalogue);
  return ({ state }) => {
    const view: View = { state, texts, catalogue, route: routing, publicUrl: publicUrl() };
    const question = pendingQuestion(view);
    const lead = say(view, 'person.released');
    return [question ? led(lead, question) : replyOf(lead)];
  };
}
