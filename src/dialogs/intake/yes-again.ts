import type { Draft } from '../conversation.ts';
import type { Move, Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { fileDraft } from './file.ts';
import { bidsReport } from './matter.ts';

const YES = /^(si+|sip|yes|yeah|ok|okay|dale|claro|correcto|exacto|right|correct) /;
/** Against what was told, however little of it is new. */
const AGAINST = /\b(pero|but|espere?\w*|wait|cambi\w*|corr[ie]j\w*|quit\w*|change|todavia|yet)\b/;
/** What joins words, and what agrees or orders: nothing of the matter. */
const GLUE =
  /^(si+|sip|yes|yeah|ok|okay|dale|claro|correcto|exacto|right|correct|por|favor|porfa|please|gracias|thanks|el|la|los|las|lo|un|una|de|del|en|a|al|y|que|es|esta|sigue|se|ya|asi|the|is|it|this|that|an|at|in|of|and|to|on|still|there|my|mi|report|file|send|reportel[oa]|reporten?l[oa]|pongal[oa]|hagal[oa]|haga|hagan|usted|reporte|queja|denuncia)$/;

/** `Yes, the light is out, please report it`, when all of it stands there already: a yes, and nothing added. Null: it is none. */
export function yesAgain(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  if (!YES.test(plain) || !bidsReport(text) || AGAINST.test(plain) || text.includes('?')) return null;
  const service = draft.serviceId === null ? undefined : scene.catalogue.services.get(draft.serviceId);
  const told = [...draft.description, draft.place?.text, service?.name.es, service?.name.en];
  const known = new Set(plainWords(told.join(' ')).split(' '));
  const isNew = plain.split(' ').some(word => !known.has(word) && !GLUE.test(word));
  return isNew ? null : fileDraft(scene, touched(scene, draft));
}
