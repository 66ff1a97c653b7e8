import { describe, expect, it } from 'vitest';
import type { Template } from '../../src/channels/channel.ts';
import { type ApprovedTemplate, approvedFor, fillTemplate } from '../../src/channels/templates.ts';

const approved: ApprovedTemplate = {
  ...{ template: 'novedad', language: 'es', values: ['number', 'note', 'status'], buttons: 0 },
};
const said = (values: Record<string, string>): Template => ({ name: 'status', language: 'es', values });

describe('an approved template', () => {
  it('is filled in the order of its places', () => {
    const values = { status: 'En proceso', note: 'Vamos el lunes', number: '311-483-920-712', matter: 'x' };
    expect(fillTemplate(approved, said(values))).toEqual(['311-483-920-712', 'Vamos el lunes', 'En proceso']);
  });

  it('gets one line each, without runs of blanks, and something where there is nothing', () => {
    const values = { number: '311', note: ' uno\n\tdos      tres ' };
    expect(fillTemplate(approved, said(values))).toEqual(['311', 'uno dos tres', '—']);
  });

  it('gets no value so long that the others have no room', () => {
    const [, note = ''] = fillTemplate(approved, said({ number: '1', note: 'palabra '.repeat(200) }));
    expect(note.length).toBeLessThanOrEqual(400);
    expect(note).toMatch(/palabra…$/);
  });

  it('is found by its news and language, and is none that was not approved', () => {
    const templates = { status: { es: approved, en: { ...approved, language: 'en' } } };
    expect(approvedFor(templates, { ...said({}), language: 'en' })?.language).toBe('en');
    expect(approvedFor(templates, { ...said({}), name: 'opened' })).toBeNull();
    expect(approvedFor(templates, undefined)).toBeNull();
  });
});
