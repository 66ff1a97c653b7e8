import type { Case } from '../cases/case.ts';
import { findNumbers } from '../cases/number.ts';
import type { Capabilities, Reply } from '../channels/channel.ts';
import { carries, fileName, type SentFile } from '../channels/sent-file.ts';
import type { Conversation } from '../storage/store.ts';
import type { ApiDeps } from './api-deps.ts';

/** What a person wants said: the words, a file of this talk to go along, the number of the case they are about. */
export interface Saying {
  text: string;
  file?: { id: string; name?: string | undefined } | undefined;
  case?: string | undefined;
}

/** Words as they can be said in a talk, with the case they are about; or why not, for people. */
export type Said = { reply: Reply; about: Case | null } | { refuse: string };

type FileDeps = Pick<ApiDeps, 'store' | 'catalogue' | 'fileOnPage'>;

/**
 * Finds the file and the case of a person's words. Where the channel does not carry the file, the words say that the page
 * of the case shows it; where there is no such page either, they are refused.
 */
export async function sayingOf(
  deps: FileDeps,
  conversation: Conversation,
  capabilities: Capabilities,
  saying: Saying,
): Promise<Said> {
  // The page of a case reads files of its talk and of no other.
  const cases = saying.file || saying.case ? await deps.store.casesOf(conversation.id) : [];
  const named = saying.case === undefined ? null : caseNamed(deps, cases, saying.case);
  if (saying.case !== undefined && named === null) return { refuse: 'This talk has no case of that number.' };
  const reply: Reply = { text: saying.text, asks: 'none', class: 'reply', ...numberOf(named) };
  if (!saying.file) return { reply, about: named };
  const file = await fileOf(deps, conversation, saying.file);
  if (file === null) return { refuse: 'This talk has no such file: send it to the talk first.' };
  if (carries(capabilities.files, file)) return { reply: { ...reply, file }, about: named };
  const shown = named ?? cases[0] ?? null;
  if (!shown?.pinHash) return { refuse: NO_WAY };
  const text = `${saying.text}\n\n${deps.fileOnPage(conversation, file, shown)}`;
  return { reply: { ...reply, ...numberOf(shown), text, file }, about: shown };
}

const NO_WAY =
  'This channel does not carry this file, and this talk has no case with a PIN whose page could show it. Ask the citizen for another way.';

function caseNamed({ catalogue }: FileDeps, cases: Case[], words: string): Case | null {
  const [found] = findNumbers(words, catalogue.centre.prefix);
  return cases.find(({ number }) => number === found?.number) ?? null;
}

function numberOf(c: Case | null): { caseNumber?: string } {
  return c === null ? {} : { caseNumber: c.number };
}

async function fileOf(
  { store }: FileDeps,
  conversation: Conversation,
  { id, name }: NonNullable<Saying['file']>,
): Promise<SentFile | null> {
  const kept = await store.media(conversation.id, id);
  return kept && { id, type: kept.type, bytes: kept.bytes.length, name: fileName(name, kept.type) };
}
