/** Our own name, password, token or app: nobody can be reached until it is set anew. */
const REFUSAL =
  /^(login_refused|EAUTH|ENOAUTH|401|404|http_401|http_402|login_40[013]|BotNotAuthorized|app_forbidden|20003|20005|190(\/\d+)?)$/;

/** What codes of a call that failed mean for who runs the desk, and what to do; the first that fits. */
const MEANINGS: [RegExp, string][] = [
  [REFUSAL, 'The platform refuses our name, password or token. Set it anew and restart.'],
  [
    /^(ECONNREFUSED|EDNS|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ESOCKET|ECONNRESET)$/,
    'Nobody answers at that address. Look at the host, the port, and whether this machine may reach them.',
  ],
  [
    /^(timeout|ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|no_answer)$/,
    'The platform does not answer in time. A firewall may keep the call back; else try later.',
  ],
  [
    /^ETLS|TLS|CERT|SELF_SIGNED/,
    'The connection cannot be encrypted. Look at the certificate of the other side, or at ours for it.',
  ],
  [/^(429|http_429|20429|4|80007|80006|613|17|32)$/, 'The platform was called too often. Try later.'],
  [
    /^(3|10|200|368|131005|131031|131045|133010)(\/\d+)?$/,
    'The platform has stopped our account or app, or it lacks a permission. Its own pages say which.',
  ],
  [/^(conflict|409)$/, 'Another process uses this account. Only one may.'],
  [/^other_account$/, 'The keys belong to another account than the one in the settings.'],
  [/^budget$/, 'The account has sent as much as the platform lets it for now. What waits goes out later.'],
  [/^not_connected$/, 'The session is not there now. It is opened again by itself.'],
  [/^waiting_for_pairing$/, 'Somebody has to pair the telephone: ./ventanilla channels pair whatsapp-web.'],
  [
    /^(LOGOUT|UNPAIRED|UNPAIRED_IDLE|auth_failure)$/,
    'The device was taken off the telephone. Pair it again.',
  ],
  [/^(TOS_BLOCK|SMB_TOS_BLOCK)$/, 'The platform has blocked this number.'],
  [/^CONFLICT$/, 'The same session is open in another browser.'],
  [
    /^(page_unknown|never_ready|no_page|page_failed|DEPRECATED_VERSION)$/,
    'The page is not what the library expects: WhatsApp may have changed it. Look for a newer whatsapp-web.js.',
  ],
  [/^(page_lost|process_ended|code_expired|TIMEOUT)$/, 'The browser’s page was lost.'],
  [
    /^process_failed$/,
    'No process can be started for the browser. Look at the memory, and at how many processes and open files are allowed.',
  ],
  [/^no_browser$/, 'No Chromium or Chrome was found: install one, or name it in WHATSAPP_WEB_BROWSER.'],
  [/^browser_failed$/, 'The browser does not start. Start it by hand as the same user to see why.'],
  [/^folder_(ENOSPC|EDQUOT)$/, 'There is no room for the folder of the pairing, in DATA_DIR: make some.'],
  [
    /^folder_/,
    'The folder of the pairing, in DATA_DIR, cannot be written or emptied. Look at its disk, its owner, and who uses it.',
  ],
  [/^profile_in_use$/, 'Another browser uses the folder of the pairing. Only one may.'],
  [/^no_library$/, 'The package whatsapp-web.js is not installed: npm ci without --omit=optional.'],
  [/^process_gone$/, 'The process that holds the session has said nothing for minutes. Is it running?'],
  [/^stopped$/, 'The process that holds the session was stopped.'],
  [
    /^bad_webhook$/,
    'The platform cannot call PUBLIC_URL. It must be https, reachable from outside, with a valid certificate.',
  ],
];

/** Does the platform take no call at all, because of our name, password or token? */
export function isRefusal(code: string): boolean {
  return REFUSAL.test(code);
}

/** A code in plain words. */
export function explain(code: string): string {
  const found = MEANINGS.find(([codes]) => codes.test(code))?.[1];
  return found ?? `The platform answers ${code}; its documentation says what that means.`;
}
