import { replyOf, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const WHERE =
  '(?:la |mi |una |el |the |my |a )?(?:ubicacion|pin|geolocalizacion|localizacion|gps|mapa|location|map)';
/** `¿Puedo mandar la ubicación?`, `le paso el pin`, `can I send you the location` */
const SENDS_WHERE = new RegExp(
  `^(?:(?:y|pero|si|ok|oiga|mejor|and|but|or) )*(?:(?:le|les|te) )?(?:puedo|podria|se puede|como|donde|can i|could i|may i|how (?:do|can) i)(?: (?:le|les|te))? (?:mand\\w+|envi\\w+|pas\\w+|compart\\w+|pon\\w+|send|share|give)(?: (?:you|les|le))? ${WHERE}(?: (?:actual|en tiempo real|por aqui|aqui|por whatsapp|exacta|del lugar|de mi casa|here|instead|of the place))*$`,
);

/** Whether the place may be sent as a point on the map: it may, or told in words. */
export const locationAsked: Topic = scene => {
  const { burst, state, facts } = scene;
  if (burst.choice !== null || burst.files.length > 0 || burst.pinned) return null;
  if (!SENDS_WHERE.test(plainWords(burst.text))) return null;
  const isFree = state.awaits === null && facts.cases.length === 0;
  const asks = isFree ? ({ asks: 'description' } as const) : {};
  return { state: { ...state, lost: 0 }, replies: [replyOf(say(scene, 'place_by_map'), asks)] };
};
