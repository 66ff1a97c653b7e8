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
  return (
    praises(text) ||
    onlyWishesToPraise(text) ||
    /\b(felicito|felicitamos|agradezco|agradecemos)\b/.test(plainWords(text))
  );
}

/** Do words praise somebody's work, by the wish to (`es pa felicitarlo`), or by denying a complaint beside it? */
export function praises(text: string): boolean {
  const plain = plainWords(text);
  return WISHES_TO_PRAISE.test(plain) || (NO_COMPLAINT.test(plain) && PRAISES.test(plain));
}

const WHOM =
  'funcionari\\w+|personal|doctor\\w*|medic\\w+|enfermer\\w+|policias?|agentes?|bomber\\w+|chofer\\w*|conductor\\w*|maestr\\w+|profesor\\w*|gente|equipo|trabajador\\w*|empleados?|empleadas?|muchach\\w+|señor\\w*|alguien|persona|cuadrilla|hospital|oficina|institucion|entidad|municipio|alcaldia|centro|salud|seguro|caja|metro|bus|escuela|civil\\w*|servidor\\w*|public[oa]s?|ustedes|somebody|someone|officer|staff|nurses?|doctors?|drivers?|teachers?|office|employees?|workers?';
/** `Quiero felicitar a un funcionario`: whom, by what they are, and nothing of what they did. */
const ONLY_WISHED = new RegExp(
  '^(?:(?:hola|buenas|buenos dias|buenas tardes|yo|no|mejor|es que|vengo|es|para|pa|i|want|would|like|to) )*(?:(?:quiero|quisiera|deseo|queria|vengo a|me gustaria|solo) )*' +
    '(?:felicitar\\w*|agradecer\\w*|(?:dar(?:le|les)? las gracias)|(?:(?:poner|hacer|dejar|presentar|una?|la) )*(?:felicitacion(?:es)?|agradecimiento|reconocimiento)|congratulate|praise|compliment|thank)' +
    `(?: (?:a|al|para|por|de|del|un|una|unos|unas|el|la|los|las|ese|esa|en|the|an|at|of|in|${WHOM}))*$`,
);

/** Is it only wished to praise somebody, with nothing told of what for? */
export function onlyWishesToPraise(text: string): boolean {
  return ONLY_WISHED.test(plainWords(text));
}

/** Fewer words tell nothing more of praise than thanks do. */
export const LEAST_PRAISE = 4;

/** Is it praise that is being taken down? */
export function isOfPraise({ kind, description }: Draft): boolean {
  return kind === 'sugerencia' && description.some(isPraise);
}
