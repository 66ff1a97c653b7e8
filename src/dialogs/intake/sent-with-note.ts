import type { Draft } from '../conversation.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { behindHelpTold } from '../danger/help-beside.ts';
import { type Move, retold, type Scene } from '../scene.ts';
import { putsQuestion } from '../words/asking.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { fileDraft } from './file.ts';
import { saysFurther } from './matter.ts';
import { isPersonal } from './personal.ts';
import { detailedPlace } from './place/mend-place.ts';
import { liesIn, surePlace } from './place/namesakes.ts';
import { saysWhere } from './place/told-where.ts';
import { correctsPlace } from './place/where.ts';
import { privacyWished, wishesHidden } from './privacy.ts';
import { letsBeKnown } from './self-shown.ts';

const YES =
  '(?:s[ií]+|ok(?:ay)?|dale|bueno|claro|listo|correcto|est[aá] bien|yes|yeah|sure|fine|m[aá]nd[ea]l[oa]|env[ií][ea]l[oa]|send it)';
const THEM =
  'd[ií]g[ae](?:les?|n)|av[ií]s[ae](?:les?|n)|inf[oó]rm[ae]les|recu[eé]rd[ae]les|expl[ií]qu[ae]les|que (?:ellos )?sepan|tell them|let them know|inform them|remind them';
const NOTE =
  'an[oó]t[ea](?:le|n)?|(?:p[oó]ng[ae]|agr[eé]gu[ea])(?:le|n)?(?=\\s+(?:que|q)\\s)|apunt[ea]n?|a[nñ]ad[ae]n?|incluyan?|(?:make a )?note|add|mention|write|say';
/** `Sí, y dígales que él es ciego`, `yes, and please note it was a double charge`. */
const NOTED = new RegExp(
  `^\\s*(?:${YES}[\\s,.;!]+)+(?:(?:y|pero|and|but|solo|just)[\\s,]+)?(?:(?:por favor|porfa|please)[\\s,]+)?(?:(?<them>${THEM})|(?<note>${NOTE}))(?:[\\s,]+(?:tambi[eé]n|ah[ií]|also|por favor|please))*[\\s,:]+(?:(?:de\\s+)?(?:que|q|that)\\s+)?(?<words>.{3,300})$`,
  'isu',
);
/** `Ahora sí, mande el reporte con que el poste ya se cayó`. */
const SENT_WITH =
  /^\s*(?:(?:ahora\s+s[ií]|s[ií]|ya|listo|bueno|ok)[\s,.]+)*(?:por favor[\s,]+)?(?:m[aá]nd[ea]|env[ií][ea]|send)(?:l[oa])?\s+(?:(?:el|la|mi|the|my)\s+(?:reporte|queja|denuncia|report|complaint)\s+)?(?:con|with|diciendo|saying)\s+(?:lo\s+de\s+)?(?:que|q|that)\s+(?<words>.{3,300})$/isu;
/** What puts one thing beside another is a matter more, unless it is for them alone. */
const BESIDE = /\b(?:tampoco|otr[oa]|another|neither|either)\b/;

/**
 * Agreed to, with what they bid it to say or to tell the body: sent with it as one thing more of the same, whatever else its words
 * sound like. Null: they bid nothing of the kind, or wish it otherwise than it was shown.
 */
export function sentWithNote(scene: Scene, draft: Draft): Move | null {
  const text = behindHelpTold(scene.burst.text);
  const { them, words } = (NOTED.exec(text) ?? SENT_WITH.exec(text))?.groups ?? {};
  if (words === undefined || scene.burst.choice !== null) return null;
  const told = words.trim().replace(/[\s.]+$/u, '');
  const telling = retold(scene, [told]);
  const nearer = detailedPlace(telling, draft)?.place ?? null;
  if (isWishedOtherwise(telling, draft, told) || (nearer === null && isElsewhere(telling, draft)))
    return null;
  const isFurther = them === undefined && (saysFurther(told) || BESIDE.test(plainWords(told)));
  // `Ponga que es detrás de la iglesia y que hay un bebé` is taken apart elsewhere.
  if (isFurther || (them === undefined && (nearer !== null || saysWhere(scene, told)))) return null;
  const place = nearer ?? draft.place;
  return fileDraft(scene, { ...touched(scene, draft), place, description: [...draft.description, told] });
}

/** Who they are stands with the contact. */
const OF_THEM = /\b(?:mis? (?:nombres?|datos|telefonos?|celular|correo|cedula)|my (?:name|phone|email))\b/;

function isWishedOtherwise(scene: Scene, { privacy }: Draft, told: string): boolean {
  const plain = plainWords(told);
  const wished = privacyWished(plain);
  const isHeld = ['drop', 'hold', 'no'].includes(consentIn(told) ?? '');
  const isAsked = told.includes('?') || putsQuestion(told);
  const isKept = (wished === null || wished === privacy) && !wishesHidden(plain);
  const isOfThem = isPersonal(told) || OF_THEM.test(plain) || letsBeKnown(told);
  // Of a danger whose numbers were given it is only what became of it.
  const isDanger = scene.facts.reading.emergency !== null && !isAfterDanger(scene, ['danger']);
  return isHeld || isAsked || !isKept || isOfThem || isDanger;
}

function isElsewhere({ facts, burst }: Scene, { place }: Draft): boolean {
  const there = surePlace(facts.reading.places);
  return correctsPlace(burst.text) || (there?.code != null && !liesIn(place?.code, [there.code]));
}
