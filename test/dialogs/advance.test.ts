import { describe, expect, it } from 'vitest';
import { openStage, startTalk } from '../support/play.ts';

const stage = await openStage();
const HOUR = 3_600_000;
const COMPLETE = 'no hay agua en Pacora, calle 2';

describe('the alarm of a talk', () => {
  it('rings half an hour after the last word on a draft, then at its end', () => {
    const talk = startTalk(stage);
    const turn = talk.say('no hay agua');
    expect(turn.set.wakeAt).toEqual(new Date(talk.now.getTime() + HOUR / 2));
    const nudge = talk.wait(HOUR / 2);
    expect(nudge?.set.wakeAt).toEqual(new Date(talk.now.getTime() - HOUR / 2 + 30 * 24 * HOUR));
  });

  it('does not ring where there is no draft, and not for who wants no messages', () => {
    const talk = startTalk(stage, 'sms');
    expect(talk.say('hola').set.wakeAt).toBeNull();
    talk.say('no hay agua');
    const stopped = talk.send({ signal: 'optOut' });
    expect(stopped.set.wakeAt?.getTime()).toBeGreaterThan(talk.now.getTime() + 24 * HOUR);
  });

  it('does not ring while a person is waited for or has the talk', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    expect(talk.say('persona').set.wakeAt).toBeNull();
    expect(talk.say('hola').set.wakeAt).toBeNull();
    talk.conversation = { ...talk.conversation, mode: 'person' };
    expect(talk.say('hola').set.wakeAt).toBeNull();
  });

  it('of a draft nobody came back to drops it, also when it never rang', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    talk.now = new Date(talk.now.getTime() + 31 * 24 * HOUR);
    const turn = talk.say('sí');
    expect(turn.state.draft).toBeNull();
    expect(turn.cases).toEqual([]);
  });
});

describe('a photo with words below it that answer nothing', () => {
  const photo = { id: 'f1', type: 'image/png', bytes: 9 };

  it('is kept, and what was asked is asked again', () => {
    const talk = startTalk(stage);
    talk.say(COMPLETE);
    const turn = talk.send({ texts: ['mire eso'], files: [photo] });
    expect(turn.state.draft?.attachments).toEqual([photo]);
    expect(turn.replies.at(-1)).toMatchObject({ asks: 'confirm' });
    expect(turn.replies[0]?.text).toContain(stage.texts.say('es', 'files_kept').text);
  });

  it('goes with the case when the words are a yes', () => {
    const talk = startTalk(stage);
    talk.say(COMPLETE);
    const turn = talk.send({ texts: ['sí'], files: [photo] });
    expect(turn.cases[0]?.case.attachments).toEqual([photo]);
  });
});

describe('messages that a platform itself stopped and resumed', () => {
  const back = { signal: 'optIn', signalAnswered: true } as const;

  it('are not announced, and the words that came along are answered', () => {
    const talk = startTalk(stage, 'sms');
    talk.send({ signal: 'optOut', signalAnswered: true });
    expect(talk.conversation.optedOut).toBe(true);
    const turn = talk.send({ ...back, texts: ['', 'no hay agua'] });
    expect(turn.replies.at(-1)).toMatchObject({ asks: 'place' });
    expect(talk.conversation.optedOut).toBe(false);
  });

  it('are resumed in silence when nothing was said', () => {
    const talk = startTalk(stage, 'sms');
    talk.send({ signal: 'optOut', signalAnswered: true });
    expect(talk.send(back)).toMatchObject({ silence: 'platform_answered', set: { optedOut: false } });
    expect(talk.send({ ...back, texts: ['START', 'y otra cosa'] }).silence).toBe('platform_answered');
  });
});

describe('a question that was left', () => {
  it('is not answered by a later yes', () => {
    const talk = startTalk(stage);
    talk.say(COMPLETE);
    talk.say('sí');
    talk.say('borrar mis datos');
    talk.say('¿qué necesito para sacar la cédula?');
    const turn = talk.say('sí');
    expect(turn.erase).toBeUndefined();
  });

  it('comes back after what came between', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    talk.say('borrar mis datos');
    const turn = talk.say('no');
    expect(turn.state.awaits).toMatchObject({ ask: 'place' });
    expect(turn.state.awaits?.before).toBeUndefined();
  });

  it('is answered even while another came between', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    talk.say('borrar mis datos');
    expect(talk.say('Pacora, calle 2').state.draft?.place?.code).toBe('080417');
  });

  it('about erasing is answered by mail only by who reads there', () => {
    const talk = startTalk(stage, 'email');
    talk.say('borrar mis datos');
    const forged = talk.say('sí');
    expect(forged.erase).toBeUndefined();
    expect(forged.replies[0]?.text).toMatch(/Responda a este mismo correo[\s\S]*¿Borro todo\?/);
    expect(talk.send({ texts: ['sí'], answers: true }).erase).toBeDefined();
  });

  it.each(['mi celular es 6999-9999, llámenme ahí', 'agregue que me llamen al 6999-9999'])(
    'a telephone is taken by mail only from who reads there: %s',
    words => {
      const talk = startTalk(stage, 'email');
      talk.say('hay un hueco en la calle 12 de Río Abajo');
      talk.say('sí');
      expect(talk.say(words).replies[0]?.text).toContain('Responda a este mismo correo');
      expect(talk.cases[0]?.reporter?.contact ?? null).toBeNull();
      talk.send({ texts: [words], answers: true });
      expect(talk.cases[0]?.reporter?.contact).toContain('6999-9999');
    },
  );

  it('does not pile up however often one asks to be erased', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    for (let i = 0; i < 5; i += 1) talk.say('borrar mis datos');
    const { before } = talk.conversation.state.awaits ?? {};
    expect([before?.ask, before?.before]).toEqual(['place', undefined]);
  });

  it('of an agency is kept through a report, and asked after it', () => {
    const talk = startTalk(stage);
    talk.say('hay un hueco en la calle 12 de Río Abajo');
    talk.say('sí');
    talk.question('¿De qué tamaño es?');
    talk.say('no recogen la basura en Betania, calle 5');
    const turn = talk.say('sí');
    expect(turn.replies.at(-1)).toMatchObject({ asks: 'answer' });
    expect(turn.replies.at(-1)?.text).toContain('¿De qué tamaño es?');
  });
});

describe('a slot that was asked', () => {
  it('is not asked again, though the answer says no more than was known', () => {
    const talk = startTalk(stage);
    expect(talk.say('hay un poste apagado en Chitré').replies.at(-1)?.asks).toBe('place');
    expect(talk.say('en Chitré').replies.at(-1)?.asks).toBe('confirm');
  });
});

describe('a second matter', () => {
  it('is not lost when the first is followed by another report', () => {
    const talk = startTalk(stage);
    talk.say('No recogen la basura en Betania, calle 5, y además hay un poste de luz apagado');
    talk.say('sí');
    talk.say('no hay agua en Pacora, calle 2');
    expect(talk.say('sí').replies.at(-1)).toMatchObject({ asks: 'split' });
  });
});

describe('what is filed', () => {
  it('keeps the words about the matter verbatim, in order, one entry a message', () => {
    const talk = startTalk(stage);
    talk.say('Buenas', 'NO hay AGUA!!!', 'ya van 3 días');
    talk.say('en Pacora, calle 2');
    talk.say('sí, y el tanque   está vacío');
    expect(talk.cases[0]?.description).toEqual([
      'NO hay AGUA!!!',
      'ya van 3 días',
      'y el tanque   está vacío',
    ]);
  });

  it('has files only once, and none when it is anonymous', () => {
    const photo = { id: 'f1', type: 'image/jpeg', bytes: 9 };
    const talk = startTalk(stage);
    talk.send({ texts: ['quiero denunciar que venden droga en la esquina de Curundú'], files: [photo] });
    expect(talk.conversation.state.draft?.attachments).toEqual([photo]);
    talk.tap('Anónima');
    const turn = talk.say('sí');
    expect(turn.cases[0]?.case).toMatchObject({ attachments: [], reporter: null, conversationId: null });
    expect(turn.replies.map(({ caseNumber }) => caseNumber)).toEqual([undefined, undefined]);
  });

  it('of a denuncia leaves number and PIN alone in the last message', () => {
    const talk = startTalk(stage);
    talk.say('quiero denunciar que venden droga en la esquina de Curundú');
    talk.say('con reserva');
    const last = talk.say('sí').replies.at(-1);
    expect(last?.text).toBe(`Su caso es ${talk.cases[0]?.number} y su PIN es 482913. Guárdelos.`);
  });

  it('takes an identity number as the contact where the body asks for it', () => {
    const talk = startTalk(stage);
    talk.say('quiero denunciar que un taxista me cobró de más en Tocumen');
    talk.say('sin reserva, con mis datos');
    talk.say('Ana Ríos, 8-123-456');
    talk.say('sí');
    expect(talk.cases[0]?.reporter?.contact).toBe('Ana Ríos, 8-123-456');
    expect(talk.cases[0]?.description.join()).not.toContain('8-123-456');
  });
});

describe('a file that cannot be taken', () => {
  it('is said once, and costs no miss', () => {
    const talk = startTalk(stage);
    talk.say('no hay agua');
    const turn = talk.send({ unreadable: 1 });
    expect(turn.replies[0]?.text.match(/no se pudo abrir/g)).toHaveLength(1);
    expect(turn.state.awaits?.misses).toBe(0);
  });
  it('says behind the numbers of a danger that a file was not opened, and not to who wants to die', () => {
    const texts = (told: string): string[] =>
      startTalk(stage)
        .send({ texts: [told], unreadable: 1 })
        .replies.map(({ text }) => text);
    const [numbers, ...rest] = texts('hay un incendio en la casa de al lado en Chilibre');
    expect(numbers).toContain('103');
    expect(rest.join('\n')).toContain('Un archivo no se pudo abrir');
    expect(texts('ya no quiero vivir, me quiero matar').join('\n')).not.toContain('archivo');
  });
});
