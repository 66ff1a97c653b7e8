import { anyOf } from './any-of.ts';
import { plainWords } from './plain-words.ts';

const DETAIL = anyOf(
  /^(y |ah |perdon |tambien |and )*(la|el|los|las|mi|su|the|my) (\S+ ){1,3}(se llama|es marca|es de marca|es modelo|es el|es la|era|costo|tiene placa|is called|is named|cost|brand|plate)\b/,
  /\b(es marca|numero de (?:mi )?(recibo|tramite|expediente|folio|referencia|guia|pedido|reclamo|reporte|orden|tiquete|placa|factura|contrato|cliente|medidor|serie|cuenta|nic)|la placa (es|era)|el modelo (es|era)|me equivoque de (nombre|cedula|telefono|numero|fecha|apellido)|puse mal (el|la|mi)|tambien (quiere|quieren) (quejarse|reportar|poner|denunciar)|(my|our) (neighbo\w+|family|street) (has|have) the same|(vecin[oa]s?|herman[oa]s?|gente|barrio|casas?|familias?)( \w+){0,2} (tambien|igual) (tienen?|estan?|les?|sufren?|padecen?)\b|\b(el|al|del|este|lo) mismo (problema|caso)\b|wants to complain too)\b/,
  /\b(bus|placa|unidad|ruta|taxi|carro|camion|buseta|metrobus) (numero |num |no |n |placa )?([a-z]{1,2} ?)?\d{2,6}\b/,
  /^(yo |nosotros )?(iba|ibamos|venia|veniamos) (de|desde) .+ (a|para|hacia|hasta) /,
);

/** A name, a make, a price, a number of what was told: `la mueblería se llama Muebles La Paz`. */
export function tellsDetail(text: string): boolean {
  return DETAIL.test(plainWords(text));
}
