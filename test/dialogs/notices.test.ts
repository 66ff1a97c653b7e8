import { describe, expect, it } from 'vitest';
import { type Case, KINDS, type Kind, type Status } from '../../src/cases/case.ts';
import { REASONS } from '../../src/cases/lifecycle.ts';
import type { Notice } from '../../src/cases/notify.ts';
import { TEMPLATE_VALUES } from '../../src/catalogue/schemas.ts';
import type { TemplateName } from '../../src/channels/channel.ts';
import { render } from '../../src/channels/render.ts';
import { caseNotice } from '../../src/dialogs/notices.ts';
import { ABILITIES, openStage } from '../support/play.ts';
import { newCase } from '../support/store.ts';

const stage = await openStage();
const word = caseNotice({ ...stage, publicUrl: () => 'https://311.example.org' });
const NUMBER = '311-483-920-712';
const QUESTION = '¿De qué tamaño es el hueco?';

/** What a kind's case can come to, and what is told of it unasked. */
const REACHED: Record<'report' | 'proposal', Status[]> = {
  report: [
    'assigned',
    'in_progress',
    'awaiting_citizen',
    'resolved',
    'closed',
    'reopened',
    'rejected',
    'withdrawn',
  ],
  proposal: ['assigned', 'awaiting_citizen', 'evaluated', 'adopted', 'declined', 'withdrawn'],
};

function caseAt(kind: Kind, status: Status): Case {
  const question = status === 'awaiting_citizen' ? QUESTION : null;
  const holder = { agencyId: 'mop', districtCode: null };
  return { ...newCase(), number: NUMBER, kind, status, question, holder, serviceId: 'pothole' };
}

const fail = (): never => {
  throw new Error('no template');
};

const statusNotice = (status: Status): Notice => ({
  what: 'status',
  note: status === 'awaiting_citizen' ? QUESTION : 'La cuadrilla va el lunes',
  reason: status === 'rejected' || status === 'declined' ? 'no_budget' : null,
});

const EVERY = (['es', 'en'] as const).flatMap(language =>
  KINDS.flatMap(kind =>
    REACHED[kind === 'queja' || kind === 'denuncia' ? 'report' : 'proposal'].map(
      status => [language, kind, status] as const,
    ),
  ),
);

describe('the news of a case', () => {
  it.each(EVERY)(
    'in %s of a %s that is %s names it, says what it came to, and asks what it should',
    (language, kind, status) => {
      const c = caseAt(kind, status);
      const { reply, awaits } = word(statusNotice(status), c, { language, busy: false });
      expect(reply).toMatchObject({ class: 'notice', caseNumber: NUMBER });
      expect(reply.text).toContain(NUMBER);
      expect(reply.text).not.toMatch(/\{|\}|undefined|null/);
      const asks = status === 'resolved' ? 'solved' : status === 'awaiting_citizen' ? 'answer' : 'none';
      expect(reply.asks).toBe(asks);
      expect(awaits?.ask ?? 'none').toBe(asks);
      if (status === 'awaiting_citizen') expect(reply.text).toContain(QUESTION);
      else expect(reply.text).toContain('La cuadrilla va el lunes');
    },
  );

  it.each(EVERY)(
    'in %s of a %s that is %s asks nothing of who is writing a report, but says how to answer later',
    (language, kind, status) => {
      const { reply, awaits } = word(statusNotice(status), caseAt(kind, status), { language, busy: true });
      expect([reply.asks, awaits]).toEqual(['none', null]);
      const later = stage.texts.say(language, 'notice.later', { number: NUMBER }).text;
      expect(reply.text.includes(later)).toBe(status === 'resolved' || status === 'awaiting_citizen');
    },
  );

  it.each(EVERY)('in %s of a %s that is %s fits three text messages', (language, kind, status) => {
    const { reply } = word(statusNotice(status), caseAt(kind, status), { language, busy: false });
    const parts = render(reply, ABILITIES.sms);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.text.length).toBeLessThanOrEqual(3 * 153);
  });
});

describe('the news of a case as an approved template', () => {
  it.each(EVERY)(
    'in %s of a %s that is %s fills only places the office may name',
    (language, kind, status) => {
      const { reply } = word(statusNotice(status), caseAt(kind, status), { language, busy: false });
      const { name, values, language: written } = reply.template ?? fail();
      expect(written).toBe(language);
      expect(TEMPLATE_VALUES[name]).toEqual(expect.arrayContaining(Object.keys(values)));
      expect(values).toMatchObject({ number: NUMBER, matter: expect.any(String) });
      expect(Object.values(values).join()).not.toMatch(/\{|\}|undefined|null|,,/);
      const asked = status === 'resolved' ? 'solved' : status === 'awaiting_citizen' ? 'question' : 'status';
      expect(name).toBe(asked);
      const words = status === 'awaiting_citizen' ? QUESTION : 'La cuadrilla va el lunes';
      expect(values[asked === 'question' ? 'question' : 'note']).toContain(words);
    },
  );

  it.each<[Notice, Status, TemplateName, Record<string, string>]>([
    [{ what: 'opened' }, 'assigned', 'opened', { agency: 'MOP', day: expect.stringMatching(/^\d+ de \w+$/) }],
    [{ what: 'assigned' }, 'assigned', 'assigned', { agency: 'MOP' }],
    [{ what: 'question', text: QUESTION }, 'awaiting_citizen', 'question', { question: QUESTION }],
    [{ what: 'solved_nudge' }, 'resolved', 'solved', {}],
  ])('of %j is %s, %s', (notice, status, name, more) => {
    const { reply } = word(notice, caseAt('queja', status), { language: 'es', busy: false });
    const values = { number: NUMBER, matter: 'Hueco en la calle', ...more };
    expect(reply.template).toEqual({ name, language: 'es', values });
  });

  it('says why a case was turned down, in plain words', () => {
    const notice: Notice = { what: 'status', note: 'Vea el acta', reason: 'no_budget' };
    const { reply } = word(notice, caseAt('queja', 'rejected'), { language: 'es', busy: false });
    const why = stage.texts.say('es', 'case_page.reason.no_budget').text;
    expect(reply.template?.values).toMatchObject({ note: `${why} Vea el acta` });
  });

  it.each(['resolved', 'awaiting_citizen'] as const)(
    'asks nothing of who is writing a report when a case is %s',
    status => {
      const { reply } = word(statusNotice(status), caseAt('queja', status), { language: 'es', busy: true });
      expect(reply.template).toMatchObject({ name: 'status', values: { note: expect.any(String) } });
    },
  );
});

describe('a rejection', () => {
  it.each(REASONS)('says in plain words why: %s', reason => {
    const notice: Notice = { what: 'status', note: null, reason };
    const { reply } = word(notice, caseAt('queja', 'rejected'), { language: 'es', busy: false });
    expect(reply.text).toContain(stage.texts.say('es', `case_page.reason.${reason}`).text);
    expect(reply.text).not.toContain(reason);
  });

  it('without a reason says that there is another one, and how to disagree', () => {
    const notice: Notice = { what: 'status', note: null, reason: null };
    const { reply } = word(notice, caseAt('queja', 'rejected'), { language: 'es', busy: false });
    expect(reply.text).toContain(stage.texts.say('es', 'case_page.reason.other').text);
    expect(reply.text).toContain(stage.texts.say('es', 'notice.rejected').text);
  });
});

describe('other news', () => {
  it('tells who holds a case now, with the reason left to others', () => {
    const { reply } = word({ what: 'assigned' }, caseAt('queja', 'assigned'), {
      language: 'es',
      busy: false,
    });
    expect(reply.text).toBe(`Novedad de su caso ${NUMBER} (Hueco en la calle). Ahora lo atiende: MOP.`);
  });

  it('tells who had a case opened for them its number, its holder and the day', () => {
    const { reply } = word({ what: 'opened' }, caseAt('queja', 'assigned'), { language: 'es', busy: false });
    expect(reply.text).toContain(NUMBER);
    expect(reply.text).toMatch(/MOP.*a más tardar el \d+ de \w+/);
  });

  it('keeps an agency’s question in its own words, to be asked again', () => {
    const c = caseAt('queja', 'awaiting_citizen');
    const { reply, awaits } = word({ what: 'question', text: QUESTION }, c, { language: 'en', busy: false });
    expect(reply.text).toContain(QUESTION);
    expect(awaits).toMatchObject({ ask: 'answer', caseNumber: NUMBER, question: QUESTION });
  });

  it('asks once more whether it was solved, with choices that are of this case alone', () => {
    const { reply } = word({ what: 'solved_nudge' }, caseAt('queja', 'resolved'), {
      language: 'es',
      busy: false,
    });
    expect(reply.asks).toBe('solved');
    expect(reply.choices?.map(({ value }) => value)).toEqual([`solved:${NUMBER}:yes`, `solved:${NUMBER}:no`]);
  });
});
