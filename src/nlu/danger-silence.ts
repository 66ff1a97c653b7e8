import { wordSet } from '../catalogue/words.ts';
import { type CompiledPhrase, createPhraseFinder, type PhraseHit } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Sentences in which only triggers that count everywhere mean a danger. */
export type Silence = ReadonlySet<number>;

/** Who names a year, any of a lifetime, tells of what was or of what may be. */
const YEARS = Array.from({ length: 150 }, (_, at) => 1950 + at).join('/');

/**
 * In a sentence with one of these a plain trigger means no danger: it tells of the past, denies, proposes, asks about
 * a paper, or speaks of a drill, an institution or in figures of speech.
 */
const SILENT_SENTENCES: readonly string[] = [
  // the past
  'ayer/anoche/antier/anteayer/antenoche',
  'semana/mes/año/lunes/martes/miercoles/jueves/viernes/sabado/domingo pasado/pasada',
  'pasado/pasada semana/mes/año/lunes/martes/miercoles/jueves/viernes/sabado/domingo',
  'hace ... dia/dias/semana/semanas/mes/meses/año/años/tiempo',
  'hubo',
  'en/desde enero/febrero/marzo/abril/mayo/junio/julio/agosto/septiembre/setiembre/octubre/noviembre/diciembre',
  `en/desde/del (el) ${YEARS}`,
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
  'para que no',
  'evitar/prevenir/prevencion/preveer/combatir/reducir',
  'en caso de',
  'should/suggest/suggestion/propose/proposal',
  // a paper
  'requisito*/certificad*/permiso*/licencia*/formulario*/tramit*',
  'paz y salvo',
  'cita/citas/copia/constancia/horario/horarios/factura/recibo/beca/subsidio',
  // a drill, an institution, a story
  'simulacro*/entrenamiento*/capacitacion*/charla*/taller*/campaña*/curso*/seminario*/ejercicio*',
  'cuartel*/benemerit*',
  'estacion/cuerpo de (los) bomberos/policia',
  'pelicula*/novela*/serie/videojuego*/videojuegos/noticia*/periodico*/reportaje*/estadistica*',
  'drill/training/movie/workshop',
];

/** In such a sentence the danger is now, whatever else it tells. */
const URGENT_SENTENCES: readonly string[] = [
  'ahora mismo/mismito',
  'ahorita/ahoritita/auxilio/socorro/urgente/sos',
  'en este momento/instante',
  'right now',
  'ayuda/ayudenme/ayudennos/ayudeme/help',
];

/** Builds the reading of silent sentences. */
export function createSilence(read: (text: string) => CompiledPhrase): (tokens: readonly Token[]) => Silence {
  const findSilent = createPhraseFinder(SILENT_SENTENCES.map(read));
  const findUrgent = createPhraseFinder(URGENT_SENTENCES.map(read));
  return tokens => {
    const silent = new Set(findSilent(tokens).map(({ sentence }) => sentence));
    if (silent.size > 0) for (const { sentence } of findUrgent(tokens)) silent.delete(sentence);
    return silent;
  };
}

const DENIALS = wordSet('no sin ningun ninguna nunca tampoco not without');

/** Whether a denial stands one or two words before: "no hay incendio", "sin heridos". */
export function isDenied({ words, sentence }: PhraseHit, tokens: readonly Token[]): boolean {
  const first = words[0] ?? 0;
  return tokens
    .slice(Math.max(0, first - 2), first)
    .some(token => token.sentence === sentence && DENIALS.has(token.word));
}

/** Signs farther apart than this many words speak of different things. */
const NEAR = 20;

/** Whether two signs stand near each other for different words: one word is one sign, however many phrases fit it. */
export function areTwo(signs: readonly PhraseHit[]): boolean {
  const sorted = [...signs].sort((a, b) => startOf(a) - startOf(b));
  return sorted.some((one, at) => {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || startOf(other) - startOf(one) > NEAR) return false;
      if (other.phrase !== one.phrase && !other.words.some(word => one.words.includes(word))) return true;
    }
    return false;
  });
}

function startOf({ words }: PhraseHit): number {
  return words[0] ?? 0;
}
