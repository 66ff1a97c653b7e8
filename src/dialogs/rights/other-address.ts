import type { Reply } from '../../channels/channel.ts';
import type { Awaits } from '../conversation.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { awaiting } from '../questions.ts';
import { afterQuestion, interrupting, type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import type { Road } from '../turn.ts';
import { plainWords } from '../words/plain-words.ts';
import { addressIn, type Found } from '../words/read-address.ts';

const WISH =
  '(?:(?:hola|buenas|buenos dias|buenas tardes|por favor|porfa|tambien|quiero|quisiera|necesito|deseo|puedo|me gustaria|i want to|i would like to|can i|please) )*';
const THING =
  '(?:(?:correo|e mail|email|mail|numero|celular|cel|telefono|movil|whatsapp|direccion|cuenta|canal|phone|number|address|account)\\b.*)';
const ADDS = new RegExp(
  `^${WISH}(?:agreg\\w*|anad\\w*|vincul\\w*|unir|una|conect\\w*|asoci\\w*|registr\\w*|add|link|connect) (?:tambien |a )?(?:mi|mis|otro|otra|un|una|el|este|esta|my|another|an?) (?:otro |otra |other )?${THING}$`,
);
const LEAVES = new RegExp(
  `^${WISH}(?:desvincul\\w*|separ\\w* mis (?:direcciones|cuentas|numeros)|unlink\\w*)(?: .{0,40})?$`,
);

/** The most codes that are sent for one talk within a day. */
const MOST_CODES = 3;
const CODE_MS = 3_600_000;

/** Do they wish to be known by another address too: `agregar mi celular 6611-0022`? That is proven, and never only written down. */
export function wishesOtherAddress(text: string): boolean {
  return ADDS.test(plainWords(text));
}

/**
 * The citizen has another address, and wants to see and hear of the same cases there; or wants it kept apart again.
 * Nobody is known by two addresses because the desk thinks so.
 */
export const otherAddress: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || state.draft !== null) return null;
  const plain = plainWords(burst.text);
  if (LEAVES.test(plain)) return leave(scene);
  if (!wishesOtherAddress(burst.text) || isForCase(scene)) return null;
  const found = addressIn(burst.text);
  if (found && scene.facts.sure) return sendCode(scene, found);
  if (scene.facts.roads.length === 0) return told(scene, 'address.no_road');
  return { state: interrupting(scene, awaiting('address')).state, replies: whoIsIt(scene) };
};

/** Who writes in another's name would see that one's cases at an address of their own, or take them from that one's. */
function whoIsIt(scene: Scene): Reply[] {
  return scene.facts.sure ? [] : [replyOf(say(scene, 'address.unsure'))];
}

/** Which address? Null: that was none, and no try at one. */
export function answerAddress(scene: Scene, _awaits: Awaits): Move | null {
  const found = addressIn(scene.burst.text);
  if (found && !scene.facts.sure) return { state: scene.state, replies: whoIsIt(scene) };
  if (found) return sendCode(afterQuestion(scene), found);
  const isTry = /@|\d{6}/.test(scene.burst.text.replace(/[\s.-]/g, ''));
  return isTry ? told(scene, 'address.unreadable') : null;
}

const OWN_NUMBER = new RegExp(`^${WISH}(?:agreg|anad|add)\\w* (?:mi|my) (?:numero|telefono|phone)\\b`);

/** `Quiero agregar mi teléfono 6677-1122`, just after filing: to be called about that case. */
export function isForCase(scene: Scene): boolean {
  const { text } = scene.burst;
  const isTold = OWN_NUMBER.test(plainWords(text)) && addressIn(text)?.kind === 'phone';
  return isTold && scene.facts.cases.some(c => isJustFiled(scene, c));
}

function leave(scene: Scene): Move {
  if (scene.conversation.person === null) return told(scene, 'address.alone');
  if (!scene.facts.sure) return { state: scene.state, replies: whoIsIt(scene) };
  return { ...told(scene, 'address.left'), proof: { what: 'left' } };
}

function sendCode(scene: Scene, { kind, address }: Found): Move {
  const { facts, conversation } = scene;
  const road = facts.roads.find(({ capabilities }) => capabilities.writesTo === kind);
  if (!road) return told(scene, 'address.no_road');
  if (road.id === conversation.channel && address === conversation.address)
    return told(scene, 'address.same');
  if (facts.proof.asked >= MOST_CODES) return told(scene, 'address.too_many');
  return {
    ...told(scene, 'address.sent', { address }),
    proof: { what: 'asked', ...codeTo(scene, road, address) },
  };
}

function codeTo(scene: Scene, road: Road, address: string) {
  const { code, hash } = scene.facts.newCode();
  const words = say(scene, 'address.code', { code, road: roadName(scene, scene.conversation.channel) });
  return {
    to: { channel: road.id, account: road.account, address },
    codeHash: hash,
    until: new Date(scene.facts.now.getTime() + CODE_MS),
    reply: replyOf(words, { class: 'code' }),
    capabilities: road.capabilities,
  };
}

/** Six digits, in one piece or two. */
const CODE = /(?<!\d)(\d{3})[\s-]?(\d{3})(?!\d)/;

/** The code that was sent here is answered: from now on both addresses are the same person's. */
export const proves: Topic = scene => {
  const { facts, burst } = scene;
  const { pending } = facts.proof;
  if (pending === null || pending.until <= facts.now) return null;
  const [whole, first = '', second = ''] = CODE.exec(burst.text) ?? [];
  if (whole === undefined) return null;
  const { codeHash, askedOn } = pending;
  if (facts.hashCode(`${first}${second}`) === codeHash) {
    const road = roadName(scene, askedOn);
    return { ...told(scene, 'address.proven', { road }), proof: { what: 'proven', codeHash } };
  }
  // A report can hold six digits too.
  const isBare = burst.text.replace(/[^\p{L}]/gu, '').length <= LETTERS;
  return isBare ? { ...told(scene, 'address.wrong_code'), proof: { what: 'missed', codeHash } } : null;
};

/** "mi código es 123 456" has no more letters than this. */
const LETTERS = 20;

const NAMES: Record<string, TextKey> = {
  web: 'road.web',
  sms: 'road.text_message',
  whatsapp: 'road.whatsapp',
  telegram: 'road.telegram',
  messenger: 'road.messenger',
  email: 'road.email',
};

/** `whatsapp-twilio` is WhatsApp to who writes there. */
function roadName(scene: Scene, channel: string): string {
  const [name = ''] = channel.split('-');
  return say(scene, Object.hasOwn(NAMES, name) ? (NAMES[name] ?? 'road.other') : 'road.other').text;
}

function told(scene: Scene, key: TextKey, values: Record<string, string> = {}): Move {
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(say(scene, key, values))] };
}
