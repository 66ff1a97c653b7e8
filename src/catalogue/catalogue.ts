import type { Holder, Kind, Place } from '../cases/case.ts';
import type { TemplatesOf } from '../channels/templates.ts';

/** Words in both languages; every citizen-facing name has both. */
export interface Bilingual {
  es: string;
  en: string;
}

/** A public body that can be competent. */
export interface Agency {
  id: string;
  name: string;
  /** The short name citizens read: `IDAAN`, `Municipio de Panamá`. */
  acronym: string;
  /** The same in English, where it is words and no letters. */
  acronymEn?: string | undefined;
  /** How people call it, beyond name and acronym. */
  aliases: string[];
  /** `district`: there is one such body in every district that has no body of its own. */
  scope: 'national' | 'district';
  /** Codes of the districts it is the municipality of, where it has an entry of its own. */
  districts: string[];
  /** One plain sentence. */
  answersFor: Bilingual;
  /** Words and phrases that point to it, whatever the service. */
  words: string[];
  /** It takes no denuncia without the writer's identity (ATTT, Contraloría). */
  needsIdentity: boolean;
  /** Working days, the default for its services. */
  days: number;
  website: string | null;
  /** Only numbers confirmed by a dated source. */
  phones: string[];
  /** How sure the facts are: A official, M indirect, B unverified. */
  confidence: 'A' | 'M' | 'B';
  source: string;
  /** Share of all contacts, percent: the prior of the classifier. */
  weight: number;
  /** The body it belongs to, for people who escalate. */
  parent?: string | undefined;
}

/** Holds where one of its codes is the place's own or contains it. */
export interface PlaceCondition {
  provinces?: string[] | undefined;
  districts?: string[] | undefined;
  corregimientos?: string[] | undefined;
  /** Districts: the rule holds where a place is surely in none of them, and is never asked for. */
  outside?: string[] | undefined;
}

/** First rule whose `when` holds decides; a rule without `when` always holds. */
export interface HolderRule {
  when?: PlaceCondition | undefined;
  /** An agency, or `municipality` / `junta`: the body of the place's district. */
  agency: string;
  /** Said to the citizen as the reason, plain. */
  because?: Bilingual | undefined;
}

/** Something that can be reported, as the citizen would call it. */
export interface Service {
  id: string;
  name: Bilingual;
  covers: Bilingual;
  /** What is needed before it can be filed; `business`: of a shop that they tell no name of, which one. */
  needs: ('place' | 'description' | 'business')[];
  /** The usual kinds, most usual first. */
  kinds: Kind[];
  words: string[];
  /** Working days. */
  days: number;
  /** It fails for a whole area at once: reports of it from one corregimiento are one incident. */
  area?: true | undefined;
  /** What to do until somebody comes is known, in words of its own (`advice.<id>`), and told to who asks. */
  advised?: true | undefined;
  /** The body that is complained of: named, it is the matter, and not the one to see to it. */
  against?: string | undefined;
  /** Who takes a denuncia of it: nobody is denounced to themselves. */
  watchdog?: string | undefined;
  holder: HolderRule[];
}

/** A procedure people ask about, with the facts a question is answered by; lists are in the order to tell them. */
export interface Procedure {
  id: string;
  /** The body that decides on it. */
  agency: string;
  name: Bilingual;
  /** What people write when they mean it. */
  words: string[];
  /** What to bring or to have done, the most important first. */
  needs: { es: string[]; en: string[] };
  /** What it costs or pays; null: not known well enough to be said. */
  cost: Bilingual | null;
  where: Bilingual;
  takes: Bilingual | null;
  /** When the source said so: `2025`, `2025-10`, `2021-2026`; null: undated. */
  asOf: string | null;
  /** How sure the facts are: A official or dated press, M indirect, B unverified. */
  confidence: 'A' | 'M' | 'B';
  /** Who said so, the first one first, separated by `; `. */
  source: string;
}

/** One word people write for a whole field of trouble (`agua`), and what it most often is, in the order to offer it. */
export interface Topic {
  id: string;
  words: string[];
  /** Ids of services, at most three. */
  services: string[];
}

/** One named place. `code` has 2, 4 or 6 digits; neighbourhoods and landmarks carry the code they lie in. */
export interface GazetteerRow {
  code: string;
  level: 'province' | 'district' | 'corregimiento' | 'neighbourhood' | 'landmark';
  name: string;
  aliases: string[];
  lat: number | null;
  lon: number | null;
  confidence: 'A' | 'M' | 'B';
  /** How many people live there: of areas the census of 2023, of towns GeoNames; not known of most. */
  people?: number | undefined;
  /** Named alone, people all over the country mean this one and no other of its name. */
  known?: boolean | undefined;
}

/** One category of danger: when it is meant, and the numbers to give first. */
export interface EmergencyCategory {
  id: string;
  /** The bodies that come or protect, the first one called first. */
  rescuers: string[];
  /** The service it is reported to afterwards, where the words tell of none. */
  report: string | null;
  /** The citizen is spoken to as the one who suffers, in words of its own (`emergency.own.<id>`): it must be meant surely. */
  personal?: true | undefined;
  /** The category given in its place where the writer has said that they are a minor. */
  minor?: string | undefined;
  /** So few write of it, or so few words, that a clear phrase of it is never talked away. */
  firm?: true | undefined;
  /** Who speaks of it is asked nothing; who does again is given to a person. */
  distress?: true | undefined;
  /** What may become one, told by who suffers it, is answered gently, in words of its own (`emergency.veiled.<id>`). */
  veiled?: true | undefined;
  /** What to do until help comes is known, in words of its own (`advice.<id>`), and told to who asks. */
  advised?: true | undefined;
  /** Stands for every other where it is not clear which: the numbers of all the rescuers. One category at most. */
  general?: true | undefined;
  /** Telephone lines in the order to give them. */
  lines: { number: string; name: Bilingual }[];
  triggers: string[];
  /** Phrases in which a trigger means no danger. */
  guards: string[];
}

/** The office itself. */
export interface Centre {
  name: Bilingual;
  /** The first group of case numbers: `311`. */
  prefix: string;
  timeZone: string;
  /** Local hours people answer, per weekday 0 (Sunday) – 6; null: closed. */
  hours: ({ open: string; close: string } | null)[];
  /** ISO dates, local, on which nothing is due. */
  holidays: string[];
  /** The most calendar days any case may take (Ley 38 de 2000, art. 40). */
  legalDays: number;
  /** Who takes a report whose own body the citizen does not want to receive it; null: a person decides. */
  ombudsman: string | null;
  /** Bodies that answer a claim first, and the service of who decides once they refused it. */
  appeals: Record<string, string>;
  quietGapMs: Record<string, number>;
  /** Draft nudged once after this; kept resumable for `draftDays`. */
  nudgeAfterMs: number;
  draftDays: number;
  /** A resolved case asks again after, then closes in silence after. */
  solvedNudgeDays: number;
  closeAfterDays: number;
  limits: { mediaBytes: number; mediaTypes: string[]; messagesPerMinute: number };
}

/** The kinds of news of a case that a citizen is told. */
export const NEWS_KINDS = ['opened', 'assigned', 'status', 'solved', 'question', 'reminder'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Is a message paid for? */
export type Cost = 'free' | 'paid';

/** How news reaches a citizen, as the office wants it. */
export interface NoticePlan {
  /** Local times; news that wakes waits until they are over. `from` may lie after `to`: over midnight. */
  quietHours: { from: string; to: string } | null;
  /** By channel; one that is not named is free and wakes. */
  roads: ReadonlyMap<string, { cost: Cost; wakes: boolean }>;
  /** The roads of each kind in order: `conversation`, or a channel on which they have proven an address. */
  news: Record<NewsKind, { roads: readonly string[]; cost: Cost; atNight: boolean }>;
}

/** What a rule says of a service at a place. */
export type Routing =
  | { holder: Holder; rule: string; because: Bilingual | null }
  /** The place decides and is not known well enough. */
  | { ask: 'place' };

/** Everything the office can edit, checked and indexed at start; never changes while the service runs. */
export interface Catalogue {
  centre: Centre;
  notices: NoticePlan;
  agencies: Map<string, Agency>;
  services: Map<string, Service>;
  procedures: Map<string, Procedure>;
  topics: Topic[];
  /** By service: terms that lean towards it, beyond its own words. */
  vocabulary: ReadonlyMap<string, string[]>;
  emergencies: Map<string, EmergencyCategory>;
  places: GazetteerRow[];
  /** Chat shorthand to plain words: `xq` → `porque`. */
  abbreviations: Map<string, string>;
  /** What may be written where a platform takes only what it approved beforehand. */
  templates: TemplatesOf;
}

/** Picks the holder of a service at a place, for a case of a kind where that matters. */
export type Route = (service: Service, place: Pick<Place, 'code'> | null, kind?: Kind | null) => Routing;
