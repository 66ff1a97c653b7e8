import type { Kind } from '../cases/case.ts';
import { cue, type WeightedCues } from './cue.ts';

/** What tells a proposal, and a new thing (an idea) from a better one (a suggestion). */
export const PROPOSAL_CUES: WeightedCues<Kind> = [
  // Proposals.
  [
    'sugerencia',
    2.6,
    cue(
      'deberian',
      'deberia',
      'debieran',
      'debiera',
      'deben ... (poner|hacer|mejorar|crear|instalar|ampliar|habilitar|incluir|permitir)',
      'should',
      'tendrian que',
    ),
  ],
  ['idea', 2.4, cue('deberian', 'deberia', 'debieran', 'debiera', 'should', 'tendrian que')],
  [
    'sugerencia',
    3,
    cue(
      '(seria|estaria|fuera) (muy )?(bueno|bien|ideal|genial|excelente|util|mejor|interesante|conveniente|chevere)',
      "(would|it'd) be (nice|good|great)",
      'ojala',
      '(?<=(^|[.?]) )porque no (ponen|hacen|crean|construyen|abren|dan|habilitan|instalan)',
      '(?<=^ )(y|que tal) si',
      'como (el|la|los|las) de',
      'que tal si',
      'me gustaria que',
      'podrian (poner|abrir|hacer|habilitar|agregar|ampliar|extender|instalar)',
      '(?<=^ )mas (?!movil)',
      'recomiendo',
      'recomendacion',
      'convendria',
      'valdria la pena',
    ),
  ],
  [
    'idea',
    3,
    cue(
      '(seria|estaria|fuera) (muy )?(bueno|bien|ideal|genial|excelente|util|mejor|interesante|conveniente|chevere)',
      "(would|it'd) be (nice|good|great)",
      'que tal si',
      'me gustaria que',
      'podrian (poner|abrir|hacer|habilitar|agregar|instalar)',
      '(?<=^ )mas (?!movil)',
      '(?<=(^|[.?]) )porque no (ponen|hacen|crean|construyen|abren|dan|habilitan|instalan)',
      '(?<=^ )(y|que tal) si',
      'como (el|la|los|las) de',
      'ojala',
    ),
  ],
  [
    'idea',
    1.8,
    cue(
      '(pongan|hagan|construyan|instalen|creen|habiliten|implementen|abran|inventen|organicen|siembren|desarrollen) (un|una|unos|unas|mas|el|la)',
    ),
  ],
  [
    'sugerencia',
    2.2,
    cue(
      '(pongan|hagan|construyan|instalen|habiliten|implementen|amplien|extiendan|agreguen|aumenten|incluyan|mejoren|permitan) (un|una|unos|unas|mas|el|la|los|las|que)',
    ),
  ],
  // New things are ideas, better ones are suggestions.
  [
    'idea',
    1.6,
    cue(
      '(un|una) (app|aplicacion|sistema|programa|mapa|ciclovia|carril|parque|feria|biblioteca|tren|teleferico|ruta|pagina)',
      '(crear|construir|crearan|hacer|implementar|habilitar|sembrar|instalar|convertir) (un|una|unos|unas)',
      'nuevo',
      'nueva',
      'nuevas',
      'nuevos',
      'que exista',
      'como en (otros|medellin|bogota|colombia|costa rica|chile|españa|europa|mexico|otro)',
      'que haya (un|una)',
      'por que no (hacen|crean|construyen|ponen)',
    ),
  ],
  [
    'sugerencia',
    1.6,
    cue(
      'mejorar',
      'mejoren',
      'mejoraran',
      'mejor si',
      'mas (frecuencia|personal|horarios|cajas|ventanillas|rapido|seguido|a menudo)',
      'ampliar (el|la|los) (horario|horarios|atencion|ruta)',
      'extender (el|la|los)',
      'que (avisen|publiquen|abran|atiendan|actualicen|pregunten|expliquen)',
      'en vez de',
      'en lugar de',
      'simplificar',
      'agilizar',
      'cambiar (el|la|los) (horario|sistema|forma)',
      'que cuando',
    ),
  ],
  [
    'idea',
    1.2,
    cue('\\. ?propongo', '(carril bici|ciclovia)', 'mas (parques|bibliotecas|arboles|ciclovias)'),
  ],
  // A new thing that is only named: `museo del raspao en Ocú`.
  [
    'idea',
    2.4,
    cue(
      '(?<=^ )(un |una )?(museo|tren|ciclovia|carril (de )?bici|feria de|beca para|becas para|gira de|comedor para|curso de|cursos de|app|sirena|casa de (acogida|la cultura)|centro de acopio|parque (de|para) perros|parque para|cancha techada|biblioteca para|paso elevado|bolsa de trabajo|infoplaza)(?![^?]*(no|sin|mal|sucio|cerrad[oa]|dañad[oa]|hay|tiene|esta|estan) )',
      '(que haya|nos ayudaria) (un|una|unas|unos)',
      '(build|make|create|put|install|we need) (a|an) (?!(report|complaint|claim|denuncia|call) )',
    ),
  ],
  [
    'sugerencia',
    2,
    cue(
      '(?<=^ )(avisen|abran|vacunen|alarguen|dejen que|extiendan|more|add)',
      'also(?= [?]? ?$)',
      'tambien de (tarde|noche|dia)',
      'ojala (pongan|prendieran|abran|hagan)',
    ),
  ],
  [
    'sugerencia',
    3,
    cue(
      '(kudos|bravo|superb|well done|true gentleman|credit where due|deserves? a (medal|raise))',
      '(bless (you|her|him|his|them)|god bless)(?! [?])',
      '(merece|merecen) (un|una) (premio|medalla|aumento|reconocimiento|aplauso)',
      '(muy amable*|buenisim[oa]|me encanta*|agradecid[oa]s? con) *',
      '(?<=^ )gracias (a|por) (los|las|la|el)',
      '(esper[oa]|ayudo) a (la|el|una|un) (viejita|cieg[oa]|abuelita|señora)',
    ),
  ],
];
