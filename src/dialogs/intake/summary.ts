import { isProposal } from '../../cases/lifecycle.ts';
import type { Choice } from '../../channels/channel.ts';
import type { Sentence } from '../../texts.ts';
import type { Draft } from '../conversation.ts';
import { choiceOf, lines, say, type View } from '../scene.ts';
import { excerpt, leading, proposal, readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { isPraise } from '../words/praise.ts';
import { bodyNames } from './body-names.ts';
import { holderOfDraft, needsContact, needsPlace, placeText } from './guess.ts';
import { announcesProposal } from './matter.ts';
import { namesSelf } from './names-self.ts';
import { withoutLeads } from './place/place-leads.ts';
import { holderNamed } from './supplier.ts';
import { swapped } from './swapped.ts';

/** What of a summary can be changed by tap. */
export type Field = 'place' | 'agency' | 'kind' | 'privacy';

/** What the draft is about, in a few words: as they called it, the service's name, or the citizen's own, always of a proposal. */
export function matterOf(view: View, draft: Draft | null): string {
  if (draft?.title != null) return excerpt(draft.title);
  const service = draft?.serviceId == null ? undefined : view.catalogue.services.get(draft.serviceId);
  const isIdea = draft?.kind != null && isProposal(draft.kind);
  if (service && !isIdea) return service.name[view.state.language];
  const told = titleOf(draft);
  return excerpt(isIdea ? proposal(told) : told);
}

/** The line that tells it, with the place where they said it is. */
function titleOf(draft: Draft | null): string {
  const all = draft?.description ?? [];
  // `Tengo una idea para el parque`, and the idea in what comes behind it.
  const telling = all.filter(line => !announcesProposal(line));
  const told = leading(telling.length > 0 ? telling : all);
  const where = draft?.place?.text;
  if (where === undefined) return told;
  return (draft?.misnamed ?? []).reduce((text, name) => swapped([text], name, where)?.[0] ?? text, told);
}

/** Everything that would be filed, a line each, so that it can be checked at a glance. */
export function summaryOf(view: View, draft: Draft): Sentence {
  const praised = draft.kind === 'sugerencia' && draft.description.some(isPraise);
  const kind = say(view, praised ? 'summary.praise' : `case_page.kind.${draft.kind ?? 'queja'}`).text;
  return lines(
    say(view, 'summary.lead'),
    say(view, 'summary.matter', { kind, matter: matterOf(view, draft) }),
    toldLine(view, draft),
    placeLine(view, draft),
    holderLine(view, draft),
    draft.attachments.length > 0 ? say(view, 'summary.files', { count: draft.attachments.length }) : null,
    privacyLine(view, draft),
    selfLine(view, draft),
    needsContact(view, draft) ? say(view, 'summary.identity') : null,
  );
}

/** What they told, where the line above does not say it already: a service's name tells nobody that the day or the number plate is kept. */
function toldLine(view: View, draft: Draft): Sentence | null {
  const words = readable(draft.description);
  const above = plainWords(matterOf(view, draft));
  if (words === '' || [words, proposal(words)].some(told => plainWords(told) === above)) return null;
  // By the segment, it is left out.
  return { text: say(view, 'summary.told', { words }).text, short: '' };
}

function placeLine(view: View, draft: Draft): Sentence | null {
  const proposal = draft.kind !== null && isProposal(draft.kind);
  if (draft.place !== null && draft.place.text !== '') {
    return say(view, 'summary.place', { place: placeText(view, draft.place) });
  }
  const needed = draft.serviceId === null || needsPlace(view, draft);
  return !proposal && needed ? say(view, 'summary.no_place') : null;
}

function holderLine(view: View, draft: Draft): Sentence {
  const held = holderOfDraft(view, draft);
  if (held === null) return say(view, 'summary.undecided');
  const agency = holderNamed(view, held.holder, draft.description);
  const reasons = draft.reasons.filter(words => !namesOther(view, words, held.holder.agencyId));
  const quoted = reasonsOf({ ...draft, reasons }).map(words => say(view, 'quoted', { words }).text);
  const words = quoted.join(view.state.language === 'es' ? ' y ' : ' and ');
  const brief = quoted.length === 0 ? say(view, 'summary.agency', { agency }) : because(view, agency, words);
  const { because: rule } = held;
  // Rules say who mends what is wrong.
  if (rule === null || (draft.kind !== null && isProposal(draft.kind))) return brief;
  const key = quoted.length === 0 ? 'summary.agency_rule' : 'summary.agency_because_rule';
  // By the segment, the rule is left out.
  return {
    text: say(view, key, { agency, reasons: words, because: rule }).text,
    short: brief.short ?? brief.text,
  };
}

/** The name of another body is no reason why this one has it: `representante`, of a bridge. */
function namesOther(view: View, words: string, held: string): boolean {
  const named = bodyNames(view).filter(({ name }) => name === plainWords(words));
  return named.length > 0 && !named.some(({ body }) => body.id === held);
}

function because(view: View, agency: string, reasons: string): Sentence {
  return say(view, 'summary.agency_because', { agency, reasons });
}

/** `Parada de bus de Tocumen no tiene techo`: what is wrong there. */
const HAPPENS = / (?:no|hay|que|me|se|nos|porque|desde) .*$/iu;

/** At most two of the words that decided, each with something the one before it lacks; the place has a line of its own. */
function reasonsOf({ reasons, place }: Draft): string[] {
  const where = plainWords([place?.text, place?.corregimiento, place?.district, place?.province].join(' '));
  const isWhere = (words: string): boolean => where.includes(plainWords(words));
  const matter = reasons.filter(
    reason => !isWhere(reason) && !isWhere(withoutLeads(reason).replace(HAPPENS, '')),
  );
  const once = matter.filter((reason, i) => {
    return !matter.some((other, j) => j !== i && other.includes(reason) && (other !== reason || j < i));
  });
  const said = new Set(where.split(' '));
  const telling = once.filter(reason => {
    const words = plainWords(reason).split(' ');
    const isNew = words.some(word => word.length > 3 && !said.has(word));
    for (const word of words) said.add(word);
    return isNew;
  });
  return (telling.length > 0 ? telling : once).slice(0, 2);
}

function privacyLine(view: View, draft: Draft): Sentence | null {
  const { privacy } = draft;
  if (privacy === 'anonymous') return say(view, 'summary.anonymous');
  if (privacy === 'confidential') return say(view, 'summary.confidential');
  return null;
}

/** Kept so that nobody sees who wrote, what they told says it all the same. */
function selfLine(view: View, { privacy, description }: Draft): Sentence | null {
  const isHidden = privacy === 'anonymous' || privacy === 'confidential';
  const self = isHidden ? namesSelf(description) : null;
  return self && say(view, 'summary.names_self', { words: self.words });
}

/** What can be done with a summary: send it, mend one field, or leave it. */
export function summaryChoices(view: View, draft: Draft): Choice[] {
  const proposal = draft.kind !== null && isProposal(draft.kind);
  return [
    choiceOf(view, 'choice.send', 'yes'),
    ...(proposal && draft.place === null ? [] : [choiceOf(view, 'choice.fix_place', 'fix:place')]),
    choiceOf(view, 'choice.fix_agency', 'fix:agency'),
    choiceOf(view, 'choice.fix_kind', 'fix:kind'),
    ...(draft.privacy === null ? [] : [choiceOf(view, 'choice.fix_privacy', 'fix:privacy')]),
    choiceOf(view, 'choice.cancel', 'cancel'),
  ];
}
