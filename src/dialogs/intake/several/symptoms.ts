import { plainWords } from '../../words/plain-words.ts';

/** What lies about and draws vermin. */
const CAUSE =
  /\b(?:basura\w*|aseo|desechos?|desperdicios?|aguas (?:negras|servidas)|alcantarill\w*|cloacas?|letrinas?|septic[oa]s?|lote|monte|herbazal|charcos?|agua (?:estancada|empozada|podrida)|pataconera|vertedero|chatarra|muert[oa]|garbage|trash|rubbish|sewage|dump|weeds)\b/;
/** What comes of it. */
const COMES =
  /\b(?:moscas?|mosquitos?|zancudos?|ratas?|ratones?|cucarachas?|gusanos?|alacran\w*|culebras?|plagas?|bichos?|gallinazos?|mal(?:os)? olor(?:es)?|hedor|peste|apesta|hiede|huele|hueliendo|flies|rats?|mice|roaches|cockroach\w*|mosquito\w*|smells?|stench|stinks?)\b/;
/** Words that make a matter of their own of it: `no fumigan`, `me mordió`. */
const OWN = /\b(?:no|nunca|nadie|mord\w+|pic[oó]|dengue|fumig\w+|never|nobody|bit|bitten)\b/;
const MOST_WORDS = 14;

/** Does it only tell what comes of refuse or sewage that lies about: `hay moscas y ratas`? */
function isSymptom(text: string): boolean {
  const plain = plainWords(text);
  return COMES.test(plain) && !CAUSE.test(plain) && !OWN.test(plain) && plain.split(' ').length <= MOST_WORDS;
}

/** The matters of a message, each symptom with the cause it stands beside: `no recogen la basura, hay moscas y ratas` is one. */
export function withSymptoms(matters: readonly string[]): string[] {
  const told: string[] = [];
  for (const text of matters) {
    const last = told.at(-1);
    const isOne = last !== undefined && areCauseAndSymptom(last, text);
    told.splice(isOne ? -1 : told.length, isOne ? 1 : 0, isOne ? `${last}, ${text}` : text);
  }
  return told;
}

/** Does one of two tell what lies about, and the other only what comes of it? */
function areCauseAndSymptom(a: string, b: string): boolean {
  const [plainA, plainB] = [plainWords(a), plainWords(b)];
  return (CAUSE.test(plainA) && isSymptom(b)) || (isSymptom(a) && CAUSE.test(plainB));
}

/** `Por tanta basura`: the cause named with what comes of it. */
const BLAMES = new RegExp(
  `\\b(?:por|debido a|a causa de|because of|from|with) (?:(?:tant[oa]s?|tod[oa]s?|la|el|los|las|es[oa]s?|all|that|the|so much) )*${CAUSE.source.slice(2)}`,
  'g',
);

/** Does a text only tell what comes of what was told before, `y hay moscas y ratas`, or what it comes of? */
export function comesOfIt(description: readonly string[], text: string): boolean {
  const bare = plainWords(text).replace(BLAMES, '');
  return description.some(line => areCauseAndSymptom(line, text) || areCauseAndSymptom(line, bare));
}
