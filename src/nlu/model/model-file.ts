import { createHash } from 'node:crypto';
import { FEATURES_VERSION } from './features.ts';
import type { Head, HeadName, LinearModel } from './linear.ts';

/** Raised when the layout of the file changes. */
const FORMAT = 1;
const DIGEST = 32;

/** What a model's file says of itself. */
export interface ModelHeader {
  format: number;
  features: number;
  /** Of the labelled messages and the catalogue it was learned from, hex. */
  learnedFrom: string;
  rows: number;
  heads: Record<HeadName, { classes: readonly string[]; scale: number; signs: number }>;
}

/** A model as bytes: the same model gives the same bytes. */
export function encodeModel(model: LinearModel, learnedFrom: string): Buffer {
  const names = Object.keys(model.heads) as HeadName[];
  const heads = Object.fromEntries(
    names.map(name => {
      const { classes, scale, signs } = model.heads[name];
      return [name, { classes, scale, signs: signs.length / classes.length }];
    }),
  );
  const header = { format: FORMAT, features: FEATURES_VERSION, learnedFrom, rows: model.rows.size, heads };
  const text = Buffer.from(JSON.stringify(header));
  // Padded so that the numbers behind it stand at multiples of four.
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(padded.length);
  const hashes = Uint32Array.from(model.rows.keys());
  const parts = names.flatMap(name => {
    const { bias, signs, weights } = model.heads[name];
    return [bytesOf(bias), bytesOf(signs), bytesOf(weights), Buffer.alloc((4 - (weights.length % 4)) % 4)];
  });
  const body = Buffer.concat([size, padded, bytesOf(hashes), ...parts]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

function bytesOf(numbers: Uint32Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The model in a file's bytes, or why it cannot be used, in a sentence. */
export function decodeModel(
  bytes: Buffer,
): { model: LinearModel; header: ModelHeader } | { problem: string } {
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
  const hashes = new Uint32Array(rest, take(cursor, header.rows * 4), header.rows);
  const rows = new Map<number, number>();
  for (const [row, hash] of hashes.entries()) rows.set(hash, row);
  const heads = Object.fromEntries(
    Object.entries(header.heads).map(([name, about]) => [name, headAt(rest, cursor, header.rows, about)]),
  ) as Record<HeadName, Head>;
  return { model: { rows, heads }, header };
}

function headAt(
  bytes: ArrayBuffer,
  cursor: { at: number },
  rows: number,
  { classes, scale, signs }: ModelHeader['heads'][HeadName],
): Head {
  const count = classes.length;
  const bias = new Float32Array(bytes, take(cursor, count * 4), count);
  const own = new Float32Array(bytes, take(cursor, signs * count * 4), signs * count);
  const weights = new Int8Array(bytes, take(cursor, rows * count), rows * count);
  take(cursor, (4 - ((rows * count) % 4)) % 4);
  return { classes, scale, bias, signs: own, weights };
}

function take(cursor: { at: number }, size: number): number {
  const { at } = cursor;
  cursor.at += size;
  return at;
}
