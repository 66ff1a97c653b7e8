import type { Case } from '../cases/case.ts';
import type { CaseNotice, Notice, NoticeContext } from '../cases/notify.ts';
import { agencyName, route } from '../catalogue/route.ts';
import type { Reply } from '../channels/channel.ts';
import type { Sentence } from '../texts.ts';
import type { Awaits } from './conversation.ts';
import { caseMatter, reasonWords } from './filed/case-words.ts';
import { noticeTemplate } from './notice-template.ts';
import { awaiting, pendingQuestion } from './questions.ts';
import type { WordsDeps } from './resume.ts';
import { lines, replyOf, say, type View, yesAndNo } from './scene.ts';
import { newState } from './state.ts';
import { dayText } from './words/day-text.ts';

/** Words what happened to a case for its citizen, in plain sentences, with what is asked at the end. */
export function caseNotice({ texts, catalogue, publicUrl }: WordsDeps): CaseNotice {
  const routing = route(catalogue);
  return (notice, c, context) => {
    const state = newState(context.language);
    const view: View = { state, texts, catalogue, route: routing, publicUrl: publicUrl() };
    const awaits = context.busy ? null : awaitsOf(view, notice, c);
    const reply = worded(view, { notice, c, context, awaits });
    return { reply: { ...reply, template: noticeTemplate(view, notice, c, context.busy) }, awaits };
  };
}

function awaitsOf(view: View, notice: Notice, c: Case): Awaits | null {
  const solved = notice.what === 'solved_nudge' || (notice.what === 'status' && c.status === 'resolved');
  if (solved) return awaiting('solved', yesAndNo(view, `solved:${c.number}`), { caseNumber: c.number });
  const asks = notice.what === 'question' || (notice.what === 'status' && c.status === 'awaiting_citizen');
  return asks ? awaiting('answer', [], { caseNumber: c.number, question: c.question ?? '' }) : null;
}

interface Worded {
  notice: Notice;
  c: Case;
  context: NoticeContext;
  awaits: Awaits | null;
}

function worded(view: View, { notice, c, context, awaits }: Worded): Reply {
  const about = { caseNumber: c.number, class: 'notice' as const };
  const said = sentenceOf(view, notice, c, context.busy);
  if (awaits === null || awaits.ask === 'answer') {
    return replyOf(said, { ...about, asks: awaits?.ask ?? 'none' });
  }
  const question = pendingQuestion({ ...view, state: { ...view.state, awaits } });
  const whole = question ? lines(said, question as Sentence) : said;
  return replyOf(whole, { ...about, asks: awaits.ask, choices: awaits.choices });
}

function sentenceOf(view: View, notice: Notice, c: Case, busy: boolean): Sentence {
  const { language } = view.state;
  const agency = c.holder ? agencyName(view.catalogue, c.holder, language) : '';
  const known = { number: c.number, matter: caseMatter(view, c) };
  const later = busy ? say(view, 'notice.later', { number: c.number }) : null;
  const answer = later ?? say(view, 'notice.here');
  switch (notice.what) {
    case 'opened':
      return lines(
        say(view, 'notice.opened', known),
        agency ? say(view, 'filed.agency', { agency, day: dayText(c.dueAt, language) }) : null,
      );
    case 'assigned':
      return say(view, 'notice.assigned', { ...known, agency });
    case 'question':
      return lines(say(view, 'notice.question', { ...known, question: notice.text }), answer);
    case 'solved_nudge':
      return lines(say(view, 'notice.solved_nudge', known), later);
    case 'status':
      return lines(statusWords(view, notice, c), asksAnything(c) ? later : null);
  }
}

function asksAnything({ status }: Case): boolean {
  return status === 'resolved' || status === 'awaiting_citizen';
}

function statusWords(view: View, notice: Extract<Notice, { what: 'status' }>, c: Case): Sentence {
  const known = { number: c.number, matter: caseMatter(view, c) };
  const { note } = notice;
  if (c.status === 'awaiting_citizen')
    return say(view, 'notice.question', { ...known, question: note ?? '' });
  const status = say(view, `case_page.status.${c.status}`).text;
  return lines(
    say(view, 'notice.status', { ...known, status }),
    reasonWords(view, notice.reason, c),
    note ? say(view, 'quoted', { words: note }) : null,
    c.status === 'rejected' ? say(view, 'notice.rejected') : null,
  );
}
