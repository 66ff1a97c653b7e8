import { randomBytes } from 'node:crypto';
import type { ApiError } from './twilio-messages.ts';

/** A content made by the API: unapproved, so it goes out within a day of the citizen's words only. */
export interface MadeContent {
  sid: string;
  name: string;
  type: 'twilio/quick-reply' | 'twilio/list-picker';
  fields: Fields;
}

interface Fields {
  body: string;
  button?: string;
  actions?: { type?: string; title: string; id: string }[];
  items?: { item: string; id: string; description?: string }[];
}

/** What a citizen sees of a content. */
export interface ShownContent {
  text: string;
  choices: { label: string; value: string; details?: string }[];
  /** What opens the list; absent: the choices are buttons. */
  opens?: string;
}

const refuse = (code: number, message: string): ApiError => ({ status: 400, code, message });
const PLACE = /\{\{(\w+)\}\}/g;

/** Makes a content as Twilio's Content API does, or refuses it. */
export function makeContent(body: string): MadeContent | ApiError {
  const given = JSON.parse(body) as Record<string, unknown>;
  const unknown = Object.keys(given).filter(
    name => !['friendly_name', 'language', 'variables', 'types'].includes(name),
  );
  if (unknown.length > 0) return refuse(20001, `Unknown field ${unknown[0]}`);
  if (given['language'] !== 'es' && given['language'] !== 'en') return refuse(20001, 'language is required');
  const [[type, fields] = ['', null], ...others] = Object.entries(
    (given['types'] ?? {}) as Record<string, Fields>,
  );
  if (others.length > 0 || !fields) return refuse(20001, 'one type is expected');
  if (type !== 'twilio/quick-reply' && type !== 'twilio/list-picker') return refuse(20001, 'unknown type');
  const many = (type === 'twilio/quick-reply' ? fields.actions : fields.items)?.length ?? 0;
  if (many < 1 || many > 10) return refuse(20001, 'between 1 and 10 of them');
  if (type === 'twilio/list-picker' && !fields.button) return refuse(20001, 'button is required');
  const places = new Set([...JSON.stringify(fields).matchAll(PLACE)].map(([, name]) => name));
  const samples = (given['variables'] ?? {}) as Record<string, unknown>;
  if ([...places].some(name => typeof samples[name ?? ''] !== 'string' || places.size > 100)) {
    return refuse(20001, 'a sample is required for each variable');
  }
  const name = String(given['friendly_name'] ?? '');
  return { sid: `HX${randomBytes(16).toString('hex')}`, name, type, fields };
}

/** What is shown of a content with these variables, or why the message is refused (twilio.com/docs/api/errors/21656 …). */
export function showContent(
  { type, fields }: MadeContent,
  variables: Record<string, unknown>,
): ShownContent | ApiError {
  const wrong = Object.values(variables).some(
    value => typeof value !== 'string' || value === '' || /[\n\t]| {5}/.test(value),
  );
  if (wrong) return refuse(21656, 'The ContentVariables Parameter is invalid');
  const fill = (text: string): string =>
    text.replace(PLACE, (_, name) => String(variables[name] ?? 'SAMPLE'));
  const text = fill(fields.body);
  const choices: ShownContent['choices'] =
    type === 'twilio/quick-reply'
      ? (fields.actions ?? []).map(({ title, id }) => ({ label: fill(title), value: fill(id) }))
      : (fields.items ?? []).map(({ item, id, description }) => ({
          ...{ label: fill(item), value: fill(id) },
          ...(description === undefined ? {} : { details: fill(description) }),
        }));
  const isButtons = type === 'twilio/quick-reply';
  const opens = isButtons ? {} : { opens: fill(fields.button ?? '') };
  const isTooLong =
    text.length > 1_024 ||
    (opens.opens?.length ?? 0) > 20 ||
    choices.some(
      one =>
        one.label.length > (isButtons ? 20 : 24) || one.value.length > 200 || (one.details?.length ?? 0) > 72,
    );
  if (isTooLong) return refuse(21658, 'Parameter exceeded character limit');
  if (isButtons && choices.length > 3) return refuse(63_013, 'more than three buttons need an approval');
  if (new Set(choices.map(({ label }) => label)).size < choices.length)
    return refuse(63_013, 'labels must differ');
  return { text, choices, ...opens };
}
