import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, draftOf } = await openTalks();

const MILK = 'me vendieron leche vencida en el súper Rey de Vista Alegre';

describe('a name they put right', () => {
  it.each([
    [MILK, 'no era rey era el machetazo', 'súper machetazo de'],
    [MILK, 'no fue en el rey, fue en el xtra', 'súper xtra de'],
    [MILK, 'perdón, no es Rey sino Machetazo', 'súper Machetazo de'],
    [MILK, 'era el machetazo, no el rey', 'súper machetazo de'],
    [MILK, 'me equivoqué no es el rey es el super 99', 'en el super 99 de'],
    ['el chofer del bus 1432 me insultó en Albrook', 'no era el 1432 era el 1423', 'bus 1423 me'],
    ['no hay medicinas para mi mamá en la caja', 'no es mi mamá, es mi abuela', 'para mi abuela en'],
    ['la empresa cable onda me cobró de más', 'no era cable onda era mas movil', 'empresa mas movil'],
    [
      'I bought a broken fridge at the Panafoto store',
      "it wasn't Panafoto, it was Rodelag",
      'the Rodelag store',
    ],
  ])('stands where the other stood: %s | %s', (first, words, now) => {
    const before = draftOf(first);
    const draft = draftOf(first, words);
    expect(draft?.description).toHaveLength(1);
    expect(draft?.description[0]).toContain(now);
    expect(draft?.serviceId).toBe(before?.serviceId);
    expect(draft?.place?.code).toBe(before?.place?.code);
    expect(draft?.place?.text ?? '').not.toMatch(/rey/i);
  });

  it('no longer speaks for the body', () => {
    expect(
      draftOf('la empresa cable onda me cobró de más', 'no era cable onda era mas movil')?.reasons,
    ).toEqual([]);
  });

  it.each([
    ['no hay agua en la calle 5 de Santiago', 'no es agua, es luz', 'power'],
    ['no hay luz en la calle 5 de Santiago', 'no es la luz, es el agua', 'water'],
  ])('is no other matter: %s | %s', (first, words, service) => {
    const draft = draftOf(first, words);
    expect(draft?.serviceId ?? '').not.toBe(draftOf(first)?.serviceId);
    expect(draft?.description[0]).toBe(first);
    expect(service).not.toBe('');
  });

  it.each([
    ['no es Chepo, es Pacora', 'Pacora'],
    ['no fue en Chepo, fue en Pacora', 'Pacora'],
  ])('is no place: %s', (words, place) => {
    expect(draftOf('no recogen la basura en Chepo centro', words)?.place?.text).toContain(place);
  });

  it('is no kind', () => {
    expect(draftOf(MILK, 'no es queja, es denuncia')?.kind).toBe('denuncia');
  });
});

const PATROL = 'no hay rondas de policía en mi barrio, en Chepo centro';

describe('what they wish to be done about it', () => {
  it.each([
    'quiero que pongan más ronda',
    'quiero que pasen la patrulla de noche',
    'necesitamos que vengan los fines de semana',
    'lo que pido es que haya un puesto fijo',
    'que pongan más policías',
    'I want them to come at night',
  ])('is told with it: %s', words => {
    const talk = told(PATROL, words);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toEqual([PATROL, words]);
    expect(talk.cases).toEqual([]);
  });

  it.each([
    'quiero que lo manden ya',
    'quiero que sepan quién soy',
    'quiero que me llamen',
    'quiero que espere',
    'quiero que vaya con reserva',
    'quiero que lo pongan como denuncia',
    'quiero que también arreglen la luz de la calle',
    'necesito que me atienda una persona',
    'I want you to send it',
  ])('is nothing they want the desk to do: %s', words => {
    const { draft } = told(PATROL, words).conversation.state;
    expect(draft?.description ?? []).not.toContain(words);
  });
});
