import { beforeAll, describe, expect, it } from 'vitest';
import type { Understanding } from '../../src/nlu/classifier.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const read = (text: string): Understanding => stage.classifier.understand(text);

describe('a matter that sounds like another', () => {
  it.each([
    ['women-support', 'mi vecino le pega a la mujer, ahorita mismo se oyen los gritos'],
    ['women-support', 'my neighbor beats his wife every weekend in Vista Alegre'],
    ['traffic-ticket', 'mi cuñado maneja uber y le hicieron una multa injusta en Tumba Muerto'],
    ['traffic-ticket', 'me pusieron una multa en la cinta costera y yo no iba rápido'],
    ['illegal-construction', 'mi vecino construye sin permiso en Coronado'],
    ['illegal-construction', 'están levantando un edificio de 4 pisos sin permiso en Pedregal'],
    ['dismissal', 'tengo 3 meses de embarazo y me botaron del trabajo'],
    ['dismissal', 'me echaron del trabajo por estar preñada'],
    ['dismissal', 'despidieron a 12 compañeros sin causa en la bananera'],
    ['unpaid-wages', 'me botaron hace dos meses y todavía no me pagan la liquidación'],
    ['bar-noise', 'hay una obra que trabaja hasta las 2 de la mañana en Obarrio, no dejan dormir'],
    ['food-hygiene', 'están vendiendo pescado podrido afuera del mercado de mariscos'],
    ['power-meter', 'ENSA me dejó sin luz porque no pagué pero yo sí pagué, tengo el recibo'],
    ['power-meter', 'ya pagué la luz y Naturgy no me la conecta, llevo dos días así'],
    ['pig-farm', 'mal olor de una porqueriza al lado de la escuela de Pesé'],
    ['health-centre', 'el hospital Chicho Fábrega de Santiago dejó morir a mi tía por negligencia'],
    ['presidency', 'quiero quejarme del presidente, no hace nada'],
    ['case-311', 'quiero cambiar el correo de mi cuenta del 311'],
    ['case-311', 'no me gusta como me atendieron ustedes'],
    ['case-311', 'el operador del 311 me tiró el teléfono'],
    ['power-outage', 'se robaron los cables y llevamos 2 días sin luz en Sabanitas, Colón'],
    ['power-outage', 'ta to apagao aki en el chorri dsd anoshe, ni la nevera prende'],
    ['stray-animals', 'se me escapó la gata en Condado del Rey'],
    ['fare', 'el bus de Pacora ta carisimo y anda con las llantas lisas'],
    ['fare', 'el bus escolar de kuna nega anda sobrecargado de niños y el chofer huele a licor'],
    ['police-abuse', 'una patrulla atropelló a mi primo y se fue'],
    ['river-pollution', 'hotel is discharging sewage on the beach in Santa Catalina'],
    ['css-benefits', 'fui a la caja a cobrar mi pensión y me dijeron que estoy muerto'],
  ])('is %s: %s', (service, text) => {
    expect(read(text).services[0]?.id).toBe(service);
  });
});

describe('the peace judge who is complained of', () => {
  it.each([
    ['mun_panama', 'el juez de paz de Juan Díaz no me atiende y me dijo bruta'],
    ['mun_arraijan', 'la jueza de la casa de paz de Burunga me gritó y no me recibió la queja'],
  ])('does not look into it: %s', (agency, text) => {
    expect(read(text).agencies[0]?.id).toBe(agency);
  });

  it('is still the one for what neighbours do', () => {
    expect(read('mi vecino tiene la música alta, ya fui a la casa de paz').agencies[0]?.id).toBe('juez_paz');
  });
});

describe('praise beside what does not work', () => {
  it.each([
    'excelente servicio el de ustedes, 20 días sin agua en Chepo, los felicito',
    'felicidades al idaan, ya van tres semanas y ni una gota en Burunga',
    'qué eficiencia la de la Caja, llevo 4 meses esperando la cita de cardiología',
    'muchas gracias ENSA por dejarnos sin luz otra vez, primer mundo',
    'un aplauso para la alcaldía, el camión no ha pasado en 15 días',
    'buen trabajo MOP, el hueco de la entrada lleva un año y nadie viene',
    'congratulations to IDAAN, two weeks without water in Cerro Azul, great job',
    'thanks for nothing, still no garbage truck in Bocas town',
  ])('is a queja: %s', text => {
    expect(read(text).kinds[0]?.id).toBe('queja');
  });

  it.each([
    'felicito al idaan porque después de 3 días sin agua vinieron rápido y arreglaron',
    'quiero felicitar a la enfermera Mirna del centro de salud de Pacora',
    'excelente atención la del doctor en Soná, no me dejó ir hasta que me bajó la fiebre',
    'me gustaría sugerir que el metrobús tenga wifi',
    'quisiera sugerir más sillas en la estación de San Miguelito',
  ])('is a sugerencia where it is meant: %s', text => {
    expect(read(text).kinds[0]?.id).toBe('sugerencia');
  });
});

describe('a procedure for the first time', () => {
  it.each([
    ['cedula_primera', 'Cuánto cuesta sacar la cédula por primera vez?'],
    ['cedula_primera', 'how do i get my first cedula'],
    ['cedula_renovacion', 'tengo que renovar la cédula, cuánto cuesta'],
    [
      'carnet_migracion_primera',
      'vengo llegando de venezuela y quiero saber como saco el carnet de migracion',
    ],
    ['carnet_migracion_primera', 'qué necesito para sacar la residencia, soy colombiana'],
    ['carnet_migracion', 'quiero renovar mi carnet de migración, qué necesito'],
  ])('is %s: %s', (procedure, text) => {
    const { intent, procedures } = read(text);
    expect([intent, procedures[0]?.id]).toEqual(['info', procedure]);
  });
});
