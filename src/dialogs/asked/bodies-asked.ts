import type { Agency } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksWhether, beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysTo } from './agency-words.ts';
import { bodiesNamed } from './body-asked.ts';

const AID = 'ayuda|ayudas|apoyo|apoyos|subsidio|subsidios|auxilio|programa|programas|bono|bonos';
/** `¿Hay alguna ayuda del gobierno?` */
const ASKS_AID = anyOf(
  new RegExp(`\\b(?:${AID})\\b (?:\\w+ ){0,4}?(?:gobierno|estado)\\b`),
  new RegExp(`\\b(?:gobierno|estado) (?:\\w+ ){0,3}?(?:ayudan?|apoyan?|${AID})\\b`),
  /\bgovernment (?:\w+ ){0,2}?(?:help|aid|support|assist\w*|program\w*)\b|\bhelp from the government\b/,
);
/** `¿Hay alguna ayuda para la comida mientras tanto?`, of plain words. */
export const ASKS_FOOD = anyOf(
  new RegExp(
    `\\b(?:${AID}|ayudan?|ayudar\\w*|apoyan?)\\b(?: \\w+){0,3} (?:comida|comer|alimentos?|alimentacion|mercado|leche)\\b`,
  ),
  /\b(?:help|aid|support)\b(?: \w+){0,4} (?:food|groceries|to eat|to feed)\b/,
);
const OF_FOOD: readonly string[] = ['mides'];
/** Who sees to people in need, and to where they live. */
const OF_AID: readonly string[] = ['mides', 'miviot'];
/** In more words a story is told. */
const MOST_WORDS = 40;

/**
 * `¿El Miviot o el Mides ayudan?`, `¿hay alguna ayuda del gobierno?`: what each of the bodies is for and how it is reached, as
 * what it does for them nobody here knows. Null: no such question.
 */
export function bodiesAsked(scene: Scene): Sentence | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const asks = text.includes('?') || WISHES_TO_KNOW.test(plain) || isQuestion(text);
  if (!asks || plain.split(' ').length > MOST_WORDS) return null;
  const named = bodiesNamed(scene, text);
  const { agencies } = scene.catalogue;
  const aid = ASKS_AID.test(plain) ? OF_AID : ASKS_FOOD.test(plain) ? OF_FOOD : [];
  const aiding = aid.flatMap(id => agencies.get(id) ?? []);
  const bodies = named.length > 1 ? named : aiding;
  if (bodies.length === 0) return null;
  return lines(say(scene, 'info.each_body'), ...bodies.map(body => ofBody(scene, body)));
}

const WISHES_TO_KNOW =
  /^(?:(?:y|oiga|pero|and) )*(?:hay|no hay|habra|is there) (?:alguna?|algun|any) |\b(?:saber|averiguar|preguntar|know|ask) (?:si|if|whether|que|cual)\b/;

function isQuestion(text: string): boolean {
  return [asksWhether, beginsAsQuestion, putsQuestion].some(asks => asks(text));
}

function ofBody(scene: Scene, body: Agency): Sentence {
  const { language } = scene.state;
  const matters = body.answersFor[language].replace(/\.$/, '');
  return lines(say(scene, 'info.body_for', { agency: body.acronym, matters }), waysTo(scene, body));
}
