import { SendError } from '../../errors.ts';
import type { MessageClass, OutboundMessage, Part, Sent } from '../channel.ts';
import { messageIdOf } from './activity.ts';
import type { Said, Say } from './client.ts';
import { isPublic, type Place, placeOf, type Way, wayOf } from './reference.ts';

/** What may be said where others read. */
const IN_PUBLIC: readonly MessageClass[] = ['invitation', 'emergency'];

/** Makes one call: says a part where the newest way to the citizen leads, whoever wrote last and however long ago. */
export async function send(say: Say, message: OutboundMessage): Promise<Sent> {
  const { address, part, class: kind } = message;
  if (isPublic(address) && !IN_PUBLIC.includes(kind))
    throw new SendError({ code: 'public', retryable: false });
  const [place, way] = [placeOf(address), wayOf(message.route)];
  if (place === null || way === null) throw new SendError({ code: 'no_reference', retryable: false });
  const id = await say(way.serviceUrl, place.conversationId, saidOf(place, way, part));
  return { providerId: id === null ? null : messageIdOf(place.conversationId, id) };
}

function saidOf({ channelId, conversationId }: Place, way: Way, { text, choices }: Part): Said {
  const { tenantId, botId, userId, serviceUrl } = way;
  return {
    ...{ type: 'message', channelId, serviceUrl, text: text.toWellFormed(), textFormat: 'plain' },
    ...{ from: { id: botId }, recipient: { id: userId } },
    conversation: { id: conversationId, ...(tenantId === undefined ? {} : { tenantId }) },
    ...(choices.length > 0 ? { attachments: [card(choices)] } : {}),
  };
}

/** Buttons that show their own words as the citizen's, and bring their value back. */
function card(choices: Part['choices']): NonNullable<Said['attachments']>[number] {
  const buttons = choices.map(({ label, value }) => {
    const words = label.toWellFormed();
    return { type: 'messageBack', title: words, text: words, displayText: words, value: { choice: value } };
  });
  return { contentType: 'application/vnd.microsoft.card.hero', content: { buttons } };
}
