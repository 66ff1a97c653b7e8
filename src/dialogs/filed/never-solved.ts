import { askFor } from '../intake/flow.ts';
import { say, type Topic } from '../scene.ts';
import { newDraft } from '../state.ts';
import { plainWords } from '../words/plain-words.ts';

/** `Llamé la semana pasada y nadie me resuelve`, `he llamado varias veces y nada`, and nothing of what. */
const NEVER_SOLVED = new RegExp(
  [
    '^(?:(?:hola|buenas|buenos dias|buenas tardes|oiga|mire|es que|yo|ya|les?|me|he|hemos|i|we|have|already) )*',
    '(?:llam(?:e|o|ado|amos|ando)|escri(?:bi|to|bimos)|report(?:e|ado|amos)|quej(?:e|ado|amos)|pus(?:e|imos)|puesto|hice|hecho|fui|ido|called|written|reported|complained)',
    '(?: (?:a|al|aqui|ustedes|por|telefono|chat|la|el|una?|queja|reporte|denuncia|semana|mes|lunes|martes|miercoles|jueves|viernes|pasad[oa]|ayer|anteayer|hace|desde|dias?|semanas?|meses|un|dos|tres|cuatro|cinco|varias|muchas|mil|mas|de|veces|vez|otra|rato|tiempo|last|week|many|several|times|before))*',
    ',? ?(?:y|pero|and|but) (?:(?:todavia|aun|hasta ahora|sigue|siguen|ustedes|still|sin) )*',
    '(?:nada(?: de nada)?|igual|lo mismo|(?:nadie|no|nunca|nobody|no one|never)(?: (?:me|nos|le|lo|han?|ha|has|have))* (?:resuelv|resolv|resuelt|contest|respond|hac|hec|hiz|hicier|solucion|atiend|atend|ayud|di(?:ce|jo)|answer|solv|help|did|does)\\w*(?: (?:nada|caso|anything|it))?)$',
  ].join(''),
);

/** Who was heard nowhere and tells nothing of what: regret, and what it is about. What they told goes with it. */
export const neverSolved: Topic = scene => {
  const { burst, state, facts } = scene;
  const isFree = state.draft === null && state.awaits === null && facts.cases.length === 0;
  if (!isFree || burst.choice !== null || burst.files.length > 0) return null;
  if (!NEVER_SOLVED.test(plainWords(burst.text))) return null;
  const draft = { ...newDraft(facts.now), description: [...burst.lines] };
  return askFor(scene, draft, { ask: 'description' }, say(scene, 'never_solved'));
};
