import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { added } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { led, lines, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold } from './after-danger.ts';

const WHAT_TO_DO = /\b(que|q) (hago|hacemos|puedo hacer|debo hacer)\b|\bwhat (do|should|can) (i|we) do\b/;

/** `¿Se la puedo dar al bebé?`, `¿es malo tomarla así?`, `¿qué hago mientras?` */
const IS_SAFE = anyOf(
  /\b(puedo|puede|pueden|podemos|se puede|debo|can (i|we)|should (i|we)) (\w+ ){0,2}(tom\w+|beb\w+|dar(la|lo|sela|selo|le)?|us\w+|cocin\w+|bañ\w+|lav\w+|com\w+|hervi\w+|drink|use|give|cook|bathe|eat|boil)\b/,
  /\b(sirve para|es (buen[oa]|mal[oa]|peligros[oa]|segur[oa]|potable|toxic[oa])|(hace|hara) daño|(me|nos|lo|la|los|se) enferma)\b/,
  /\b(is it|are they) (safe|dangerous|bad)\b/,
);

/** Somebody is ill, or fears to be. */
const ILL =
  /\b(diarrea|fiebre|calentura|vomit\w+|convuls\w+|dolor(cito)?|due?le|mare\w+|desmay\w+|tos|toser|gripe|dengue|alergia|ronchas|sangr\w+|infeccion|herida|enferm[oa]|(sube|baja|subio|bajo) (la|el) (presion|azucar)|presion alta|diabetic[oa]s?|(me|se) (siento|siente|sienten) (muy )?mal|sin (la |las |mis |sus )?(medicinas?|pastillas?|insulina)|fever|diarrh\w+|vomiting|sick|pain|dizzy)\b/;
/** `¿Lo llevo adónde?`, `¿qué hago si se me sube la presión?`, `¿será por el agua?` */
const ASKS_CARE =
  /\b(a ?donde (\w+ )?(llevo|voy|ir|vamos|lleva)|(llevo|voy|vamos|llevarl[oa]|ir) a ?donde|donde (es|queda|esta|hay) (la |una |el |un )?(urgencias?|hospital|centro de salud|clinica|policlinica)|que (le )?(hago|hacemos|doy|damos|tomo)|(puede|podria|sera) (ser )?(por|del|de)|where (do|can|should) (i|we) (go|take)|what (do|should|can) (i|we) (do|give))\b/;
/** So many words ask; more tell. */
const MOST_ASKED = 25;

/**
 * Where to go with who is ill, for who asks it beside a report, after one, or of what was told before: no body but a doctor
 * answers that, and nobody waits for one. Null: that is not asked.
 */
function careAsked(scene: Scene): Sentence | null {
  const { state, facts, burst, informed } = scene;
  if (asksOfBite(scene)) return say(scene, 'care_of_bite');
  const plain = plainWords(burst.text);
  if (plain.split(' ').length > MOST_ASKED) return null;
  if (asksUntreated(scene)) return say(scene, 'care_untreated');
  if (!ASKS_CARE.test(plain)) return null;
  const filed = facts.cases.find(c => isJustFiled(scene, c));
  const told = [...(state.draft?.description ?? []), ...(filed?.description ?? []), informed ?? ''];
  const isIll = ILL.test(plain) || (told.some(line => ILL.test(plainWords(line))) && OF_CARE.test(plain));
  return isIll ? say(scene, 'care') : null;
}

const OF_MEDICINE =
  /\b(medicinas?|medicamentos?|pastillas?|insulina|tratamientos?|dosis|quimio\w*|dialisis|inhalador\w*|medicines?|medication\w*|pills?|insulin|treatment)\b/;
/** `¿Qué hago mientras tanto?`, `¿se puede morir si no la toma?`, `¿puedo darle otra?` */
const UNTREATED = anyOf(
  WHAT_TO_DO,
  /\bque (le )?(doy|damos|tomo|toma|puedo (dar|tomar))\w*\b|\b(otra|otro|la mitad|menos)\b.*\b(medicina|pastilla|dosis|marca)\b/,
  /\b(puedo|puede|podemos|le puedo) (\w+ ){0,2}(tom|d)(ar|arle|arla|arsela)\b|\bes peligroso\b|\b(se )?(puede|va a|podria) (morir\w*|enfermar\w*|poner\w* mal|dar\w* (un |algo))/,
  /\b(sin (tomar|tomarla|tomarlas|tomarlo|ella|medicina|tratamiento)|without (it|them|taking))\b.*\b(pasa|peligr\w+|happens?|danger\w+)\b|\bcan (i|he|she|we) (take|give)\b|\bis it dangerous\b/,
);

/** Is it asked what who is without their medicine shall do meanwhile, of a report or a case of medicines? */
function asksUntreated(scene: Scene): boolean {
  const { state, facts, burst, catalogue } = scene;
  const filed = facts.cases.find(c => isJustFiled(scene, c));
  const service = catalogue.services.get(state.draft?.serviceId ?? filed?.serviceId ?? '');
  const isAsked = burst.text.includes('?') || beginsAsQuestion(burst.text);
  const isOf = service !== undefined && OF_MEDICINE.test(plainWords(service.name.es));
  return isOf && isAsked && UNTREATED.test(plainWords(burst.text));
}

/** `¿Adónde lo llevan?`, `no saben si hay que ponerle la vacuna`, `qué le pongo a la herida`. */
const OF_BITE =
  /\b(vacun\w+|rabia|inyec\w+|a ?donde|donde (lo|la|los|las)|urgencias?|hospital|centro de salud|doctor|medico|que (le )?(hago|hacemos|pongo|ponemos|doy|damos)|se (lava|cura)|lav(o|amos)|vaccin\w+|rabies|shots?|where (do|can|should)|what (do|should|can))\b/;

/** Is it asked how a bite that was told is cared for? */
export function asksOfBite(scene: Scene): boolean {
  const { text, choice } = scene.burst;
  const asks = text.includes('?') || beginsAsQuestion(text);
  if (choice !== null || !asks || !OF_BITE.test(plainWords(text))) return false;
  return categoryTold(scene)?.id === BITE || isOfBite(scene);
}

const VACCINE = /\b(?:vacunas?|inyeccion\w*|antirrabica|suero|vaccines?|vaccination|shots?)\b/;
const COST =
  /\b(?:gratis|gratuit\w+|cuestan?|cobran?|cobrar|pag(?:o|a|ar|amos)|precio|costo|cuanto (?:vale|sale|es|cuesta)|free|costs?|charge)\b/;

/** What is said to who asks what the vaccine after a bite costs; null: that is not asked, or of another vaccine. */
export function vaccineCost(scene: Scene): Sentence | null {
  const plain = plainWords(scene.burst.text);
  const isAsked = VACCINE.test(plain) && COST.test(plain);
  return isAsked && asksOfBite(scene) ? say(scene, 'asked.vaccine_cost') : null;
}

/** A bite that was told beside, when it was no danger any more: `una jauría que ya mordió a una señora`. */
function isOfBite(scene: Scene): boolean {
  const { state, facts, burst } = scene;
  const filed = facts.cases.find(c => isJustFiled(scene, c));
  const told = [burst.text, ...(state.draft?.description ?? []), ...(filed?.description ?? [])].join(' ');
  return BITTEN.test(plainWords(told));
}

const BITTEN =
  /\b(?:mord(?:io|ieron|ido|ida|idos|idas|eduras?|isco)|mordi[oó]|bit|bitten|bites?)\b.*\b(?:perr\w+|jauria|gat[oa]s?|monos?|dogs?|cats?)\b|\b(?:perr\w+|jauria|gat[oa]s?|monos?|dogs?|cats?)\b.*\b(?:mord(?:io|ieron|ido|ida|idos|idas|eduras?)|bit|bitten|bites?)\b/;
const BITE = 'mordedura';

/** Where to go for care, and not for a paper. */
const OF_CARE =
  /\b(llev\w+|urgencias?|hospital|doctor|medico|centro de salud|voy a ?donde|a ?donde voy|take)\b/;

/** `¿Adónde lo llevo?`, whatever is open: answered at once, before the body of the report is asked. */
export const care: Topic = scene => {
  const words =
    scene.burst.choice === null && scene.facts.reading.emergency === null ? careAsked(scene) : null;
  if (words === null || opensMatter(scene)) return null;
  const { facts, burst } = scene;
  const own = withState(scene, { lost: 0, informed: burst.text.slice(0, LONGEST) });
  // What is asked of a bite tells the body of the dog nothing.
  if (asksOfBite(scene)) return { state: own.state, replies: [replyOf(lines(words, vaccineCost(scene)))] };
  const { draft } = own.state;
  const filed = facts.cases.find(c => isJustFiled(scene, c));
  // What they tell with it belongs to the report all the same.
  if (draft === null && filed) {
    const move = added(own, filed);
    const [first, ...rest] = move.replies;
    return first ? { ...move, replies: [led(words, first), ...rest] } : move;
  }
  const kept = draft && { ...draft, description: [...draft.description, ...burst.lines] };
  return { state: { ...own.state, draft: kept }, replies: [replyOf(words)] };
};

/** With what is told for the first time it stands beside the report. */
function opensMatter({ state, facts }: Scene): boolean {
  const isNew = state.draft === null && facts.cases.length === 0;
  return isNew && (facts.reading.services[0]?.p ?? 0) >= MATTER;
}

const MATTER = 0.5;
/** So much of the question is remembered, for what they ask on. */
const LONGEST = 600;

/** What is known of a danger until help comes, for who asks what to do; null: that is not asked, or nothing is known. */
export function adviceInDanger(scene: Scene, { id, advised }: EmergencyCategory): Sentence | null {
  return advised && WHAT_TO_DO.test(plainWords(scene.burst.text)) ? say(scene, `advice.${id}`) : null;
}

/** The same of what is being reported, or was just now, for who asks whether something is safe as well. */
export function adviceOnReport(scene: Scene): Sentence | null {
  const { state, facts, catalogue, burst } = scene;
  const filed = facts.cases.find(c => isJustFiled(scene, c));
  const service = catalogue.services.get(state.draft?.serviceId ?? filed?.serviceId ?? '');
  const ofCare = careAsked(scene);
  if (ofCare) return ofCare;
  const plain = plainWords(burst.text);
  const isAsked =
    burst.text.includes('?') ||
    /^(y |mientras tanto |pero |oiga )*((uno )?se puede|puedo|podemos|es |can (i|we) )/.test(plain);
  const asks = WHAT_TO_DO.test(plain) || (IS_SAFE.test(plain) && isAsked);
  if (service?.advised && asks) return say(scene, `advice.${service.id}`);
  const told = [plain, ...(state.draft?.description ?? []), ...(filed?.description ?? [])].map(plainWords);
  const isOther = OTHER_WATER.test(plain);
  return isAsked && !isOther && IS_SAFE.test(plain) ? ofFoulWater(scene, told) : null;
}

/** The water that came back brown, and a river that stinks, are used by nobody meanwhile, whatever their case is about. */
function ofFoulWater(scene: Scene, told: readonly string[]): Sentence | null {
  const says = (pattern: RegExp): boolean => told.some(line => pattern.test(line));
  if (!says(FOUL)) return null;
  if (says(OPEN_WATER)) return say(scene, 'care_river');
  return says(WATER) ? say(scene, 'advice.dirty-water') : null;
}

const FOUL =
  /\b(?:chocolate|suci[oa]s?|turbi[oa]s?|amarill[oa]s?|negr[oa]s?|marron|cafe|lodo|hed\w+|huele|olor|apest\w*|contamin\w*|peces muertos|porqueriza|aguas negras|dirty|brown|muddy|smell\w*|stink\w*|polluted)\b/;
const OPEN_WATER = /\b(?:rios?|quebradas?|lagos?|playas?|mar|rivers?|creeks?|lakes?|beach)\b/;
/** What they would use instead. */
const OTHER_WATER =
  /\b(?:lluvia|pozo|embotellada|cisterna|botellon(?:es)?|garrafon(?:es)?|rain|well|bottled)\b/;
const WATER = /\b(?:aguas?|water)\b/;
