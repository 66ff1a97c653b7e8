import type { Capabilities, Choice, Part, Reply } from './channel.ts';
import { toGsm7 } from './gsm7.ts';
import { carries } from './sent-file.ts';
import { numbered, shorten, split } from './split.ts';

/**
 * A reply within a channel's limits, one part for each platform call, in order. Choices the channel can show
 * stand on the last part; others become a numbered list at the end of the text. Pure; never throws; always at
 * least one part.
 */
export function render(reply: Reply, capabilities: Capabilities): Part[] {
  const spell = speller(capabilities);
  const text = spell(capabilities.alphabet === 'gsm7' ? (reply.short ?? reply.text) : reply.text);
  const choices = (reply.choices ?? []).map(({ label, value }) => ({ label: spell(label), value }));
  const buttons = asButtons(choices, capabilities);
  const texts = pieces(text, buttons ? '' : numbered(choices), capabilities.textLimit);
  const template = templateOf(reply, capabilities);
  const parts: Part[] = texts.map((text, i) =>
    i < texts.length - 1 ? { text, choices: [] } : { text, choices: buttons ?? [], ...template },
  );
  return withFile(parts, reply, capabilities);
}

/** A file goes with the last words, where they may stand with it in one call, else after them. */
function withFile(parts: Part[], { file }: Reply, { files }: Capabilities): Part[] {
  const last = parts.at(-1);
  if (!file || !last) return parts;
  const isAlone =
    carries(files, file) && (last.text.length > (files?.captionLimit ?? 0) || last.choices.length > 0);
  if (isAlone) return [...parts, { text: '', choices: [], file }];
  return [...parts.slice(0, -1), { ...last, file }];
}

/** A tap on a template's button must mean what a tap on the words' own would. */
function templateOf({ template, choices = [] }: Reply, { templates }: Capabilities): Pick<Part, 'template'> {
  if (!template || !templates) return {};
  const taps = Object.fromEntries(choices.map(({ value }, i) => [`choice${i + 1}`, value]));
  return { template: { ...template, values: { ...template.values, ...taps } } };
}

function speller({ alphabet }: Capabilities): (text: string) => string {
  return text => {
    const plain = spellLinks(text.normalize('NFC'));
    return alphabet === 'gsm7' ? toGsm7(plain) : plain;
  };
}

/** `[label](link)` would be read as it stands on most channels. */
function spellLinks(text: string): string {
  return text.replace(/\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g, '$1: $2');
}

/** Null: the channel cannot show these as buttons. */
function asButtons(choices: Choice[], { choices: limits }: Capabilities): Choice[] | null {
  if (choices.length === 0) return [];
  if (limits === null || choices.length > limits.most) return null;
  const { valueBytes = Number.POSITIVE_INFINITY } = limits;
  // A value that comes back cut would be none of ours.
  if (choices.some(({ value }) => Buffer.byteLength(value) > valueBytes)) return null;
  const cut = choices.map(({ label, value }) => ({ label: shorten(label, limits.labelLimit), value }));
  // Two labels that became equal could not be told apart.
  return new Set(cut.map(({ label }) => label)).size === cut.length ? cut : null;
}

/** The list stays together under the words that lead to it, when it can. */
function pieces(text: string, list: string, limit: number): string[] {
  const texts = split(text, limit);
  const lists = split(list, limit);
  const last = texts.at(-1) ?? '';
  const [first = ''] = lists;
  if (last !== '' && lists.length === 1 && last.length + 1 + first.length <= limit) {
    return [...texts.slice(0, -1), `${last}\n${first}`];
  }
  const all = [...texts, ...lists];
  return all.length > 0 ? all : ['...'];
}
