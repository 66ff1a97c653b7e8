import { describe, expect, it } from 'vitest';
import { addressIn } from '../../../src/dialogs/words/read-address.ts';
import { openStage, startTalk } from '../../support/play.ts';

const stage = await openStage();
const talk = (channel: 'web' | 'sms' | 'email' = 'web') => startTalk(stage, channel);
const HOUR = 3_600_000;

describe('who has another address', () => {
  it.each([
    ['agregar mi correo ana@correo.example.com', 'email', 'ana@correo.example.com'],
    ['Quiero agregar otro número: 6000-0001', 'sms', '+50760000001'],
    ['por favor vincule mi celular +507 6000 0001', 'sms', '+50760000001'],
    ['hola, quiero unir mi whatsapp 60000001', 'sms', '+50760000001'],
    ['I want to add my email Ana@Correo.Example.com', 'email', 'ana@correo.example.com'],
  ])('says so in one message: %s', (text, channel, address) => {
    const turn = talk().say(text);
    expect(turn.proof).toMatchObject({
      what: 'asked',
      to: { channel, account: `our ${channel}`, address },
      codeHash: 'code 123456',
    });
    expect(turn.replies[0]?.text).toContain(address);
    expect(turn.replies.map(({ text }) => text).join()).not.toContain('123456');
  });

  it('or in two', () => {
    const citizen = talk();
    const asked = citizen.say('agregar otro correo');
    expect(asked.replies[0]).toMatchObject({ asks: 'contact', text: expect.stringContaining('¿Cuál es?') });
    expect(asked.proof).toBeUndefined();
    expect(citizen.say('es ana @ example').replies[0]?.text).toContain('No reconozco');
    expect(citizen.say('ana@correo.example.com').proof).toMatchObject({ what: 'asked' });
    expect(citizen.conversation.state.awaits).toBeNull();
  });

  it('gets a code there, good for an hour, in the words of that channel', () => {
    const citizen = talk();
    const { proof } = citizen.say('agregar mi celular 6000-0001');
    if (proof?.what !== 'asked') throw new Error('nothing was asked');
    expect(proof.until.getTime() - citizen.now.getTime()).toBe(HOUR);
    expect(proof.reply).toMatchObject({
      class: 'code',
      short: expect.stringMatching(/^123456 es su código.*el chat web/),
    });
    expect(proof.capabilities.alphabet).toBe('gsm7');
  });

  it('is told when that cannot be', () => {
    const said = (text: string, more = {}, channel: 'web' | 'sms' = 'web') => {
      const turn = talk(channel).send({ texts: [text], ...more });
      expect(turn.proof).toBeUndefined();
      return turn.replies[0]?.text;
    };
    expect(said('agregar mi correo ana@x.example.com', { proof: { pending: null, asked: 3 } })).toContain(
      'mañana',
    );
    const own = talk('sms');
    own.conversation = { ...own.conversation, address: '+50760000001' };
    expect(own.say('agregar mi celular 6000-0001').replies[0]?.text).toContain(
      'la dirección desde la que ya',
    );
    expect(said('desvincular')).toContain('ninguna otra');
  });

  it('wants it kept apart again', () => {
    const citizen = talk();
    citizen.conversation = { ...citizen.conversation, person: 'p' };
    expect(citizen.say('desvincular').proof).toEqual({ what: 'left' });
  });

  it.each([
    'no me avisaron por correo y el hueco sigue en la calle 12 de Betania',
    'el correo de la junta no contesta',
    'quiero agregar que el tubo sigue roto',
    'en la dirección que di no hay agua',
  ])('is not everybody who speaks of one: %s', text => {
    expect(talk().say(text).proof).toBeUndefined();
  });

  it('by mail must be who they say: who writes in another’s name would see the cases of that one', () => {
    const citizen = talk('email');
    const asked = citizen.say('agregar mi celular 6000-0001');
    expect(asked.proof).toBeUndefined();
    expect(asked.replies[0]?.text).toMatch(/Responda a este mismo correo[\s\S]*¿Cuál es\?/);
    const again = citizen.say('6000-0001');
    expect(again.proof).toBeUndefined();
    expect(again.replies[0]?.text).toContain('Responda a este mismo correo');
    const failed = { texts: ['6000-0001'], authenticity: { spf: 'pass', dkim: 'pass', dmarc: 'fail' } };
    expect(citizen.send(failed).proof).toBeUndefined();
    const proof = { what: 'asked', to: { address: '+50760000001' } };
    expect(citizen.send({ texts: ['6000-0001'], answers: true }).proof).toMatchObject(proof);
    const checked = { texts: ['agregar mi celular 6000-0001'], authenticity: { dmarc: 'pass' } };
    expect(talk('email').send(checked).proof).toMatchObject(proof);
  });

  it('nor parts them by mail who only writes in the other’s name', () => {
    const citizen = talk('email');
    citizen.conversation = { ...citizen.conversation, person: 'p' };
    const forged = citizen.say('desvincular');
    expect(forged.proof).toBeUndefined();
    expect(forged.replies[0]?.text).toContain('Responda a este mismo correo');
    expect(citizen.send({ texts: ['desvincular'], answers: true }).proof).toEqual({ what: 'left' });
  });

  it('is not asked in the middle of a report', () => {
    const citizen = talk();
    citizen.say('hay un tubo roto en Cerro Viento');
    const turn = citizen.say('agregar mi correo ana@correo.example.com');
    expect(turn.proof).toBeUndefined();
    expect(citizen.conversation.state.draft).not.toBeNull();
  });
});

describe('a code that was sent here', () => {
  const pendingUntil = (ms: number) => {
    const citizen = talk('sms');
    const until = new Date(citizen.now.getTime() + ms);
    const proof = { pending: { codeHash: 'code 123456', until, askedOn: 'web' }, asked: 0 };
    return { citizen, say: (text: string) => citizen.send({ texts: [text], proof }) };
  };

  it.each(['123456', '123 456', 'mi código es 123-456.', 'El 123456'])('is answered: %s', text => {
    const turn = pendingUntil(HOUR).say(text);
    expect(turn.proof).toEqual({ what: 'proven', codeHash: 'code 123456' });
    expect(turn.replies[0]?.text).toContain('el chat web');
  });

  it('is not guessed for long', () => {
    const turn = pendingUntil(HOUR).say('123457');
    expect(turn.proof).toEqual({ what: 'missed', codeHash: 'code 123456' });
    expect(turn.replies[0]?.text).toContain('no es el código');
  });

  it('leaves reports alone, whatever numbers they hold', () => {
    const turn = pendingUntil(HOUR).say('el poste 654321 de la calle 12 en Betania está apagado desde ayer');
    expect(turn.proof).toBeUndefined();
    expect(turn.replies[0]?.text).not.toContain('código');
  });

  it('means nothing after its hour, nor where none was sent', () => {
    expect(pendingUntil(-1).say('123456').proof).toBeUndefined();
    expect(talk('sms').say('123456').proof).toBeUndefined();
  });

  it('comes after danger', () => {
    const turn = pendingUntil(HOUR).say('123456 se está quemando la casa del vecino');
    expect(turn.replies[0]?.class).toBe('emergency');
    expect(turn.proof).toBeUndefined();
  });
});

describe('an address in a text', () => {
  it.each([
    ['Ana.Perez+311@Correo.example.com.', { kind: 'mail', address: 'ana.perez+311@correo.example.com' }],
    ['(ana@x.example.com)', { kind: 'mail', address: 'ana@x.example.com' }],
    ['6000-0001', { kind: 'phone', address: '+50760000001' }],
    ['507 6000 0001', { kind: 'phone', address: '+50760000001' }],
    ['+507-6000-0001', { kind: 'phone', address: '+50760000001' }],
    ['+1 (305) 555-0100', { kind: 'phone', address: '+13055550100' }],
    // A telephone that stays at home takes no text messages.
    ['222-2222', null],
    ['+507 222-2222', null],
    ['123456', null],
    ['ana@localhost', null],
    ['a@b', null],
    ['', null],
  ])('%s', (text, found) => {
    expect(addressIn(text)).toEqual(found);
  });
});
