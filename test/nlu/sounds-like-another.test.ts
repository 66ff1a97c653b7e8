import { beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/nlu/classifier.ts';
import { openStage } from '../support/stage.ts';

let classifier: Classifier;
beforeAll(async () => {
  ({ classifier } = await openStage());
});

const first = (text: string) => {
  const { services, agencies, intent } = classifier.understand(text);
  return { service: services[0]?.id, agency: agencies[0]?.id, intent };
};

describe('a matter that sounds like another one', () => {
  it.each([
    // whose passport it is, and who has it
    ['la patrona donde limpio tiene mi pasaporte guardado y no me deja ir', 'mitradel'],
    ['my employer took my passport and will not give it back', 'mitradel'],
    ['perdí mi pasaporte y la cita es en marzo', 'apap'],
    // who owes, and for what
    ['una vecina me debe 80 dólares y se hace la loca', 'juez_paz'],
    ['le presté dinero a un compadre y no me lo devuelve', 'juez_paz'],
    ['mi jefe me debe tres quincenas', 'mitradel'],
    // what was left half done
    ['el Miviot empezó mi casa y la dejaron a medias', 'miviot'],
    ['la escuela de mi hija la dejaron a medio hacer', 'meduca'],
    ['el puesto de salud quedó a medio construir', 'minsa'],
    ['la carretera la dejaron a medias', 'mop'],
    // whose dog it is
    ['el perro de mi vecino mordió a mi niña la semana pasada', 'juez_paz'],
    // where a Metrobus runs
    ['la parada de bus de Aguadulce no tiene techo', 'mun_otros'],
    ['el bus no pasa en Capira desde el lunes', 'attt'],
    ['el bus no pasa en Pacora desde el lunes', 'mibus'],
    // who takes light
    ['robo de luz, se pegan al poste', 'ensa/naturgy'],
    ['mi vecino está pegado al poste de luz y no paga, en David', 'naturgy'],
    // who takes bribes
    ['las personas de la junta comunal cobran coima', 'antai'],
    ['en la junta comunal piden coima por la carta', 'antai'],
    // whose hospital it is
    ['en el hospital Nicolás Solano no hay medicinas', 'minsa'],
    ['no me dan cita en el hospital Chicho Fábrega', 'minsa'],
    ['el hospital regional de Azuero Anita Moreno no tiene camas', 'minsa'],
    ['el hospital Rafael Hernández no tiene camas', 'css'],
    // who pays, and where one studies
    ['mi hija es universitaria de la utp, la beca del ifarhu no le cae', 'ifarhu'],
    ['estudio en la unachi y no me cae la beca', 'ifarhu'],
    ['la beca no le cae a mi hijo que va a la universidad de panama', 'ifarhu'],
    // whose office it was
    ['fui a la oficina de mides en sona y estaba cerrada', 'mides'],
    ['fui a sacar el pasaporte y no había sistema', 'apap'],
    // and others
    ['perdí mi pasaporte y no sé qué hacer', 'apap'],
    ['idea: lámparas solares en las paradas de Aguadulce', 'mun_otros'],
    ['se me quedó el celular en el taxi', 'attt'],
    ['mi jefa me insulta delante de todos', 'mitradel'],
    ['el gerente humilla a las muchachas en el almacén donde trabajo', 'mitradel'],
    ['how do i get a panama drivers license, im american with a pensionado visa', 'attt'],
    ['what if i already have a canadian license', 'attt'],
    ['el programa de desempleo no llega', 'mitradel'],
    ['alquilé un carro y me quieren cobrar un rayón que no hice', 'acodeco'],
    ['el bono de alimento no le llegó a mi suegra', 'mides'],
    ['la escuela no acepta a mi niña con discapacidad', 'senadis'],
    ['la calle detrás del aeropuerto está inundada', 'mop'],
    ['they throw pig waste in the creek behind us', 'miambiente'],
    ['policia municipal de la chorrera me decomiso las frutas', 'mun_chorrera'],
    ['la policía me quitó la mercancía', 'policia'],
    [
      'al Hospital del Niño le reprograman la cirugía a mi nena x tercera vez porq no sirve el aire del salon',
      'hospital_nino',
    ],
    ['hay una construccion en el cangrejo que trabaja de noche y caen piedras a la acera', 'mun_panama'],
    ['los taxis piratas trabajan sin cupo en la terminal de la chorrera', 'attt'],
    ['el puente de Caldera tiene una grieta y pasan camiones', 'mop'],
    ['no llega el awa en el chorrillo', 'idaan'],
    ['hay una casa de apuestas clandestina en mi barrio', 'mef'],
    ['cazan venados en mi finca', 'miambiente'],
  ])('is for the body that sees to it: %s', (text, agency) => {
    expect(agency.split('/')).toContain(first(text).agency);
  });

  it.each([
    ['la obra del edificio de al lado martilla de noche', 'bar-noise'],
    ['no hay vacunas para bebés en el centro de salud de Chepo', 'vaccination'],
    ['el busito del colegio va sobrecargado con niños parados', 'fare'],
    ['robo de luz, se pegan al poste', 'power-theft'],
    ['vecino se pegó al poste', 'power-theft'],
    ['el restaurante tiene el contador puenteado', 'power-theft'],
    ['mi jefa me insulta delante de todos', 'labour-conditions'],
    ['un guardia me pidió plata para sacarme el récord policivo', 'police-abuse'],
  ])('has its own name: %s', (text, service) => {
    expect(first(text)).toMatchObject({ service, intent: 'report' });
  });
});

describe('what is asked', () => {
  it.each([
    'número de atención al cliente de ensa porfa',
    'me da el teléfono de acodeco',
    'hasta qué fecha puedo sacar la placa',
    '¿hay algún descuento por ser jubilada?',
    'quiero una beca',
  ])('is a question, whatever matter its words mean: %s', text => {
    expect(first(text).intent).toBe('info');
  });

  it('never hides a bribe', () => {
    expect(first('el policía me pidió 20 dólares para darme el récord policivo').intent).toBe('report');
  });
});

describe('what names no body', () => {
  it.each(['no había sistema', 'se cayó el sistema', 'no hay sistema'])('is for none surely: %s', text => {
    expect(classifier.understand(text).agencies[0]?.p ?? 0).toBeLessThan(0.5);
  });
});

describe('a hospital of the one', () => {
  it.each([
    'no me dan cita en el hospital Nicolás Solano',
    'hospital chicho fabrega sin medicinas',
    'en el anita moreno no hay especialista',
  ])('brings no service of the other: %s', text => {
    const { services } = classifier.understand(text);
    expect(services.filter(({ id, p }) => id.startsWith('css-') && p >= 0.05)).toEqual([]);
  });
});

describe('who is low', () => {
  it.each([
    'necesito un psicólogo, me siento muy triste',
    'me siento muy deprimida y no tengo con quien hablar',
    'i am so depressed and i have nobody to talk to',
  ])('is told where somebody listens: %s', text => {
    expect(classifier.understand(text).emergency?.category).toBe('suicidio');
  });

  it.each([
    'qué triste está el parque desde que cortaron los árboles',
    'la psicóloga de la escuela nunca está',
  ])('but not who only says that something is sad: %s', text => {
    expect(classifier.understand(text).emergency).toBeNull();
  });
});

it('what others call harmless may be a danger all the same', () => {
  const text = "they say it's not dangerous but the river is coming into the house right now";
  expect(classifier.understand(text).emergency).not.toBeNull();
  expect(classifier.understand("it's not dangerous, just annoying").emergency).toBeNull();
});

it.each(['en mi casa', 'en Barrio Sur, Colón'])('is none where only a place is told: %s', text => {
  expect(classifier.understand(text).services).toEqual([]);
});

describe('who asks why what was due did not come', () => {
  it.each([
    'necesito saber porq a mi mama no le llego el 120 a los 65 este pago',
    'quisiera saber por que no me ha llegado la beca',
    'por que no me pagaron el bono de este mes?',
  ])('reports that it did not: %s', text => {
    expect(first(text).intent).toBe('report');
  });

  it.each(['cuando llega la beca?', 'por que piden dos fotos para el pasaporte?'])('only asks: %s', text => {
    expect(first(text).intent).toBe('info');
  });
});
