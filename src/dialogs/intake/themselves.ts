import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { clauses, plainClauses } from '../words/clauses.ts';
import { withDenied } from './denied-services.ts';
import { holderOfDraft } from './guess.ts';

const HEAD =
  '(?:president[ea]|secretari[oa]|tesorer[oa]|vocal|fiscal|fontaner[oa]|director[a]?|administrador[a]?|representante|miembros?|directiv[oa]s?|chairman|chairwoman|president|treasurer|secretary|head|members?|director)';
const ARTICLE = '(?:el |la |los |las |del |de |of |the |our )*';
/** `Soy el presidente de la JAAR`, `la junta soy yo`, `somos la junta`; behind or before it their body. */
const IS_HEAD = new RegExp(
  `^(?:(?:yo|pero|y|es que|buenas|hola|but|and) )*(?:soy|somos|fui elegid[oa]|i am|i m|we are|le escribe) (?:el |la |los |the )?${HEAD} ${ARTICLE}(?<body>.+)$`,
);
const ARE_IT =
  /^(?:(?:pero|y|es que|si|but|and) )*(?:el |la |los |las |the )?(?<body>[\wñ]+(?: [\wñ]+){0,3}?) (?:soy yo|somos nosotros|is me|is us|are us)$/;
const WE_ARE =
  /^(?:(?:pero|y|es que|nosotros|but|and) )*(?:somos|we are) (?:el |la |los |las |the )(?<body>[\wñ]+(?: [\wñ]+){0,3}?)(?: (?:y|and|pero|but|de aqui|de la comunidad) ?.*)?$/;

/** The body that would have the report, where they say that it is they themselves; null: they do not. */
function ownBody(scene: Scene, draft: Draft, texts: readonly string[]): string | null {
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const agency = held === undefined ? undefined : scene.catalogue.agencies.get(held);
  if (agency?.parent === undefined) return null;
  const service = scene.catalogue.services.get(draft.serviceId ?? '');
  const called = [agency.acronym, ...agency.aliases, ...agency.words, service?.name.en];
  const names = new Set(contentWords(called.join(' ')));
  const named = texts.flatMap(plainClauses).flatMap(clause => {
    const found = IS_HEAD.exec(clause) ?? ARE_IT.exec(clause) ?? WE_ARE.exec(clause);
    return contentWords(found?.groups?.['body'] ?? '').slice(0, 1);
  });
  return named.some(word => names.has(word)) ? agency.id : null;
}

/**
 * The draft of who is the body it would go to: not sent to themselves but to the one above, as a complaint in their own words that
 * accuses nobody. Null: they are not.
 */
export function ofThemselves(scene: Scene, draft: Draft, texts = draft.description): Draft | null {
  const body = ownBody(scene, draft, texts);
  if (body === null) return null;
  const { open } = withDenied(scene, draft, draft.serviceId === null ? [] : [draft.serviceId]);
  return {
    ...open,
    kind: draft.kind === 'denuncia' ? 'queja' : draft.kind,
    agencyId: scene.catalogue.agencies.get(body)?.parent ?? null,
    refused: [...(draft.refused ?? []), body],
    declined: [...draft.declined, 'agency'],
    title: draft.title ?? ownTitle(scene, draft),
    reasons: [],
  };
}

/** What happened, from the clause on that tells it, where the name of the service accuses them; null: no clause tells it. */
function ownTitle(scene: Scene, { description, serviceId }: Draft): string | null {
  const parts = description.flatMap(clauses);
  const told = parts.find(part => scene.facts.read(part).services[0]?.id === serviceId);
  return told?.trim() ?? null;
}
