import path from 'node:path';

/** A file on its way to a citizen: kept sealed with their conversation, under this id. */
export interface SentFile {
  id: string;
  /** What its content says that it is. */
  type: string;
  bytes: number;
  /** What the citizen sees and saves it as: no folder, and the ending of its type. */
  name: string;
}

/** What files a channel takes from us. */
export interface FileLimits {
  /** `any`: whatever the office takes itself. */
  types: readonly string[] | 'any';
  bytes: number;
  /** Most characters that may stand with a file in one call; longer words go before it. */
  captionLimit: number;
}

/** May this file go out within these limits? */
export function carries(limits: FileLimits | undefined, file: Pick<SentFile, 'type' | 'bytes'>): boolean {
  if (limits === undefined || file.bytes > limits.bytes) return false;
  return limits.types === 'any' || limits.types.includes(file.type);
}

const ENDINGS: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
};
const NAME_LIMIT = 60;

/** The name of a file: of a wish what can stand in a name anywhere, with the ending its content asks for. */
export function fileName(wish: string | undefined, type: string): string {
  const ending = ENDINGS[type] ?? type.slice(type.indexOf('/') + 1);
  const base = path.posix.basename((wish ?? '').normalize('NFC').replaceAll('\\', '/'));
  const plain = base
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, '_')
    .replace(/^[\s._-]+|[\s._-]+$/g, '');
  return `${[...plain].slice(0, NAME_LIMIT).join('') || 'archivo'}.${ending}`;
}
