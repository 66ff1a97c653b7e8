import type { Choice, Part } from '../channel.ts';
import { numbered, shorten, titlesOf } from '../split.ts';

/** How few short choices are shown, and many or long ones; `detailed`: below each row stands what its title cannot hold. */
type Kind = 'buttons' | 'list' | 'detailed';

/**
 * What a message with choices looks like, without its words: contents at Twilio are made once for each. `lines`: an `x` for each
 * line of the words, a `.` for an empty one, because what fills a place must be one line and not empty.
 */
export interface Shape {
  kind: Kind;
  choices: number;
  lines: string;
}

/** A shape and what fills its places, in order. */
export interface Chosen {
  shape: Shape;
  values: string[];
}

/** Twilio knows more than three buttons only in approved contents (twilio.com/docs/content/twilio-quick-reply). */
const MOST_BUTTONS = 3;
const BUTTON_LIMIT = 20;
const ROW_LIMIT = 24;

/** Words with choices as the content of a shape: the lines, what opens a list, then each choice's label, value and details. */
export function choosing(text: string, choices: readonly Choice[], listLabel: string): Chosen {
  const lines = text.trim().split('\n').map(plain);
  const said = lines.filter(line => line !== '');
  const shape = (kind: Kind): Shape => ({
    ...{ kind, choices: choices.length },
    lines: lines.map(line => (line === '' ? '.' : 'x')).join(''),
  });
  const isShort = choices.every(({ label }) => plain(label).length <= BUTTON_LIMIT);
  if (choices.length <= MOST_BUTTONS && isShort) {
    const taps = choices.flatMap(({ label, value }) => [plain(label), value]);
    return { shape: shape('buttons'), values: [...said, ...taps] };
  }
  const titles = titlesOf(
    choices.map(({ label }) => plain(label)),
    ROW_LIMIT,
  );
  const isWhole = choices.every(({ label }, i) => titles[i] === plain(label));
  const rows = choices.flatMap(({ label, value }, i) => {
    const details = isWhole ? [] : [plain(label)];
    return [titles[i] ?? '', value, ...details];
  });
  const open = shorten(plain(listLabel), BUTTON_LIMIT);
  return { shape: shape(isWhole ? 'list' : 'detailed'), values: [...said, open, ...rows] };
}

/** A message has so many characters (twilio.com/docs/api/errors/21617). */
const TEXT_LIMIT = 1_600;
const NUMBER_LENGTH = '\n10. '.length;

/** Words with their choices as a numbered list, each label as long as there is room for all. */
export function inWords({ text, choices }: Pick<Part, 'text' | 'choices'>): string {
  const room = Math.floor((TEXT_LIMIT - text.length) / choices.length) - NUMBER_LENGTH;
  const labels = choices.map(({ label }) => ({ label: shorten(plain(label), Math.max(1, room)) }));
  return `${text}\n${numbered(labels)}`;
}

/** Tabs and runs of blanks in a place are refused (twilio.com/docs/api/errors/21656). */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toWellFormed();
}

/** The types of a content of this shape (twilio.com/docs/content/twilio-quick-reply, …/twiliolist-picker), and how many places it has. */
export function typesOf({ kind, choices, lines }: Shape): { types: object; places: number } {
  let places = 0;
  const place = (): string => {
    places += 1;
    return `{{${places}}}`;
  };
  const body = [...lines].map(line => (line === 'x' ? place() : '')).join('\n');
  const each = <T>(make: () => T): T[] => Array.from({ length: choices }, make);
  if (kind === 'buttons') {
    const actions = each(() => ({ type: 'QUICK_REPLY', title: place(), id: place() }));
    return { types: { 'twilio/quick-reply': { body, actions } }, places };
  }
  const button = place();
  const row = () => ({
    item: place(),
    id: place(),
    ...(kind === 'detailed' ? { description: place() } : {}),
  });
  return { types: { 'twilio/list-picker': { body, button, items: each(row) } }, places };
}
