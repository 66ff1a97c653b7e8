import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const last = (...words: string[]) => told(...words).last()?.text ?? '';
const draft = (...words: string[]) => told(...words).conversation.state.draft;
const HOURS = 'Disculpe, ¿a qué hora abre el centro de salud de Chepo y si vacunan contra influenza?';

describe('a question that tells no matter', () => {
  it.each([
    ['el 311-221-895-196', 'y si soy la hija? ella no sabe usar el celular'],
    ['quien manda ahi?'],
    ['¿Uds comparten mis datos con la policía? tengo una orden de alimentos'],
    ['me pueden ayudar?'],
    ['es que tengo una duda'],
    ['buenas, una consulta'],
    ['borren todo lo que tengan de mi, no quiero que guarden mi numero'],
  ])('is made no report: %s %s', (...words) => {
    expect(draft(...words)).toBeNull();
  });

  it('is a proposal where it asks for something to be built', () => {
    expect(draft('¿y si ponen un semáforo en la entrada de Cabuya?')?.kind).toBe('idea');
  });

  it('asks what can be done by who wants help', () => {
    expect(last('me pueden ayudar?')).toContain('Cuénteme qué pasa y en qué lugar');
  });
});

describe('a question of fact', () => {
  it.each(['quiero saber el horario del registro civil en colon', 'cuándo abren la biblioteca de Colón'])(
    'is answered, and no report of it offered: %s',
    words => {
      const talk = told(words);
      expect(talk.last()?.text).toContain('Lo sabe esta entidad');
      expect(talk.conversation.state.awaits).toBeNull();
    },
  );
});

describe('an answer that was none', () => {
  it.each(['ah ok pero no me contestó si está abierta', 'eso no es lo que pregunté'])(
    'is owned to, and who knows is told: %s',
    words => {
      const asked = 'kiero saver si ya esta abierta la inscripcion pa 120 a los 65';
      expect(last(asked, words)).toContain('MIDES');
      expect(draft(asked, words)).toBeNull();
    },
  );
});

describe('how to reach who knows', () => {
  it.each([
    'persona no, dime el telefono nomas',
    'ok y la pagina o telefono?',
    'no estoy poniendo queja, solo quiero el telefono del centro',
  ])('is told of what was asked before: %s', words => {
    expect(last(HOURS, words)).toContain('MINSA');
    expect(draft(HOURS, words)).toBeNull();
  });

  it('leaves the report of who only wanted that', () => {
    const words = ['no pasa la basura en Burunga sector 2', 'no es queja!!! solo quiero el numero'];
    expect(last(...words)).toContain('Municipio de Arraiján');
    expect(draft(...words)).toBeNull();
  });
});

describe('whom to tell, asked with what is wrong and where', () => {
  it('is this desk', () => {
    const words =
      'Hi, I live in Boquete and the streetlight outside my house has been out for a month. who do I tell?';
    expect(draft(words)?.serviceId).toBe('street-light');
  });

  it('is this desk too where they bid it after an answer', () => {
    const asked = '¿cómo reporto una luminaria dañada?';
    expect(draft(asked, 'y no puede hacer el reporte usted?')?.serviceId).toBe('street-light');
  });
});

describe('a question beside thanks', () => {
  it('is heard', () => {
    expect(last('cuánto cuesta el pasaporte', 'gracias. y los domingos atienden?')).not.toMatch(/^Con gusto/);
  });
});

describe('what goes from telephone to telephone', () => {
  it.each([
    'REENVIADO MUCHAS VECES: mañana cierran todos los supermercados, compre ya y pase esta cadena a 10 contactos',
    'La oferta de trabajo q publican en facebook del MINSA es verdadera? piden 25 dolares x la inscripcion',
  ])('is confirmed by nobody here: %s', words => {
    expect(last(words)).toContain('Eso no se lo puedo confirmar');
    expect(draft(words)).toBeNull();
  });
});

it('a question that goes on with nothing begins no report', () => {
  expect(draft('and how long will it take?')).toBeNull();
  expect(draft('no hay agua en Bethania, cuánto se demoran?')).not.toBeNull();
});
