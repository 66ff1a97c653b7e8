import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const warned = (talk: Talk): boolean =>
  (talk.turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');
const BILL = 'my husband is with the electric company in boquete fighting a bill of 900 dollars';

describe('what somebody suffers, told beside a matter of another body', () => {
  it.each([
    [`${BILL}, also hes yelling at me a lot and yesterday he pushed me`, /pushed|yelling/],
    [
      'me cobraron 900 balboas de luz en Boquete, el doble. También mi marido me empujó ayer y me grita mucho',
      /marido|empuj/,
    ],
  ])('is heard as a danger, and stands in no report of that: %s', (words, secret) => {
    const talk = told(words);
    expect(warned(talk)).toBe(true);
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('900');
    expect(talk.conversation.state.draft?.description.join(' ')).not.toMatch(secret);
    talk.say('sí');
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join(' ')).not.toMatch(secret);
    expect(talk.last()?.text).toMatch(/no se lo envié a nadie|sent to nobody/);
  });

  it('is not sent along with the order to send', () => {
    const order = 'yes send it. and about my husband, he pushed me yesterday, what do i do';
    for (const before of [[BILL], [`${BILL}, also hes yelling at me a lot and yesterday he pushed me`]]) {
      const talk = told(...before, order);
      expect(warned(talk)).toBe(true);
      if (talk.cases.length === 0) talk.say('yes');
      expect(talk.cases).toMatchObject([{ description: [BILL] }]);
      expect(talk.last()?.text).toContain('sent to nobody');
    }
  });

  it.each(['NO why would they know about my husband?? he hit me', 'mi marido me pega, ¿qué hago?'])(
    'is put to no case of another body: %s',
    words => {
      const talk = told(BILL, 'yes', words);
      expect(warned(talk)).toBe(true);
      expect(talk.cases[0]?.description).toEqual([BILL]);
    },
  );

  it.each([
    'my husband pushed me yesterday',
    'hes yelling at me a lot and yesterday he pushed me',
    'my boyfriend slapped me and I am scared',
  ])('is heard in plain English: %s', words => {
    expect(warned(told(words))).toBe(true);
  });

  it.each([
    'the bus driver pushed me yesterday in Boquete',
    'somebody pushed the door of the school in Boquete',
  ])('is no violence at home: %s', words => {
    expect(told(words).last()?.text).not.toContain('182');
  });

  it('is taken out where it is bid not to be sent', () => {
    const talk = told(BILL, "don't send the part about my husband to the power company");
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.text).not.toContain('I added');
  });
});
