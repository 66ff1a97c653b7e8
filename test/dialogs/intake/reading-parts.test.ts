import { expect, it } from 'vitest';
import { openStage, startTalk } from '../../support/play.ts';

const stage = await openStage();

/** Every text that is understood while a citizen says this first. */
function readFor(text: string): string[] {
  const read: string[] = [];
  const understand: typeof stage.classifier.understand = (own, context) => {
    read.push(own);
    return stage.classifier.understand(own, context);
  };
  startTalk({ ...stage, classifier: { ...stage.classifier, understand } }, 'sms').say(text);
  return read;
}

it('one matter after its place is not read again by itself, nor is the place', () => {
  const text = 'En la calle 3 de Cerro Viento, San Miguelito, hay un tubo roto botando agua desde el sábado';
  expect(readFor(text)).toEqual([text]);
});

it('what stands beside the name of a place is read', () => {
  const told = 'La calle 3 de Cerro Viento está oscura de noche';
  const text = `${told}, hay un tubo roto botando agua desde el sábado`;
  expect(readFor(text)).toEqual(expect.arrayContaining([text, told]));
});

it('of two matters each is read', () => {
  const text = 'Hay un hueco enorme en la calle 50 y no hay agua en mi casa';
  expect(readFor(text)).toEqual(
    expect.arrayContaining([text, 'Hay un hueco enorme en la calle 50', 'no hay agua en mi casa']),
  );
});
