import { anyOf } from './any-of.ts';

const WISHED_NOT =
  '(?:no (?:quiero|quisiera|queremos|deseo|necesito|me gustaria)|sin|(?:do not|don t|would not|wouldn t) (?:want|like))';
const COMES =
  '(?:vengan?|venir|lleguen?|llegar|vayan?|toquen?|tocar|aparezcan?|aparecer(?:se)?|pasen?|pasar|entren?|entrar|come|coming|knock|show up)';
const HOME =
  '(?:mi (?:casa|puerta|apartamento|apto|cuarto)|(?:a|en|de|por) la (?:casa|puerta) (?:mia|de nosotros)|a (?:la )?casa|my (?:house|door|home|apartment|place))';
/** `No quiero que vengan a mi casa`, `si viene la policía que no toquen mi puerta`, `¿no van a venir a mi casa, verdad?` */
const NO_VISIT = anyOf(
  new RegExp(`\\b${WISHED_NOT}(?: \\w+){0,5}? ${COMES}\\b(?: \\w+){0,3}? ${HOME}\\b`),
  new RegExp(`\\b(?:que|pero) no (?:me |nos |se |vayan a )*${COMES}\\b(?: \\w+){0,2}? ${HOME}\\b`),
  new RegExp(`\\bno (?:me |nos )?(?:van?|vayan?|iran?) a ${COMES}\\b(?: \\w+){0,2}? ${HOME}\\b`),
  new RegExp(
    `\\bno (?:me |nos )?(?:manden?|envien?) (?:a )?(?:la policia|nadie|una patrulla|policias)(?: \\w+){0,2}? ${HOME}\\b`,
  ),
);

/** Do plain words wish that nobody comes to the house of who writes? */
export function wantsNoVisit(plain: string): boolean {
  return NO_VISIT.test(plain);
}
