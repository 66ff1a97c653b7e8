// @ts-check
/** Shows staff how the session of WhatsApp Web stands, and the code to scan. The key stays in this page's memory. */

const EVERY_MS = 1_500;
const WHERE = '/api/v1/channels/whatsapp-web/pairing';

/** @type {Record<string, string>} */
const STATES = {
  starting: 'starting',
  'waiting for pairing': 'waiting',
  paired: 'paired',
  dropped: 'dropped',
  banned: 'banned',
};

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const texts = /** @type {Record<string, string>} */ (JSON.parse(find('texts').textContent || '{}'));
const picture = /** @type {HTMLImageElement} */ (find('code'));
const field = /** @type {HTMLInputElement} */ (find('key'));
let asked = 0;

/** @param {string} key @param {string | null} svg */
function show(key, svg) {
  find('state').textContent = texts[key] ?? '';
  find('how').hidden = svg === null;
  picture.hidden = svg === null;
  if (svg !== null) picture.src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** @param {string} key @param {number} turn */
async function look(key, turn) {
  if (turn !== asked) return;
  try {
    const answer = await fetch(WHERE, { headers: { authorization: `Bearer ${key}` }, cache: 'no-store' });
    if (turn !== asked) return;
    if (answer.status === 401 || answer.status === 403) return show('refused', null);
    if (answer.status === 404) show('none', null);
    else {
      const { state, qr } = await answer.json();
      show(STATES[state] ?? 'unavailable', qr === null ? null : qr.svg);
    }
  } catch {
    show('unavailable', null);
  }
  setTimeout(() => void look(key, turn), EVERY_MS);
}

find('ask').addEventListener('submit', event => {
  event.preventDefault();
  asked += 1;
  const key = field.value.trim();
  field.value = '';
  void look(key, asked);
});
