import { beforeAll, describe, expect, it } from 'vitest';
import type { Understanding } from '../../src/nlu/classifier.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const read = (text: string): Understanding => stage.classifier.understand(text);

describe('a danger that few words tell', () => {
  it.each([
    ['violencia_mujer', 'llevo una hora en la ducha, el me espera afuera'],
    ['violencia_mujer', 'ME VA A MATAR esta vez si'],
    ['suicidio', 'me corto a veces'],
    ['suicidio', 'a veces me corto y no le digo a nadie'],
    ['suicidio', 'hay una señora del otro lado de la baranda'],
    ['menor', 'el entrenador lo toca'],
    ['menor', 'el profe la toca cuando se quedan solos'],
    ['medica', 'her throat is closing'],
    ['medica', 'se le fue la boca de lado'],
    ['medica', 'no puede jalar aire'],
    ['incendio', 'el cilindro de gas silba'],
    ['mar', 'man overboard'],
    ['delito_en_curso', 'me quieren montar en un carro a la fuerza'],
  ])('is heard: %s, %s', (category, text) => {
    expect(read(text).emergency?.category).toBe(category);
  });
});

describe('what only sounds like a danger', () => {
  it.each([
    'el tanque de agua del vecino se bota y me moja la pared',
    'se me cortó a veces el internet',
    'me corto a veces la luz sin avisar',
    'my husband paid the bill and they cut it anyway',
    'the children walk past it every day, please fix the sidewalk',
    "it's my mother who needs the appointment",
    'nadie está peleando ni tirando botellas, es solo la música',
    'mi niño sordo lleva tres semanas metio en la casa, ya no pasa el busito',
    'los sábalos amanecieron boca arriba en el río',
    'la hija del alcalde tiene auxilio económico de 40 mil',
    'botones de auxilio en las paradas, esa es mi idea',
  ])('is none: %s', text => {
    expect(read(text).emergency).toBeNull();
  });
});

describe('how people name a matter', () => {
  it.each([
    ['court', 'mi ex no me pasa la pensión del niño hace cinco meses'],
    ['css-benefits', 'para sacar el paz y salvo de la caja qué necesito'],
    ['css-care', 'llevo tres horas en urgencias de la policlínica con mi niño con fiebre'],
    ['fire-safety', 'mi gato está en un árbol y no baja'],
    ['driving-licence', 'perdí la licencia y quiero el duplicado de licencia'],
    ['municipal-service', 'los del municipio me quitaron la carretilla donde vendo raspado'],
    ['river-pollution', 'una avioneta fumigando el arroz y nos cae el veneno en la casa'],
  ])('it is %s: %s', (service, text) => {
    expect(read(text).services[0]?.id).toBe(service);
  });
});

describe('words that only stand near', () => {
  it.each([
    ['no-water', 'no hay agua en mi casa en Cerro Viento, calle 3'],
    ['stray-animals', 'mi vecina tiene como 30 gatos'],
  ])('mean no other matter than %s: %s', (service, text) => {
    const [first, second] = read(text).services;
    expect(first?.id).toBe(service);
    expect(second?.p ?? 0).toBeLessThan(0.2);
  });

  it.each(['sí, y no estoy seguro', 'mi abuelita se siente mal, necesito ayuda'])(
    'are no matter at all: %s',
    text => {
      expect(read(text).services[0]?.p ?? 0).toBeLessThan(0.35);
    },
  );
});
