import { goesWrong } from '../intake/matter.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** `¿Cómo consulto una multa?`, `quisiera saber el horario de …`: how an office is used, whatever may go wrong there. */
const HOW =
  /^(hola |buenas |buen dia |buenos dias |buenas tardes |buenas noches |oiga |disculpe |y |por favor )*((quiero|quisiera|queria|necesito|deseo) saber )?((como|donde) (se )?(consulto|consulta|pago|paga|saco|saca|renuevo|renueva|tramito|tramita|solicito|solicita|obtengo|obtiene|inscribo|inscribe|actualizo)|cuant[oa]s? (es|son|cuesta|cuestan|vale|valen|sale)|(cual es |que )?(el |los )?(horarios?|requisitos)|(que|cual|a que|cual es el) (juzgado|corregiduria|oficina|casa de paz|fiscalia|regional) (que )?(me |nos |le )?(atiende|toca|corresponde|lleva|ve)) /;

/** Such a question, and nothing that goes wrong with it. */
export function asksHow({ burst: { text } }: { burst: Pick<Scene['burst'], 'text'> }): boolean {
  const plain = plainWords(text);
  const words = plain.split(' ').length;
  const asks =
    (HOW.test(`${plain} `) && words <= MOST_HOW) ||
    (([NEEDS, HOW_TO_GET].some(is => is.test(plain)) || tellsOwnToDo(text)) && words <= MOST_TOLD);
  return asks && !goesWrong(text);
}

/** `Quiero poner un kiosco, ¿qué permisos hay que sacar?`, `el paz y salvo del municipio, ¿qué llevo?` */
const NEEDS =
  /\b(que|cuales) (permisos?|requisitos|papeles|documentos|licencias?) (hay que|necesito|se necesitan?|piden|debo|tengo que|son|hacen falta)\b|\bque (llevo|me piden|piden|(hay|tengo|tiene|debo|debe) (que )?llevar|se lleva)( yo)?$/;
/** `…, ¿cómo hacemos para sacar el título?` */
const HOW_TO_GET =
  /\b(?:como|donde) (?:hago|hacemos|hace uno|se hace|puedo|podemos|hay que hacer|tengo que hacer) (?:yo )?(?:para )?(?:sacar|tramitar|titular|obtener|solicitar|inscribir|registrar|renovar|conseguir|legalizar)\w*\b|\bhow (?:do|can) (?:i|we) (?:get|obtain|register|apply for|renew)\b/;
/** `Nació en casa y nunca lo registramos`: a paper that they have yet to see to, and nobody's failing. */
const OWN_TO_DO =
  /\b(?:nunca|no|todavia no|aun no) (?:lo|la|los|las) (?:hemos |he )?(?:(?:registr|inscrib|reconoc)(?:amos|imos|e|i|ado|ido)|inscrito)\b|\b(?:never|not|didn t|haven t) (?:registered|register) (?:him|her|them|the birth|my)\b/;
const MOST_TOLD = 28;

const MOST_HOW = 14;

/** Does it tell of a paper that they have yet to see to: `nunca lo registramos`? */
export function tellsOwnToDo(text: string): boolean {
  return OWN_TO_DO.test(plainWords(text));
}
