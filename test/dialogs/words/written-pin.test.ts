import { describe, expect, it } from 'vitest';
import { writtenPin } from '../../../src/dialogs/words/written-pin.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('a point that is written', () => {
  it.each([
    ['9.0012, -79.5001', { lat: 9.0012, lon: -79.5001, rest: '' }],
    ['es en 8.4271,-82.4308 frente al palo', { lat: 8.4271, lon: -82.4308, rest: 'es en frente al palo' }],
    [
      'mi ubicación: https://www.google.com/maps/@9.0012,-79.5001,15z',
      { lat: 9.0012, lon: -79.5001, rest: '' },
    ],
    [
      'https://maps.google.com/?q=9.0012%2C-79.5001 hay un hueco',
      { lat: 9.0012, lon: -79.5001, rest: 'hay un hueco' },
    ],
  ])('is read: %s', (text, pin) => {
    expect(writtenPin(text)).toEqual(pin);
  });

  it.each([
    '40.7128, -74.0060',
    'pagué 9.001 y 79.500 balboas',
    'mi medidor es 8.123-79.5001',
    '9.00, -79.50',
  ])('is none: %s', text => {
    expect(writtenPin(text)).toBeNull();
  });

  it('is where it is, as a pin that is sent', () => {
    const asked = told('no hay agua en mi casa', '9.0012, -79.5001').conversation.state.draft;
    expect(asked?.place?.district).not.toBeNull();
    expect(asked?.place?.lat).toBe(9.0012);
    const first = told('hay un hueco enorme https://maps.google.com/?q=9.0012,-79.5001');
    expect(first.conversation.state.draft?.place?.lat).toBe(9.0012);
    expect(first.conversation.state.draft?.description).toEqual(['hay un hueco enorme']);
  });
});
