import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en la calle principal de Samaria';

describe('the name of who a report is for', () => {
  it.each([
    'si pero no ponga mi nombre ponga el de ella, Eustaquia Rodriguez, ella vive en San Marcelo',
    'no ponga mi nombre, ponga el nombre de mi abuela, Eustaquia Rodriguez',
    'no, put her name, Eustaquia Rodriguez',
  ])('goes with the contact, and hides nobody: %s', words => {
    const talk = told(HOLE, words);
    const { draft } = talk.conversation.state;
    expect(draft?.contact).toMatch(/^Eustaquia Rodriguez/);
    expect(draft?.privacy).toBeNull();
    expect(draft?.description).toEqual([HOLE]);
    expect(draft?.place?.text).toContain('Samaria');
    expect(talk.cases).toHaveLength(0);
  });

  it.each([
    'sí, el caso es por ella, Eustaquia Rodriguez, yo soy la hija',
    'el reporte es para mi abuela Eustaquia Rodriguez',
    'es por ella, eustaquia rodriguez, yo soy la nieta',
    "it's for my grandmother, Eustaquia Rodriguez",
  ])('is whose it is, and no place: %s', words => {
    const { draft } = told(HOLE, words).conversation.state;
    expect(draft?.contact).toMatch(/^Eustaquia Rodriguez/i);
    expect(draft?.place?.text).toContain('Samaria');
    expect(draft?.description).toEqual([HOLE]);
  });

  it.each(['es por ella, no puede caminar', 'es para mi mamá que vive sola'])(
    'is no name where something is told: %s',
    words => expect(told(HOLE, words).conversation.state.draft?.contact ?? null).toBeNull(),
  );

  it.each([
    'mándelo a nombre de ella, Eustaquia Rodriguez',
    'sí, envíelo a nombre de mi mamá Eustaquia Rodriguez',
  ])('is sent with it where they order so: %s', words => {
    const talk = told(HOLE, words);
    expect(talk.cases[0]?.reporter?.contact).toBe('Eustaquia Rodriguez');
    expect(talk.cases[0]?.privacy).toBe('normal');
  });
});
