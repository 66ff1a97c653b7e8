/** What is kept across processes, by name. */
export interface Bookmarks {
  read(name: string): Promise<string | null>;
  write(name: string, value: string): Promise<void>;
}
