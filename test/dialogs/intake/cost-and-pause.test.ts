import { expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const OPENED = ['quiero poner una queja', 'no recogen la basura'];

it.each(['cuanto cuesta?', '¿y cuánto cuesta eso?', 'cuánto me cobran', 'how much does it cost?'])(
  'what the report costs is said, whatever is asked of it: %s',
  words => {
    for (const begun of OPENED) {
      const talk = told(begun, words);
      expect(talk.last()?.text).toMatch(/no cuesta nada|is free/);
      expect(talk.last()?.asks).toBe(told(begun).last()?.asks);
    }
  },
);

it('is of the procedure that was told just before', () => {
  expect(told('¿qué necesito para sacar el pasaporte?', '¿cuánto cuesta?').last()?.text).not.toContain(
    'no cuesta nada',
  );
});

it.each(['ya vengo', 'ahorita regreso', 'en un ratito le escribo', 'ahora sigo'])(
  'who comes back later is waited for: %s',
  words => {
    for (const begun of OPENED) {
      const talk = told(begun, words);
      expect(talk.last()?.text).toContain('aquí le espero');
      expect(talk.conversation.state.draft?.description).toEqual(
        told(begun).conversation.state.draft?.description,
      );
    }
  },
);
