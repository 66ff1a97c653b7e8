import type { Case } from '../../cases/case.ts';
import { shareOf } from '../acts.ts';
import { declaredKind } from '../intake/absorb.ts';
import { goesWrong, opensReport } from '../intake/matter.ts';
import { apartFromSelf } from '../intake/self-apart.ts';
import { saysApart } from '../intake/several/further.ts';
import type { Scene } from '../scene.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';

/** So sure of another service words tell another matter, whatever went before. */
const CERTAIN = 0.95;
/** From here on they are learned to be another. */
const LIKELY = 0.5;
const LEAST_TOLD = 3;
const MOST_OF_PERSON = 9;

/** `El chofer iba hablando por celular`: who had a part in what was told. */
const PERSON_OF_IT =
  /^(?:(?:y|ademas|ah|tambien) )*(?:el|la|los|las|ese|esa|esos|esas) (?:mism[oa] )?(?:chofer(?:es)?|conductor(?:es|a)?|señor(?:a|es)?|muchach[oa]s?|tip[oa]s?|hombres?|mujer(?:es)?|doctor(?:a|es)?|enfermer[oa]s?|maestr[oa]s?|profesor(?:a|es)?|director(?:a|es)?|vendedor(?:a|es)?|cajer[oa]s?|guardias?|funcionari[oa]s?|emplead[oa]s?|inspector(?:a|es)?|vecin[oa]s?) (?!del? |de la )/;

/**
 * Is what is told just after a case was filed likely more of it, as nothing in it is surely another matter: `se forma un tranque`,
 * of a traffic light? Who would report another says so, names its place, or tells plainly what goes wrong.
 */
export function isLikelyMore(scene: Scene, c: Case): boolean {
  const { facts, burst } = scene;
  const { text } = burst;
  const { intent, places, services, emergency } = facts.reading;
  if (/[?¿]/.test(text) || beginsAsQuestion(text) || putsQuestion(text)) return false;
  const isTold = intent === 'report' && plainWords(text).split(' ').length >= LEAST_TOLD;
  if (!isTold || emergency !== null || places.length > 0 || opensReport(text) || saysApart(text))
    return false;
  const kind = declaredKind(text);
  if (kind !== null && kind !== c.kind) return false;
  const [best] = services;
  if (best === undefined || best.p < FAINT) return true;
  if (goesWrong(text) || shareOf(scene, ['further', 'matter']) >= LIKELY) return false;
  return best.p < CERTAIN || best.id === c.serviceId || isOfPerson(scene, c);
}

const FAINT = 0.3;

/** Read with what was told before, are the words of the same body as that? */
function isOfPerson(scene: Scene, { holder, description, place, kind }: Case): boolean {
  const { facts, burst, catalogue } = scene;
  const plain = plainWords(burst.text);
  if (!PERSON_OF_IT.test(plain) || plain.split(' ').length > MOST_OF_PERSON) return false;
  const [best] = facts.read([...description, burst.text].join('\n')).services;
  const service = catalogue.services.get(best?.id ?? '');
  const routing = service && scene.route(service, place, kind);
  return routing !== undefined && 'holder' in routing && routing.holder.agencyId === holder?.agencyId;
}

/** Is who they are told among other words, which are then of the case: `mi cédula es 8-123-4567, es para cardiología`? */
export function tellsSelfBeside({ burst: { text }, facts: { reading } }: Scene): boolean {
  const { told, self } = apartFromSelf(text);
  return self !== '' && told !== '' && !text.includes('?') && !goesWrong(text) && reading.places.length === 0;
}
