import { KINDS, type Kind } from '../../cases/case.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { Choice } from '../../channels/channel.ts';
import type { PlaceGuess } from '../../nlu/classifier.ts';
import { choiceOf, type Scene, type View } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { areaOf } from './guess.ts';
import type { Question } from './next.ts';

/** What is offered with a question about a draft. */
export function choicesFor(scene: Scene, question: Question): Choice[] {
  switch (question.ask) {
    case 'kind':
      return kindChoices(scene);
    case 'privacy':
      return privacyChoices(scene);
    case 'agency':
      return serviceChoices(scene, question.among);
    case 'place':
      return question.ofPhoto ? photoChoices(scene) : placeChoices(scene, question.among);
    case 'contact':
      return [choiceOf(scene, 'choice.no_contact', 'contact:no')];
    default:
      return [];
  }
}

function kindChoices(view: View): Choice[] {
  return KINDS.map((kind: Kind) => choiceOf(view, `choice.kind_${kind}`, `kind:${kind}`));
}

/** How much of the writer may be seen, in the order in which the question names it; anonymous only where nobody knows who writes. */
function privacyChoices(scene: Scene): Choice[] {
  const anonymous = scene.facts.channel.capabilities.anonymous;
  return [
    choiceOf(scene, 'choice.confidential', 'privacy:confidential'),
    ...(anonymous ? [choiceOf(scene, 'choice.anonymous', 'privacy:anonymous')] : []),
    choiceOf(scene, 'choice.normal', 'privacy:normal'),
  ];
}

/** Services in the citizen's words, and the way out. */
function serviceChoices(view: View, among: Service[]): Choice[] {
  if (among.length === 0) return [];
  const named = among.map(({ id, name }) => ({ label: name[view.state.language], value: `service:${id}` }));
  return [...named, choiceOf(view, 'choice.other_matter', 'service:other')];
}

/** Is it where the photo was taken? */
export function photoChoices(view: View): Choice[] {
  return [
    choiceOf(view, 'choice.photo_place', 'place:photo'),
    choiceOf(view, 'choice.other_place', 'place:other'),
  ];
}

/** Is the place of a photo offered? */
export function offersPhoto(choices: readonly Choice[]): boolean {
  return choices.some(({ value }) => value === 'place:photo');
}

/** Places of one name, told apart by what they lie in. */
export function placeChoices(view: View, among: PlaceGuess[]): Choice[] {
  if (among.length === 0) return [];
  const name = nameOf(among);
  const named = among.map(guess => ({
    label: areaOf({ ...guess, text: name ?? guess.text }),
    value: `place:${guess.code}:${guess.text}`,
  }));
  return [...named, choiceOf(view, 'choice.other_place', 'place:other')];
}

/** A place that is offered: the choice it is, its code, and the words it was told in. */
export interface OfferedPlace {
  choice: Choice;
  code: string;
  name: string;
}

/** The places among choices, as `placeChoices` wrote them; the way out and a photo's place are none. */
export function offeredPlaces(choices: readonly Choice[]): OfferedPlace[] {
  return choices.flatMap(choice => {
    const [, code, name] = /^place:(\d+):(.*)$/s.exec(choice.value) ?? [];
    return code === undefined ? [] : [{ choice, code, name: name ?? '' }];
  });
}

/** The name alone, where their words told more: `San Francisco` of `casa de al lado, San Francisco calle 74`. */
function nameOf(among: PlaceGuess[]): string | null {
  const [first] = among;
  if (!first || among.some(({ text }) => text !== first.text)) return null;
  const said = ` ${plainWords(first.text)} `;
  const names = among.flatMap(({ corregimiento, district }) => [corregimiento, district]);
  return names.find(name => name !== null && said.includes(` ${plainWords(name)} `)) ?? null;
}
