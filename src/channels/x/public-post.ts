import type { InboundMessage } from '../channel.ts';
import { idIn, type Json, objectIn, objectsIn, textIn } from '../json.ts';
import { publicAddress, routeOf } from './addresses.ts';
import { type Reader, withoutEscapes } from './direct-message.ts';

/** What both envelopes say of a post. */
interface Said {
  id: string | null;
  text: string | null;
  author: string | null;
  username: string | null;
  name: string | null;
}

/**
 * A post that names this account, of the Activity API: `{"id":"…","text":"hey @…","author_id":"…","entities":{"mentions":[…]}}`
 * with its people in `includes`. Null for our own, and for another's words passed on.
 */
export function readMention(reader: Reader, post: Json, includes: Json | null): InboundMessage | null {
  const author = idIn(post['author_id']);
  const people = objectsIn(includes?.['users']).map(person => objectIn(person['data']) ?? person);
  const person = people.find(known => idIn(known['id']) === author) ?? null;
  const passedOn = objectsIn(post['referenced_tweets']).some(({ type }) => type === 'retweeted');
  if (passedOn) return null;
  return messageOf(reader, {
    ...{ id: idIn(post['id']), text: textIn(post['text']), author },
    ...{ username: textIn(person?.['username']), name: textIn(person?.['name']) },
  });
}

/** The same of the Account Activity API, which tells of every post around the account: `{"id_str":"…","user":{…},"entities":{"user_mentions":[…]}}` */
export function readPost(reader: Reader, post: Json): InboundMessage | null {
  const person = objectIn(post['user']);
  const named = objectsIn(objectIn(post['entities'])?.['user_mentions']);
  if (objectIn(post['retweeted_status']) !== null) return null;
  if (!named.some(mention => textIn(mention['id_str']) === reader.account)) return null;
  const whole = textIn(objectIn(post['extended_tweet'])?.['full_text']);
  return messageOf(reader, {
    ...{
      id: textIn(post['id_str']),
      text: whole ?? textIn(post['text']),
      author: textIn(person?.['id_str']),
    },
    ...{ username: textIn(person?.['screen_name']), name: textIn(person?.['name']) },
  });
}

function messageOf(reader: Reader, { id, text, author, username, name }: Said): InboundMessage | null {
  if (id === null || author === null || author === reader.account) return null;
  return {
    ...{ ...reader, address: publicAddress(author), providerId: `post.${id}`, elsewhere: 'public' },
    ...{ text: withoutEscapes(text ?? '') },
    ...(username === null ? {} : { route: routeOf({ id, username }) }),
    ...(name === null ? {} : { name }),
  };
}
