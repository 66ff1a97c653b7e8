import { createHash } from 'node:crypto';
import { FEATURES_VERSION } from './features.ts';
import type { Head, HeadName, LinearModel, Weights } from './linear.ts';

/** Raised when the layout of the file changes. */
const FORMAT = 2;
const DIGEST = 32;

/** What a model's file says of itself. */
export interface ModelHeader {
  format: number;
  features: number;
  /** Of the labelled messages and the catalogue it was learned from, hex. */
  learnedFrom: string;
  /** How many features of words and of style are known. */
  words: number;
  style: number;
  heads: Record<string, HeadHeader>;
}

interface HeadHeader {
  classes: readonly string[];
  signs: number;
  /** What the whole numbers of a head's weights are multiplied by; null: it does not look at style. */
  wordScale: number;
  styleScale: number | null;
}

/** A model as bytes: the same model gives the same bytes. */
export function encodeModel<Name extends string>(model: LinearModel<Name>, learnedFrom: string): Buffer {
  const names = Object.keys(model.heads) as Name[];
  const heads = Object.fromEntries(
    names.map(name => {
      const { classes, words, style, signs } = model.heads[name];
      const scales = { wordScale: words.scale, styleScale: style?.scale ?? null };
      return [name, { classes, ...scales, signs: signs.length / classes.length }];
    }),
  );
  const counts = { words: model.words.size, style: model.style.size };
  const header = { format: FORMAT, features: FEATURES_VERSION, learnedFrom, ...counts, heads };
  const text = Buffer.from(JSON.stringify(header));
  // Padded so that the numbers behind it stand at multiples of four.
  const padded = Buffer.concat([text, Buffer.alloc(toFour(text.length), 0x20)]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(padded.length);
  const hashes = Uint32Array.from([...model.words.keys(), ...model.style.keys()]);
  const parts = names.flatMap(name => {
    const { bias, signs, words, style } = model.heads[name];
    const weights = [words, ...(style ? [style] : [])].flatMap(({ rows }) => [
      bytesOf(rows),
      Buffer.alloc(toFour(rows.length)),
    ]);
    return [bytesOf(bias), bytesOf(signs), ...weights];
  });
  const body = Buffer.concat([size, padded, bytesOf(hashes), ...parts]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/** Bytes that are missing to a multiple of four, where numbers may begin. */
function toFour(length: number): number {
  return (4 - (length % 4)) % 4;
}

function bytesOf(numbers: Uint32Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The model in a file's bytes, or why it cannot be used, in a sentence. */
export function decodeModel<Name extends string = HeadName>(
  bytes: Buffer,
): { model: LinearModel<Name>; header: ModelHeader } | { problem: string } {
  const body = bytes.subarray(0, -DIGEST);
  const digest = createHash('sha256').update(body).digest();
  if (body.length < 8 || !digest.equals(bytes.subarray(-DIGEST)))
    return { problem: 'is damaged or no model' };
  const length = body.readUInt32LE(0);
  const header = JSON.parse(body.toString('utf8', 4, 4 + length)) as ModelHeader;
  if (header.format !== FORMAT || header.features !== FEATURES_VERSION) {
    return { problem: 'was made by another version' };
  }
  // Copied once, so that the views below start where numbers may.
  const rest = new Uint8Array(body.subarray(4 + length)).buffer;
  const cursor = { at: 0 };
  const words = hashesAt(rest, cursor, header.words);
  const style = hashesAt(rest, cursor, header.style);
  const heads = Object.fromEntries(
    Object.entries(header.heads).map(([name, about]) => [name, headAt(rest, cursor, header, about)]),
  ) as Record<Name, Head>;
  return { model: { words, style, heads }, header };
}

interface Cursor {
  at: number;
}

/** Which row each hash has. */
function hashesAt(bytes: ArrayBuffer, cursor: Cursor, count: number): Map<number, number> {
  const hashes = new Uint32Array(bytes, take(cursor, count * 4), count);
  const rows = new Map<number, number>();
  for (const [row, hash] of hashes.entries()) rows.set(hash, row);
  return rows;
}

function headAt(
  bytes: ArrayBuffer,
  cursor: Cursor,
  { words, style }: Pick<ModelHeader, 'words' | 'style'>,
  { classes, wordScale, styleScale, signs }: HeadHeader,
): Head {
  const count = classes.length;
  const bias = new Float32Array(bytes, take(cursor, count * 4), count);
  const own = new Float32Array(bytes, take(cursor, signs * count * 4), signs * count);
  const weightsAt = (size: number, scale: number): Weights => {
    const rows = new Int8Array(bytes, take(cursor, size + toFour(size)), size);
    return { rows, scale };
  };
  return {
    ...{ classes, bias, signs: own, words: weightsAt(words * count, wordScale) },
    style: styleScale === null ? null : weightsAt(style * count, styleScale),
  };
}

function take(cursor: Cursor, size: number): number {
  const { at } = cursor;
  cursor.at += size;
  return at;
}
