import { type Json, objectIn, textIn } from '../json.ts';

/** `PA.13491208655302741918`: a citizen as one business sees them; of several businesses: `PA.ENT.1181…`. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** A telephone number as the platform writes it, without a plus. */
const NUMBER = /^\d{6,15}$/;

/** Who a citizen is on WhatsApp: their id there, their number as `+507…`; the platform need not tell both. */
export interface Identity {
  userId: string | null;
  number: string | null;
}

/** Reads the identity out of what the platform calls them; each place may hold either of the two. */
export function identityOf(...told: unknown[]): Identity {
  const texts = told.map(textIn).filter(text => text !== null);
  const number = texts.find(text => NUMBER.test(text));
  return {
    userId: texts.find(text => USER_ID.test(text)) ?? null,
    number: number === undefined ? null : `+${number}`,
  };
}

/** The address of an identity and the other one they are known by: the id first, it outlives a hidden number. */
export function addressOf({ userId, number }: Identity): { address: string; alsoKnownAs?: string } | null {
  if (userId === null) return number === null ? null : { address: number };
  return { address: userId, ...(number === null ? {} : { alsoKnownAs: number }) };
}

/** How an address is written to. */
export function recipientOf(address: string): { recipient: string } | { to: string } {
  return USER_ID.test(address) ? { recipient: address } : { to: address.replace(/^\+/, '') };
}

/** The card in a call's `contacts` that belongs to a sender; one alone belongs to whoever wrote. */
export function contactOf(contacts: Json[], { userId, number }: Identity): Json | null {
  const known = contacts.find(contact => {
    const { userId: id, number: own } = identityOf(contact['user_id'], contact['wa_id']);
    return (id !== null && id === userId) || (own !== null && own === number);
  });
  if (known) return known;
  const [only = null] = contacts;
  return contacts.length === 1 && userId === null && number === null ? only : null;
}

/** A contact's name as they gave it to the platform. */
export function nameIn(contact: Json | null): { name?: string } {
  const name = textIn(objectIn(contact?.['profile'])?.['name']);
  return name === null ? {} : { name };
}
