import type { Scene } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { privacyIn, privacySaid } from './privacy.ts';

/** `No sé, ¿cuál es la más segura para mí?`, `¿cuál me recomienda?`: what each way means. */
export function asksWhichWay(text: string): boolean {
  return WHICH_WAY.test(plainWords(text));
}

const WHICH_WAY =
  /\b(?:que|la|alguna) diferencia\b|\b(?:que|como|cual) (?:me |nos |le )?(?:recomiend\w*|aconsej\w*|sugier\w*|conviene)\b|\b(?:cual|que) (?:escojo|elijo|pongo|uso|haria(?: usted)?|me conviene)\b|\b(?:cual|cuales|que (?:opcion|forma|manera)|como)\b.*\b(?:segur[oa]s?|conviene|recomiend\w*|aconsej\w*|mejor|protege\w*|diferencia|menos (?:riesgo|peligro\w*))\b|\b(?:which|what)\b.*\b(?:safe\w*|recommend|advise|better|best|difference)\b/;

/** Is it asked what the ways are, or what the one is in which nobody is named: `¿qué es anónima?` */
export function spokenOfWays(text: string): boolean {
  return asksWhichWay(text) || /\b(?:anonim\w*|anonymous\w*)\b/.test(plainWords(text));
}

/** Their words: on a channel where nobody can stay anonymous there is one way. */
export function waysKey({ facts }: Scene): 'plainer.ways' | 'plainer.privacy' {
  return facts.channel.capabilities.anonymous ? 'plainer.ways' : 'plainer.privacy';
}

/** `Anónima… no, mejor no, después se la coge con mi hijo`: the last word counts, and whether it is left is asked. */
export function refusedBehind(text: string): boolean {
  const said = plainClauses(text);
  const at = said.findLastIndex(clause => BETTER_NOT.test(clause));
  const behind = said.slice(at + 1);
  return (
    at > 0 && privacySaid(said.slice(0, at).join(', ')) !== null && !behind.some(part => privacyIn(part))
  );
}

const BETTER_NOT =
  /^(?:(?:ay|pero|y|bueno|no|espere|sabe que|que|well|but) )*(?:mejor (?:que )?no|better not|ya no(?: quiero)?|never ?mind)$/;
