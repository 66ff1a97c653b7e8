import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { tellsOfOthers } from './veiled.ts';

/** Who investigates crimes. */
const PROSECUTOR = 'mp';
const POLICE = '104';

const DENOUNCES =
  /(?<!\b(?:no|ni|nunca|sin) (?:lo |la |quiero |puedo |voy a )?)\b(?:denunciar(?:lo|la|los|las)?|(?:poner|ponerle|meter|hacer|hacerle|levantar|levantarle) (?:una |la )?(?:denuncia|demanda|boleta)|demandar(?:lo|la|los|las)?|press charges|file charges|report (?:him|her|them) to the police|criminal complaint)\b/;

/** Where a criminal complaint is made, to who suffers and says that they want to make one; null: they do not. */
export function whereToDenounce(
  scene: Scene,
  { personal, distress, lines }: EmergencyCategory,
): Sentence | null {
  const isCrime = personal === true && distress !== true && lines.some(({ number }) => number === POLICE);
  const agency = scene.catalogue.agencies.get(PROSECUTOR);
  const { text } = scene.burst;
  const wants = DENOUNCES.test(plainWords(text)) && !tellsOfOthers(text);
  return isCrime && wants && agency ? say(scene, 'emergency.to_denounce', { agency: agency.acronym }) : null;
}
