import type { Agency } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import type { Scene, View } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { bodyNames, ofDistrict } from './body-names.ts';
import { holderOfDraft } from './guess.ts';

const THEM = '(?:(?:se|le|les|la|lo) ){0,3}';
const TAKES = '(?:llegue|reciban?|vean?|manden?|envien?|avisen?|notifiquen?)';
const REFUSES = new RegExp(
  [
    `\\bno (?:quiero|deseo|quisiera) que (?:\\w+ ){0,3}${THEM}(?:${TAKES}|atiendan?|investiguen?)\\b`,
    `^(?:(?:pero|y|ok|si|bueno|por favor|mejor|solo|solamente|lo unico es|quiero|pido) ){0,4}(?:para )?que no ${THEM}${TAKES}\\b`,
    '\\bno (?:me )?(?:se )?(?:lo|la|le) (?:manden?|envien?|pasen?|den) al?\\b',
    // `Al municipio no se lo mande`.
    '^(?:(?:pero|y|no|si|ok|dale|mandelo|envielo) )*al? (?:[\\wñ]+ ){1,4}no (?:me )?(?:se )?(?:lo|la|le) (?:manden?|envien?|pasen?|den)\\b',
    `\\b(?:como|por que|para que) (?:me )?(?:se )?(?:lo|la) (?:va|van|vas)? ?a? ?(?:mandar|enviar|mandan|envian|manda|envia) al?\\b`,
    '\\b(?:don t|do not|dont) (?:want (?:it |this )?(?:to )?)?(?:send|go|sent)(?: it| this)? (?:to|there)\\b',
    '\\bnot to the\\b',
  ].join('|'),
);
const POINTS = /\b(ese|esa|esos|esas|ellos|ellas|mism[oa]s?|ahi|alla|them|same|that)\b/;
/** Longer texts tell what happened. */
const LONGEST = 200;

/** Before the name of a body that it shall not go to: `no a la`, `menos la`, `not to the`. */
const NOT_TO =
  /(?:^|\s)(?:(?:no|not|nunca|jamas|never)(?: quiero)?(?: que (?:sea|vaya))? (?:a|al|con|para|to)|menos(?: (?:a|al|con|para))?(?= (?:la|el|los|las|esa|ese)\b)|not(?= the\b)|anyone but|anybody but|nada (?:de|con))(?: (?:la|el|los|las|the|esa|ese|misma?))*\s*$/;
/** `A la policía no`, and nothing beside it but manners and what is done with a report. */
const TO = /^(?:(?:que|pero|y|ya|le|les|dije|digo|but|a|al|to|con|la|el|los|las|the|esa|ese) )*$/;
const IS_NOT =
  /^(?:ya )?no+(?:$| (?:por favor|porfa|gracias|please)$| (?:(?:me|se|le|les|lo|la|quiero|vayan?|van?|que) )*(?:a )?(?:mand|envi|pas|den\b|avis|inform))/;

/** The bodies that words refuse: `no quiero que le llegue a la misma policía`, `a la policía no`. */
export function refusedIn(scene: Scene, draft: Draft, words: string): readonly string[] {
  const text = words.replace(/\bpolice\b/gi, 'policía').replace(/\b(?:town|city) hall\b/gi, 'municipio');
  const plain = plainWords(text);
  if (plain.length > LONGEST) return [];
  const named = notTo(scene, draft, text);
  const at = REFUSES.exec(plain)?.index;
  if (at === undefined) return named;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  if (held !== undefined && isNamed(scene, held, text)) return [held, ...named];
  const behind = firstNamed(scene, plain.slice(at));
  if (behind !== null) return [ofDistrict(scene, behind, draft.place).id, ...named];
  if (!POINTS.test(plain)) return named;
  // `A ellos`, once they were refused: the same, and not who has it instead.
  const { refused = [] } = draft;
  if (refused.length > 0) return refused;
  return held === undefined ? named : [held, ...named];
}

/**
 * Bodies that are put behind a bare no. Only where somebody is accused, or hides: `no al MOP, al municipio` says who is
 * competent, and fears nobody.
 */
function notTo(scene: Scene, draft: Draft, text: string): readonly string[] {
  const { kind, privacy, refused = [] } = draft;
  const isFeared = kind === 'denuncia' || refused.length > 0 || (privacy !== null && privacy !== 'normal');
  if (!isFeared) return [];
  return plainClauses(text).flatMap(clause => {
    const body = firstNamed(scene, clause, (before, after) => {
      return NOT_TO.test(before) || (TO.test(before) && IS_NOT.test(after));
    });
    return body ? ofDistrict(scene, body, draft.place).id : [];
  });
}

/** The first body that is named in plain words, of those whose neighbourhood is so. */
function firstNamed(
  view: View,
  plain: string,
  isMeant: (before: string, after: string) => boolean = () => true,
): Agency | null {
  let first: { at: number; body: Agency } | null = null;
  for (const { name, body } of bodyNames(view)) {
    for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
      const [before, after] = [plain.slice(0, at), plain.slice(at + name.length)];
      const isWhole = /(?:^|\s)$/.test(before) && /^(?:\s|$)/.test(after);
      // Of two names that begin alike the longer one comes first.
      const isFirst = first === null || at < first.at;
      if (isWhole && isFirst && isMeant(before, after.trimStart())) first = { at, body };
    }
  }
  return first?.body ?? null;
}

/** The draft with bodies refused: for the ombudsman where one of them had it, or for a person, and in reserve at least. */
export function withoutBodies(scene: Scene, draft: Draft, bodies: readonly string[]): Draft {
  const refused = [...new Set([...(draft.refused ?? []), ...bodies])];
  const privacy = draft.privacy === 'anonymous' ? 'anonymous' : 'confidential';
  const own: Draft = { ...draft, refused, privacy };
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  if (held !== undefined && !refused.includes(held)) return own;
  const { ombudsman } = scene.catalogue.centre;
  const agencyId = ombudsman !== null && refused.includes(ombudsman) ? null : ombudsman;
  const serviceId = agencyId === null ? null : draft.serviceId;
  return { ...own, agencyId, serviceId, declined: [...draft.declined, 'agency'], reasons: [] };
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
