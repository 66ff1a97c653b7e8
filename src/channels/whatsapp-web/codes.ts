/** What the library throws, by its words; some of it is a text and no error. The first that fits. */
const CODES: [RegExp, string][] = [
  [/Cannot find (package|module) 'whatsapp-web\.js'/i, 'no_library'],
  [/Browser was not found|Could not find Chrome|ENOENT/i, 'no_browser'],
  [/already running|SingletonLock|ProcessSingleton/i, 'profile_in_use'],
  [/Failed to launch/i, 'browser_failed'],
  [/net::ERR_NAME_NOT_RESOLVED/i, 'ENOTFOUND'],
  [/net::ERR_CONNECTION_REFUSED/i, 'ECONNREFUSED'],
  [/net::ERR_INTERNET_DISCONNECTED|net::ERR_NETWORK|net::ERR_ADDRESS_UNREACHABLE/i, 'ENETUNREACH'],
  [/net::ERR_CERT/i, 'ETLS'],
  [/net::ERR_/i, 'ESOCKET'],
  [/auth timeout/i, 'page_unknown'],
  [/ready timeout/i, 'never_ready'],
  [/No LID for user/i, 'no_such_number'],
  [/detached|Execution context|Target closed|Session closed|Connection closed|no session/i, 'page_lost'],
];

/** A code for what the disk threw at the folder of the pairing: `folder_EROFS`. */
export function folderCodeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return `folder_${code ?? 'failed'}`;
}

/** A code for what the library threw: never its words, which may be a citizen's. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return 'no_library';
  const words = error instanceof Error ? error.message : String(error);
  return CODES.find(([pattern]) => pattern.test(words))?.[1] ?? 'page_failed';
}
