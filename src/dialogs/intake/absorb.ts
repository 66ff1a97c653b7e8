import { KINDS, type Kind, type Place } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Understanding } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import { categoryFor } from '../danger/after-danger.ts';
import { tellsSufferers } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { praises } from '../words/praise.ts';
import { tellsAttempt } from '../words/tells-attempt.ts';
import { appealedIn } from './appeal.ts';
import { holderOfDraft, namedAgency, offeredServices, sureKind, sureService } from './guess.ts';
import { kindInDoubt, ownMoney } from './kind-in-doubt.ts';
import { behindFurther, linesOfMatter, opensReport } from './matter.ts';
import { besideRoute, withoutRoute } from './place/bus-route.ts';
import { withoutHome } from './place/home.ts';
import { exceptDenied, isCloser, surePlace } from './place/namesakes.ts';
import { roadBetween } from './place/roads.ts';
import { placeAlone } from './place/told-where.ts';
import { withRoad } from './place/unknown-place.ts';
import { photoPlace, pinPlace } from './place/where.ts';
import { hidesBeside, possiblePrivacy, wishesHidden } from './privacy.ts';
import { withSupplier } from './supplier.ts';

/** What a burst adds to a draft: only slots still empty are filled; nothing said of the matter is thrown away. */
export function absorb(draft: Draft, scene: Scene, combined: Understanding = scene.facts.combined()): Draft {
  const { burst, facts } = scene;
  const found = placeTold(draft, scene, combined);
  const named = found && withRoad(wordsAlone(scene, found), burst.text);
  const isNarrower = named !== null && !draft.summarised && isCloser(named, draft.place);
  const place = (isNarrower ? named : draft.place) ?? pinPlace(scene) ?? named;
  const told = [...draft.description, burst.text].join(' ');
  const meant =
    kindOfDanger(scene, combined) ??
    ownMoney(told, combined.kinds) ??
    sureKind(combined.kinds) ??
    kindInDoubt(told, combined.kinds);
  const kind = saysSarcasm(burst.text) ? 'queja' : (draft.kind ?? declaredKind(burst.text) ?? meant);
  const filled: Draft = {
    ...touched(scene, draft),
    ...{ kind, place, description: [...draft.description, ...linesOfMatter(burst.lines, facts.reading)] },
    privacy: draft.privacy ?? wishedPrivacy(scene, combined),
  };
  // Who only announces a denuncia has told of no service yet: not every denuncia is one for the prosecutor.
  if (opensReport(burst.text)) return filled;
  const served = usualKind(
    asDenuncia(withService(filled, scene, clearest(scene, draft, combined)), scene),
    scene,
    combined,
  );
  const isTold = filled.description.length > draft.description.length;
  const supplied = withSupplier(isTold ? refined(served, scene, combined) : served, scene);
  return appealedIn(scene, supplied);
}

/** So clearly a line tells a matter that it is not read together with others that tell none: `contra el municipio`. */
const CLEARLY = 0.9;
/** A line that tells another from here on is told too. */
const RIVAL = 0.6;

/** What the draft's matter is read from: the one line that tells it, where all together sound like something else. */
export function clearest({ facts, burst }: Scene, draft: Draft, combined: Understanding): Understanding {
  if (draft.serviceId !== null) return combined;
  const told = [...draft.description, burst.text].map(line => facts.read(line));
  const [clear, other] = told.filter(({ services }) => (services[0]?.p ?? 0) >= RIVAL);
  const [best] = clear?.services ?? [];
  const isClear = other === undefined && best !== undefined && best.p >= CLEARLY;
  return clear && isClear && best.id !== combined.services[0]?.id ? clear : combined;
}

/** A river in the house accuses nobody: a danger is of the kind its service takes, where that takes one only. */
function kindOfDanger({ catalogue }: Scene, { intent, emergency }: Understanding): Kind | null {
  const { report = null } = (emergency && catalogue.emergencies.get(emergency.category)) ?? {};
  const service = intent !== 'emergency' || report === null ? undefined : catalogue.services.get(report);
  return service?.kinds.length === 1 ? (service.kinds[0] ?? null) : null;
}

/** The place that was surely told, or the way between two. */
function placeTold(draft: Draft, scene: Scene, { places }: Understanding): Place | null {
  const told = [...draft.description, scene.burst.text].join('\n');
  const beside = withoutRoute(withoutHome(told));
  const named = beside === told ? places : scene.facts.read(beside).places;
  const away = besideRoute(beside);
  // Of a bus that passed nowhere else, its route tells the way.
  const there = away === beside ? null : surePlace(exceptDenied(scene.facts.read(away).places, draft));
  const found = there ?? placeOfFirst(draft, scene, beside) ?? surePlace(exceptDenied(named, draft));
  const way = draft.place === null && beside === told ? roadBetween(scene, scene.burst.text) : null;
  if (way === null || found === null) return way ?? found;
  // One of its ends is no closer place.
  return plainWords(way.text).includes(plainWords(found.text)) ? way : found;
}

/** `No hay maestro en La Palma. También se dañó el camino de Metetí`: where the first of two matters is; null: one place is told. */
function placeOfFirst(draft: Draft, { facts }: Scene, told: string): Place | null {
  const further = behindFurther(told);
  if (further === told || /^(?:en|por|in|at) /iu.test(further)) return null;
  const before = told.slice(0, told.lastIndexOf(further));
  const [first, second] = [before, further].map(part =>
    surePlace(exceptDenied(facts.read(part).places, draft)),
  );
  const isApart = first?.code?.slice(0, 4) !== second?.code?.slice(0, 4);
  return first && second && isApart && (first.code ?? '').length >= 4 ? first : null;
}

/** The place in its own words, without those that happened to stand between its names. */
function wordsAlone(scene: Scene, place: Place): Place {
  return { ...place, text: placeAlone(scene, place.text).replace(HAPPENED, '').replace(ASKS_BEHIND, '') };
}

/** `Tocumen-Corredor Sur pasó lleno`: what happened there, and no word of a name such as `El Paso`. */
const HAPPENED =
  /(?<!(?:^|\s)(?:el|la|los|las|de|del|al))\s+(?:pas[oó]|pasaron|par[oó]|pararon|iba|iban|vino|vinieron|sali[oó]|lleg[oó]|qued[oó])$/iu;

/** `…, frente a la escuela, ¿puedo mandar foto?`: the question is cut off there. */
const ASKS_BEHIND =
  /\s*,\s*(?:puedo|se puede|pueden|quiero|necesito|c[oó]mo|cu[aá]ndo|can i|could you|how|when)$/iu;

/** A blow by a policeman is a denuncia, however quietly it is told: who tells it is at risk, and is asked who may know. */
function asDenuncia(draft: Draft, { burst, catalogue }: Scene): Draft {
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  const isOnly = service?.kinds.length === 1 && service.kinds[0] === 'denuncia';
  const isOpen =
    (draft.kind ?? 'queja') === 'queja' && declaredKind(burst.text) === null && !draft.summarised;
  return isOnly && isOpen ? { ...draft, kind: 'denuncia' } : draft;
}

/** More speaks for a proposal than this, and only the citizen knows. */
const MOST_PROPOSAL = 0.35;

/** A kind that words leave open is the usual one of the service, where no proposal is likely: the summary names it. */
function usualKind(draft: Draft, { catalogue }: Scene, { kinds }: Understanding): Draft {
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  const proposed = kinds.filter(({ id }) => isProposal(id)).reduce((sum, { p }) => sum + p, 0);
  const [usual] = service?.kinds ?? [];
  const isOpen = draft.kind === null && usual === 'queja' && proposed < MOST_PROPOSAL;
  return isOpen ? { ...draft, kind: usual } : draft;
}

/** What lies this many times behind another service in all that was told is no longer what they mean. */
const BEHIND = 4;

/** More words may tell of another service than the first ones, unless the citizen chose that one themselves. */
export function refined(draft: Draft, scene: Scene, { services, reasons }: Understanding): Draft {
  // Of what was sure by itself nobody was asked.
  const before = scene.facts.read(draft.description.slice(0, draft.understood?.words).join('\n')).services;
  const isGuessed = draft.reasons.length > 0 || sureService(scene, before, null)?.id === draft.serviceId;
  const isChosen = draft.serviceId !== null && !isGuessed;
  const isOpen = draft.serviceId === null && draft.agencyId === null;
  // No matter of its own, whatever service such words are of: `hay niños pequeños en la casa`.
  const isBeside = tellsSufferers(scene.burst.text) || tellsAttempt(scene.burst.text);
  const service = isChosen || isOpen || isBeside ? null : sureService(scene, services, draft.place);
  if (service === null || service.id === draft.serviceId) return draft;
  const p = (id: string | null): number => services.find(ranked => ranked.id === id)?.p ?? 0;
  if (p(draft.serviceId) * BEHIND > p(service.id)) return draft;
  const better = { ...draft, serviceId: service.id, agencyId: null, reasons };
  const isTheirs = holderOfDraft(scene, better)?.holder.agencyId === draft.agencyId;
  return draft.agencyId === null || isTheirs ? better : draft;
}

/** The draft with the burst's files, written on now. */
export function touched(scene: Scene, draft: Draft): Draft {
  const { burst, facts } = scene;
  const known = new Set(draft.attachments.map(({ id }) => id));
  return {
    ...draft,
    // Once each, however many steps of a turn pass here.
    attachments: [...draft.attachments, ...burst.files.filter(({ id }) => !known.has(id))],
    photoAt: photoPlace(scene) ?? draft.photoAt,
    touchedAt: facts.now.toISOString(),
  };
}

/** `… pero sin mi nombre`. */
const SHORTLY = /\b(pero|y|but|and) (sin|without) (poner |dar |decir )?(mi|my) (nombre|name)\b/;

const ANONYMOUS = /\b(anonim\w*|anonymous\w*|sin (dar |poner )?(mi )?nombre|without (giving )?my name)\b/;

/** Who wants to stay unknown is, where that is possible, and kept in reserve where it is not. */
function wishedPrivacy(scene: Scene, { flags }: Understanding): Draft['privacy'] {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  const isNamed = [plain, plainWords(scene.whole)].some(said => SHORTLY.test(said)) || ANONYMOUS.test(plain);
  // `No quiero que sepan que fui yo` is kept in reserve: an answer reaches them, and none would without a name.
  if (!isNamed) {
    const isHidden =
      [burst.text, ...burst.lines].some(line => wishesHidden(plainWords(line))) || hidesBeside(scene.whole);
    const isWished = flags.includes('anonymous') || isHidden;
    const isKept = /\b(con|en) (toda )?reserva\b|\bconfidencial/.test(plain) || isWished;
    return isKept ? 'confidential' : null;
  }
  return possiblePrivacy(scene, 'anonymous');
}

/** From here on an idea belongs to a service; below it a person passes it on. */
export const PROPOSED_TO = 0.6;

/** Who is hit is spoken of beyond doubt only where no service says this much. */
const FAINT = 0.28;

/** What a danger to somebody is reported to, where the words speak for no service: who hits a child is no noisy neighbour. */
function dangerReport(scene: Scene, { emergency, services }: Understanding): string | null {
  const told = emergency ? scene.catalogue.emergencies.get(emergency.category) : undefined;
  const category = categoryFor(scene, told);
  // What a minor suffers is for who protects them, whatever service else it sounds like.
  const isFaint = (services[0]?.p ?? 0) < FAINT || category?.id !== told?.id;
  return category?.personal && isFaint ? category.report : null;
}

/** Fills the service, or a body that was named, where a text makes it sure. */
export function withService(draft: Draft, scene: Scene, reading: Understanding): Draft {
  if (draft.serviceId !== null || draft.agencyId !== null) return draft;
  const isLoose =
    draft.kind !== null && isProposal(draft.kind) && (reading.services[0]?.p ?? 0) < PROPOSED_TO;
  const danger = dangerReport(scene, reading);
  const service = isLoose ? null : sureService(scene, reading.services, draft.place);
  if (service && !(danger && scene.state.minor))
    return { ...draft, serviceId: service.id, reasons: reading.reasons };
  if (danger) return { ...draft, serviceId: danger };
  const named = namedAgency(reading, draft.kind);
  if (named === null || (!isLoose && offeredServices(scene, reading.services).length > 0)) return draft;
  return { ...draft, agencyId: named, reasons: reading.reasons };
}

const KIND_WORDS: [Kind, RegExp][] = [
  ['denuncia', /\b(denuncia|denuncio|denunciar|denunsia|denunciarlo|whistleblow\w*)\b/],
  [
    'sugerencia',
    /\b(sugerencia|sugiero|sugerir|felicitacion(es)?|felicitar(los|las|les)?|felicito|algo (bueno|bonito|positivo)|elogi\w+|reconocimiento|dar las gracias|suggestion|praise|compliment|something good)\b/,
  ],
  ['idea', /\b(idea|propuesta|propongo|proponer)\b/],
  ['queja', /\b(queja|quejarme|reclamo|reclamar|me quejo|complaint|complain)\b/],
];
const WISH =
  /\b(tengo (una|otra)|quiero|quisiera|deseo|necesito|vengo|poner|presentar|hacer|es una|seria una|want|file|make)\b/;

/** Praise that is none: `qué eficientes, solo 3 meses para tapar un hueco`; or they say so. */
const SARCASM =
  /\b(sarcas(mo|tico|tica)|sarcasm|sarcastic|ironia|ironico)\b|\b(felicito|felicitaciones|felicidades|aplauso|premio|eficientes?|eficiencia|rapid[oa]s|maravilla|excelente servicio|great job|bravo)\b.*\b(solo|apenas|nada mas|only|just) (\w+ )?(\d+|un|una|dos|tres|cuatro|cinco|seis|one|two|three|six) (dias?|semanas?|mes(es)?|años?|days|weeks|months|years)\b/;

/** `Era sarcasmo`: what was taken for praise was none. */
function saysSarcasm(text: string): boolean {
  return SARCASM.test(plainWords(text));
}

/** The kind a citizen calls it themselves: "quiero poner una denuncia"; null when they name none or several. */
export function declaredKind(text: string): Kind | null {
  const plain = plainWords(text);
  if (saysSarcasm(text)) return 'queja';
  if (praises(text)) return 'sugerencia';
  const named = KIND_WORDS.filter(([kind, pattern]) => pattern.test(plain) && !denies(text, kind)).map(
    ([kind]) => kind,
  );
  return named.length === 1 && (WISH.test(plain) || plain.split(' ').length <= 3) ? (named[0] ?? null) : null;
}

/** Is a kind denied, by a clause of its own: `no, es una queja` denies none, `no necesito que lo manden como queja` does. */
export function denies(text: string, kind: Kind): boolean {
  const denied = new RegExp(
    `\\bno (es |era |fue |seria |quiero )?(una? |ninguna? )?${kind}\\b|\\bno (necesito|quiero|deseo|pido|hace falta|es para) (\\w+ ){0,5}como (una? )?${kind}\\b`,
  );
  return plainClauses(text).some(clause => denied.test(clause));
}

/** The kind a few words name: `denuncia`, `no es queja, es denuncia`, `una denuncia, no una queja`; else null. */
export function bareKind(text: string): Kind | null {
  const plain = plainWords(text);
  const words = plain.split(' ');
  const named = KINDS.filter(kind => words.includes(kind));
  const [only] = named;
  // `No es sugerencia, es peligro`: no proposal, whatever it is.
  if (named.length === 1 && only && denies(text, only)) return isProposal(only) ? 'queja' : null;
  if (named.length === 1 && words.length <= 6) return only ?? null;
  const meant = named.filter(kind => !denies(text, kind));
  if (named.length !== 2) return null;
  if (meant.length === 1) return meant[0] ?? null;
  return named.toSorted((a, b) => words.lastIndexOf(b) - words.lastIndexOf(a))[0] ?? null;
}
