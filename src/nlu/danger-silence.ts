/**
 * In a sentence with one of these a plain trigger means no danger: it tells of the past, denies, proposes, asks about
 * a paper, or speaks of a drill, an institution or in figures of speech.
 */
export const SILENT_SENTENCES: readonly string[] = [
  // the past
  'ayer/anoche/antier/anteayer/antenoche',
  'semana/mes/año/lunes/martes/miercoles/jueves/viernes/sabado/domingo pasado/pasada',
  'pasado/pasada semana/mes/año/lunes/martes/miercoles/jueves/viernes/sabado/domingo',
  'hace ... dia/dias/semana/semanas/mes/meses/año/años/tiempo',
  'hubo',
  'en/desde enero/febrero/marzo/abril/mayo/junio/julio/agosto/septiembre/setiembre/octubre/noviembre/diciembre',
  'en/desde/del (el) 2015/2016/2017/2018/2019/2020/2021/2022/2023/2024/2025/2026',
  'fallecio/murio/difunto/difunta',
  'jaja*/jeje*',
  'last week/month/year/night',
  'yesterday/ago',
  // denies
  'no hay/hubo/es/fue (un/una/ningun/ninguna) emergencia/herid*/peligro',
  'sin herid*/victima*/lesionad*',
  // proposes
  'propongo/proponemos/propuesta/propuestas/sugiero/sugerimos/sugerencia/idea/recomiendo/recomendacion',
  'deberia/deberian/podria/podrian/convendria/ojala/quisieramos',
  'pedimos/solicito/solicitamos/exigimos/exijo/felicito/felicitaciones/falta/faltan',
  'seria/estaria bueno/bien/ideal/bonito/excelente',
  'para/evitar/prevenir que no',
  'evitar/prevenir/prevencion/preveer/combatir/reducir',
  'en caso de',
  'should/suggest/suggestion/propose/proposal',
  // a paper
  'requisito*/certificad*/permiso*/licencia*/formulario*/tramit*/paz y salvo',
  'cita/citas/copia/constancia/horario/horarios/factura/recibo/beca/subsidio',
  // a drill, an institution, a story
  'simulacro*/entrenamiento*/capacitacion*/charla*/taller*/campaña*/curso*/seminario*/ejercicio*',
  'cuartel*/estacion de/benemerit*/cuerpo de bomberos',
  'pelicula*/novela*/serie/videojuego*/videojuegos/noticia*/periodico*/reportaje*/estadistica*',
  'drill/training/movie/workshop',
];

/** In such a sentence the danger is now, whatever else it tells. */
export const URGENT_SENTENCES: readonly string[] = [
  'ahora mismo/mismito',
  'ahorita/ahoritita/auxilio/socorro/urgente/sos',
  'en este momento/instante',
  'right now',
  'ayuda/ayudenme/ayudennos/ayudeme/help',
];
