import type { Receipt } from '../channel.ts';
import { idIn, type Json, objectIn, objectsIn, timeIn } from '../json.ts';
import type { Reader } from './direct-message.ts';

/**
 * That somebody has read what we wrote to them, up to a moment. The newer API gives no example of it; the older one:
 * `{"direct_message_mark_read_events":[{"created_timestamp":"1518452444662","sender_id":"222","target":{"recipient_id":"111"},"last_read_event_id":"…"}]}`
 * (developer.x.com/en/docs/direct-messages/typing-indicator-and-read-receipts). What we read of theirs says nothing.
 */
export function readReads(reader: Reader, payload: Json): Receipt[] {
  return objectsIn(payload['direct_message_mark_read_events']).flatMap(event => {
    const address = idIn(event['sender_id']);
    const to = idIn(objectIn(event['target'])?.['recipient_id']);
    const at = timeIn(event['created_timestamp'], 1);
    if (address === null || to !== reader.account || at === null) return [];
    return [{ ...reader, upTo: { address, at }, state: 'read' as const, at }];
  });
}
