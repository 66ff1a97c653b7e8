import { describe, expect, it } from 'vitest';
import { frameOf } from '../../src/nlu/frame.ts';
import { readTokens } from '../../src/nlu/tokens.ts';

const matterOf = (text: string): string => {
  const tokens = readTokens(text, new Map());
  return tokens
    .slice(frameOf(tokens))
    .map(({ word }) => word)
    .join(' ');
};

describe('what only greets and announces', () => {
  it.each([
    ['Buenas tardes, quiero poner una queja, no hay agua', 'no hay agua'],
    ['Hola buenos días quisiera reportar que se fue la luz', 'se fue la luz'],
    ['Quiero denunciar a un policía', 'a un policia'],
    ['necesito presentar una denuncia formal contra un policía', 'un policia'],
    ['hola, tengo un problema con el bus', 'el bus'],
    ['Hi, I want to report a pothole', 'a pothole'],
    ['Good morning, I want to report that they sell drugs', 'they sell drugs'],
    ['quiero hacer una denuncia anónima de una cantina', 'una cantina'],
    ['tengo una idea para el parque', 'el parque'],
    ['ayuda con la basura', 'la basura'],
    ['Kiero poner una denunsia porke me amenazan', 'me amenazan'],
    ['denuncia anónima\nun funcionario pide coima', 'un funcionario pide coima'],
    ['Buenas. Queja. No hay agua', 'no hay agua'],
    ['Soy Ana, vecina de aquí. Vengo a informar que no hay agua', 'no hay agua'],
  ])('is left out at the beginning: %s', (text, matter) => {
    expect(matterOf(text)).toBe(matter);
  });

  it.each([
    'no hay agua',
    'buenas',
    'quiero poner una queja',
    'quiero hablar con una persona',
    'quiero saber cómo renuevo la cédula',
    'puse la denuncia y nadie llama',
    'denuncia por amenazas y el fiscal nada',
  ])('is nothing of «%s»', text => {
    expect(matterOf(text)).toBe(
      readTokens(text, new Map())
        .map(({ word }) => word)
        .join(' '),
    );
  });
});
