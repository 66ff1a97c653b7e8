import type { InboundMessage } from '../channels/channel.ts';
import type { StoredMessage } from '../storage/store.ts';
import type { ConversationState } from './conversation.ts';
import { dangerInPublic } from './danger/in-public.ts';
import { inLanguage, otherLanguage } from './language.ts';
import { type Move, replyOf, type Scene, say } from './scene.ts';

type Elsewhere = NonNullable<InboundMessage['elsewhere']>;

/** For so long after one invitation there is no other: machines that answer each other must come to an end. */
const PAUSE_MS: Record<Elsewhere, number> = { public: 24 * 3_600_000, encrypted: 3_600_000 };

/**
 * What is said in public, or where we cannot read it, is answered with the way to another road and nothing else: no
 * case is opened, shown or spoken of there. Danger told in public has its numbers first. Null: it can be talked over here.
 */
export function elsewhere(heard: Scene, messages: readonly StoredMessage[]): Move | null {
  const language = otherLanguage(heard);
  const scene = language === null ? heard : inLanguage(heard, language);
  if (messages.some(message => message.elsewhere === 'public')) return inPublic(scene);
  const isDark = messages.length > 0 && messages.every(message => message.elsewhere === 'encrypted');
  return isDark ? invite(scene, 'encrypted') : null;
}

function inPublic(scene: Scene): Move {
  const numbers = dangerInPublic(scene);
  if (numbers === null) return invite(scene, 'public');
  const set = { review: true, reason: 'danger', since: scene.facts.now };
  return { state: scene.state, replies: [numbers], set, quiet: true };
}

function invite(scene: Scene, where: Elsewhere): Move {
  const { state, conversation, facts, publicUrl } = scene;
  const pause = { state, replies: [], quiet: true };
  if (conversation.mode !== 'bot') return { ...pause, silence: 'person' };
  if (wasInvited(state, facts.now, PAUSE_MS[where])) return { ...pause, silence: 'invited' };
  const words = say(scene, `elsewhere.${where}`, { url: publicUrl });
  const reply = replyOf(words, { class: 'invitation' });
  return { state: { ...state, invitedAt: facts.now.toISOString() }, replies: [reply], quiet: true };
}

function wasInvited({ invitedAt }: ConversationState, now: Date, pauseMs: number): boolean {
  const age = now.getTime() - Date.parse(invitedAt ?? '');
  // A time that lies ahead says that the clock was set back.
  return age >= 0 && age < pauseMs;
}
