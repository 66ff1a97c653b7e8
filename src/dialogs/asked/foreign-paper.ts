import type { Sentence } from '../../texts.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { agencyWords, asksForContact } from './agency-words.ts';
import { bodiesNamed } from './body-asked.ts';
import { nextOf } from './information.ts';
import { asksOutright, tellsOther } from './told-beside.ts';

const COUNTRY =
  '(?:venezuela|colombia|nicaragua|cuba|haiti|ecuador|peru|chile|argentina|bolivia|brasil|brazil|uruguay|paraguay|mexico|guatemala|honduras|(?:el )?salvador|costa rica|(?:la )?republica dominicana|jamaica|(?:los )?estados unidos|eeuu|usa|the us|the united states|canada|españa|spain|italia|italy|francia|france|alemania|germany|portugal|rusia|russia|china|india|mi pais|otro pais|my country|another country)';
const NATION =
  '(?:venezolan[oa]s?|colombian[oa]s?|nicaraguenses?|nicas?|cuban[oa]s?|haitian[oa]s?|ecuatorian[oa]s?|peruan[oa]s?|chilen[oa]s?|argentin[oa]s?|bolivian[oa]s?|brasileñ[oa]s?|uruguay[oa]s?|paraguay[oa]s?|mexican[oa]s?|guatemaltec[oa]s?|hondureñ[oa]s?|salvadoreñ[oa]s?|costarricenses?|ticos?|ticas?|dominican[oa]s?|american[oa]s?|estadounidenses?|gring[oa]s?|canadienses?|español(?:es|as?)?|italian[oa]s?|frances(?:a|es|as)?|aleman(?:a|es|as)?|portugues(?:a|es|as)?|rus[oa]s?|chin[oa]s?|extranjer[oa]s?|venezuelan|colombian|nicaraguan|cuban|haitian|ecuadorian|peruvian|chilean|argentin(?:e|ian)|bolivian|brazilian|mexican|guatemalan|honduran|salvadoran|costa rican|american|canadian|spanish|italian|french|german|portuguese|russian|chinese|indian|foreign)';
const PAPER =
  '(?:pasaportes?|cedulas?|licencias?|partidas?|certificados?|actas?|visas?|titulos?|diplomas?|documentos?|papeles|records?|antecedentes|apostillas?|passports?|licen[cs]es?|id|birth certificates?|certificates?|papers)';

/** `Mi pasaporte es de Venezuela`, `la licencia de Colombia`, `the Canadian passport`. */
const OF_COUNTRY = anyOf(
  new RegExp(
    `\\b${PAPER}(?: (?!para\\b)\\w+){0,3} (?:de|en|del|from|of) (?:la republica (?:bolivariana )?de )?${COUNTRY}\\b`,
  ),
  new RegExp(
    `\\b${PAPER}(?: de (?:nacimiento|matrimonio|conducir|manejar|soltero|soltera|estudios|identidad))? (?:es |son )?${NATION}\\b`,
  ),
  new RegExp(`\\b(?:${NATION}|us|usa) (?:\\w+ )?${PAPER}\\b`),
  new RegExp(`\\b(?:es|son) (?:de|from) ${COUNTRY} (?:el|la|los|las|mi|mis) ${PAPER}\\b`),
  new RegExp(`\\b${PAPER}(?: \\w+){0,8} (?:nacio|nacimos|nacieron|born) (?:en|in) ${COUNTRY}\\b`),
  new RegExp(`\\bvisas? (?:\\w+ )?(?:para|a|for|to) ${COUNTRY}\\b`),
);
/** Whose own country makes it: `soy venezolano y se me venció el pasaporte`. */
const OF_FOREIGNER = new RegExp(
  `\\b(?:soy|somos|es|i am|i m|am) (?:de |a |an |from )?(?:${NATION}|${COUNTRY})\\b.*\\b(?:pasaportes?|passports?|apostill\\w+)\\b|\\b(?:pasaportes?|passports?)\\b.*\\b(?:soy|somos|i am|i m) (?:de |a |an |from )?(?:${NATION}|${COUNTRY})\\b`,
);
const ABROAD = new RegExp(`\\b(?:${COUNTRY}|${NATION})\\b`);
const EMBASSY = /\b(?:embajadas?|consulados?|embass(?:y|ies)|consulates?)\b/;
/** It only says where: `frente a la embajada`; or it is Panama's own, elsewhere. */
const NO_EMBASSY =
  /\b(?:frente|detras|cerca|lado|diagonal|costado|entrada|calle|behind|near|front|next|opposite)\b(?: \w+){0,2} (?:la |el |al? |del? |de la |the )?(?:embajada|consulado|embassy|consulate)|\b(?:embajada|consulado|embassy|consulate) (?:de|of) panama\b|\b(?:panamanian|panameñ[oa]) (?:embassy|consulate|embajada|consulado)\b|\b(?:embajada|consulado) panameñ[oa]\b/;
/** What Panama makes of it is asked of Panama: `canjear la licencia de Colombia por la panameña`. */
const FOR_PANAMA =
  /\b(?:canje\w*|homolog\w*|convalid\w*|reval\w*|reconoc\w*|exchange|convert|valid[ao]?|vale|sirve (?:para|aqui)|manejar con|drive with)\b|(?<!\b(?:no|ni) (?:soy )?)\b(?:panameñ[oa]s?|panamanian)\b|\b(?:residencia|residente|carne|permiso de trabajo|work permit|residence)\b/;
const STOLEN = /\b(?:rob\w+|asalt\w+|hurt\w+|estaf\w+|stole|stolen|robbed)\b/;
const WANTS =
  /\b(?:saber|donde|adonde|como|cual|hay|necesito|quiero|horarios?|telefonos?|numero|direccion|cita|renov\w+|venc\w+|sac\w+|tramit\w+|perdi\w*|es de|soy|where|how|is there|need|renew\w*|expire\w*|lost|get)\b/;

/** Is a paper asked about that another country makes, or its embassy? */
function asksAbroad({ burst: { text } }: Pick<Scene, 'burst'>): boolean {
  const plain = plainWords(text);
  if (STOLEN.test(plain) || tellsOther(text)) return false;
  const asks = text.includes('?') || beginsAsQuestion(text) || asksOutright(text) || WANTS.test(plain);
  const isEmbassy = EMBASSY.test(plain) && !NO_EMBASSY.test(plain);
  const isPaper = (OF_COUNTRY.test(plain) || OF_FOREIGNER.test(plain)) && !FOR_PANAMA.test(plain);
  return asks && (isEmbassy || isPaper);
}

/** What is known of a paper of another country: who makes it, and that no address of theirs stands here. Null: none is asked about. */
export function abroadWords(scene: Scene): Sentence | null {
  const { informed, burst } = scene;
  const plain = plainWords(burst.text);
  const isBefore = informed !== null && asksAbroad({ burst: { ...burst, text: informed } });
  // `¿Y el horario?`, of what was just answered.
  const goesOn = isBefore && asksForContact(plain) && bodiesNamed(scene, burst.text).length === 0;
  if (!goesOn && !asksAbroad(scene)) return null;
  // `¿La nota puede ser del consulado?`, of a paper of Panama that was just told.
  if (informed !== null && !isBefore && !goesOn && !ABROAD.test(plain) && !OF_FOREIGNER.test(plain))
    return null;
  const migration = bodiesNamed(scene, burst.text).find(({ id }) => id === 'snm');
  return lines(
    say(scene, isBefore ? 'info.abroad_address' : 'info.abroad'),
    migration ? agencyWords(scene, migration, plain) : null,
  );
}

/** Reports that such a question was taken for. */
const TAKEN_FOR: readonly string[] = ['passport', 'foreign-affairs', 'migration', 'civil-registry'];

/** A paper of another country is its consulate's: no procedure of Panama is told for it, and no report made. */
export const foreignPaper: Topic = (scene): Move | null => {
  const { burst, state } = scene;
  const { draft } = state;
  if (burst.choice !== null || burst.files.length > 0) return null;
  if (draft !== null && !TAKEN_FOR.includes(draft.serviceId ?? '')) return null;
  const words = abroadWords(scene);
  if (words === null) return null;
  const free = withState(scene, { draft: null, awaits: null, lost: 0, informed: burst.text });
  return { state: free.state, replies: [replyOf(lines(words, nextOf(free)))] };
};
