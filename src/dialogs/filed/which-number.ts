import { contentWords } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** `¿Cuál es el número del hueco y cuál el de la basura?`, `qué número es el de la luz`. */
const ASKS_NUMBER =
  /\b(?:cual|cuales|que|which|what)\b(?: (?:es|son|de|mis|los|las|dos|el|la|is|of|my|the))* (?:numeros?|number)\b|\bnumeros? (?:es|era|son|tiene) (?:el|la|los|cual)\b/;
/** Of a body, and of no case. */
const TO_CALL = /\b(?:telefonos?|llam\w+|whatsapp|contact\w+|oficina|atencion|phone|call|emergencias?)\b/;
const OF_CASES = /\b(?:casos?|reportes?|quejas?|denuncias?|cases?|reports?)\b/;

/** Is it asked which number which of their own cases has, called by what it is about? */
export function asksWhichNumber({ burst, facts, catalogue }: Scene): boolean {
  const plain = plainWords(burst.text);
  if (facts.cases.length === 0 || !ASKS_NUMBER.test(plain) || TO_CALL.test(plain)) return false;
  if (OF_CASES.test(plain)) return true;
  const told = facts.cases.flatMap(({ description, serviceId }) => {
    const service = serviceId === null ? undefined : catalogue.services.get(serviceId);
    return contentWords([...description, service?.name.es, service?.name.en].join(' '));
  });
  return contentWords(burst.text).some(word => told.includes(word));
}
