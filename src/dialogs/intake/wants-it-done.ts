import type { Service } from '../../catalogue/catalogue.ts';
import { ofSureProcedure } from '../asked/information.ts';
import { retold, type Scene, type Topic } from '../scene.ts';
import { newDraft } from '../state.ts';
import { plainWords } from '../words/plain-words.ts';
import { absorb } from './absorb.ts';
import { askFor, beginReport } from './flow.ts';
import { sureService } from './guess.ts';
import { ofField } from './offered.ts';

/** What is done to a thing that needs it, by its stem. */
const DONE: Readonly<Record<string, string>> = {
  arregl: 'arreglan',
  repar: 'reparan',
  recog: 'recogen',
  recoj: 'recogen',
  limpi: 'limpian',
  tap: 'tapan',
  pint: 'pintan',
  pod: 'podan',
  cort: 'cortan',
  paviment: 'pavimentan',
  asfalt: 'asfaltan',
  cambi: 'cambian',
  pon: 'ponen',
  pus: 'ponen',
  instal: 'instalan',
  pas: 'pasan',
};
/** `¿Por qué no arreglan las calles?`, `¿cuándo van a recoger la basura?`: it is not done. */
const UNDONE = new RegExp(
  [
    '^(?:(?:hola|buenas|buenos dias|buenas tardes|oiga|disculpe|y|pero|una pregunta|quiero saber|quisiera saber|diganme|digame) )*',
    '(?:por que|porque|(?:hasta |para )?cuando|cuanto (?:tiempo )?(?:mas )?(?:hay que|tenemos que|tengo que) esperar (?:para|a) que|nunca|sera que (?:algun dia|no))',
    '(?: (?:es que|sera que|ustedes|nadie|no|nunca|todavia|aun|ya|nos|me|le|lo|la|van a|va a|vienen a|viene a|piensan|vendran a|han|a))* ',
    `(${Object.keys(DONE).join('|')})(?:[aeiou]\\w{0,5})? ((?:el|la|los|las|mi|esta?|esos?|esas?|un|una|luz|agua|alumbrado|bus|camion).*)$`,
  ].join(''),
);
/** Whose it is says nothing of what. */
const OF_WHOM =
  / (?:de|en|por|a|al|del) (?:mi|nuestr[oa]|la|el|este|esta|aqui|aca) ?(?:barrio|barriada|calle|casa|sector|comunidad|pueblo|zona|area|cuadra|vereda|urbanizacion|residencial)?(?: (?:hoy|ya|por favor|porfa))*$| (?:por )?(?:aqui|aca|hoy|ya)$/;

/** Who asks why, or when, something is done at last tells that it is not: a report of it, begun by what is to be done. */
export const wantsItDone: Topic = scene => {
  const { burst, state, facts } = scene;
  const isFree = state.draft === null && state.awaits === null && facts.cases.length === 0;
  if (!isFree || burst.choice !== null || facts.reading.emergency !== null || scene.informed !== null)
    return null;
  const [, stem, object] = UNDONE.exec(plainWords(burst.text)) ?? [];
  if (stem === undefined || object === undefined) return null;
  if (ofSureProcedure(scene) !== null) return null;
  if (sureService(scene, facts.reading.services, null) !== null) return beginReport(scene);
  const undone = facts.read(`no ${DONE[stem]} ${object}`);
  const service = sureService(scene, undone.services, null);
  if (service) return beginReport(scene, { serviceId: service.id, description: ownWords(scene, service) });
  const field = ofField(retold(scene, [object.replace(OF_WHOM, '')]), null);
  if (field.length < 2) return null;
  const draft = absorb({ ...newDraft(facts.now), description: burst.lines }, scene);
  return askFor(scene, { ...draft, description: burst.lines }, { ask: 'agency', among: field });
};

/** Their words, where a report would not take them for its matter by itself. */
function ownWords(scene: Scene, { id }: Service): string[] {
  const told = absorb({ ...newDraft(scene.facts.now), serviceId: id }, scene);
  return told.description.length > 0 ? [] : scene.burst.lines;
}
