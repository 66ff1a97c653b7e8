import { fileWords } from '../asked/desk-answer.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { replyOf, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { isJustFiled } from './just-filed-case.ts';

const ASKS_FILES = anyOf(
  /\b(puedo|se puede|podria|quiero|quisiera|como|donde|can i|could i|may i|want to|how (do|can) i)( le| les| te)? (mand\w+|envi\w+|agreg\w+|adjunt\w+|pas\w+|sub\w+|send|add|attach|upload)( le| les)?( \w+){0,2} (foto|fotos|fotico|imagen|imagenes|video|videos|evidencia|plano|planos|pdf|documento|documentos|archivo|archivos|carta|recibo|factura|comprobante|picture|pictures|photo|photos|document|file)\b/,
  /\b(can|may|could) i send (a |you (a )?)?(photo|picture)\b/,
  // `Ahí mando la foto de la factura después`.
  /^(ok |ya |ahi |luego |despues |mas tarde |mañana |y )*(le |les |te )?(mando|envio|paso|subo|voy a (mandar|enviar|subir)) (?:(la|las|el|los|una|unas|un) )?(foto|fotos|video|factura|evidencia|imagen)\b(?!.*\bno\b)/,
  /\b(foto|fotos|video|recibo|factura|evidencia)\b.*\b(la|lo|las|los|se la|se lo|se las|se los) (mando|envio|paso|adjunto|puedo mandar|puedo enviar)$/,
);

/** `Tengo fotos`, `tengo un video del hueco`: that it can be sent is what they wait to hear. */
const HAS_FILES =
  /^(?:(?:y|si|yo|ya|tambien|aqui|ahi|es que|pero|and|but|also|yes) )*(?:tengo|tenemos|hay|tome|saque|i have|i ve got|we have|i took) (?:(?:una|unas|un|unos|la|las|los|el|a|some|the|varias|varios|muchas|como) )*(?:fotos?|foticos?|videos?|pruebas|evidencias?|pictures?|photos?|proof)(?: (?:y|o|and|or) (?:fotos?|videos?|pruebas|photos?|audios?))?(?: (?:del|de la|de los|de las|de lo que|of the) \w+| of it| de eso| de todo)?$/;

/** Whether a photo can be sent: it can, here; what it shows is told with it. */
export const asksForFiles: Topic = scene => {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  const isIt = ASKS_FILES.test(plain) || HAS_FILES.test(plain);
  if (burst.choice !== null || burst.files.length > 0 || !isIt) return null;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isFree = state.draft === null && c === undefined;
  if (isFree && sureService(scene, facts.reading.services, null))
    return beginReport(scene, {}, say(scene, 'files_welcome_here'));
  const asks = isFree ? ({ asks: 'description' } as const) : {};
  return { state, replies: [replyOf(fileWords(scene), { ...(c && { caseNumber: c.number }), ...asks })] };
};
