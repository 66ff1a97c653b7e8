import { describe, expect, it } from 'vitest';
import { openStage, startTalk } from '../../support/play.ts';

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
    expect(talk.last()?.text).toMatch(/^¿En qué lugar es\? Sirve lo que haya cerca/);
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

describe('who meant to write to somebody else', () => {
  it.each([
    'numero equivocado',
    'con la pizzería?',
    'hola, hablo con doña Carmen',
    'wrong number',
    'me equivoqué, no era para ustedes',
  ])('is told who reads this: %s', text => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.last()?.text).toMatch(/Este es el 311|This is 311/);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is nobody who has a case here, and tells something of it', () => {
    const talk = startTalk(stage);
    talk.say('hay un hueco en la calle 5 de chitre');
    talk.say('sí');
    talk.say('Es la casa de la esquina, de día.');
    expect(talk.last()?.text).not.toContain('Este es el 311');
  });
});

describe('who asks what the kinds are', () => {
  it('is told, and what was asked is asked again', () => {
    const talk = startTalk(stage);
    talk.say('qué es una denuncia');
    expect(talk.last()?.text).toContain('Una queja es por un servicio que le falla');
    expect(talk.last()?.text).toContain('Cuénteme qué pasa');
    expect(talk.conversation.state.draft).toBeNull();
    talk.say('no hay agua en Pacora, calle 2');
    talk.say('cuál es la diferencia entre queja y denuncia');
    expect(talk.last()?.text).toContain('Una denuncia, por algo indebido');
    expect(talk.last()?.asks).toBe('confirm');
  });
});

describe('a person, and a complaint about this chat', () => {
  it.each(['Hi, I need a human', 'I want a real person'])('is understood: %s', text => {
    const talk = startTalk(stage);
    talk.say(text);
    expect(talk.conversation.mode).toBe('waiting');
  });

  it('is heard as a complaint about the questions, not as a matter', () => {
    const talk = startTalk(stage);
    talk.say('no me gusta este chat');
    expect(talk.last()?.text).toContain('Tiene razón, disculpe.');
  });
});

describe('words after a case was filed', () => {
  function filed(text: string): ReturnType<typeof startTalk> {
    const talk = startTalk(stage);
    talk.say(text);
    talk.say('sí');
    return talk;
  }

  it.each(['se hizo mas grande', 'está peor que ayer', 'y tampoco hay luces ahí'])(
    'that say it grew worse are added to it: %s',
    words => {
      const talk = filed('hueco en la via principal de Cerro Viento');
      talk.say(words);
      expect(talk.last()?.text).toContain('Lo agregué al caso');
      expect(talk.cases).toHaveLength(1);
    },
  );

  it('that ask after one of several are answered with that one', () => {
    const talk = filed('no hay agua en Chame centro');
    talk.say('se fue la luz en Chame centro');
    talk.say('sí');
    talk.say('cómo va lo de la luz');
    expect(talk.last()?.text).toMatch(/^Caso 311-[\d-]+: Se fue la luz/);
  });
});

describe('the answer to a summary', () => {
  const COMPLETE = 'hay una fuga de agua en la calle 12 de Río Abajo';

  it('files nothing on a word that only begins like a yes', () => {
    const talk = startTalk(stage);
    talk.say(COMPLETE);
    talk.say('quiero dos pizzas familiares');
    expect(talk.cases).toEqual([]);
  });

  it('is left with thanks', () => {
    const talk = startTalk(stage);
    talk.say(COMPLETE);
    talk.say('ya no, gracias');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('puts another number of the same street in the place of the first', () => {
    const talk = startTalk(stage);
    talk.say(COMPLETE);
    talk.say('sí, pero es en la calle 13');
    expect(talk.conversation.state.draft?.place?.text).toBe('calle 13 de Río Abajo');
    expect(talk.last()?.text).not.toContain('Lugar: calle 12');
  });
});

describe('marks piled on one letter', () => {
  // In the square of its length each reading of this takes half a minute.
  const piled = (word: string) => `${word}${'\u0301\u0323'.repeat(150_000)}`;

  it('cost no time anywhere in a talk', () => {
    const talk = startTalk(stage);
    talk.say(piled('hola'));
    talk.say(`no pasa la basura desde ${piled('ayer')}`);
    talk.say(`en Samaria, distrito de San Miguelito, frente a la ${piled('escuela')}`);
    expect(talk.last()?.asks).toBe('confirm');
    talk.say(piled('si'));
    expect(talk.cases).toHaveLength(1);
  });
});
