import { expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { told } = await openTalks();
const SLIDE = 'hay un derrumbe que ocupa un carril completo en la vía Boquete–Caldera, km 4';

it.each(['es el kilómetro 4.6, no el 4', 'escriba solo km 4.6', 'km 4.6, no 4', "it's km 4.6"])(
  'a kilometre takes the place of the other, before it is sent and after: %s',
  words => {
    expect(told(SLIDE, words).conversation.state.draft?.place?.text).toMatch(/Caldera,.*km 4\.6$/);
    const { cases } = told(SLIDE, 'sí', words);
    expect(cases[0]?.place?.text).toMatch(/Caldera,.*km 4\.6$/);
    expect(cases[0]?.place?.text).not.toContain('kilómetro');
  },
);

it.each(['también hay otro en el km 9', 'no es el km 4'])('none is put right by other words: %s', words => {
  expect(told(SLIDE, 'sí', words).cases[0]?.place?.text).toMatch(/km 4$/);
});
