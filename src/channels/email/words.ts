import { simpleParser } from 'mailparser';
import type { Part } from './structure.ts';

/** The most bytes of one part that are read for its words. */
export const MOST_TEXT_BYTES = 256 * 1024;

/** Where a page or a program shows a picture: `[cid:image001.png@01DB]`, `[image: foto.jpg]`. */
const PICTURE = /\[(cid:|image: ?|imagen: ?)[^[\]\n]{1,200}\]/gi;

/** Longer letters are cut: nobody reads them whole, and what comes first says what they want. */
const LONGEST = 10_000;

/** The words of a part as plain text, whatever its charset, encoding and form. Never rejects for what stands in it. */
export async function wordsOf({ type, encoding, parameters }: Part, body: Buffer): Promise<string> {
  const named = ['charset', 'format', 'delsp'].flatMap(name => {
    const value = parameters?.[name];
    return value !== undefined && /^[\w.:+-]{1,40}$/.test(value) ? [`; ${name}=${value}`] : [];
  });
  const how = /^[\w-]{1,20}$/.test(encoding ?? '') ? encoding : '8bit';
  const head = `Content-Type: ${type}${named.join('')}\r\nContent-Transfer-Encoding: ${how}\r\n\r\n`;
  const parsed = await parse(Buffer.concat([Buffer.from(head), body]));
  const text = parsed.replace(/\r\n?/g, '\n').replace(/[\0\u00ad\u200b-\u200d\ufeff]/g, '');
  return text.replace(PICTURE, '');
}

/** A page that is nested so deep that the library gives up has no words. */
async function parse(part: Buffer): Promise<string> {
  const limits = { skipTextToHtml: true, skipTextLinks: true, maxHtmlLengthToParse: MOST_TEXT_BYTES * 2 };
  try {
    return (await simpleParser(part, limits)).text ?? '';
  } catch {
    return '';
  }
}

/** Cut after a line or a word where it is too long. */
export function bounded(text: string): string {
  if (text.length <= LONGEST) return text;
  return text
    .slice(0, LONGEST)
    .replace(/\s+\S*$/, '')
    .toWellFormed();
}
