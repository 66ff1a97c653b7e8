import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import { lines, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysTo } from './agency-words.ts';
import { told as known, nextOf, ofAgency, tellProcedure } from './information.ts';
import { tellsOther } from './told-beside.ts';
import { sameByWay, type Way, wayOf, waysSaid } from './way-of-paper.ts';

/** More words tell a story. */
const MOST_WORDS = 22;
/** `Eso es duplicado otra vez`: what they were told is not what they asked. */
const OBJECTS =
  /^(?:(?:no|pero|ah|ay|oiga|mire|and|but) )*(?:eso|esto|ese|esa|that|this) (?:es|sigue siendo|otra vez es|is|s) (?:(?:el|un|una|la|para|del?|por|lo|a|the|for) )*(?:duplicado|renovacion|reposicion|primera vez|replacement|renewal)\b/;

/**
 * `Eso es duplicado, yo quiero la primera vez`, behind the card of a paper got another way: the card of the way that they mean, or
 * plainly that nothing is known of it, and who knows. No report is begun, and the card is not told again.
 */
export const otherWay: Topic = scene => {
  const { state, burst, catalogue, procedure } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_WORDS;
  if (!isFree || !isShort || tellsOther(burst.text)) return null;
  const told = catalogue.procedures.get(procedure ?? '');
  const agency = catalogue.agencies.get(told?.agency ?? '');
  if (!told || !agency) return objectedAgain(scene);
  const meant = wayMeant(told, burst.text);
  if (meant === null) return null;
  const other = meant === 'other' ? undefined : sameByWay(told, meant, catalogue.procedures);
  return other ? tellProcedure(scene, other) : nothingKnown(scene, told, agency);
};

/** The way they want it, which is not that of the card; null: it is, or none is said. */
function wayMeant(told: Procedure, text: string): Way | 'other' | null {
  const way = wayOf(told);
  const { wanted, denied } = waysSaid(text);
  const isObjected = OBJECTS.test(plainWords(text)) && !text.includes('?');
  const others = wanted.filter(one => one !== way);
  if (way === null || (others.length === 0 && !isObjected && !denied.includes(way))) return null;
  const [other] = others;
  // `Perdí la cédula vieja`, of a renewal, wants no other card by itself.
  if (!isObjected && denied.length === 0 && wanted.includes(way)) return null;
  return other ?? 'other';
}

/** `Eso es duplicado otra vez`, when nothing more is known: once more who knows. */
function objectedAgain(scene: Scene): Move | null {
  const { informed, burst } = scene;
  if (informed === null || !OBJECTS.test(plainWords(burst.text))) return null;
  const asked = retold(scene, [informed]);
  return known(asked, ofAgency(asked) ?? say(asked, 'info.unknown'));
}

function nothingKnown(scene: Scene, { name }: Procedure, agency: Agency): Move {
  const { language } = scene.state;
  const words = say(scene, 'info.other_way', { procedure: name[language], agency: agency.acronym });
  const informed = `${scene.informed ?? ''} ${scene.burst.text}`.trim();
  return {
    state: withState(scene, { lost: 0, informed }).state,
    replies: [replyOf(lines(words, waysTo(scene, agency), nextOf(scene)))],
  };
}
