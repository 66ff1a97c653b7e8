import type { Draft } from '../conversation.ts';
import { plainWords } from './plain-words.ts';

const WISHES_TO_PRAISE =
  /\b(felicit(ar|arl[oae]s?|arles?|aciones|acion)|reconocimiento|agradecer(l[oae]s?|les?)?|(quiero|queria|quisiera|vengo a|solo) dar(le|les)? las gracias|congratulate|praise|compliment)\b/;
const NO_COMPLAINT =
  /\bno (vengo|es|quiero|estoy|voy)( a| para)? ?(quejar\w*|una queja|queja|poner (una )?queja)\b/;
const PRAISES =
  /\b(fue|es|son|fueron|era) (un|una|unos|muy|bien|puro) ?(sol|angel|amor|ejemplo|amables?|buen[oa]s?|atent[oa]s?|excelentes?)\b|\b(excelente|de primera|de lujo|que bonito trato|chevere)\b/;

/** Is it praise, of what is a suggestion anyhow: `felicito al chofer`? */
export function isPraise(text: string): boolean {
  return praises(text) || /\b(felicito|felicitamos|agradezco|agradecemos)\b/.test(plainWords(text));
}

/** Do words praise somebody's work, by the wish to (`es pa felicitarlo`), or by denying a complaint beside it? */
export function praises(text: string): boolean {
  const plain = plainWords(text);
  return WISHES_TO_PRAISE.test(plain) || (NO_COMPLAINT.test(plain) && PRAISES.test(plain));
}

/** Fewer words tell nothing more of praise than thanks do. */
export const LEAST_PRAISE = 4;

/** Is it praise that is being taken down? */
export function isOfPraise({ kind, description }: Draft): boolean {
  return kind === 'sugerencia' && description.some(isPraise);
}
