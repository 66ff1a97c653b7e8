import { describe, expect, it } from 'vitest';
import { openStage } from '../support/play.ts';

const { classifier } = await openStage();
const first = (text: string, language: 'es' | 'en' = 'es') => {
  const { kinds, services, agencies } = classifier.understand(text, { language });
  return { kind: kinds[0]?.id, service: services[0]?.id, agency: agencies[0]?.id, p: agencies[0]?.p ?? 0 };
};

describe('a matter that is announced first', () => {
  it.each([
    'Buenas tardes, quiero poner una queja. ',
    'Hola buenos días quisiera reportar que ',
    'quiero hacer un reclamo porque ',
    'buenas, necesito poner una queja formal de que ',
  ])('is heard as the same: «%s»', opening => {
    for (const matter of [
      'no hay agua en mi casa desde ayer',
      'hay un hueco enorme en la calle',
      'no recogen la basura',
    ]) {
      const announced = first(opening + matter);
      expect(announced).toMatchObject({ service: first(matter).service, agency: first(matter).agency });
      expect(announced.p, opening + matter).toBeGreaterThan(0.4);
    }
  });

  it.each([
    ['queja', 'I want to report a pothole on Via Argentina'],
    ['queja', 'I would like to report a broken pipe in my street'],
    ['denuncia', 'I want to report an official who asks for bribes'],
  ])('in English is a %s by what it tells: %s', (kind, text) => {
    expect(first(text, 'en').kind).toBe(kind);
  });
});
