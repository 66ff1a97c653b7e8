// @ts-check
import { linkTo, openTalk, upload } from './talk.js';

/** @typedef {import('./talk.js').Item} Item @typedef {import('./talk.js').Message} Message */
/** @typedef {import('./talk.js').Place} Place */

const by = /** @type {(id: string) => HTMLElement} */ (id => document.getElementById(id));
const [log, scroll, note, box] = [
  by('log'),
  by('scroll'),
  by('note'),
  /** @type {HTMLTextAreaElement} */ (by('text')),
];
const [choose, send] = [
  /** @type {HTMLInputElement} */ (by('choose')),
  /** @type {HTMLButtonElement} */ (by('send')),
];
const [preview, placed, progress] = [
  /** @type {HTMLImageElement} */ (by('preview')),
  /** @type {HTMLInputElement} */ (by('placed')),
  /** @type {HTMLProgressElement} */ (by('progress')),
];

// Who has no mouse scrolls the talk with the arrow keys.
scroll.tabIndex = 0;

// Texts

/** @type {{ es: Record<string, string>, en: Record<string, string> }} */
const texts = JSON.parse(by('texts').textContent ?? '');
/** @type {'es' | 'en'} */
let language = 'es';

/** @param {string | undefined} key */
const t = key => texts[language][key ?? ''] ?? '';

/** Writes the page in a language. @param {'es' | 'en'} next */
function speak(next) {
  language = next;
  document.documentElement.lang = next;
  by('language').lang = next === 'es' ? 'en' : 'es';
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-t], [data-l], [data-p]')
  )) {
    const { t: text, l: label, p: hint } = element.dataset;
    if (text) element.textContent = t(text);
    if (label) element.ariaLabel = t(label);
    if (label && element instanceof HTMLButtonElement) element.title = t(label);
    if (hint) element.setAttribute('placeholder', t(hint));
  }
}

by('language').onclick = () => {
  speak(language === 'es' ? 'en' : 'es');
  try {
    localStorage.setItem('ventanilla.language', language);
  } catch {}
};
try {
  if (localStorage.getItem('ventanilla.language') === 'en') speak('en');
} catch {}

/** Tells what went wrong; nothing to tell without a key. @param {string} [key] */
function tell(key) {
  note.hidden = !key;
  note.dataset['t'] = key ?? '';
  note.textContent = t(key);
}

// The talk

/** Lines shown, by their place in the talk. @type {Map<number, HTMLElement>} */
const lines = new Map();
/** What was said and has no place yet. @type {Map<string, HTMLElement>} */
const unplaced = new Map();
/** Labels of the choices offered last. @type {Map<string, string>} */
let labels = new Map();

/** @param {string} tag @param {string} name @param {string} [text] @param {string} [key] */
function make(tag, name, text, key) {
  const element = document.createElement(tag);
  element.className = name;
  if (key) element.dataset['t'] = key;
  element.textContent = key ? t(key) : (text ?? '');
  return element;
}

/** @param {string} from @param {string} text @param {string} [at] */
function bubble(from, text, at) {
  const line = make('div', `line ${from}`);
  line.append(
    make('span', 'hidden', '', from),
    text ? make('p', '', text) : make('p', 'sent', '', 'attachment'),
  );
  if (at) {
    const time = make('time', '', new Date(at).toLocaleString(language, TIME));
    time.setAttribute('datetime', at);
    line.append(time);
  }
  return line;
}

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' };

/** @param {Item} item */
function show(item) {
  const { seq, from, text, at, choices, file: sent } = item;
  const known = lines.get(seq)?.querySelector('time')?.dateTime;
  // Another line at the same place: the talk was erased, here or elsewhere, and began anew.
  if (known && known !== at) location.reload();
  if (lines.has(seq)) return;
  const line = bubble(from, from === 'citizen' ? (labels.get(text) ?? text) : text, at);
  if (sent) line.append(linkTo(sent));
  if (from === 'citizen') labels = new Map();
  if (choices.length > 0) {
    labels = new Map(choices.map(({ value, label }) => [value, label]));
    line.append(buttons(choices));
  }
  const later = [...lines.keys()].filter(other => other > seq).sort((a, b) => a - b)[0];
  const next = later ? lines.get(later) : unplaced.values().next().value;
  log.insertBefore(line, next ?? null);
  lines.set(seq, line);
}

/** @param {Item['choices']} choices */
function buttons(choices) {
  const group = make('div', 'choices');
  for (const { label, value } of choices) {
    const button = /** @type {HTMLButtonElement} */ (make('button', '', label));
    button.type = 'button';
    button.onclick = () => {
      scroll.focus();
      say({ choice: value });
    };
    group.append(button);
  }
  return group;
}

/** Only what was offered last, and not answered, can still be tapped. */
function settle() {
  const offers = [...log.querySelectorAll('.choices')];
  const open = offers.at(-1)?.parentElement;
  const after = [...log.children].slice([...log.children].indexOf(/** @type {Element} */ (open)));
  const answered = after.some(({ classList }) => classList.contains('citizen'));
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
    log.querySelectorAll('.choices button')
  )) {
    button.disabled = answered || !open?.contains(button);
  }
}

/** Runs a change of the log and keeps its end in sight, unless the citizen reads further up. @param {() => void} change */
function change(change, always = false) {
  const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  change();
  settle();
  if (near || always) scroll.scrollTop = scroll.scrollHeight;
}

/** @param {Message} message */
function showWaiting({ id, text, choice }) {
  const line = bubble('citizen', text ?? labels.get(choice ?? '') ?? '');
  line.classList.add('waiting');
  line.append(make('small', '', '', 'sending'));
  unplaced.set(id, line);
  log.append(line);
}

const talk = openTalk({
  came: items => {
    change(() => {
      for (const item of items) show(item);
    });
    log.ariaBusy = 'false';
  },
  taken: (id, seq) =>
    change(() => {
      const line = unplaced.get(id);
      unplaced.delete(id);
      if (!line) return;
      line.classList.remove('waiting');
      line.querySelector('small')?.remove();
      if (lines.has(seq)) line.remove();
      else lines.set(seq, line);
    }),
  refused: id => {
    unplaced.get(id)?.classList.add('refused');
    unplaced.delete(id);
    tell('refused');
  },
  online: online => {
    by('state').hidden = online;
  },
});
change(() => {
  for (const message of talk.waiting) showWaiting(message);
});

/** @param {import('./talk.js').Said} said */
function say(said) {
  tell();
  const message = talk.say(said);
  change(() => showWaiting(message), true);
}

// The composer

/** The file to go with the next message. @type {{ stop: AbortController, id?: string, takenAt?: Place } | null} */
let file = null;

const grow = () => {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
};
box.oninput = grow;
box.onkeydown = event => {
  const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
  if (!sends || !matchMedia('(pointer: fine)').matches) return;
  event.preventDefault();
  by('composer').dispatchEvent(new Event('submit', { cancelable: true }));
};
by('composer').onsubmit = event => {
  event.preventDefault();
  const text = box.value.trim();
  if (send.disabled || (!text && !file?.id)) return box.focus();
  const location = placed.checked ? file?.takenAt : undefined;
  say({
    ...(text ? { text } : {}),
    ...(file?.id ? { media: [file.id] } : {}),
    ...(location ? { location } : {}),
  });
  box.value = '';
  grow();
  drop();
  box.focus();
};

/** Forgets the chosen file. */
function drop() {
  file?.stop.abort();
  file = null;
  choose.value = '';
  by('file').hidden = true;
  by('place').hidden = true;
  placed.checked = false;
  send.disabled = false;
  URL.revokeObjectURL(preview.src);
}

by('photo').onclick = () => choose.click();
by('remove').onclick = () => {
  drop();
  by('photo').focus();
};
/** @param {number} part */
const showProgress = part => {
  progress.value = part;
};
/** Too large, no kind that is taken, empty; whatever else refuses it, a session that does not stand yet too, passes. */
const NOT_TAKEN = [413, 415, 422];
choose.onchange = async () => {
  const chosen = choose.files?.[0];
  if (!chosen) return;
  tell();
  const mine = /** @type {NonNullable<typeof file>} */ ({ stop: new AbortController() });
  file = mine;
  by('place').hidden = true;
  placed.checked = false;
  by('name').textContent = chosen.name;
  preview.hidden = !chosen.type.startsWith('image/');
  preview.src = URL.createObjectURL(chosen);
  by('file').hidden = false;
  progress.hidden = false;
  send.disabled = true;
  for (let result; file === mine && !mine.id; ) {
    progress.value = 0;
    result = await upload(chosen, showProgress, mine.stop.signal);
    if (file !== mine) return;
    if (typeof result === 'object') {
      Object.assign(mine, result);
      // Where it was taken is told only by who says so.
      by('place').hidden = !result.takenAt;
    } else if (result && NOT_TAKEN.includes(result)) {
      tell(result === 413 ? 'too_large' : 'wrong_type');
      return drop();
    } else await new Promise(again => setTimeout(again, 2_000));
  }
  progress.hidden = true;
  send.disabled = false;
};

by('pin').onclick = () => {
  const failed = () => tell('no_location');
  if (!navigator.geolocation) return failed();
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => say({ location: { lat: coords.latitude, lon: coords.longitude } }),
    failed,
    { timeout: 15_000, enableHighAccuracy: true },
  );
};
