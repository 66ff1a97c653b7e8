import type { Place } from '../../cases/case.ts';
import type { Agency } from '../../catalogue/catalogue.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import type { Scene, View } from '../scene.ts';
import { isOfReport } from '../words/asking.ts';
import { plainClauses, sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { deniedBy } from './bodies-denied.ts';
import { bodyNames, ofDistrict } from './body-names.ts';
import { holderOfDraft } from './guess.ts';
import { surePlace } from './place/namesakes.ts';
import { supplierClaimed } from './supplier.ts';

/** Before the name of a body that is the right one: `eso es del`, `quiero que vaya a la`, `le toca al`. */
const LEAD = new RegExp(
  [
    '(?<!\\bno )\\b(?:(?:eso|esto|esa|ese|it|that|this) )?(?:le |les )?(?:toca|corresponde|compete|belongs|goes)',
    '^(?:pero |y |but |si |entonces |que )*(?:(?:eso|esto|esa|ese|it|that|this|(?:la|el) (?:policlinica|hospital|clinica|escuela|calle|carretera|parque|problema|asunto|queja)(?: \\w+)?) )?(?:es|era|s|is|seria|va|lo ve|lo hace|lo atiende)\\b(?: de aqui| mas bien| cosa| asunto| competencia| responsabilidad| trabajo)*',
    '(?<!\\bno )(?<!\\bno (?:me|se|lo|la) )\\b(?:(?:vaya|llegue|pase|(?:cambi|pas)(?:elo|ela|enlo|enla|arlo|arla|alo|ala)|(?:change|move) (?:it|this)|mand(?:e|en|elo|ela|enlo|enla|arlo|arla|alo|ala)|envi(?:e|en|elo|ela|enlo|enla|arlo|arla|alo|ala)|dirijal[oa]|pon(?:ga)?(?:le|selo|lo)?|send (?:it|this)|put)\\b)',
    '(?<!\\bno )\\b(?:i said|(?:yo )?(?:ya )?(?:le |les )?dije(?: que)?(?: (?:es|era|va))?)',
    '\\b(?:it|this|that) should (?:be|go)\\b|\\b(?:before|earlier|at first|antes|primero) (?:it )?(?:said|decia|dijo|ponia|salia)\\b',
    '^(?:entonces|mejor|sino|pues|pero|but|rather)(?= (?:al?|el|la|los|del|para|to|the) )',
    '^(?=(?:al|a la|para el|para la|del|de la) )',
  ].join('|'),
);
const JOINS = /^ ?(?:(?:de|para|a|con|aqui|que|mejor|to|for|with|from) )*(?:(?:del|al|el|la|los|las|the) )?/;
/** After it only where it is, or manners. */
const AFTER =
  /^(?:de|del|en|of|in|por|please|gracias|entonces|mejor|pues|primero|first|y no|no|o|and not|not|or|aqui)\b/;
/** `No es del municipio es del MOP`, with no comma between. */
const DENIED_FIRST =
  /(\bno (?:es|era|va|le toca) (?:para (?:el |la )?|del? |de la |al? |a la |el |la )\S+(?: \S+)?) (?=(?:es|era|va|le toca) (?:para|del?|de la|al?|a la|el|la) )/giu;
/** `No es el MOP sino el municipio`. */
const BUT = /(?<![,;.]) (?=sino (?:al?|del?|el|la|los|las) )/giu;
/** `El municipio es el que tiene la culpa`, behind its name. */
const TO_BLAME =
  /^(?:de \S+ )?(?:(?:es|seria|s) (?:el |la |los )?(?:responsable|culpable|encargad[oa]|competente|quien|que (?:tiene|debe|manda|hace|arregla|atiende|ve|se encarga|le (?:toca|corresponde)))|tiene la (?:culpa|responsabilidad)|(?:debe|tiene que) (?:arreglar|responder|atender|ver|hacer)|is (?:responsible|to blame|the one))\b/;
/** What is said of a body that it is for. */
const WHOSE =
  /\b(?:es|era|son|va|toca|corresponde|compete|tiene|quien|sino|eso|esto|responsab\w+|culpa\w*|encarg\w+|mand\w+|envi\w+|pase\w*|asunto|cosa|trabajo)\b/g;
const DENIED = /^(?:no+|nop|not)$|\bno\b|\bnot\b|\bisn t\b/;

/** The body that words say it is for: `eso es del municipio`, `no, la ASEP`, `quiero que vaya al MIDES`; null: none. */
export function bodyMeant(view: View, text: string, place: Place | null): string | null {
  const named = bodyNames(view);
  const told = plainClauses(text.replace(DENIED_FIRST, '$1, ').replace(BUT, ', ')).map(clause =>
    clause.replace(
      /\b(?:town|city) hall\b|\bmunicipality\b|(?<=\bshould (?:be|go to) the )city\b/g,
      'municipio',
    ),
  );
  for (const [at, clause] of told.entries()) {
    const lead = LEAD.exec(clause);
    // By its name alone, after what was denied: `no, la ASEP`.
    const isBare = lead === null && DENIED.test(told[at - 1] ?? '');
    if (deniedBy(view, clause) !== null) continue;
    const blamed = lead === null ? bodyBlamed(view, clause) : null;
    if (blamed !== null) return ofDistrict(view, blamed, place).id;
    if (lead === null && !isBare) continue;
    const rest = (lead ? clause.slice(lead.index + lead[0].length) : clause).replace(JOINS, '');
    // `La caja` is one by its article.
    const said = [rest, `la ${rest}`, `el ${rest}`];
    const found = named.find(({ name }) =>
      said.some(words => words === name || words.startsWith(`${name} `)),
    );
    const words = said.find(each => found && each.startsWith(found.name)) ?? rest;
    const after = found ? words.slice(found.name.length).trimStart() : '';
    if (found && (after === '' || AFTER.test(after))) return ofDistrict(view, found.body, place).id;
  }
  return null;
}

function bodyBlamed(view: View, clause: string): Agency | null {
  const told = clause.replace(/^(?:(?:que|pero|y|porque|but) )*(?:el|la|los|las|the) /, '');
  const found = bodyNames(view).find(({ name }) => told.startsWith(`${name} `));
  return found && TO_BLAME.test(told.slice(found.name.length + 1)) ? found.body : null;
}

/** Do words name bodies, which it is for and which not, and nothing else? */
export function saysBodiesOnly(view: View, text: string): boolean {
  return contentWords(withoutNames(view, text).replace(WHOSE, ' ')).length === 0;
}

/** The plain words of a text without the names of bodies. */
function withoutNames(view: View, text: string): string {
  return bodyNames(view).reduce(
    (left, { name }) => left.replaceAll(` ${name} `, ' '),
    ` ${plainWords(text).replaceAll(' ', '  ')} `,
  );
}

/** The draft for the body they say it is for, when that is another one; null: they say nothing of the kind. */
export function bodyInstead(scene: Scene, draft: Draft): Draft | null {
  const { burst, facts } = scene;
  const told = surePlace(facts.reading.places);
  const place = draft.place ?? told;
  // A body that a question names changes nothing.
  const stated = withoutQuestions(burst.text);
  const supplier = supplierClaimed(scene, draft, stated);
  const meant = bodyMeant(scene, stated, place) ?? supplier;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  if (meant === null || meant === held || (draft.refused ?? []).includes(meant)) return null;
  if (saysWhoIsAccused(draft, stated)) return null;
  const description = [...draft.description, ...burst.lines];
  // Sent to a body in so many words, it is of no matter that only the name of that body sounds like.
  const isSent = draft.serviceId !== null && SENDS.test(plainWords(stated));
  const { services } = isSent ? facts.read(withoutNames(scene, stated)) : facts.reading;
  const service =
    services.find(({ id, p }) => p >= LIKELY && routesTo(scene, id, { ...draft, place }, meant)) ??
    alikeAt(scene, draft, meant);
  const own: Draft = { ...touched(scene, draft), place, description, reasons: [] };
  // The name of a body alone sounds like its commonest service: a hole is one at the municipality too.
  const isSame = draft.serviceId !== null && saysBodiesOnly(scene, burst.text);
  if (supplier === meant) return { ...own, agencyId: meant };
  // `La caja es del Seguro Social, no del MINSA`: what is missing is missing there.
  const alike = isSame ? alikeAt(scene, draft, meant) : undefined;
  if (isSame) return alike ? { ...own, serviceId: alike.id, agencyId: null } : { ...own, agencyId: meant };
  return service
    ? { ...own, serviceId: service.id, agencyId: null, reasons: facts.reading.reasons }
    : { ...own, agencyId: meant };
}

const LIKELY = 0.5;
const SENDS = /\b(mand|envi|send)\w*/;

/** `Es del municipio de Arraiján`, of the boss who is reported, by who hides from him: whom they accuse, and no body to have it. */
export function saysWhoIsAccused({ kind, privacy }: Draft, text: string): boolean {
  const isFeared = kind === 'denuncia' || (privacy !== null && privacy !== 'normal');
  const told = plainClauses(text);
  return isFeared && told.some(clause => WORKS_AT.test(clause)) && !told.some(clause => WANTS.test(clause));
}

const WORKS_AT =
  /^(?:(?:si|yes|el|ella|he|she|y|pero) )*(?:(?:es|s|is|era|trabaj\w+|labora|works?) (?:del?|de la|en|for|at|in) |es (?:funcionari\w+|emplead\w+|jef\w+|director\w*|boss) )/;
const WANTS = /^(?:que )?no\b|\b(?:mand|envi|send)\w*|\b(?:vaya|pase|toca|corresponde|compete|sino)\b/;

/** What is said beside whatever is asked; a wish put as a question, `¿lo mandan al MIDES?`, is said too. */
export function withoutQuestions(text: string): string {
  const said = sentences(text).filter(sentence => !sentence.includes('?') || isOfReport(sentence));
  return said.join(' ');
}

/** The same matter at the other body: medicines at the Ministry's hospital, and not at the Caja's. */
/** What is missing or wrong, as that body sees to it: `No hay medicinas` at the MINSA, and no more at the Caja. */
export function alikeAt(scene: Scene, draft: Draft, agencyId: string): Ranked | undefined {
  const told = draft.description.join('\n');
  const known = scene.facts.read(told).services;
  const same = known.find(({ id, p }) => p >= ALIKE && routesTo(scene, id, draft, agencyId));
  // `No hay insulina en el Seguro`, as if the other body stood there: called the same, and nothing else.
  const instead = scene.facts.read(withoutNames(scene, told)).services;
  return (
    same ??
    instead.find(
      ({ id, p }) =>
        p >= ALIKE && routesTo(scene, id, draft, agencyId) && isCalledAs(scene, id, draft.serviceId),
    )
  );
}

/** `No hay medicinas en …`, of both. */
function isCalledAs({ catalogue }: Scene, id: string, other: string | null): boolean {
  const [name, own] = [id, other ?? ''].map(each =>
    plainWords(catalogue.services.get(each)?.name.es ?? '')
      .split(' ')
      .slice(0, LEADING),
  );
  return name?.length === LEADING && name.join() === own?.join();
}

const LEADING = 3;
const ALIKE = 0.03;

function routesTo(scene: Scene, id: string, { place, kind }: Draft, agencyId: string): boolean {
  const service = scene.catalogue.services.get(id);
  const routing = service && scene.route(service, place, kind);
  return routing !== undefined && 'holder' in routing && routing.holder.agencyId === agencyId;
}
