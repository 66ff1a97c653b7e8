/** A part of a mail as the server describes it (RFC 3501, BODYSTRUCTURE). Everything in it is hostile text. */
export interface Part {
  /** `1.2`; absent for the mail as a whole. */
  part?: string | undefined;
  type: string;
  parameters?: Record<string, string> | undefined;
  id?: string | undefined;
  encoding?: string | undefined;
  /** Bytes as encoded. */
  size?: number | undefined;
  disposition?: string | undefined;
  dispositionParameters?: Record<string, string> | undefined;
  childNodes?: Part[] | undefined;
}

/** A mail taken apart: what is to be read, and what was sent along. */
export interface Anatomy {
  texts: Part[];
  files: Part[];
}

/** More levels or parts than these are no letter. */
const DEEPEST = 20;
const MOST_PARTS = 1_000;

/** Which parts of a mail are its words and which its files. Pure; never throws. */
export function anatomyOf(root: Part): Anatomy {
  const found: Anatomy = { texts: [], files: [] };
  walk(root, found, { depth: 0, related: false, left: { parts: MOST_PARTS } });
  return found;
}

interface Where {
  depth: number;
  /** Inside a page with its pictures: what is small there adorns it. */
  related: boolean;
  left: { parts: number };
}

function walk(node: Part, found: Anatomy, where: Where): void {
  where.left.parts -= 1;
  if (where.depth > DEEPEST || where.left.parts < 0) return;
  const children = node.childNodes ?? [];
  const inside = {
    ...where,
    depth: where.depth + 1,
    related: where.related || node.type === 'multipart/related',
  };
  if (node.type === 'multipart/alternative') return walkBest(children, found, inside);
  if (node.type.startsWith('multipart/')) {
    for (const child of children) walk(child, found, inside);
  } else if (isWords(node)) found.texts.push(node);
  else if (!isAdornment(node, where.related)) found.files.push(node);
}

/** The same in several forms: plain words before a page; files of every form count. */
function walkBest(forms: Part[], found: Anatomy, where: Where): void {
  const read = forms.map(form => {
    const each: Anatomy = { texts: [], files: [] };
    walk(form, each, where);
    return each;
  });
  const isPlain = ({ texts }: Anatomy) => texts.some(({ type }) => type === 'text/plain');
  const best = read.find(isPlain) ?? read.find(({ texts }) => texts.length > 0);
  found.texts.push(...(best?.texts ?? []));
  found.files.push(...read.flatMap(({ files }) => files));
}

function isWords({ type, disposition, parameters, dispositionParameters }: Part): boolean {
  if (type !== 'text/plain' && type !== 'text/html') return false;
  const isNamed = parameters?.['name'] !== undefined || dispositionParameters?.['filename'] !== undefined;
  return disposition?.toLowerCase() !== 'attachment' && !isNamed;
}

/** Signatures, receipts, invitations, visiting cards: nothing a citizen means to show. */
const UNSAID =
  /^(application\/(pgp-signature|pkcs7-signature|x-pkcs7-signature|ms-tnef|ics)|text\/(calendar|x-vcard|vcard|x-amp-html|rfc822-headers)|message\/(delivery-status|disposition-notification))$/;

/** Smaller pictures inside a page are logos and lines. */
const ADORNMENT_BYTES = 30_000;

function isAdornment({ type, id, size = 0, disposition }: Part, related: boolean): boolean {
  if (UNSAID.test(type)) return true;
  const isInPage = related && id !== undefined && disposition?.toLowerCase() !== 'attachment';
  return isInPage && type.startsWith('image/') && size < ADORNMENT_BYTES;
}
