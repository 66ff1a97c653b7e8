import { replyOf, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const LINK =
  /https?:\/\/\S+|\b[\w-]+\.(?:xyz|top|club|info|online|site|click|link|live|shop|win|vip|cc|tk)\b/iu;
const PASSED_ON =
  /\b(compart[ae]\w*|reenvi\w+|pasal[oa]|difund\w+|cadena|me (mandaron|enviaron|llego|reenviaron)|(vi|publican|publicaron|publicad[oa]|sale|salio|anuncian|ponen) (en|por) (facebook|whatsapp|tiktok|instagram|las redes)|share (it|this)|forwarded)\b/;
/** It says itself that it is to be passed on. */
const CHAIN =
  /\b(reenviad[oa] (muchas|varias) veces|forwarded many times|(pas[ae]|reenvi[ae]|mand[ae]|compart[ae]|difund[ae])n? (esta cadena|este mensaje|a (\d+|todos|tod[oa]s|sus|tus|mas)( (los|las|sus|tus))? (contactos|grupos))|(pas[ae]|reenvi[ae]|mand[ae]|compart[ae]|difund[ae])n?(lo|la) a (\d+|todos|tod[oa]s|sus|tus|mas)( (los|las|sus|tus))? (contactos|grupos|amigos|vecinos|familiares)|(share|send|pass) (it|this) (on )?to (\d+|all|everyone|your))\b/;
const PRIZE =
  /\b(bono|bonos|premio|premios|subsidio|subsidios|regal\w+|gan(o|aste|ado)|sorteo|inscrib\w+|prize|bonus)\b/;
const IS_TRUE =
  /\b(es|sera|eso es|esto es|sera que es|son) (de verdad|verdad|verdader[oa]s?|ciert[oa]s?|real(es)?|mentira|estafa|fals[oa]s?|fake)\b|\b(verdad o (no|mentira)|cierto o (no|falso))\b|\bis (it|this|that) (true|real|a scam|fake)\b/;
/** Who was harmed has a matter to report. */
const HARMED =
  /\b(pague|pagamos|pago|perdi|perdimos|deposite|transferi|di (mi|mis|la|el)|puse (mi|mis|la|el)|mi clave|(di|puse|pedia|pidieron|tienen|robaron|usaron) (\w+ )?mis datos|me (robaron|vaciaron|sacaron|quitaron|cobraron|estafaron|clonaron|hackearon)|cai|paid|lost|gave (my|them)|stole|emptied)\b/;

/** What goes from telephone to telephone: nobody here can vouch for it, and a link in it is not to be opened. */
export const rumour: Topic = scene => {
  const { burst, state } = scene;
  const plain = plainWords(burst.text);
  const hasLink = LINK.test(burst.text) && PRIZE.test(plain);
  const isChain = CHAIN.test(plain);
  const asks =
    burst.text.includes('?') && IS_TRUE.test(plain) && (PASSED_ON.test(plain) || LINK.test(burst.text));
  if (isChain && !asks && !hasLink && scene.facts.reading.places.length > 0) return null;
  if (burst.choice !== null || state.draft !== null || HARMED.test(plain) || !(asks || hasLink || isChain))
    return null;
  return { state: { ...state, lost: 0 }, replies: [replyOf(say(scene, 'rumour'), { asks: 'description' })] };
};
