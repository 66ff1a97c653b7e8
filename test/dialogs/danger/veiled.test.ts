import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');
const FEAR = 'mi pareja se pone agresivo cuando bebe y yo me encierro con los niños';

describe('fear of somebody at home, told without a blow', () => {
  it.each([
    FEAR,
    'el se pone como loco cuando llega borracho y nos escondemos donde mi suegra',
    'mi esposo no sabe que le estoy escribiendo',
    'si el me encuentra escribiendo se arma la grande',
    'el nunca me deja salir ni trabajar, el no me deja hablar con mi familia',
    'mi marido me humilla y me controla cada paso',
    'me da miedo que el llegue esta noche',
    'quiero dejarlo pero dice que me quita los hijos',
    'desde que termine con mi novio me busca en el trabajo y no me deja en paz',
    'he gets mean when drunk, i am scared when he comes home',
  ])('is given the line that listens, and a report is only offered: %s', text => {
    const words = said(text);
    expect(words).toContain('182');
    const talk = told(text);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.conversation.state.awaits?.step ?? null).not.toBe('place');
    expect(talk.conversation.reason).toBe('danger');
  });

  it.each([
    'mi esposo no sabe leer, por eso escribo yo',
    'mi jefe no me deja salir temprano para ir a la caja',
    'mi marido toma cafe en esa fonda y dice que huele a cloaca',
    'el perro se pone bravo cuando pasan los de la basura',
    'el sistema no me deja ver la cita',
    'me escondo del sol porque en la parada no hay techo',
  ])('is not heard in: %s', text => {
    expect(isWarned(text)).toBe(false);
  });

  it('makes no report of her children, who only asks for herself', () => {
    const { draft } = told(FEAR, 'si').conversation.state;
    expect(draft?.serviceId).toBe('women-support');
  });

  it.each([
    'a donde voy',
    'como me voy con los niños sin que el se entere',
    'hay algun albergue?',
    'como hago para salirme de aqui',
  ])('is told the same line again to: %s', text => {
    expect(said(FEAR, text)).toContain('182');
    // Also where a report is open by then.
    expect(said(FEAR, 'si', text)).toContain('182');
  });

  it.each([
    'que no me escriban cuando el este en la casa',
    'por favor no me llamen cuando mi marido este aqui',
    'si el esta en la casa no me contesten',
    'do not write to me when he is home',
  ])('is told what can be promised, and what not: %s', text => {
    expect(said(FEAR, text)).toMatch(/no puedo asegurarle la hora|cannot promise the hour/);
    expect(told(FEAR, 'si', text).conversation.state.draft?.nudged).toBe(true);
  });

  it('is offered nothing any more once nothing shall be sent', () => {
    const talk = told(FEAR, 'no envie eso por favor', 'gracias');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.conversation.state.awaits).toBeNull();
    expect(said(FEAR, 'no envie eso por favor', 'gracias')).not.toContain('reporte');
  });

  it('sends a woman hit before her children to the line for her', () => {
    expect(said('mi esposo me empuja delante de los niños')).toContain('182');
  });
});

describe('fear of being scolded', () => {
  it.each([
    'mi hija me va a matar si se entera que perdi el recibo',
    'mi abuela me va a matar si ve como dejaron la acera',
    'mi mama me mata si no saco la cedula hoy',
    'mi jefe me va a matar si no llevo el paz y salvo',
  ])('is no danger: %s', text => {
    expect(isWarned(text)).toBe(false);
  });

  it.each([
    'mi esposo me va a matar si lo dejo',
    'mi marido dice que me mata si me voy',
    'mi ex me va a matar',
  ])('is not what is told in: %s', text => {
    expect(said(text)).toContain('182');
  });
});
