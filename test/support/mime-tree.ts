/** A part of a mail taken apart by these tests' own reading of RFC 2045 and 2046. */
export interface MimePart {
  /** `1.2`; '' for the whole. */
  path: string;
  header: Buffer;
  body: Buffer;
  type: string;
  parameters: Record<string, string>;
  encoding: string;
  id: string | null;
  disposition: string | null;
  dispositionParameters: Record<string, string>;
  children: MimePart[];
}

/** Takes a mail apart. */
export function parseMime(raw: Buffer, path = ''): MimePart {
  const split = raw.indexOf('\r\n\r\n');
  const header = split === -1 ? raw : raw.subarray(0, split + 4);
  const body = split === -1 ? Buffer.alloc(0) : raw.subarray(split + 4);
  const [type = 'text/plain', parameters] = fieldOf(
    field(header, 'content-type') ?? 'text/plain; charset=us-ascii',
  );
  const [disposition, dispositionParameters] = fieldOf(field(header, 'content-disposition') ?? '');
  const pieces = type.startsWith('multipart/') ? between(body, parameters['boundary'] ?? '') : [];
  return {
    ...{ path, header, body, type: type.toLowerCase(), parameters },
    ...{ encoding: (field(header, 'content-transfer-encoding') ?? '7bit').toLowerCase() },
    ...{ id: field(header, 'content-id'), disposition: disposition || null, dispositionParameters },
    children: pieces.map((piece, i) => parseMime(piece, path === '' ? `${i + 1}` : `${path}.${i + 1}`)),
  };
}

/** A header's value, unfolded; null: it is missing. */
export function field(header: Buffer, name: string): string | null {
  const text = header.toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'im').exec(text)?.[1]?.trim() ?? null;
}

function fieldOf(value: string): [string, Record<string, string>] {
  const parameters: Record<string, string> = {};
  for (const [, name = '', quoted, bare] of value.matchAll(/;\s*([\w-]+)\*?=(?:"([^"]*)"|([^;\s]+))/g)) {
    parameters[name.toLowerCase()] = quoted ?? bare ?? '';
  }
  return [value.split(';')[0]?.trim() ?? '', parameters];
}

function between(body: Buffer, boundary: string): Buffer[] {
  const text = `\r\n${body.toString('latin1')}`;
  const [inside = ''] = text.split(`\r\n--${boundary}--`);
  return inside
    .split(`\r\n--${boundary}`)
    .slice(1)
    .map(piece => Buffer.from(piece.replace(/^[ \t]*\r\n/, ''), 'latin1'));
}

/** A part by its path; null: there is none. `1` of a mail without parts is its body. */
export function partAt(root: MimePart, path: string): MimePart | null {
  if (path === '1' && root.children.length === 0) return root;
  const [first, ...rest] = path.split('.');
  const child = root.children[Number(first) - 1] ?? null;
  return child === null || rest.length === 0 ? child : partAt(child, rest.join('.'));
}

/** A part's BODYSTRUCTURE (RFC 3501, 7.4.2). */
export function bodyStructure(part: MimePart): string {
  const [type = '', subtype = ''] = part.type.split('/');
  const disposition =
    part.disposition === null ? 'NIL' : `(${quoted(part.disposition)} ${pairs(part.dispositionParameters)})`;
  if (type === 'multipart') {
    const children = part.children.map(bodyStructure).join('');
    return `(${children} ${quoted(subtype)} ${pairs(part.parameters)} ${disposition} NIL NIL)`;
  }
  const lines = part.body.toString('latin1').split('\r\n').length;
  const id = part.id === null ? 'NIL' : quoted(part.id);
  const about = `${quoted(type)} ${quoted(subtype)} ${pairs(part.parameters)} ${id} NIL ${quoted(part.encoding)} ${part.body.length}`;
  const rest = `NIL ${disposition} NIL NIL`;
  if (part.type === 'message/rfc822') {
    const inner = bodyStructure(parseMime(part.body, `${part.path}.1`));
    return `(${about} (${Array(10).fill('NIL').join(' ')}) ${inner} ${lines} ${rest})`;
  }
  return type === 'text' ? `(${about} ${lines} ${rest})` : `(${about} ${rest})`;
}

function pairs(parameters: Record<string, string>): string {
  const all = Object.entries(parameters).flatMap(([name, value]) => [quoted(name), quoted(value)]);
  return all.length === 0 ? 'NIL' : `(${all.join(' ')})`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[^ -~]/g, '?')}"`;
}
