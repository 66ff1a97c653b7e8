import { asksBack, beginsAsQuestion } from './asking.ts';
import { isJustFiled } from './filed/just-filed-case.ts';
import { holderOfDraft } from './intake/guess.ts';
import { plainWords } from './plain-words.ts';
import { replyOf, type Scene, say, type Topic, withState } from './scene.ts';
import type { TextKey } from './text-keys.ts';

/** What is asked of the desk itself, of the report or of the talk, and what it answers. */
interface Asked {
  pattern: RegExp;
  key: TextKey;
  /** Where it has another meaning. */
  unless?: (scene: Scene) => boolean;
}

const OF_REPORT = '(la|esta|esa|una|el|este|ese|un|mi) (queja|denuncia|reporte|caso|reclamo)';
const TO_REPORT = `(poner|hacer|presentar|mandar|enviar) ${OF_REPORT}`;

const TABLE: readonly Asked[] = [
  {
    // `¿Me piden cédula?`, `¿para poner esta queja necesito papeles?`
    pattern:
      /\b(piden|pide|pediran|pedira|exigen|necesito|hace falta|hay que (dar|tener)|tengo que (dar|tener|mostrar)|debo (dar|tener)) (la |mi |el |un |una |numero de )?(cedula|pasaporte|papeles|identificacion|documentos?|residencia)\b/,
    key: 'asked.papers',
    unless: scene => !isOfReport(scene) || needsName(scene),
  },
  {
    // `¿Ustedes le avisan a Migración?`
    pattern:
      /\b(le|les|me|lo|la|los) (avisan|reportan|informan|cuentan|dicen|entregan|denuncian|acusan|echan|avisaran|van a (avisar|reportar|decir|denunciar)) (a |al |con )(la |el |mi |los )?(migracion|policia|jefe|patron|patrona|duen[oa]|marido|esposo|ex|mama|papa|familia|tongos?|gobierno)\b|\bse (va a |van a )?(entera|enteran|enterar) (la |el |los )?(migracion|policia|tongos?|gobierno)\b/,
    key: 'asked.tells_whom',
  },
  {
    // `¿Para qué quieren mis datos?`
    pattern:
      /\b(para que|por que|why) (quieren|necesitan|piden|me piden|do you (want|need)) (mis|los|my) (datos|nombre|data|name)\b/,
    key: 'asked.why_data',
  },
  {
    // `¿Y eso cuesta algo?`, of the report that is being taken down.
    pattern:
      /^(y |pero |oiga )*(eso|esto|el reporte|la queja|el tramite) (me )?(va a )?(cuesta|costar|cobran|vale|tiene costo)( algo| plata| dinero| mucho)?$/,
    key: 'free_of_charge',
    unless: ({ state }) => state.draft === null,
  },
  {
    // `¿Seguro que no quedó nada?`, after a report that was left.
    pattern:
      /\b(no )?(quedo|se (envio|mando|guardo|quedo)|mandaron|enviaron|mandaste|enviaste|mando|envio) (nada|algo)( registrad\w+| guardad\w+| enviad\w+)?$/,
    key: 'asked.nothing_sent',
    unless: scene => scene.state.draft !== null || scene.facts.cases.some(c => isJustFiled(scene, c)),
  },
  {
    // `¿Eso de borrar mis datos me borra la pensión?`
    pattern:
      /\b(borr|elimin)\w+ (todos )?mis datos\b.*\b(me|se|nos) (borra|quita|elimina|cancela|cae|pierde|afecta)|^(y |oiga |joven )*(que (es|pasa|significa)|eso de|lo de) .*\b(borr|elimin)\w+ mis datos\b/,
    key: 'asked.erasing',
  },
];

/** A question about the desk, the report or the talk: answered at once, and what was asked is asked again. */
export const askedOfDesk: Topic = scene => {
  const { burst } = scene;
  if (burst.choice !== null || burst.files.length > 0) return null;
  const isAsked = burst.text.includes('?') || beginsAsQuestion(burst.text) || asksBack(burst.text);
  if (!isAsked) return null;
  const clauses = [burst.text, ...burst.text.split(/[.,;:!?¡¿\n]+/)].map(plainWords);
  const found = TABLE.find(
    ({ pattern, unless }) => clauses.some(clause => pattern.test(clause)) && !unless?.(scene),
  );
  return found
    ? { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, found.key))] }
    : null;
};

/** A report is being taken down, or they name one. */
function isOfReport({ state, burst }: Scene): boolean {
  return state.draft !== null || new RegExp(TO_REPORT).test(plainWords(burst.text));
}

/** The body that gets the report takes none without a name. */
function needsName(scene: Scene): boolean {
  const { draft } = scene.state;
  const held = draft && holderOfDraft(scene, draft);
  return held !== null && scene.catalogue.agencies.get(held.holder.agencyId)?.needsIdentity === true;
}
