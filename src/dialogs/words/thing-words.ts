import { wordSet } from '../../catalogue/words.ts';
import { plainWords } from './plain-words.ts';

const THINGS = wordSet(
  `agua aguas luz luces electricidad corriente energia poste postes cable cables alambre alambres chispa chispas chispazo
   chispazos humo humareda fuego candela llama llamas incendio quema transformador transformadores medidor explosion gas
   olor olores basura basurero desechos escombros caliche hueco huecos bache baches cloaca alcantarilla tubo tubos tuberia
   fuga inundacion derrumbe semaforo semaforos lampara luminaria luminarias internet señal ruido bulla musica perro
   perros gato gatos rata ratas mosquito mosquitos culebra abejas animal animales muerto muerta sangre herido herida
   heridos tiros disparos accidente choque arma pistola cuchillo machete ladron ladrones robo dengue
   water light lights power electricity pole poles cable cables wire wires spark sparks smoke fire flames explosion
   transformer smell trash garbage rubbish pothole potholes hole sewage leak flood noise dog dogs rat rats mosquitoes
   snake bees blood accident crash gunshots shots knife gun thief`,
);
const BESIDE = wordSet(
  'el la los las un una unos unas y mucho mucha muchos muchas the a an and lots of some',
);

/** Nothing but the name of a thing, or of several: `chispas`, `un cable`. It tells neither where nor that it is over. */
export function isThingAlone(text: string): boolean {
  const words = plainWords(text)
    .split(' ')
    .filter(word => !BESIDE.has(word));
  return words.length > 0 && words.every(word => THINGS.has(word));
}
