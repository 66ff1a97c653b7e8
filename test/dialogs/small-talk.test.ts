import { describe, expect, it } from 'vitest';
import { openStage, startTalk } from '../support/play.ts';

const stage = await openStage();
const NOT_HERE = 'Con eso no le puedo ayudar. Aquí recibo quejas';

describe('what anybody may know', () => {
  it.each([
    'quien es el presidente',
    '¿Quién es el presidente de Panamá?',
    'hola, cuál es la capital de Francia',
    'quien gano el partido',
    'cuanto es 2 + 2',
    'qué hora es',
  ])('is not answered, and no service is offered for it: %s', text => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.last()?.text).toContain(NOT_HERE);
    expect(talk.last()?.choices ?? []).toEqual([]);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('in English is not answered either', () => {
    const talk = startTalk(stage);
    talk.say('Hello, who is the president of Panama?');
    expect(talk.last()?.text).toContain('I cannot help with that.');
  });

  it.each([
    'el presidente de la junta de agua se roba la plata, quien es el responsable',
    'quien ganó la licitación de la calle de Pacora',
  ])('is told from what is for this desk: %s', text => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.last()?.text).not.toContain(NOT_HERE);
  });
});

describe('a word that only says that it was read', () => {
  it('brings the open question again, and is given up as any other answer', () => {
    const talk = startTalk(stage);
    talk.say('no pasa la basura');
    talk.say('ok');
    expect(talk.last()?.text).toBe(
      '¿En qué lugar es? Escriba el barrio y el distrito, y una calle o algo cercano para encontrarlo.',
    );
    talk.say('bueno');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is not mistaken for thanks, which are answered', () => {
    const talk = startTalk(stage);
    talk.say('no pasa la basura');
    talk.say('ok gracias');
    expect(talk.last()?.text).toContain('Con gusto. Para terminar:');
    expect(talk.last()?.asks).toBe('place');
  });
});

describe('who asks after a case and has none', () => {
  it.each(['cómo va mi caso', 'y mi caso?', 'quiero saber como va mi caso'])('is told so: %s', text => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.last()?.text).toContain('Por aquí no tiene casos.');
    expect(talk.conversation.state.draft).toBeNull();
  });
});
