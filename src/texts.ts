/** A language the bot speaks: complete in every sentence, or not offered. */
export type Language = 'es' | 'en';

/** A sentence ready to send, with the wording for channels that pay by the segment when there is one. */
export interface Sentence {
  text: string;
  short?: string;
}

/** Values put into `{placeholders}`. */
export type Values = Record<string, string | number>;

/** Every sentence a citizen can read, from `config/texts/`. */
export interface Texts {
  /** Throws on an unknown key or a missing value: both are found by `config check` before a citizen meets them. */
  say(language: Language, key: string, values?: Values): Sentence;
}
