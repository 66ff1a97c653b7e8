import { type Json, objectIn, objectsIn, textIn } from '../json.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * The words of a message: without the mention by which a bot is called in Teams (`<at>311</at> hola`), other people's mentions as
 * their names, and without the escapes of the format that has them.
 */
export function wordsOf(activity: Json): string {
  const botId = textIn(objectIn(activity['recipient'])?.['id']);
  let text = textIn(activity['text']) ?? '';
  for (const entity of objectsIn(activity['entities'])) {
    const shown = textIn(entity['text']);
    const isOfBot = textIn(objectIn(entity['mentioned'])?.['id']) === botId;
    if (entity['type'] === 'mention' && shown !== null && isOfBot) text = text.replaceAll(shown, () => ' ');
  }
  const named = text.replace(/<at(?:\s[^>]{0,200})?>([^<]{0,200})<\/at>/gi, '$1').replace(/&nbsp;/g, ' ');
  const plain = activity['textFormat'] === 'xml' ? withoutEscapes(named) : named;
  return plain.replace(/[^\S\n]+/g, ' ').trim();
}

function withoutEscapes(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
