import { cue } from './cue.ts';

/** When and where it was, and which car: `el sábado como a las 9 de la noche`, `en la calle Segundo Villarreal`, `patrulla 8075`. */
const CIRCUMSTANCE = cue(
  '(como )?a (las|la) \\d[^ ]* ?(y \\d[^ ]*|y media|am|pm)?( de la (mañana|tarde|noche|madrugada))?',
  '(el|este|ayer|anoche|hoy|antier) ?(lunes|martes|miercoles|jueves|viernes|sabado|domingo)?( pasado)?( en la (mañana|tarde|noche|madrugada))?',
  '(el )?\\d+ de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)',
  '(carro )?(patrulla|patrullero|placa|unidad|movil|carro|bus|busito|taxi|cupo)( numero| con placa| placa)? [^ ]*\\d[^ ]*',
  '(la |el )?(calle|avenida|via|vereda) (?!(de|del|que|con|sin|esta|hay|no|se) )[^ .?]+( [^ .?]+)?',
);
/** What stands around them and tells nothing either. */
const AROUND =
  /^(?:perdon|diskulpe|diskulpa|sorry|no|si|ah|digo|aklaro|mejor|dicho|es|era|fue|keda|eso|en|por|la|el|y|sino|komo|a|de|del|it|is|was|on|not|the|at|street)$/;

/** How an answer or a correction begins; `calle inundada` by itself is a matter. */
const ANSWERS = /^ (?:perdon|diskulpe|diskulpa|sorry|no|si|ah|digo|aklaro|mejor|es|era|fue|keda|it|was) /;

/** Does the text tell nothing but when, where or which car? Such words answer or correct, and mean no matter of their own. */
export function tellsOnlyCircumstances(line: string): boolean {
  if (!ANSWERS.test(line)) return false;
  let rest = line;
  for (let found = CIRCUMSTANCE.exec(rest); found !== null; found = CIRCUMSTANCE.exec(rest)) {
    rest = `${rest.slice(0, found.index)}${rest.slice(found.index + found[0].length)}`;
  }
  return rest !== line && rest.split(/[ .?]+/).every(sound => sound === '' || AROUND.test(sound));
}
