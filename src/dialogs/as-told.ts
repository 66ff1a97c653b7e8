import { retold, type Scene } from './scene.ts';
import { plainWords } from './words/plain-words.ts';

/** `No le estoy preguntando, le digo que …`, `no es pregunta:`, `I'm not asking, I'm telling you that …` */
const NOT_ASKED =
  /^\s*(?:(?:no|ay|pero|oiga|es que)[\s,]+)*(?:no (?:es |era )?(?:una |ninguna )?pregunta|(?:yo )?no (?:(?:le|te|les|se lo) )?(?:estoy |ando )?pregunt(?:o|ando|aba)(?: nada)?|(?:i['’]?m |i am |it['’]?s |this is |that['’]?s )not (?:asking|a question)(?: you)?(?: anything)?)[\s,.;:!]+(?:(?:pero|es que|but)[\s,]+)?(?:(?:yo )?(?:solo )?(?:(?:le|te|les|se lo) )?(?:estoy diciendo|estoy contando|digo|cuento|dije|informo|aviso)[\s,:]+(?:(?:que|q|k)\s+)?|(?:i['’]?m |i am )?(?:just )?telling you[\s,:]+(?:that\s+)?)?(?=\S+\s+\S)/iu;
/** `…, ponga eso`, `anótelo`: the order says of what is told that it belongs there. */
const PUT_IT =
  /[\s,.;:]+(?:(?:y|por favor|and|please)[\s,]+)?(?:p[oó]nga(?:n|me|le)?(?:lo|la|los)?|agr[eé]g(?:ue|u[eé])(?:n|le|me)?(?:lo|la)?|an[oó]t(?:e|é)(?:n|le|me)?(?:lo|la)?|ap[uú]nt(?:e|é)(?:n|le|me)?(?:lo|la)?|incl[uú]y(?:a|á)(?:n|le)?(?:lo|la)?|put|add|write)(?: (?:eso|esto|ahí|ah[ií]|tambi[eé]n|that|it|in|there|down))*[\s.!]*$/iu;

/**
 * What is told to a report that was summed up by who says that they are not asking: without that, and without the order that it be
 * put down, so that nothing else is heard in those words.
 */
export function asTold(scene: Scene): Scene {
  const { burst, state } = scene;
  if (state.draft?.summarised !== true || burst.choice !== null || burst.text.includes('?')) return scene;
  const told = burst.text.replace(NOT_ASKED, '');
  if (told === burst.text) return scene;
  const rest = told.replace(PUT_IT, '').trim();
  return plainWords(rest).split(' ').length >= LEAST_TOLD ? retold(scene, [rest]) : scene;
}

/** `No pregunto nada, gracias` tells nothing. */
const LEAST_TOLD = 3;
