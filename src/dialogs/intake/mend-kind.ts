import type { Kind } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import { type Move, retold, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { praises } from '../words/praise.ts';
import { bareKind, declaredKind, denies, touched } from './absorb.ts';
import { askFor, proceed, showSummary } from './flow.ts';
import { offeredServices } from './guess.ts';
import { tellsMatter } from './matter.ts';
import { keptForLater } from './several/kept-for-later.ts';

const KINDS: Record<string, Kind> = {
  queja: 'queja',
  complaint: 'queja',
  denuncia: 'denuncia',
  idea: 'idea',
  sugerencia: 'sugerencia',
  suggestion: 'sugerencia',
  felicitacion: 'sugerencia',
  agradecimiento: 'sugerencia',
  gracias: 'sugerencia',
  compliment: 'sugerencia',
  praise: 'sugerencia',
};
/** `No es una idea`, `que no es queja le dije`, `es una felicitación`. */
const SAYS_KIND =
  /(?<=^|[\s,.;:!])(?:(?:que|pero|ya|le|dije|lo|m[ií]o|esto|eso|this|it|mejor|sino)[\s,]+)*(?<verb>no\s+(?:es|era|fue)|no|es|era|it['’]?s(?:\s+not)?|it\s+is(?:\s+not)?|not|that['’]?s(?:\s+not)?)\s+(?:una?\s+|an?\s+)?(?<kind>queja|denuncia|idea|sugerencia|felicitaci[oó]n|agradecimiento|gracias|complaint|suggestion|compliment|praise)(?![\p{L}])(?:\s+(?:le|les|ya|te)\s+(?:dije|digo))*[,.;:!]*/giu;
const DENIES = /(?<![\p{L}])not?(?![\p{L}])/iu;
const PRAISE = /\b(felicitacion|agradecimiento|gracias|compliment|praise)\b/;

interface Said {
  kind: Kind | null;
  denied: readonly Kind[];
  isPraise: boolean;
  /** What they say besides. */
  rest: string;
}

/** `No la denuncio`, `no vengo a acusar a nadie`, `I am not accusing them`: they complain of it at most. */
const ACCUSES_NOT =
  /(?<=^|[\s,.;:!])(?:no\s+(?:(?:la|lo|los|las|le|les|quiero|queremos|estoy|estamos|vengo\s+a|voy\s+a|vamos\s+a|pretendo|es\s+para)\s+)*(?:denunci(?:o|ar|ando|amos)|acus(?:o|ar|ando|amos))(?:l[oae]s?)?|(?:i\s+am|i['’]?m|we\s+are|we['’]?re)\s+not\s+(?:accusing|denouncing)|(?:i|we)\s+do(?:\s+not|n['’]t)\s+(?:accuse|denounce))(?![\p{L}])(?:\s+(?:a\s+)?(?:nadie|ell[oa]s?|la\s+junta|them|anyone|anybody))?[,.;:!]*/giu;

function accusesNot(text: string): Said | null {
  if (text.search(ACCUSES_NOT) < 0) return null;
  const left = text.replace(ACCUSES_NOT, ' ').replace(/^[\s,.;:!]*(?:no[\s,.;:!]+)*/iu, '');
  const rest = plainWords(left).split(' ').length > 1 ? left.trim() : '';
  return { kind: 'queja', denied: ['denuncia'], isPraise: false, rest };
}

function kindSaid(text: string): Said | null {
  const accused = accusesNot(text);
  if (accused) return accused;
  const clauses = [...text.matchAll(SAYS_KIND)];
  const named = clauses.map(({ groups }) => ({
    kind: KINDS[plainWords(groups?.['kind'] ?? '')] ?? null,
    isDenied: DENIES.test(groups?.['verb'] ?? ''),
    isPraise: PRAISE.test(plainWords(groups?.['kind'] ?? '')),
  }));
  if (named.length === 0)
    return praises(text) ? { kind: 'sugerencia', denied: [], isPraise: true, rest: text } : null;
  const meant = named.find(({ isDenied }) => !isDenied);
  const denied = named.flatMap(({ kind, isDenied }) => (isDenied && kind ? [kind] : []));
  const rest = text
    .replace(SAYS_KIND, ' ')
    .replace(/^[\s,.;:!]+/, '')
    .trim();
  return { kind: meant?.kind ?? null, denied, isPraise: meant?.isPraise ?? praises(rest), rest };
}

const BESIDE = /\b(?:tambien|ademas|aparte|de paso|also|as well|besides)\b/;

/**
 * `No es una idea, es una queja, las luces están dañadas`: the kind they say it is, and the service read anew where what
 * was understood has no such kind; `mend` takes what they say besides. Null: they deny no kind of it.
 */
export function kindInstead(
  scene: Scene,
  draft: Draft,
  mend: (scene: Scene, draft: Draft) => Move,
): Move | null {
  const said = kindSaid(scene.burst.text.replace(WONDERS, ''));
  if (said === null) return null;
  // `¿Sugerencia? Eso es una queja, y la placa es …` denies it no less, and tells more.
  const isLong = plainWords(said.rest).split(' ').length >= LEAST_MORE;
  const isMoved = said.kind !== null && said.kind !== draft.kind && isLong && draft.kind !== null;
  if (said.denied.length === 0 && !said.isPraise && !isMoved) return null;
  const open = touched(scene, draft);
  // `Quiero felicitar también al conductor` leaves what is complained of as it is.
  if (said.isPraise && draft.kind !== 'sugerencia' && BESIDE.test(plainWords(scene.burst.text)))
    return keptForLater(scene, draft);
  if (said.isPraise) {
    const description = isLong ? [...draft.description, said.rest] : draft.description;
    return showSummary(scene, { ...open, kind: 'sugerencia', description }, say(scene, 'praise_kind'));
  }
  const kind = said.kind ?? complained(said, draft);
  if (kind === null)
    return said.denied.includes(draft.kind ?? 'queja') && said.rest === ''
      ? askFor(scene, open, { ask: 'kind' })
      : null;
  if (kind === draft.kind) return null;
  const changed = { ...open, kind };
  const tells = said.rest !== '' && tellsMatter(said.rest, scene.facts.read(said.rest));
  const told = tells ? { ...changed, description: [...draft.description, said.rest] } : changed;
  if (!fits(scene, told, kind)) return fitted(scene, told, kind);
  if (kind === 'denuncia') return proceed(scene, told, say(scene, 'corrected'));
  const isMore = tells || isLong || (said.rest !== '' && scene.burst.text.search(ACCUSES_NOT) >= 0);
  return isMore
    ? mend(retold(scene, [said.rest]), changed)
    : showSummary(scene, changed, say(scene, 'corrected'));
}

/** `¿Una sugerencia?`, before what it is instead. */
const WONDERS =
  /^[^\p{L}]*(?:una?\s+|an?\s+)?(?:queja|denuncia|idea|sugerencia|complaint|suggestion)\s*\?+\s*/iu;

/** Fewer words beside the kind tell nothing. */
const LEAST_MORE = 4;

/** `No es sugerencia, es un peligro`: who denies a proposal and tells on complains. */
function complained({ denied, rest }: Said, draft: Draft): Kind | null {
  const isIt = draft.kind !== null && denied.includes(draft.kind) && isProposal(draft.kind);
  return isIt && rest !== '' ? 'queja' : null;
}

/** `Déjelo como queja`, `póngalo como denuncia entonces`. */
const AS_KIND =
  /\b(?:dejel[oa]|dejal[oa]|ponga(?:l[oa])?|pon(?:l[oa])?|mande(?:l[oa])?|envie(?:l[oa])?|haga(?:l[oa])?|cambie(?:l[oa])?|registre(?:l[oa])?|leave it|make it|file it|send it)(?: (?:mejor|entonces|a|en|al|el tipo))*(?: (?:como|as|a|por))?(?: (?:una?|an?))? (queja|denuncia|idea|sugerencia|complaint|suggestion)\b/;

/** The kind they want it filed as; null: they say none. */
function kindWished(text: string): Kind | null {
  const kind = KINDS[AS_KIND.exec(plainWords(text))?.[1] ?? ''] ?? null;
  return kind !== null && denies(text, kind) ? null : kind;
}

/** `Déjelo como idea y envíelo`: an idea after all, which goes in their own words. */
export function asProposed({ burst }: Scene, draft: Draft): Draft {
  const kind = kindWished(burst.text);
  return kind !== null && isProposal(kind) && kind !== draft.kind ? { ...draft, kind } : draft;
}

/** Has what was understood such a kind? */
function fits({ catalogue }: Scene, { serviceId, agencyId }: Draft, kind: Kind): boolean {
  if (isProposal(kind) || agencyId !== null) return true;
  const service = serviceId === null ? undefined : catalogue.services.get(serviceId);
  return service?.kinds.includes(kind) ?? false;
}

/** Read anew among the services that have this kind; which of them is asked where none is sure. */
function fitted(scene: Scene, draft: Draft, kind: Kind): Move {
  const { services, reasons } = scene.facts.read(draft.description.join('\n'));
  const ranked = ofKind(scene, services, kind);
  const [best] = ranked;
  if (best && best.p >= CLEAR)
    return showSummary(scene, { ...draft, serviceId: best.id, reasons }, say(scene, 'corrected'));
  const open = { ...draft, serviceId: null, reasons: [] };
  const among = offeredServices(scene, ranked);
  return among.length > 0
    ? askFor(scene, open, { ask: 'agency', among })
    : showSummary(scene, open, say(scene, 'corrected'));
}

const CLEAR = 0.6;
/** Less says nothing, however little else there is. */
const LEAST = 0.05;

/** As if nothing else could be meant. */
function ofKind({ catalogue }: Scene, services: readonly Ranked[], kind: Kind): Ranked[] {
  const own = services.filter(
    ({ id, p }) => p >= LEAST && catalogue.services.get(id)?.kinds.includes(kind) === true,
  );
  const all = own.reduce((sum, { p }) => sum + p, 0);
  return own.map(({ id, p }) => ({ id, p: p / all }));
}

/** The draft of the kind they wish, or call it; null: they name none, or the one it has. */
export function mendedKind({ burst }: Scene, draft: Draft): Draft | null {
  const kind = kindWished(burst.text) ?? declaredKind(burst.text) ?? bareKind(burst.text);
  return kind && kind !== draft.kind ? { ...draft, kind } : null;
}
