import { plainWords } from '../../words/plain-words.ts';
import { withoutScolding } from '../../words/scolding.ts';
import { isTime } from './no-place.ts';
import { withoutLeads } from './place-leads.ts';

/** The parts of words that say where, without what leads to them, sighs behind them or says when. */
export function whereParts(words: string): string[] {
  const parts = withoutScolding(words).split(/\s*[,\n]\s*/);
  const named = parts.filter(
    part => !isOwnHome(part) && !isTime(part) && ![ORDERS, CLASS, HAPPENS].some(none => none.test(part)),
  );
  return (named.length > 0 ? named : parts)
    .map(part => withoutTail(withoutLeads(part)))
    .filter(part => part !== '')
    .map((part, i) => (i === 0 ? bare(part) : part));
}

/** `Envíelo`, `apúrense`: what is wanted, by itself. */
const ORDERS =
  /^(?:y |ya )?(?:env[ií][aeo]|m[aá]nd[aeo]|arr[eé]gl[aeo]|veng[ao]|ap[uú]r[ae]|rev[ií]s[ae]|send|hurry)n?(?:l[oae]s?|me|nos|se)?(?: (?:it|up|ya|r[aá]pido))?[.!]*$/iu;

/** `Está en séptimo, en Santiago`: a class at school. */
const CLASS =
  /^(?:(?:primer|tercer|segundo|cuarto|quinto|sexto|s[eé]ptimo|octavo|noveno|d[eé]cimo|und[eé]cimo|duod[eé]cimo)o?|k[ií]nder|prek[ií]nder)(?: grado| año)?$/iu;

/** `Huele horrible`, `ya pasó el peligro`, `antes de venir`: what is so there, and no name. */
const HAPPENS =
  /^(?:(?:ya|y|que|todo|ahora|it|already)\s+)*(?:(?:huele|apesta|hiede|smells?|stinks?)(?!\p{L})|pas(?:o|ó|aron) (?:el|la|los|las|lo|todo|ya) (?:peligro|susto|lluvia|tormenta|inundaci[oó]n|emergencia|peor)|antes de (?:venir|llegar|ir|que)|(?:es|fue) (?:urgente|peligros[oa]))/iu;

/** Words of a place without what is wanted or sighed behind it: `Chepo, por favor`. */
function withoutTail(words: string): string {
  return words.replace(TAIL, '');
}

const TAIL =
  /[\s.]+(?:(?<=\.\s*)(?:el|la|los|las|un|una|the|a|my|mi) (?:dueñ[oa]s?|señora?|vecin[oa]s?|gente|gentes|niñ[oa]s?|muchach[oa]s|owners?|people|neighbou?rs?|kids|man|woman)|pues|creo|digo|vea|por favor|porfa|x ?fa|please|hurry(?: up)?|gracias|thanks|ok|tambi[eé]n|also|too|urgente|si (?:quiere|gusta|puede)n?|d[oó]nde m[aá]s|(?:nada|no) m[aá]s|y ya|entonces|mij[oa]|bro|fren|compa)[\s.]*$/iu;

const OWN_HOME =
  /^(?:(?:en|por|frente|al|a|la|el|lado|esquina|cerca|detras|de|del) )*(?:mi|nuestra|my) (?:casa|apartamento|cuarto|finca|house)$/;

/** `La esquina de mi casa` says who writes, and where only to them. */
function isOwnHome(words: string): boolean {
  return OWN_HOME.test(plainWords(words));
}

/** Without what only puts something there: `en Chepo`, `el de David`. */
export function bare(words: string): string {
  return words.replace(/^(?:(?:en|in|at|de)|(?:el|la|los|las) de|the one (?:in|at))\s+(?=\S)/iu, '');
}
