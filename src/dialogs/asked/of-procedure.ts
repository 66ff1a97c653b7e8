import type { Procedure } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const PAPER = /\b(permisos?|licencias?|certificados?|permits?|licen[cs]es?|certificates?)\b/;
const OF_REPORT = /^(denuncia|queja|reclamo|reporte)\b/;
const REPORTS = /\b(denunci|quej|reclam|report|complain)\w*/;
const WHEN_PAID =
  /\b(cuando (me |le |les |nos )?(vuelven a |van a |va a )?(pagan?|pagar\w*|depositan?|depositar\w*|cae)|fechas? de(l)? (pago|cobro)|calendario de pagos?|when (do|will|are) (they|you|we) (be )?(pay|paid|paying))\b/;
const ENTERS = /^(ingreso|inscripcion|afiliacion)\b/;
const HOW_TO_ENTER =
  /\b(met|entr|ingres|inscrib|apunt|afili|solicit|aplic|requisit|papeles|join|enrol|apply)\w*/;

/** Is the procedure how something is reported or complained of? */
export function ofReport({ name }: Pick<Procedure, 'name'>): boolean {
  return OF_REPORT.test(plainWords(name.es));
}

/** Can a question be of a procedure? A permit is no complaint, and when a payment comes is not how one enters. */
export function isAskedOf({ name }: Procedure, text: string): boolean {
  const plain = plainWords(text);
  const title = plainWords(name.es);
  if (ENTERS.test(title) && WHEN_PAID.test(plain) && !HOW_TO_ENTER.test(plain)) return false;
  return !(ofReport({ name }) && PAPER.test(plain) && !REPORTS.test(plain));
}

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
