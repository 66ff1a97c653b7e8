import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../src/config.ts';

/** What a citizen, an agency, a person or the clock does; and what the bot answers to it. */
export interface Step {
  /** Words; a list is a burst. `{case 1}` is the number of the first case filed. */
  citizen?: string | string[];
  /** A choice, by its label. */
  taps?: string;
  /** `photo`, `voice`, `pdf`, `broken file`, `photo taken at 9.08, -79.29`, `pin 9.08, -79.29`, `stop`, `start`. */
  sends?: string;
  /** The words quote a message about the case filed first (1), second (2) … */
  quotes?: number;
  /** `31 minutes`, `8 hours`, `3 days`. */
  waits?: string;
  /** The status an agency sets on the newest case, with its note and the reason. */
  agency?: string;
  note?: string;
  reason?: string;
  agency_asks?: string;
  /** `asks whether it is solved`. */
  clock?: string;
  /** `takes the talk`, `gives it back`. */
  person?: string;
  /** `loses the service of the draft`, `was of an older version`. */
  office?: string;
  bot?: string | string[];
  asks?: string;
  silence?: string;
}

/** One case as it is when the talk ends. */
export interface CaseFacts {
  kind: string;
  status: string;
  service: string | null;
  holder: string | null;
  place: string | null;
  description: string[];
  privacy?: string;
  files?: number;
  rating?: string;
  contact?: string;
}

/** A whole conversation: the living specification. */
export interface Transcript {
  title: string;
  /** What of the conversation this shows, in a word or two. */
  shows: string;
  channel:
    | 'web'
    | 'sms'
    | 'terminal'
    | 'whatsapp'
    | 'whatsapp-twilio'
    | 'whatsapp-web'
    | 'messenger'
    | 'telegram'
    | 'x'
    | 'bot-framework'
    | 'email';
  /** Other channels answer something else, for this reason. */
  only?: string;
  talk: Step[];
  cases?: CaseFacts[];
  /** Who has the talk at the end, when it is not the bot. */
  mode?: string;
}

/** A file of transcripts with the comment at its head. */
export interface TranscriptFile {
  file: string;
  head: string;
  transcripts: Transcript[];
}

const FOLDER = path.join(PROJECT_ROOT, 'test', 'transcripts');

/** Reads `test/transcripts/*.yaml`. */
export function readTranscripts(): TranscriptFile[] {
  const names = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));
  return names.sort().map(name => {
    const file = path.join(FOLDER, name);
    const text = readFileSync(file, 'utf8');
    const head = /^(#.*\n)*/.exec(text)?.[0] ?? '';
    return { file, head, transcripts: parse(text) as Transcript[] };
  });
}
