import type { Case } from '../cases/case.ts';
import { kindOf } from '../cases/news.ts';
import type { Notice } from '../cases/notify.ts';
import { agencyName } from '../catalogue/route.ts';
import type { Template, TemplateName } from '../channels/channel.ts';
import { caseMatter, reasonWords } from './filed/case-words.ts';
import { say, type View } from './scene.ts';
import { dayText } from './words/day-text.ts';

/**
 * A notice as values, for platforms that let in only what was approved beforehand. Who is busy with something else is
 * told how the case stands, and asked nothing.
 */
export function noticeTemplate(view: View, notice: Notice, c: Case, busy: boolean): Template {
  const { language } = view.state;
  const kind = kindOf(notice, c);
  // A reminder asks what was asked when it was solved.
  const asked: TemplateName = kind === 'reminder' ? 'solved' : kind;
  const name = busy && (asked === 'solved' || asked === 'question') ? 'status' : asked;
  const known = { number: c.number, matter: caseMatter(view, c), ...valuesOf(view, name, notice, c) };
  return { name, language, values: Object.fromEntries(Object.entries(known).filter(([, said]) => said)) };
}

function valuesOf(view: View, name: TemplateName, notice: Notice, c: Case): Record<string, string> {
  const { language } = view.state;
  const agency = c.holder ? agencyName(view.catalogue, c.holder, language) : '';
  if (name === 'opened') return { agency, day: dayText(c.dueAt, language) };
  if (name === 'assigned') return { agency };
  if (name === 'question') return { question: noteOf(view, notice, c) };
  if (name === 'solved') return { note: noteOf(view, notice, c) };
  return { status: say(view, `case_page.status.${c.status}`).text, note: noteOf(view, notice, c) };
}

/** What the body itself said with it: its question, or its reason and its own words. */
function noteOf(view: View, notice: Notice, c: Case): string {
  if (notice.what === 'question') return notice.text;
  if (notice.what !== 'status') return '';
  return [reasonWords(view, notice.reason, c)?.text, notice.note].filter(Boolean).join(' ');
}
