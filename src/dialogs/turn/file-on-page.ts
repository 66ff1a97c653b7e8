import type { Case } from '../../cases/case.ts';
import type { SentFile } from '../../channels/sent-file.ts';
import type { Conversation } from '../../storage/store.ts';
import type { WordsDeps } from '../resume.ts';

/** Words where a citizen sees a file that their channel cannot bring. */
export type FileOnPage = (
  conversation: Pick<Conversation, 'state'>,
  file: Pick<SentFile, 'name'>,
  about: Pick<Case, 'number'>,
) => string;

/** Makes the words: the page of the case, which asks for its number and PIN. */
export function fileOnPage({ texts, publicUrl }: WordsDeps): FileOnPage {
  return ({ state }, { name }, { number }) =>
    texts.say(state.language, 'person.file_on_page', { name, number, url: publicUrl() }).text;
}
