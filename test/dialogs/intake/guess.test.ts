import { describe, expect, it } from 'vitest';
import {
  areaOf,
  isPrecise,
  offeredServices,
  sureKind,
  sureService,
  wordsAsPlace,
} from '../../../src/dialogs/intake/guess.ts';
import { doubtOf, surePlace } from '../../../src/dialogs/intake/place/namesakes.ts';
import type { View } from '../../../src/dialogs/scene.ts';
import { newState } from '../../../src/dialogs/state.ts';
import type { PlaceGuess } from '../../../src/nlu/classifier.ts';
import { openStage } from '../../support/play.ts';

const stage = await openStage();
const view: View = { ...stage, state: newState('es'), publicUrl: 'https://311.example.org' };

function guess(code: string, p: number, more: Partial<PlaceGuess> = {}): PlaceGuess {
  const names = { province: 'Panamá', district: 'Panamá', corregimiento: 'Pedregal', text: 'Pedregal' };
  return { code, ...names, lat: null, lon: null, p, ...more };
}

describe('a service', () => {
  it('is sure far ahead of all others', () => {
    expect(
      sureService(
        view,
        [
          { id: 'no-water', p: 0.7 },
          { id: 'pothole', p: 0.1 },
        ],
        null,
      )?.id,
    ).toBe('no-water');
    expect(
      sureService(
        view,
        [
          { id: 'no-water', p: 0.36 },
          { id: 'pothole', p: 0.02 },
        ],
        null,
      )?.id,
    ).toBe('no-water');
  });

  it('is sure with rivals of the same body, and not with one of another', () => {
    const water = { id: 'no-water', p: 0.4 };
    expect(sureService(view, [water, { id: 'water-leak', p: 0.35 }], null)?.id).toBe('no-water');
    expect(sureService(view, [water, { id: 'pothole', p: 0.35 }], null)).toBeNull();
  });

  it('is not sure when it says little, alone or together with others of its body', () => {
    expect(
      sureService(
        view,
        [
          { id: 'no-water', p: 0.2 },
          { id: 'water-leak', p: 0.19 },
          { id: 'dirty-water', p: 0.19 },
        ],
        null,
      ),
    ).toBeNull();
    expect(sureService(view, [], null)).toBeNull();
    expect(sureService(view, [{ id: 'gone', p: 0.9 }], null)).toBeNull();
  });

  it('is offered with at most two others, when any is worth it', () => {
    const ranked = ['no-water', 'water-leak', 'pothole', 'sewage'].map((id, i) => ({
      id,
      p: 0.3 - i * 0.05,
    }));
    expect(offeredServices(view, ranked).map(({ id }) => id)).toEqual(['no-water', 'water-leak', 'pothole']);
    expect(offeredServices(view, [{ id: 'no-water', p: 0.12 }])).toEqual([]);
  });
});

describe('a place', () => {
  it('is sure alone, or when the other is only the area around it', () => {
    expect(surePlace([guess('080413', 0.8)])?.code).toBe('080413');
    expect(surePlace([guess('080413', 0.5), guess('0804', 0.4)])?.code).toBe('080413');
  });

  it('is asked among homonyms', () => {
    const both = [guess('080413', 0.4), guess('040607', 0.4, { district: 'David', province: 'Chiriquí' })];
    expect(surePlace(both)).toBeNull();
    expect(doubtOf(both).among.map(({ code }) => code)).toEqual(['080413', '040607']);
    expect(doubtOf([guess('080413', 0.9)]).among).toEqual([]);
    expect(doubtOf([])).toEqual({ among: [], named: null });
  });

  it('is told from its namesakes by the areas it lies in', () => {
    expect(
      areaOf(guess('040607', 1, { district: 'David', province: 'Chiriquí', text: 'Pedregal calle 3' })),
    ).toBe('Pedregal, David, Chiriquí');
    expect(areaOf(guess('080413', 1))).toBe('Pedregal, Panamá');
    expect(
      areaOf(
        guess('080509', 1, {
          text: 'Cerro Viento',
          corregimiento: 'Rufina Alfaro',
          district: 'San Miguelito',
        }),
      ),
    ).toBe('Cerro Viento, San Miguelito, Panamá');
  });

  it('is precise when a crew would find it', () => {
    const known = wordsAsPlace('Chitré', null);
    expect(isPrecise({ ...known, code: '0601', district: 'Chitré' })).toBe(false);
    expect(isPrecise({ ...known, code: '0601', district: 'Chitré', text: 'calle Aminta Burgos' })).toBe(true);
    expect(isPrecise({ ...known, code: '060101', district: 'Chitré' })).toBe(true);
  });

  it('in words is kept within what is known, and not endless', () => {
    expect(wordsAsPlace('x'.repeat(500), null).text).toHaveLength(300);
    expect(wordsAsPlace('calle 2', { ...wordsAsPlace('Chitré', null), code: '0601' })).toMatchObject({
      code: '0601',
      text: 'calle 2',
    });
  });
});

describe('a kind', () => {
  it('is sure when no other comes near', () => {
    expect(
      sureKind([
        { id: 'queja', p: 0.6 },
        { id: 'denuncia', p: 0.4 },
      ]),
    ).toBe('queja');
    expect(
      sureKind([
        { id: 'queja', p: 0.48 },
        { id: 'denuncia', p: 0.45 },
      ]),
    ).toBeNull();
    expect(sureKind([{ id: 'queja', p: 0.3 }])).toBeNull();
    expect(sureKind([])).toBeNull();
  });
});
