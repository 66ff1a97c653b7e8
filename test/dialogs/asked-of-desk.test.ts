import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const last = (...words: string[]) => told(...words).last()?.text ?? '';
const WAGES = 'trabajo en un restaurante en La Chorrera y no me pagan hace dos meses';

describe('a question about the desk and the report', () => {
  it.each([
    [WAGES, 'pero me piden cedula? yo no tengo, solo pasaporte vencido'],
    [WAGES, 'no es eso, digo que si para poner esta queja me piden cedula?'],
  ])('whether papers are needed is answered, and no matter of its own', (...words) => {
    const text = last(...words);
    expect(text).toContain('no le piden cédula');
    expect(text).toContain('MITRADEL');
  });

  it('of the papers of a procedure is one of the procedure', () => {
    expect(last('qué necesito para sacar el pasaporte', 'y me piden cedula?')).not.toContain(
      'presentar un reporte',
    );
  });

  it('whether somebody is told of it', () => {
    expect(last('si yo soy venezolana y no tengo papeles ustedes le avisan a migración?')).toContain(
      'A nadie más se le avisa',
    );
  });

  it('why data are wanted', () => {
    const text = last(
      'un funcionario usa el carro del estado para llevar a sus hijos al colegio',
      'para qué quieren mis datos? ustedes son del mismo gobierno',
    );
    expect(text).toContain('No tiene que dar sus datos');
    expect(text).toContain('¿Cómo quiere presentarla?');
  });

  it('whether it costs something', () => {
    expect(last('se fue la luz en San Felipe, Panamá', 'y eso cuesta algo?')).toContain('no cuesta nada');
  });

  it('whether anything was sent of what was left', () => {
    const words = ['no hay agua en Pacora', 'no envíe nada', 'seguro q no quedó nada?'];
    expect(last(...words)).toContain('No envié nada');
  });

  it('what erasing touches erases nothing and asks for nothing', () => {
    const text = last(
      'no hay agua en Pacora',
      'sí',
      'y joven una pregunta, eso de borrar mis datos me borra la pensión?',
    );
    expect(text).toContain('No toca su pensión');
    expect(text).not.toContain('¿Borro todo?');
    expect(last('no hay agua en Pacora', 'sí', 'borren mis datos')).toContain('¿Borro todo?');
  });
});
