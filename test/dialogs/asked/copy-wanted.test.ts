import { expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const HOLE = 'hay un hueco en la calle 12 de Río Abajo';

it.each([
  'Sí, pero mande copia al SINAPROC, por favor. Soy ingeniero idóneo',
  'mándelo también al SINAPROC',
  'envíelo con copia al SINAPROC',
  'send a copy to SINAPROC',
])('who wants a copy for another body is told that there is none, before it is sent: %s', words => {
  const talk = told(HOLE, words);
  expect(talk.last()?.text).toMatch(/A SINAPROC no le llega copia|SINAPROC gets no copy/);
  expect(talk.last()?.asks).toBe('confirm');
  expect(talk.cases).toEqual([]);
  expect(talk.conversation.state.draft?.description.join(' ')).not.toContain('SINAPROC');
});

it('what is told beside it is kept', () => {
  expect(draftOf(HOLE, 'Sí, pero mande copia al SINAPROC. Soy ingeniero idóneo')?.description).toContain(
    'Soy ingeniero idóneo',
  );
});

it('asked of a case, it is answered here and asked of no body', () => {
  const talk = told(HOLE, 'sí', '¿Le llegó copia al SINAPROC o no?');
  expect(talk.last()?.text).toContain('este es para MOP. A SINAPROC no le llega copia.');
  expect(talk.cases[0]?.description).toEqual([HOLE]);
});

it.each(['ayer le mandé copia al SINAPROC', 'no me dan copia de la cédula en el SINAPROC'])(
  'what they did or want themselves is none: %s',
  words => {
    expect(said(HOLE, 'sí', words)).not.toContain('no le llega copia');
  },
);
