import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { plainWords } from '../plain-words.ts';
import type { Scene } from '../scene.ts';
import { holderOfDraft } from './guess.ts';

const TO = '(?:(?:se|le|les|la|lo) ){0,3}';
const TAKES = '(?:llegue|reciban?|vean?|manden?|envien?)';
const REFUSES = new RegExp(
  [
    `\\bno (?:quiero|deseo|quisiera) que (?:\\w+ ){0,3}${TO}(?:${TAKES}|atiendan?|investiguen?)\\b`,
    `^(?:(?:pero|y|ok|si|bueno|por favor|mejor|solo|solamente|lo unico es|quiero|pido) ){0,4}(?:para )?que no ${TO}${TAKES}\\b`,
    '\\bno (?:me )?(?:se )?(?:lo|la|le) (?:manden?|envien?|pasen?|den) al?\\b',
    `\\b(?:como|por que|para que) (?:me )?(?:se )?(?:lo|la) (?:va|van|vas)? ?a? ?(?:mandar|enviar|mandan|envian|manda|envia) al?\\b`,
    '\\b(?:don t|do not|dont) (?:want (?:it |this )?(?:to )?)?(?:send|go|sent)(?: it| this)? (?:to|there)\\b',
    '\\bnot to the\\b',
  ].join('|'),
);
const POINTS = /\b(ese|esa|esos|esas|ellos|ellas|mism[oa]s?|ahi|alla|them|same|that)\b/;
/** Longer texts tell what happened. */
const LONGEST = 200;

/** Do words refuse the body that a draft would go to: `no quiero que le llegue a la misma policía`? */
export function refusesHolder(scene: Scene, draft: Draft, text: string): boolean {
  const plain = plainWords(text);
  if (plain.length > LONGEST || !REFUSES.test(plain)) return false;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  return POINTS.test(plain) || (held !== undefined && isNamed(scene, held, text));
}

/** The draft for the ombudsman of the catalogue, or for a person to decide, and kept in reserve at least. */
export function withoutHolder(scene: Scene, draft: Draft): Draft {
  const { ombudsman } = scene.catalogue.centre;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const agencyId = ombudsman === held ? null : ombudsman;
  return {
    ...draft,
    agencyId,
    serviceId: agencyId === null ? null : draft.serviceId,
    privacy: draft.privacy === 'anonymous' ? 'anonymous' : 'confidential',
    declined: [...draft.declined, 'agency'],
    reasons: [],
  };
}

/** Was a body refused in what was told? Then none that is only named takes its place. */
export function hasRefused({ description }: Draft): boolean {
  return description.some(line => line.length <= LONGEST && REFUSES.test(plainWords(line)));
}

function isNamed({ catalogue }: Scene, id: string, text: string): boolean {
  const agency = catalogue.agencies.get(id);
  const own = contentWords([agency?.name, agency?.acronym, ...(agency?.aliases ?? [])].join(' '));
  return contentWords(text).some(word => own.includes(word));
}
