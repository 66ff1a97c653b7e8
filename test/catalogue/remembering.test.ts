import { expect, it } from 'vitest';
import { remembering } from '../../src/catalogue/remembering.ts';

function counted(limits: { most: number; longest: number }) {
  const asked: string[] = [];
  const answer = remembering(text => {
    asked.push(text);
    return text.length;
  }, limits);
  return { asked, answer };
}

it('works an answer out once', () => {
  const { asked, answer } = counted({ most: 10, longest: 10 });
  expect([answer('agua'), answer('luz'), answer('agua')]).toEqual([4, 3, 4]);
  expect(asked).toEqual(['agua', 'luz']);
});

it('keeps no more answers than it may', () => {
  const { asked, answer } = counted({ most: 2, longest: 10 });
  for (const text of ['agua', 'luz', 'gas', 'agua']) answer(text);
  expect(asked).toEqual(['agua', 'luz', 'gas', 'agua']);
});

it('keeps no long text', () => {
  const { asked, answer } = counted({ most: 10, longest: 3 });
  for (const text of ['agua', 'luz', 'agua', 'luz']) answer(text);
  expect(asked).toEqual(['agua', 'luz', 'agua']);
});
