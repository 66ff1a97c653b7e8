const DONE = '(?:cerr|cancel)(?:aron|[oó])';
const CASE = '\\s+(?:el|mi|la|ese|esa|nuestro)\\s+(?:caso|reporte|queja|denuncia|reclamo)';
/** Nothing is named that was closed: `me cancelaron la cita` tells of no case. */
const ALONE =
  '\\s*(?:[.,;!?\\n]|$)|\\s+(?:y|e|pero|sin|otra vez|de nuevo|\\d+|una vez|dos veces)(?![\\p{L}])';
/** A hill is a `cerro`: who closed, or what, stands beside it. */
const CLOSED = new RegExp(
  `(?:^|(?<=[\\s,.;!?]))(?:y\\s+|ya\\s+|que\\s+)*(?:(?:(?:me|nos|lo|la)\\s+)+${DONE}(?:${CASE}|(?=${ALONE}))|${DONE}${CASE})(?![\\p{L}])`,
  'giu',
);

/** What is told beside a case that was closed: `el agua sigue saliéndose`, of `me cerraron el caso y el agua sigue saliéndose`. */
export function withoutClosing(text: string): string {
  const open = text.replace(CLOSED, ' ');
  return open === text ? text : open.replace(/[^\S\n]+/g, ' ').trim();
}
