import { isAfterDanger } from '../danger/after-danger.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

/** `Que Dios lo ayude`, `que en paz descanse`, `pobre señor`: said of another, and not in thanks to the desk. */
const PITIES = anyOf(
  /\b(dios|diosito|el señor|la virgen|jehova) (me |nos )?(lo|la|los|las) (ayude|ampare|proteja|cuide|tenga|reciba|guarde|sane|acompañe|bendiga y (sane|cuide)|perdone)\b/,
  /\b(dios|diosito) (le|les|me le) (de|mande) (fortaleza|consuelo|salud|paz|descanso|resignacion)\b/,
  /\b((que )?(en paz descanse|descanse en paz|descansen en paz)|qepd|q e p d|(dios lo|lo) tenga en (su|la) (santa )?gloria|en paz este)\b/,
  /\b(mi|mis|nuestro|nuestras|sentido|sincero) (mas )?(sentido )?(pesame|condolencias)\b/,
  /^(ay |dios |que )*pobre(cit[oa]|s)? (el |la |los |del )?(señora?|hombre|mujer|muchach[oa]|niñ[oa]|familia|gente|tipo|man|viejit[oa])\b/,
  /\b(rest in peace|god (help|bless|rest) (him|her|them)|poor (man|woman|guy|kid|child|family|lady))\b/,
);
const MOST_WORDS = 25;
/** From here on a matter is told besides. */
const TOLD = 0.5;

/** They wish well who was hurt in what they reported, or say who it was: a kind word, and nothing of it is added to a case. */
export const condolence: Topic = scene => {
  const { burst, facts, conversation } = scene;
  const plain = plainWords(burst.text);
  const isShort = plain.split(' ').length <= MOST_WORDS && burst.files.length === 0;
  if (burst.choice !== null || !isShort || !PITIES.test(plain) || conversation.mode !== 'bot') return null;
  const asks = burst.text.includes('?');
  if (asks || facts.reading.emergency !== null || tellsMore(scene) || !isOfTold(scene)) return null;
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'condolence'))] };
};

function tellsMore({ facts }: Scene): boolean {
  const { services, places } = facts.reading;
  return (services[0]?.p ?? 0) >= TOLD || places.length > 0;
}

/** Is it said of what they have reported, or are reporting? */
function isOfTold(scene: Scene): boolean {
  const isFiled = scene.facts.cases.some(c => isJustFiled(scene, c));
  return isFiled || scene.state.draft !== null || isAfterDanger(scene);
}
