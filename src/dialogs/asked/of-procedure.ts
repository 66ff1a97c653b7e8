import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import type { Sentence } from '../../texts.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const PAPER = /\b(permisos?|licencias?|certificados?|permits?|licen[cs]es?|certificates?)\b/;
const OF_REPORT = /^(denuncia|queja|reclamo|reporte)\b/;
const REPORTS = /\b(denunci|quej|reclam|report|complain)\w*/;
const WHEN_PAID =
  /\b(cuando (me |le |les |nos )?(vuelven a |van a |va a )?(pagan?|pagar\w*|depositan?|depositar\w*|cae)|fechas? de(l)? (pago|cobro)|calendario de pagos?|when (do|will|are) (they|you|we) (be )?(pay|paid|paying))\b/;
/** `¿Puedo ir yo a cobrar por ella?`, of who is in it already. */
const COLLECTS = /\b(?:cobr(?:ar|arl[eoa]s?|o|e|a|an)|retirar (?:el|su|la) (?:plata|dinero|pago)|collect)\b/;
const ENTERS = /^(ingreso|inscripcion|afiliacion)\b/;
const HOW_TO_ENTER =
  /\b(met|entr|ingres|inscrib|apunt|afili|solicit|aplic|requisit|papeles|join|enrol|apply)\w*/;

/** Is the procedure how something is reported or complained of? */
export function ofReport({ name }: Pick<Procedure, 'name'>): boolean {
  return OF_REPORT.test(plainWords(name.es));
}

/** Leave from work, or what a business needs, to which no card to drive belongs: `licencia de maternidad`. */
const OTHER_LEAVE =
  /\b(maternidad|embaraz\w+|paternidad|lactancia|luto|matrimonio|parto|pre ?natal|post ?natal|fuero|sin (goce de )?sueldo|por enfermedad|incapacidad|maternity|pregnan\w+|paternity|sick leave|kiosco|negocio|local|fonda|restaurante|cantina|comercial|construccion|construir|caza|pesca)\b/;
const DRIVES = /\b(conducir|manejar|chofer|carro|moto|taxi|brevete|sertracen|attt|transito|driv\w+)\b/;
const OF_DRIVING = /\blicencia\b/;
/** `Que licencia de conducir ni que nada`: what is waved aside is not asked about. */
const WAVED_ASIDE =
  /\b(?:que )?(?:(?!que\b)\w+ ){1,4}ni (?:que )?(?:nada|ocho cuartos|\w+)\b|\bno (?:es |hablo de |pregunto por |de )+(?:(?:el|la|los|las|mi|un|una) )?(?:\w+ de )?\w+\b/;

/** Words without what is waved aside in them. */
export function withoutWavedAside(plain: string): string {
  return plain.replace(WAVED_ASIDE, ' ').replace(/\s+/g, ' ').trim();
}

/** Can a question be of a procedure? A permit is no complaint, and when a payment comes is not how one enters. */
export function isAskedOf({ name }: Procedure, text: string): boolean {
  const plain = plainWords(text);
  const title = plainWords(name.es);
  const isOfPay = WHEN_PAID.test(plain) || COLLECTS.test(plain);
  if (ENTERS.test(title) && isOfPay && !HOW_TO_ENTER.test(plain)) return false;
  if (OF_DRIVING.test(title) && OTHER_LEAVE.test(plain) && !DRIVES.test(withoutWavedAside(plain)))
    return false;
  // `¿Pago mientras revisan la factura?` is of no car.
  if (/\brevisado\b/.test(title) && !OF_CAR.test(withoutWavedAside(plain))) return false;
  return !(ofReport({ name }) && PAPER.test(plain) && !REPORTS.test(plain));
}

const OF_CAR =
  /\b(?:revisados?|carros?|autos?|motos?|vehicul\w+|buse?s?|camion\w*|pickup|taxi|placa|inspeccion|car|vehicle|inspection)\b/;

const DONE_THERE =
  /\b(se puede|puedo|podria|podemos|(lo|la)? ?(sacan|hacen|dan|renuevan)|can (i|you)|do they)\b.*\b(en|in|a|to)\b/;

/** Asked whether it is done in a place that its card does not name: that nobody here knows. Null: not asked, or it stands there. */
export function unknownThere(scene: Scene, { where, agency }: Procedure): Sentence | null {
  const place = surePlace(scene.facts.reading.places);
  const isTheirs = (scene.catalogue.agencies.get(agency)?.districts ?? []).length > 0;
  if (place === null || isTheirs || !DONE_THERE.test(plainWords(scene.burst.text))) return null;
  const named = place.corregimiento ?? place.district ?? place.province ?? place.text;
  return plainWords(where.es).includes(plainWords(named))
    ? null
    : say(scene, 'info.not_there', { place: named });
}

/** From here on a place is the one that is meant. */
const MEANT_THERE = 0.55;

/** A municipality's procedure is not that of a district elsewhere. */
export function isHere(
  procedure: Procedure | undefined,
  agencies: ReadonlyMap<string, Agency>,
  { reading }: Scene['facts'],
): boolean {
  const districts = agencies.get(procedure?.agency ?? '')?.districts ?? [];
  const [place] = reading.places;
  if (districts.length === 0 || !place || place.p < MEANT_THERE || place.code.length < 4) return true;
  return districts.includes(place.code.slice(0, 4));
}

/** So little speaks for procedures that share no more than one general word with what is asked: `licencia`. */
export const BY_ONE_WORD = 0.12;
/** From here on a body is spoken of surely enough to speak against those of another. */
const SPOKEN_OF = 0.55;

/** Is what is asked surely of a body that has none of these procedures? */
export function isOfOther(
  { catalogue, facts }: Pick<Scene, 'catalogue' | 'facts'>,
  here: readonly Ranked[],
): boolean {
  const [body] = facts.reading.agencies;
  const theirs = here.some(({ id }) => catalogue.procedures.get(id)?.agency === body?.id);
  return body !== undefined && body.p >= SPOKEN_OF && facts.reading.reasons.length > 0 && !theirs;
}

/** Of a municipality's own papers no national body knows: `paz y salvo del municipio`. */
export const MUNICIPAL =
  /\b(d(e|el|e la|e los)) (mi )?(municipio|municipios|alcaldia)\b|\b(paz y salvo|impuestos?|permisos?|licencias?) municipal(es)?\b|\bmunicipal (tax|clearance|permit)/;
