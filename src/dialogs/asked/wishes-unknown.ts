import { wishesHidden } from '../intake/privacy.ts';
import { plainWords } from '../words/plain-words.ts';

/** `¿Él se va a enterar?`, `si lo mandan, ¿mi mamá se entera?` */
const LEARNT =
  /\b(mi (mama|papa|familia|marido|esposo|padrastro|ex|novio|abuela|jefe)|el|ella|ellos|alguien|nadie) (se |lo |la )+(va a |van a |vaya a )?(enter|sab|sep)\w+|\b(will|does|is) (he|she|my \w+) (going to )?(know|find out)\b/;

/** Do they ask whether somebody near them learns of it? */
export function fearsLearnt(text: string): boolean {
  return LEARNT.test(plainWords(text));
}

const TELL_NOBODY =
  /\b(no|nunca|sin) (se |me )?(lo |la |le |les )*(vayan a |van a |vaya a )?(dig|dic|dec|avis|cuent|llam)\w*( nada)?( a)? (mi|mis|nadie|el|ella|ellos|su|(que|q) (yo )?(fui|soy))\b|\b(que|q) no (se |lo |la )+(enter|sep)\w+|\b(don t|do not) (tell|call) (my|him|her|them|anyone|anybody)\b/;

/** Do they wish that nobody near them learns of it: `no le digan a mi mamá`, `no digan que fui yo`? */
export function wishesUnknown(text: string): boolean {
  const plain = plainWords(text);
  return wishesHidden(plain) || TELL_NOBODY.test(plain) || fearsLearnt(text);
}
