import type { Case } from '../../cases/case.ts';
import { findNumbers } from '../../cases/number.ts';
import type { Act } from '../../catalogue/act.ts';
import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Danger } from '../../nlu/classifier.ts';
import { SURE_DANGER } from '../../nlu/danger.ts';
import { actIn, LIKELY_ACT, OF_FIELD, SURE_ACT } from '../acts.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { saysSameCase } from '../filed/same-case.ts';
import { isUnseen } from '../filed/solved-words.ts';
import { isAnotherMatter, relation } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import type { Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { asksIfNoted } from '../words/asks-noted.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';
import { isOfWhatItNeeds } from './on-apparatus.ts';

/** Acts whose words say how a report shall be, or when, and tell nothing that happens. */
const OF_REPORT: readonly (Act | null)[] = [...OF_FIELD, 'hold', 'send'];
/** Acts that may be about somebody's fear too. */
const OF_TALK: readonly (Act | null)[] = ['asks', 'follows', 'drop', 'solved', 'wrong', 'person'];
/** From here on even a guess is told. */
const LEAST_GUESS = 0.5;

/**
 * A danger that is only guessed is none where the words surely are about the report that was read back, or the case filed a
 * moment ago, or say which case they mean. Never where they tell what happens, or how somebody feels.
 */
export function tellsNoDanger(scene: Scene, { p }: Danger, { personal }: EmergencyCategory): boolean {
  const { state, facts, catalogue } = scene;
  if (p < LEAST_GUESS && findNumbers(scene.burst.text, catalogue.centre.prefix).length > 0) return true;
  const isShown = state.draft?.summarised === true;
  const isFiled = state.draft === null && facts.cases.some(c => isJustFiled(scene, c));
  // `No sé, no estoy en casa`, asked whether it was solved.
  const isAsked = state.awaits !== null && stepOf(state.awaits) === 'solved';
  if (isAsked && p < LEAST_GUESS && personal !== true && isUnseen(scene.burst.text)) return true;
  if (!(isShown || isFiled)) return false;
  const act = actIn(scene, SURE_ACT);
  const isFaint = p < LEAST_GUESS;
  if (OF_REPORT.includes(act)) return isFaint || personal !== true;
  return isFaint && personal !== true && OF_TALK.includes(act);
}

const ILLNESS =
  /\b(insulina|diabetic\w+|azucar|presion|asma\w*|medicinas?|pastillas?|fiebre|vomit\w+|mare\w+|desmay\w+|dialisis|infart\w+|dolor|enferm\w+|respira\w*|oxigeno|(se|me) (siente|sienten|siento) (muy )?mal|sick|dizzy|fever|insulin)\b/;
/** What calls for the police, or a search, whoever is ill besides. */
const WRONG_DONE =
  /\b(peg\w+|golpe\w*|amenaz\w*|arma\w*|pistola|cuchillo|machete|rob\w+|asalt\w+|abus\w+|viol\w+|maltrat\w+|toc\w+|encerr\w+|amarr\w+|abandon\w+|secuestr\w+|perdid\w+|perdio|extravi\w+|aparece\w*|desaparec\w+|encuentr\w+|fuga\w*|escap\w+|(muy |muert\w+ de )?hambre|hit\w*|beat\w*|gun|knife|missing|lost|locked)\b/;
const OF_THE_ILL = 'medica';
const POLICE = '104';

const OF_PARTNER = 'violencia_mujer';
const OF_CRIME = 'delito_en_curso';
const OUTSIDER =
  /\b(?:(?:el|un|mi|los|unos|the|my|a) )(?:vecin[oa]s?|chofer|taxista|guardia|inquilin[oa]|casero|cobrador|cliente|compañero|desconocido|borracho|neighbou?rs?|landlord|driver)\b/;
const PARTNER =
  /\b(?:marido|espos[oa]|pareja|novi[oa]|ex|exmarido|exnovio|conyuge|concubino|padrastro|papa de mis? hij\w+|husband|boyfriend|partner)\b/;

/** The danger that is told: what a machine only guesses, of who is ill and of nothing worse, is for an ambulance and no police. */
export function categoryMeant({ burst, catalogue }: Scene, { category, guessed }: Danger): string {
  const plain = plainWords(burst.text);
  const isOfIll = guessed === true && ILLNESS.test(plain) && !WRONG_DONE.test(plain);
  const heard = catalogue.emergencies.get(category);
  // Who is at blows with a neighbour is not sent to the line of women.
  const isOfOutsider = category === OF_PARTNER && OUTSIDER.test(plain) && !PARTNER.test(plain);
  if (isOfOutsider && catalogue.emergencies.has(OF_CRIME)) return OF_CRIME;
  const isForPolice = heard?.personal !== true && heard?.lines[0]?.number === POLICE;
  return isOfIll && isForPolice && catalogue.emergencies.has(OF_THE_ILL) ? OF_THE_ILL : category;
}

/** Something has happened, or is about to: `se cayó encima de un carro`, `ya hay humo`. */
const WORSE =
  /\b(ca(yo|yeron|e|en|yendo)|herid\w+|sangr\w+|grit\w+|expl\w+|quem\w+|fuego|humo|llamas|chisp\w+|muert\w+|muri\w+|atrapad\w+|convuls\w+|desmay\w+|respira\w*|golpe\w+|arma|pistola|cuchillo|machete|mat\w+|peor|suelo|piso|fell|ground|falling|hurt|bleed\w+|scream\w+|burn\w+|fire|smoke|trapped|dead|gun|knife|worse)\b/;

/**
 * The numbers were given in this talk, and what only may be a danger stands in thanks, in a question, or in more of the same:
 * `gracias, espero que vengan rápido`. Never where something worse is told.
 */
export function tellsNothingWorse(scene: Scene, danger: Danger, { personal }: EmergencyCategory): boolean {
  if (!(danger.p < SURE_DANGER) || !isAfterDanger(scene, ['danger']) || isOther(scene, danger)) return false;
  const { text } = scene.burst;
  const isHarmless = scene.facts.reading.intent === 'thanks' || beginsAsQuestion(text) || putsQuestion(text);
  return (isHarmless || personal !== true) && !WORSE.test(plainWords(text));
}

/** Of who lives by oxygen nothing was said with the numbers for a fallen wire. */
function isOther(scene: Scene, { category, guessed }: Danger): boolean {
  const before = categoryTold(scene);
  const isOfIll = guessed !== true && ILLNESS.test(plainWords(scene.burst.text));
  return isOfIll && before !== undefined && before.general !== true && before.id !== category;
}

/** `Un pelaito se cayó ayer y ya está bien, póngalo también`, told to a report: it is over, and only to be written down. */
export function isOver(scene: Scene, { personal }: EmergencyCategory): boolean {
  const plain = plainWords(scene.burst.text);
  return scene.state.draft !== null && personal !== true && saysOver(plain);
}

/** Do plain words say that who was hurt is cared for, or that it has ended: `ya está en el hospital`, `ya apagaron el fuego`? */
export function saysOver(plain: string): boolean {
  return (OVER.test(plain) || TREATED.test(plain)) && !STILL.test(plain);
}

const TREATED = anyOf(
  /\bya (se )?(la|lo|las|los|le|me|nos) (llev|atend|atiend|cur|oper|intern|ingres|revis|rescat|sac|trat)\w+/,
  /\bya (esta|estan|fue|fueron|va|van|lleg\w+|sali\w+) (\w+ ){0,2}(en|a|al|del?|camino al) (el |la |un |una |cuarto de )?(hospital|centro de salud|clinica|urgencias|policlinica|doctora?|medico)\b/,
  /\bya (paso|termino|acabo) (todo|el (peligro|susto|fuego|incendio))\b|\b(solo|nada mas) fue el susto\b/,
  /\bya (se )?(le|les|la|lo|me|nos) (dieron|pusieron|hicieron|cogieron|limpiaron) (\w+ ){0,2}(vacunas?|inyeccion\w*|puntos|antibiotico\w*|cura)\b|\bya (fuimos|fui|estuvimos|venimos|vengo) (a|al|en|del?) (el |la )?(hospital|centro de salud|clinica|urgencias|policlinica|medico|doctora?)\b/,
  /\b(is|are|was|were) (already )?(at|in|taken to) (the )?hospital\b|\b(already|we|i) (took|taken|brought) (him|her|them|my \w+) to (the |a )?(hospital|health cent\w+|clinic|doctor)\b|\balready (saw|seen by) (a|the) doctor\b/,
);

const OVER =
  /\bya (esta|estan|se siente|sigue) (bien(?! (moja|daña|quema|podri|rot|llen|alt|hond|mal|fe|tap|cai|pel))|mejor|fuera de peligro|estable|en (su |la |el )?(casa|hospital))\b|\bya (lo|la|los|las|le) (curaron|atendieron|dieron de alta)\b|\bya ([\wñ]+ ){0,3}(apago|apagaron|corto|cortaron) (el|la|los) (breaker|luz|corriente|gas|fuego|candela|llave)\b|\b(is|are|s|he s|she s) (fine|ok|okay|better|alright) now\b/;
const STILL =
  /\b(no respira|sangr\w+|inconsciente|desmay\w+|grave|otra vez|pero (ahora|sigue|todavia)|still|again)\b/;

/** `¿Le puso que botó chispas?`, after the numbers, tells no more of it. */
export function asksWhatIsNoted(scene: Scene): boolean {
  const { text } = scene.burst;
  return /[?¿]/.test(text) && asksIfNoted(plainWords(text)) && isAfterDanger(scene);
}

const TRADE =
  /\b(?:vend\w+|compr\w+|deb(?:e|en|ia|ian)|prest\w+|alquil\w+|devuelv\w+|devolv\w+|reclam\w+|sold|bought|owes?|lent|rent\w*)\b/;
const GOODS =
  /\b(?:carro|moto|casa|terreno|lote|finca|celular|telefono|nevera|lavadora|muebles?|plata|dinero|dolares|balboas|deposito|cuotas?|car|house|money|dollars|phone|deposit)\b/;

/** A sale or a debt that only faintly sounds like a danger is none: `mi hermano me vendió un carro y dice que se lo devuelva`. */
export function isOfTrade(scene: Scene, { guessed, p }: Danger): boolean {
  const plain = plainWords(scene.burst.text);
  const isFaint = guessed === true && p < SURE_DANGER;
  return isFaint && TRADE.test(plain) && GOODS.test(plain) && !WORSE.test(plain) && !WRONG_DONE.test(plain);
}

/** Is what they tell of a danger more of the case they have just filed? */
export function isOfCase(scene: Scene, c: Case, category: EmergencyCategory): boolean {
  const { personal } = category;
  if (isOfWhatItNeeds(scene.burst.text, c)) return true;
  if (!isJustFiled(scene, c)) return false;
  if (happenedAgain(scene, c, category)) return true;
  // What somebody suffers is not put beside a street light for a word in common.
  return (
    (relation(scene, c) === 2 && personal !== true) || saysSameCase(scene.burst.text) || isOfDanger(scene, c)
  );
}

/** One more of it, or since then. */
const SINCE =
  /\b(tambien|otr[oa]s?|otra vez|de nuevo|ahora|ahorita|hoy|ya|acaba|acaban|recien|also|another|again|now|today|just)\b/;

/** `Ahora cayó una moto también`, told of the one hole they reported: no matter beside it that another body has. */
function happenedAgain(scene: Scene, c: Case, { personal, report }: EmergencyCategory): boolean {
  const { facts, burst } = scene;
  const others = facts.cases.filter(filed => isJustFiled(scene, filed) && filed.number !== c.number);
  const isApart = personal === true || (report !== undefined && report !== null && report !== c.serviceId);
  if (isApart || others.length > 0 || facts.reading.places.length > 0 || isAnotherMatter(scene, c))
    return false;
  return actIn(scene, LIKELY_ACT) === 'more' && SINCE.test(plainWords(burst.text));
}

/** What was filed a moment ago was told with a danger of persons: `está rompiendo la puerta` is the same one. */
function isOfDanger({ facts, catalogue }: Scene, { description }: Case): boolean {
  const told = description.flatMap(line => facts.read(line).emergency ?? []);
  return told.some(({ category }) => catalogue.emergencies.get(category)?.personal === true);
}
