import { beforeAll, describe, expect, it } from 'vitest';
import type { Danger } from '../../src/nlu/classifier.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const dangerOf = (text: string): Danger | null => stage.classifier.understand(text).emergency;

describe('what may become a danger', () => {
  it.each([
    ['accidente', 'el chofer del colegial viene con tufo a guaro y los pelaos adentro'],
    ['accidente', 'busero de la ruta Tocumen manejando tomado con el bus lleno de pasajeros'],
    ['accidente', 'el señor que maneja el bus del colegio está jumado'],
    ['accidente', 'the school bus driver smells like liquor and the kids are on board'],
    ['accidente', 'unas reses andan sueltas por la interamericana en Antón'],
    ['accidente', 'hay como cinco vacas en plena vía a Chame'],
    ['animales', 'vimos un caimán en la cuneta frente a la escuela de Chilibre'],
    ['animales', 'a big croc is in the yard behind our house'],
    ['electrico', 'el poste de la esquina está inclinado encima de la escuela'],
    ['electrico', 'the light pole is about to fall on the kids bus stop'],
    ['desastre', 'el palo de mango está ladeado y se va a venir encima de mi cuarto'],
    ['desastre', 'tengo miedo que se nos caiga la pared del vecino encima'],
    ['desastre', 'a huge tree is leaning over my roof and will fall tonight'],
    ['desastre', 'un derrumbe tapa la carretera a Boquete'],
    ['medica', 'no hay luz desde ayer y mi papá depende del concentrador'],
    ['medica', 'desde las 6 sin luz y mi bebé necesita nebulizarse'],
    ['medica', 'se fue la energía, mi abuela está encamada con oxígeno'],
    ['medica', 'blackout since morning and my mother needs her oxygen machine'],
    ['medica', 'the power is out and my insulin is going bad in the fridge'],
    ['medica', 'tengo la insulina en la nevera y llevamos dos días sin luz'],
    ['electrico', 'hay unos cables en el piso frente a la escuela'],
    ['incendio', 'la cocina apesta a huevo podrido desde que cambiamos el tanquecito y nos duele la cabeza'],
    ['menor', 'hay una niña de unos 5 años sola en la calle en Tocumen, no se ven sus papás'],
    ['menor', 'un niñito como de 4 años solo en el parque desde las 8, nadie lo busca'],
    ['mar', 'my son fell in the river'],
    ['desaparecido', 'my son disappeared in Colon yesterday'],
    ['menor', 'la señora que cuida a mi sobrina de 5 años la encierra y le pega'],
  ])('has its numbers told (%s): %s', (category, text) => {
    expect(dangerOf(text)?.category).toBe(category);
  });

  it.each([
    'no son 3 dias, son 5',
    'el río apesta a huevo podrido',
    'el cable de internet en el suelo',
    'compré un cable en el piso 3 de Albrook Mall',
    'los niños caminan solos por la carretera para ir a la escuela porque no hay bus',
    'the fence fell in the river',
    'quiero que poden un árbol que está muy grande en la acera',
    'quisiera un permiso para cortar un palo en mi patio',
    'venden carne de lagarto y culebra en el mercado',
    'los taxistas no paran cuando llueve',
    'hay un hueco en la vía que puede causar un accidente',
    'la cita de diálisis de mi papá me la cambiaron dos veces en la caja',
    'no me entregan la insulina en la farmacia de la policlínica',
    'el recibo de luz llega alto porque uso oxígeno en casa',
    'un caballo muerto en la vía a La Colorada',
    'no se va a caer el árbol sobre la casa, solo hay que podarlo',
  ])('is not seen in: %s', text => {
    expect(dangerOf(text)).toBeNull();
  });
});

describe('who tells of what may become a danger', () => {
  it.each([
    'Hay un árbol grande que se puede caer sobre mi casa, ya está inclinado',
    'es que puede haber un accidente, el caballo está en medio de la vía',
  ])('reports it, and asks nothing: %s', text => {
    expect(stage.classifier.understand(text).intent).toBe('report');
  });

  it('may ask as well', () => {
    const text = 'no hay luz y mi mamá usa oxígeno, ¿qué hago?';
    expect(dangerOf(text)?.category).toBe('medica');
  });
});

describe('an ordinary message, however it is put', () => {
  it.each([
    'wena, ta to apagao aki en el chorri dsd anoshe, ni la nevera prende',
    'todo apagao en Curundú, ni el abanico prende, avisen cuando vuelve la luz',
    'jubilado de 78 años, fui a la caja a cobrar y me dijeron que estoy muerto',
    'my landlord in Bocas town dumps sewage straight into the sea behind the hotel, it stinks',
    'el de La Pintada, el que está arriba en la montaña',
    'el de Santa Fe, el que queda pegado al río',
    'ta botando agua el tubo y ademas no hay luz y los perros rompen la basura porque no pasa el camion, todo en Burunga sector 3',
    'si manden a alguien rapido',
    'si porfa, envien una cuadrilla hoy',
  ])('rings no alarm: %s', text => {
    expect(dangerOf(text)).toBeNull();
  });
});

describe('veiled dangers of persons', () => {
  it.each([
    ['violencia_mujer', 'mi novio se pone violento si toma y me encierro en el baño'],
    ['violencia_mujer', 'mi pareja no puede saber que estoy llamando'],
    ['violencia_mujer', 'si no eres mia no eres de nadie, me dice mi ex'],
    ['adulto_mayor', 'la nuera le grita y pellizca a la abuelita'],
    ['menor', 'mi hijo tiene miedo a su padrastro'],
    ['menor', 'la niña cuenta que el tio le hace cosquillas raras y es un secreto'],
    ['delito_en_curso', 'un tipo me sigue todos los dias hasta la parada'],
    ['medica', 'mi tia se tomo un puñado de pastillas de la presion'],
    ['suicidio', 'ya me despedi de todos'],
  ])('have their numbers told (%s): %s', (category, text) => {
    expect(dangerOf(text)?.category).toBe(category);
  });
});
