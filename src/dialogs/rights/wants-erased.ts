import type { Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

/** As it is wished or ordered: `el banco eliminó mis datos` tells what another did. */
const TO_ERASE =
  '(?:(?:borr|elimin)(?:ar|e|en|a)|suprim(?:ir|a|an)|delete|erase)(?:me|nos)?(?:lo|la)? (?:todos |todo |all |mi caso y |mis casos y )*';
const OWN =
  '(?:mis datos|mi informacion|mis mensajes|(?:todo )?lo mio|(?:todo )?lo que (?:tengan|tienen|guardan|saben) (?:mio|mia)|lo que (?:le |les )?(?:escribi|dije|conte|he escrito|puse|mande)|lo que (?:tengan|tienen|saben|sepan|guardan|guarden) (?:de|sobre) mi|(?:(?:my|all my) (?:data|information|messages)|everything (?:you have |you know )?(?:on|about|of) me)|this chat)\\b';
/** The talk has nobody's name on it: what is wished of it stands at the end of a clause, and nobody else is spoken of before. */
const TALK =
  '(?:(?:este|el|mi) chat|(?:esta|la|mi|nuestra) conversacion)(?: (?:por favor|porfa|ya|ahora|enter[oa]|complet[oa]|tod[oa]|gracias|please))*$';
const BEFORE_SEEN =
  'esto (?:antes de que|para que|que) (?:\\w+ ){0,3}?(?:no )?(?:lo |la |me )*(?:vean?|revisen?|encuentren?|lean?)\\b';
const ASKING =
  '^(?:(?:hola|buenas|dias|tardes|oiga|oye|por|favor|porfa|y|pero|si|mejor|ahora|ya|entonces|es|yo|quiero|quisiera|queria|deseo|necesito|pido|gustaria|puede|puedo|pueden|podria|podrian|como|hago|para|se|que|me|le|les|please|can|could|you|i|want|to|just) )*';
const GONE = anyOf(
  /\b(?:i )?(?:want|need|would like) (?:all )?my (?:data|information|messages|name) (?:to be )?(?:deleted|erased|removed|gone)\b/,
  /\b(?:quit|sac|saq|borr|elimin|olvid)\w* (?:todos? )?(?:mis datos|lo mio|mi informacion|mi nombre) (?:de|del) (?:su |el |la |sus |todos )*(?:sistemas?|bases?|archivos|registros|computadoras?)\b/,
  /\b(?:borr|elimin|quit|saqu)(?:ar|e|en)(?:me|nos) (?:ya )?(?:del|de (?:la|su|sus)) (?:sistemas?|bases?(?: de datos)?|archivos|registros)\b/,
  /\b(?:que )?desaparezcan? (?:todo lo mio|mis datos)\b|\bolviden? (?:todos )?mis datos\b/,
);
const ERASE = new RegExp(`\\b${TO_ERASE}${OWN}|${ASKING}${TO_ERASE}(?:${TALK}|${BEFORE_SEEN})`);
/** `Borra esto porfa`, of who was told the numbers: nobody shall find it. A report that is begun is only left. */
const ERASE_THIS = new RegExp(
  `${ASKING}${TO_ERASE}esto(?: de aqui)?(?: (?:por favor|porfa|ya))*$|^(?:y |pero )?(?:como|donde) (?:lo |la |se )?borr[oa](?: (?:esto|eso|todo|el chat|la conversacion))?$`,
);
/** Do plain words wish nothing erased: `no borren mis datos`, `no quiero que los borren`? */
export const KEEP =
  /\b(?:no|not|nunca|sin|don t) (?:(?:quiero|deseo|que|me|lo|la|los|las|vayan|vaya|a|want|to|you) )*(?:borr|elimin|suprim|delete|erase)/;
/** As many words of a clause may wish it; longer ones tell of somebody else who keeps data. */
export const MOST_WORDS = 14;
/** And longer texts, a story. */
const MOST_TOLD = 30;

/** `I asked a company to delete my data`: somebody else has them. */
const OF_OTHERS =
  /\b(?:asked|told|requested|pedi|pedimos|solicite|(?:la|una|esa) (?:empresa|compañia|tienda)|el banco|(?:a|the|that) (?:\w+ )?(?:company|bank|shop|store))\b/;

/** Do they wish to have erased what is kept of them? */
export function wantsErased({ burst, conversation, state }: Scene): boolean {
  const isHunted = conversation.reason === 'danger' && state.draft === null;
  const erases = (clause: string): boolean =>
    ERASE.test(clause) || GONE.test(clause) || (isHunted && ERASE_THIS.test(clause));
  const brief = plainClauses(burst.text).filter(clause => clause.split(' ').length <= MOST_WORDS);
  const isStory = plainWords(burst.text).split(' ').length > MOST_TOLD;
  return !isStory && brief.some(clause => erases(clause) && !KEEP.test(clause) && !OF_OTHERS.test(clause));
}
