import { beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
const read = (text: string) => stage.classifier.understand(text);

describe('the area told beside a place', () => {
  it('says nothing of the matter', () => {
    const alone = read('hay un hueco en la calle principal de Villa Lucre').services[0];
    const beside = read('hay un hueco en la calle principal de Villa Lucre, San Miguelito').services[0];
    expect(beside?.id).toBe('pothole');
    expect(beside?.p).toBeCloseTo(alone?.p ?? 0, 2);
  });

  it.each([
    ['botan basura en la calle 12 de rio abajo', 'illegal-dump'],
    ['botan basura al rio en rio abajo', 'river-pollution'],
  ])('and called after water tells of none: %s', (text, service) => {
    expect(read(text).services[0]?.id).toBe(service);
  });

  it('is the place where the map knows the name only elsewhere', async () => {
    const { surePlace } = await import('../../src/dialogs/intake/place/namesakes.ts');
    const place = surePlace(read('una calle a medio hacer en la primavera en la mesa de veraguas').places);
    expect(place?.code).toBe('0904');
    expect(place?.text).toContain('primavera');
  });
});

describe('words written by ear', () => {
  it.each([
    ['noai agua en samaria', 'no-water'],
    ['tanbien ai un weco en la caye', 'pothole'],
    ['la calle 5 esta llena d guecos', 'pothole'],
  ])('are known: %s', (text, service) => {
    expect(read(text).services[0]?.id).toBe(service);
  });

  it('`igual` is no iguana', () => {
    expect(read('ta bien gracias igual').intent).toBe('thanks');
  });
});
