import { KINDS, STATUSES } from '../cases/case.ts';
import { REASONS } from '../cases/lifecycle.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SentFile } from '../channels/sent-file.ts';
import type { Language, Texts, Values } from '../texts.ts';
import type { CitizenCase, CitizenEvent } from './citizen-case.ts';
import { type Html, html } from './html.ts';

/** Who speaks on the page of a case, and in which language. */
export interface CasePage {
  catalogue: Catalogue;
  texts: Texts;
  language: Language;
}

const PLAIN_KEYS = [
  ...['title', 'language', 'back', 'lead', 'number', 'pin', 'show', 'not_found', 'wait', 'unavailable'],
  ...['heading', 'status_label', 'kind_label', 'service_label', 'agency_label', 'place_label', 'answer_hint'],
  ...['description_label', 'opened_label', 'due_label', 'question_label', 'history_label'],
  'files_label',
];
const EVENTS = [
  ...['opened', 'assigned', 'transferred', 'status', 'note', 'question', 'answer', 'added', 'corrected'],
  ...['rated', 'reminded', 'merged', 'erased'],
];

/** The keys of every sentence on the page of a case. */
export function casePageTextKeys(): string[] {
  return [
    ...PLAIN_KEYS,
    ...KINDS.map(kind => `kind.${kind}`),
    ...STATUSES.map(status => `status.${status}`),
    ...REASONS.map(reason => `reason.${reason}`),
    ...EVENTS.map(what => `event.${what}`),
  ].map(key => `case_page.${key}`);
}

type Say = (key: string, values?: Values) => string;

function sayer({ texts, language }: CasePage): Say {
  return (key, values) => texts.say(language, `case_page.${key}`, values).text;
}

/** The form for number and PIN; `note` says why the last try showed nothing. */
export function formPage(page: CasePage, note: string | null, number = ''): string {
  const say = sayer(page);
  return frame(
    page,
    say('title'),
    html`<h2>${say('title')}</h2>
${note === null ? null : html`<p class="warn" role="alert">${note}</p>`}
<p>${say('lead')}</p>
<form method="post" action="/caso">
<input type="hidden" name="lang" value="${page.language}">
<label for="number">${say('number')}</label>
<input id="number" name="number" value="${number}" required maxlength="60" inputmode="numeric" autocomplete="off">
<label for="pin">${say('pin')}</label>
<input id="pin" name="pin" required maxlength="20" inputmode="numeric" autocomplete="off">
<button>${say('show')}</button>
</form>`,
  );
}

/** Files the office sent about a case, and the PIN that was given, which opens them too. */
export interface ShownFiles {
  files: readonly SentFile[];
  pin: string;
}

/** One case as its citizen may read it. */
export function shownPage(page: CasePage, c: CitizenCase, files: ShownFiles): string {
  const say = sayer(page);
  const heading = say('heading', { number: c.number });
  const facts: [string, string | null][] = [
    ['status', say(`status.${c.status}`)],
    ['kind', say(`kind.${c.kind}`)],
    ['service', c.service],
    ['agency', c.agency],
    ['place', c.place],
    ['description', c.description.join('\n')],
    ['opened', day(page, c.openedAt)],
    ['due', c.closedAt === null ? day(page, c.dueAt) : null],
  ];
  return frame(
    page,
    heading,
    html`<h2>${heading}</h2>
${c.question === null ? null : html`<p class="warn"><strong>${say('question_label')}:</strong> ${c.question} ${say('answer_hint')}</p>`}
${filesOf(page, c, files)}
<dl>${facts.flatMap(([name, value]) => (value ? [html`<dt>${say(`${name}_label`)}</dt><dd>${value}</dd>`] : []))}</dl>
<h2>${say('history_label')}</h2>
<ol class="history">${c.history.map(event => eventLine(page, event))}</ol>`,
  );
}

/** Each file is a button of its own: its address alone opens nothing. */
function filesOf(page: CasePage, { number }: CitizenCase, { files, pin }: ShownFiles): Html | null {
  if (files.length === 0) return null;
  return html`<h2>${sayer(page)('files_label')}</h2>
${files.map(
  ({ id, name }) => html`<form method="post" action="/caso/archivo">
<input type="hidden" name="lang" value="${page.language}"><input type="hidden" name="number" value="${number}">
<input type="hidden" name="pin" value="${pin}"><input type="hidden" name="file" value="${id}">
<button>${name}</button>
</form>`,
)}`;
}

function eventLine(page: CasePage, { at, what, to, reason, note }: CitizenEvent): Html {
  const say = sayer(page);
  const target = what === 'status' && to !== null ? say(`status.${to}`) : (to ?? '');
  return html`<li><time datetime="${at}">${day(page, at)}</time> ${say(`event.${what}`, { to: target })}
${reason === null ? null : html`<p>${say(`reason.${reason}`)}</p>`}${note === null ? null : html`<p>${note}</p>`}</li>`;
}

function day({ catalogue, language }: CasePage, at: string): string {
  const { timeZone } = catalogue.centre;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(at));
}

function frame(page: CasePage, title: string, body: Html): string {
  const { catalogue, texts, language } = page;
  const say = sayer(page);
  const office = catalogue.centre.name[language];
  const other = language === 'es' ? 'en' : 'es';
  const emergency = texts.say(language, 'page.emergency').text;
  const call = texts.say(language, 'page.call_911').text;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${office}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header><h1>${office}</h1><a href="/caso?lang=${other}" lang="${other}">${say('language')}</a></header>
<p class="emergency">${emergency} <a href="tel:911">${call}</a></p>
<main class="sheet">
${body}
<p><a href="/">${say('back')}</a></p>
</main>
</body>
</html>
`.html;
}
