import { describe, expect, it } from 'vitest';
import type { Template } from '../../src/channels/channel.ts';
import { formOf, type Leaving } from '../../src/channels/window.ts';
import { WINDOW_CLOSED } from '../../src/errors.ts';
import { SMALL_CAPABILITIES } from '../support/scripted-channel.ts';

const HOUR = 3_600_000;
const NOON = new Date('2026-10-26T17:00:00Z');
const ago = (ms: number): Date => new Date(NOON.getTime() - ms);
const template: Template = { name: 'status', language: 'es', values: { number: '311-483-920-712' } };
const day = { ...SMALL_CAPABILITIES, replyWindowMs: 24 * HOUR, templates: true };
const words: Leaving = { from: 'bot', part: { text: 'x', choices: [] }, code: null };
const news: Leaving = { ...words, part: { ...words.part, template } };

describe('how a message may leave', () => {
  it('is free for ever where there is no window', () => {
    expect(formOf(SMALL_CAPABILITIES, news, null, NOON)).toBe('free');
  });

  it.each([
    ['free just after the citizen wrote', 0, 'free'],
    ['free an hour before the end', 23 * HOUR, 'free'],
    ['a template a minute before the end', 24 * HOUR - 60_000, 'template'],
    ['a template a week later', 168 * HOUR, 'template'],
    ['free when the clock was set back', -HOUR, 'free'],
  ])('is %s', (_what, age, form) => {
    expect(formOf(day, news, ago(age), NOON)).toBe(form);
  });

  it('is a template for who never wrote', () => {
    expect(formOf(day, news, null, NOON)).toBe('template');
  });

  it('is a template once the platform says the window has closed', () => {
    expect(formOf(day, { ...news, code: WINDOW_CLOSED }, ago(0), NOON)).toBe('template');
  });

  it('is none outside the window without a template, or where the platform has none', () => {
    expect(formOf(day, words, ago(25 * HOUR), NOON)).toBeNull();
    expect(formOf({ ...day, templates: false }, news, ago(25 * HOUR), NOON)).toBeNull();
  });

  it('is late for a person, where people have longer, and for nobody else', () => {
    const week = { ...day, templates: false, lateWindowMs: 168 * HOUR };
    const person: Leaving = { ...words, from: 'person' };
    expect(formOf(week, person, ago(25 * HOUR), NOON)).toBe('late');
    expect(formOf(week, words, ago(25 * HOUR), NOON)).toBeNull();
    expect(formOf(week, person, ago(168 * HOUR), NOON)).toBeNull();
    expect(formOf(day, person, ago(25 * HOUR), NOON)).toBeNull();
  });
});
