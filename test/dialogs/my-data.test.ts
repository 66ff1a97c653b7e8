import { expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();

it.each(['pero que datos tienen mios primero', 'y antes no puedo ver que guardaron?'])(
  'who asks what is kept before it is erased is shown it, and asked on: %s',
  words => {
    const talk = told('quiero que borren todos mis datos y no me escriban mas', words);
    expect(talk.last()?.text).toContain('/chat/export');
    expect(talk.last()?.text).toContain('¿Borro todo?');
    expect(talk.conversation.state.draft).toBeNull();
    talk.say('sí');
    expect(talk.turns.at(-1)?.erase).toBeDefined();
  },
);

it.each([['quiero hablar con una persona'], ['mi marido me pega', 'quiero hablar con una persona']])(
  'who waits for a person can have everything erased all the same: %s',
  (...before) => {
    const talk = told(...before, 'borrar mis datos');
    expect(talk.last()?.text).toContain('¿Borro todo?');
    talk.say('sí');
    expect(talk.turns.at(-1)?.erase).toBeDefined();
  },
);
