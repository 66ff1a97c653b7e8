import type { Service } from '../../catalogue/catalogue.ts';
import type { Awaits } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { withoutDeniedTail } from '../words/denied-tail.ts';
import { plainWords } from '../words/plain-words.ts';

/** So surely the answer itself tells one of those offered. */
const TOLD = 0.9;
/** Of more words none names one. */
const MOST_NAMED = 3;

/** The one service of those offered that the answer surely tells, or that a few words name by a word of its own: `la luz primero`. */
export function onlyNamed({ burst, catalogue, facts }: Scene, { choices }: Awaits): string | undefined {
  const meant = withoutDeniedTail(burst.text);
  // `No del MINSA` names none of them.
  if (meant.trim() === '') return undefined;
  const [best] = (meant === burst.text ? facts.reading : facts.read(meant)).services;
  const told = choices.find(({ value }) => value === `service:${best?.id}`);
  if (told && best && best.p >= TOLD) return told.value;
  const said = contentWords(meant);
  if (said.length > MOST_NAMED) return undefined;
  const named = choices.filter(({ value }) => {
    const service = catalogue.services.get(value.replace(/^service:/, ''));
    const own = contentWords([service?.name.es, service?.name.en, ...(service?.words ?? [])].join(' '));
    return said.some(word => own.includes(word));
  });
  return named.length === 1 ? named[0]?.value : undefined;
}

/** Of the services offered the one that the answer surely comes nearest to, or that all they told does; null: none does. */
export function nearestOffered({ facts }: Scene, { choices }: Awaits): string | null {
  const isOffered = (id: string): boolean => choices.some(({ value }) => value === `service:${id}`);
  for (const { services } of [facts.reading, facts.combined()]) {
    const [best, second] = services.filter(({ id }) => isOffered(id));
    if (best && best.p >= HEARD_OF && best.p >= AHEAD * (second?.p ?? 0)) return best.id;
  }
  return null;
}

/** Among few, so little tells. */
const HEARD_OF = 0.12;
const AHEAD = 2;

/** So few words name no more than a field: `salud`, `es lo de la luz`. */
const MOST_NAMING = 5;

/** The services of the whole field they name in a word, as the question itself does, other than this one; none where they name none. */
export function ofField(scene: Scene, serviceId: string | null): Service[] {
  const { facts, burst, catalogue } = scene;
  if (burst.choice !== null || plainWords(burst.text).split(' ').length > MOST_NAMING) return [];
  const meant = facts.reading.services.map(({ id }) => id).join();
  const field = catalogue.topics.find(({ services }) => services.join() === meant);
  if (field === undefined || field.services.includes(serviceId ?? '')) return [];
  return field.services.flatMap(id => catalogue.services.get(id) ?? []);
}

/** The one of those offered that alone has a word they say: `es el hospital de la caja, no el de Bocas`. */
export function byOwnWord({ burst: { text } }: Scene, { choices }: Awaits): string | undefined {
  if (/[?¿]/.test(text)) return undefined;
  const said = contentWords(withoutDeniedTail(text));
  const named = choices.filter(({ value, label }) => {
    const others = choices.filter(other => other.value !== value).flatMap(other => contentWords(other.label));
    return contentWords(label).some(word => said.includes(word) && !others.includes(word));
  });
  return named.length === 1 && named[0]?.value !== 'service:other' ? named[0]?.value : undefined;
}
