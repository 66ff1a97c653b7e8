import type { Flag } from './classifier.ts';
import { cue } from './cue.ts';

/** How each flag is put in words, except two matters, which only the services tell. */
export const FLAG_CUES: readonly (readonly [Exclude<Flag, 'two_matters'>, RegExp])[] = [
  [
    'wants_person',
    cue(
      '(hablar|habla|hablo|comunicarme|comunica*|chatear|contactar) ... (persona|humano|humana|operador|operadora|agente|alguien|asesor|asesora|ejecutivo|encargado|supervisor)',
      '(un|una|otra|otro|algun|alguna) (persona real|ser humano|humano|humana|agente humano)',
      '(paseme|pasame|pasenme|comuniqueme|comunicame|comuniquenme|ponme|pongame|transfierame|transfiereme|transferirme|conecteme|conectame) (con|a|un|una) (un |una |el |la )?(alguien|operador*|agente|persona|humano|supervisor|encargad*)',
      'hay (alguien|algun operador|alguna persona|una persona) (ahi|aqui|alli|del otro lado|que me atienda|de verdad)',
      '(?<=^ )(un |una )?(operador|operadora|agente|agent|operator|humano|human|persona|asesor)( por favor)?(?= $)',
      '(quiero|necesito|deseo) (a )?(una|un) (persona|operador|operadora|agente|humano|asesor)',
      'que me (llamen|llame|atienda alguien|atienda una persona)',
      '(talk|speak|chat) (to|with) (a |an |some|real)*(person|human|agent|operator|someone|somebody|representative)',
      '(need|want|get me|give me) (a |an )?(real )?(human|person|agent|operator)',
      '(real person|human being|live agent|human agent)',
    ),
  ],
  [
    'abuse',
    cue(
      '(idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|estupidas|pendejo|pendejos|pendeja|hijueputa*|hijodeputa|maricon|maricones|mamaguevo*|mamahuevo*|malparido*|cabron|cabrones|comemierda*|tarado|tarados|retrasado mental|baboso|babosos|zorra|perra maldita|gonorrea|mongolo|mongolico)',
      'hijos? de (su )?(puta|perra|la gran puta)',
      '(vayan|vete|vayanse|andate) (todos )?(a|al) (la )?(mierda|carajo|verga|diablo)',
      '(son|eres|es) (un|una|unos|unas|pura|puro) (mierda|basura|inutil|inutiles|lacra|lacras|animal|animales|asco de gente)',
      '(son|eres) (todos )?(un|una|unos|unas|puros) (ladron*|rater*|corrupt*|sinverguenza*|vag[oa]s|mentiros*|incompetente*|payaso*|inservible*)',
      '(partida|sarta|cuerda|manada|bola) de (inutiles|ladrones|vagos|sinverguenzas|incompetentes|corruptos|vividores)',
      '(coman|come) mierda',
      '(gracias|thanks|thank you) (por|for) (nada|nothing)',
      '(vagos|inutiles) de (mierda|porqueria)',
      '(bot|robot|maquina) (inutil|estupid*|idiota|de mierda|maldit*|pendej*)',
      '(fuck*|bastard*|asshole*|moron*|stupid (bot|people|machine))',
    ),
  ],
  [
    'distress',
    cue(
      '(estoy|estamos|me siento) (muy |tan |super )?(desesperad*|angustiad*|sufriendo|llorando|destrozad*|aterrad*|asustad*|deprimid*)',
      '(no se|ya no se|no sabemos) que (mas )?hacer',
      '(no|ya no) (aguanto|aguantamos|puedo|podemos) mas',
      'ya no (aguanto|aguantamos|soporto)',
      '(me|nos) estamos? muriendo',
      'ayud(enme|ennos|eme|enos)',
      '(auxilio|desesperad*|angustia)',
      'les (ruego|suplico)',
      '(tengo|tenemos) (mucho )?miedo',
      '(bebe|recien nacido|encamad*|postrad*|discapacitad*|enferm[oa]) ... sin (agua|luz|comida|medicin*)',
    ),
  ],
  [
    'complaint_about_bot',
    cue(
      '(bot|robot|maquina|chatbot|este sistema) (no|inutil|estupid*|idiota|de|malo|pesimo|maldit*|pendej*)',
      '(este|maldito|pinche|ese) (bot|robot|chatbot)',
      'no me (entiendes|entiende|estas entendiendo|esta entendiendo|comprende|comprendes)',
      'no (entiendes|entiende) (nada|lo que)',
      '(ya te|ya le|ya se lo|te lo) (dije|lo dije|he dicho)',
      'esto no sirve',
      '(pregunta*|piden) (demasiado|mucho|tanto|tanta*|muchas cosas|puras tonterias)',
      '(tantas|muchas) preguntas',
      '(llevo|tengo) ... (minutos|horas|rato) (esperando|escribiendo|aqui)',
      '(me|nos) van a (ayudar|atender|responder|contestar) o no',
      '(too many|so many) questions',
      '(no me gusta|odio|detesto) (este|esta|el|la) (chat|bot|robot|sistema|asistente|maquina)',
      '(you|bot) (dont|do not|don t) understand',
      '(useless|stupid) (bot|machine)',
    ),
  ],
  [
    'anonymous',
    cue(
      '(anonim*|anonymous*)',
      'no (quiero|deseo) (que se sepa|que sepan|dar|decir|poner|problemas|queme|que salga|que aparezca|que digan)',
      '(sin|no) (dar|decir|poner|pongan|digan|den|revelen|mencionen|publiquen|usen) mi (nombre|identidad|numero)',
      'que no (sepan|se sepa|salga|aparezca|digan|se enteren) ... (nombre|fui|soy|identidad|yo|quien)',
      '(miedo|temor) (a|de|por) (las |que |una )?(represalia*|me hagan|me maten|tomen|se enteren|venga*)',
      'represalia*',
      '(mantener|guardar|reserven|reserva de|guarden) (mi|la|en) (identidad|nombre|reserva|secreto)',
      '(tengo|da|me da) miedo ... (denunciar|dar mi nombre|que sepan)',
    ),
  ],
];
