/** Behind such a line stands an older mail, or the whole of it. */
const OLDER: readonly RegExp[] = [
  /^\s*[-_—–*]{2,}\s*(original message|mensaje original|mensagem original|original appointment|ursprüngliche nachricht)\s*[-_—–*]{2,}\s*$/i,
  /^\s*_{20,}\s*$/,
  /^\s*(begin forwarded message|inicio del mensaje reenviado)\s*:?\s*$/i,
  /^\s*-{3,}\s*(forwarded message|mensaje reenviado|mensaje remitido)\s*-{3,}\s*$/i,
];

/** "El lun, 26 oct 2026 a las 10:00, 311 (<…>) escribió:", also folded over three lines. */
const WROTE =
  /^\s*>?\s*(el|on|em|le|am)\s.{6,300}?(escribi[óo]|wrote|ha scritto|escreveu|a écrit|schrieb|writes|escribe)\s*:?\s*$/i;

/** The head of an older mail as Outlook writes it: who, then when. */
const WHO = /^\s*\*{0,2}(de|from|von|da)\s*:\*{0,2}\s*\S/i;
const WHEN = /^\s*\*{0,2}(enviado( el)?|sent|fecha|date|gesendet|para|to|asunto|subject)\s*:\*{0,2}\s*\S/i;

const SIGNATURE = /^\s*(--|—|__)\s*$/;

/** What programs write under a letter by themselves. */
const BY_PROGRAM =
  /^\s*(enviado desde (mi|el|my)\b.*|enviado (con|de) mi (iphone|android|celular|tel[eé]fono)\b.*|sent from (my|the|mail for|yahoo|proton)\b.*|sent (with|via) \S+.*|(obtener|descargar?|consigue|get) outlook (para|for) \S+.*|get outlook for .*|obt[eé]n outlook.*)$/i;

/** Where a notice begins that firms put under every mail. */
const NOTICE =
  /^\s*\*{0,2}(aviso (legal|de confidencialidad|de privacidad)|confidencialidad|confidentiality (notice|note)|disclaimer|nota de confidencialidad|este (mensaje|correo)( electr[óo]nico)?( y (sus|cualquier) (anexos|adjuntos|archivos?)[^.]{0,40})? (es|son|puede|contiene|est[aá])[^.]{0,80}confidencial)/i;

/**
 * What somebody wrote in a mail, without what they answered to, their signature, and what their program or firm puts
 * under it. `whole` true: an older mail is what they want to show, when they wrote nothing else.
 */
export function withoutQuotes(text: string, { whole = false } = {}): string {
  // Without end a run of blanks would be gone over from each of them anew.
  const lines = text.replace(/[^\S\n]{4,}/g, '   ').split('\n');
  const own = tidy(withoutFoot(unquoted(lines)));
  if (own !== '' || !whole) return own;
  return tidy(lines.filter(line => !isMark(line)).map(line => line.replace(/^\s*(>\s?)+/, '')));
}

/** Lines that are not quoted: between and under quotes people write too. */
function unquoted(lines: string[]): string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const length = introducing(lines, at);
    if (length > 0) {
      const behind = lines.slice(at + length).find(next => next.trim() !== '');
      // Without marks before its lines nothing tells where the older mail ends.
      if (behind !== undefined && !isQuoted(behind)) return own;
      at += length - 1;
    } else if (beginsOlder(lines, at)) return own;
    else if (!isQuoted(line)) own.push(line);
  }
  return own;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}(>|\|\s)/.test(line);
}

/** How many lines from here say that somebody wrote what follows; 0: none. */
function introducing(lines: string[], at: number): number {
  for (let length = 1; length <= 3; length += 1) {
    const joined = lines.slice(at, at + length).join(' ');
    if (WROTE.test(joined)) return length;
  }
  return 0;
}

function beginsOlder(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (isMark(line)) return true;
  if (!WHO.test(line)) return false;
  return lines.slice(at + 1, at + 4).some(next => WHEN.test(next));
}

function isMark(line: string): boolean {
  return OLDER.some(mark => mark.test(line));
}

/** Without the signature and all under it. A first line is a letter, whatever it looks like. */
function withoutFoot(lines: string[]): string[] {
  const begun = lines.findIndex(line => line.trim() !== '');
  const foot = lines.findIndex((line, at) => at > begun && (SIGNATURE.test(line) || NOTICE.test(line)));
  const above = foot === -1 ? lines : lines.slice(0, foot);
  return above.filter(line => !BY_PROGRAM.test(line));
}

function tidy(lines: string[]): string {
  return lines
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
