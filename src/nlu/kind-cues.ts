import type { Kind } from '../cases/case.ts';
import { cue, type WeightedCues } from './cue.ts';
import { IRONIC } from './irony.ts';
import { OFFENCE_CUES } from './offence-cues.ts';
import { PROPOSAL_CUES } from './proposal-cues.ts';

/** What tells a kind, besides what is usual for the matter. The citizen's own word weighs most. */
export const KIND_CUES: WeightedCues<Kind> = [
  // The citizen's own word.
  ['denuncia', 4.5, cue('(quiero|quisiera|deseo|vengo a|necesito|kiero) ... (denunciar|denuncia)')],
  [
    'denuncia',
    3,
    cue('denuncio', 'denunciar', 'denunciamos', '(poner|hacer|presentar) ... denuncia', 'denuncia'),
  ],
  ['denuncia', 3, cue('(want to|would like to|like to) report (someone|illegal|corrupt*|crime|theft)')],
  ['queja', 4.5, cue('(quiero|quisiera|deseo|vengo a|necesito) ... (quejarme|queja|reclamo|reclamar)')],
  [
    'queja',
    2.5,
    cue(
      'queja',
      'quejas',
      'quejarme',
      'reclamo',
      'reclamar',
      'complaint',
      'complain',
      'me quejo',
      'inconformidad',
    ),
  ],
  [
    'sugerencia',
    4.5,
    cue(
      '(quiero|quisiera|deseo|tengo|me gustaria) ... (sugerir|sugerencia)',
      'sugiero',
      'sugerimos',
      'sugerencia*',
      'suggestion',
      'suggest',
    ),
  ],
  [
    'idea',
    4.5,
    cue(
      '(quiero|quisiera|deseo|tengo|traigo|aporto) ... (idea|propuesta)',
      'propongo',
      'proponemos',
      'proponer',
      'mi (idea|propuesta)',
      '(an|my|have) idea',
      'se me ocurre*',
      'se me ocurrio',
      'propose',
      'proposal',
    ),
  ],
  ['idea', 4, cue('(?<=(^|[.?]) )idea')],
  ['sugerencia', 4, cue('(?<=(^|[.?]) )(sugerencia|recomendacion)')],
  ['idea', 2, cue('idea', 'propuesta', 'proyecto de')],
  // Help that was called and did not come.
  [
    'queja',
    2.5,
    cue('(no|nunca|nadie) (vino|vinieron|llego|llegaron|aparecio|aparecieron|contesto|contestaron)'),
  ],
  // What nearly happened: `un bus casi me atropella`.
  ['queja', 2.5, cue('casi (me|nos|lo|la|le|los|las|se) *', '(almost|nearly) (hit|killed|ran) *')],
  // A recognition is a suggestion for the desk.
  [
    'sugerencia',
    4,
    cue(
      'felicit*',
      'felicidades',
      'quiero (reconocer|agradecer)',
      'agradecer (a|la|el|al) *',
      '(excelente|muy buena|buena|buen|amable) (atencion|servicio|trato|trabajo)',
      '(well done|great job|good job|excellent service)',
      'me atendieron (muy )?(bien|excelente|rapido)',
      'mis respetos',
    ),
  ],
  ['queja', 9, IRONIC],
  ...PROPOSAL_CUES,
  ...OFFENCE_CUES,
];

/** Says in English that something is reported: both what is wrong and what is wrongful is, so that it tells no kind. */
export const REPORTS_ANYTHING = cue(
  '(want|like|need|wish|here) to report',
  'im reporting',
  'i am reporting',
  'reporting *',
);
