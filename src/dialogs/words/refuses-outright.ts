import { clauses, plainClauses } from './clauses.ts';
import { consentIn } from './consent.ts';
import { plainWords } from './plain-words.ts';

/** `No lo mande, que lo ponga mi primo`: nothing is to be sent, whatever reason stands beside; `déjelo` may mean as it is. */
export function refusesOutright(text: string): boolean {
  if (OPENS_NONE.test(plainWords(text)) || sendsNothing(text)) return true;
  if (consentIn(text) !== 'doubt') return false;
  const parts = clauses(text);
  const refuses = (part: string): boolean => consentIn(part) === 'drop' && NEGATES.test(plainWords(part));
  return parts.some(refuses) && !parts.some(part => consentIn(part) === 'yes');
}

/** `Mejor déjelo así, no abra otro`. */
const OPENS_NONE =
  /\bno (?:me |le )?(?:abra[sn]?|cree[sn]?|haga[sn]?|mand[ae][ns]?|envi[ae][ns]?|pong?a[ns]?) (?:ni )?(?:otr[oa]|ningun[oa]?|mas casos)\b(?! (?:cosa|foto|persona|palabra|vez))/;

/** `No, mejor no envíe nada, voy a ver si hablo con el hijo`, and neither `todavía no` nor `nada sin mi permiso`. */
function sendsNothing(text: string): boolean {
  return plainClauses(text).some(part => SENDS_NOTHING.test(part)) && !NOT_YET.test(plainWords(text));
}

const SENDS_NOTHING =
  /^(?:(?:no|mejor|ya|pues|que|ok|entonces|espere|better|please) )*(?:no (?:me |le |les |lo |la )*(?:mand|envi|pong|hag|present|report)\w* nada|(?:do not|don t) (?:send|file|report) (?:anything|it at all))(?: (?:gracias|por favor|entonces|mas|thanks|please))*$/;
const NOT_YET = /\b(?:todavia|aun|por ahora|ahorita|hasta|deme chance|deme un|yet|until|for now)\b/;

/** `Mejor no` may have any reason, fear too: they are asked. */
const NEGATES =
  /\b(?:no|not|don t|dont) (?:(?:lo|la|los|las|le|se|me|vayan?|a|ya|yo|to) )*(?:mand|envi|pon|hag|present|registr|report|denunci|quier|dese|send|submit|file|want)/;
