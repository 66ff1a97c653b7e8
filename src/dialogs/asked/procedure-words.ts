import type { Agency, Bilingual, Procedure } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say, type View } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { monthText, sourceNames } from '../words/source-text.ts';
import { fieldsAsked } from './field-words.ts';

/** What a text message about a procedure may take: with a greeting before it, three segments. */
const SHORT_MOST = 405;

/** What is known of a procedure, with source and date; `next` follows it. Short: the essentials, and where the rest stands. */
export function procedureWords(view: View, procedure: Procedure, next: Sentence | null): Sentence {
  const agency = view.catalogue.agencies.get(procedure.agency);
  const website = agency?.website ?? null;
  const bullets = needsOf(view, procedure)
    .map(need => `- ${need}`)
    .join('\n');
  const { text } = lines(
    titleOf(view, procedure, agency),
    say(view, 'info.needs', { needs: bullets }),
    costOf(view, procedure),
    whereOf(view, procedure),
    takesOf(view, procedure),
    sourceOf(view, procedure, procedure.source),
    website === null ? null : say(view, 'info.website', { website }),
    next,
  );
  return { text, short: shortOf(view, procedure, agency, next) };
}

/** A field of a card that can be asked for by itself. */
export type Field = 'needs' | 'cost' | 'where' | 'takes';

/** What a procedure says of one field; null: nobody published it. */
export function fieldWords(view: View, procedure: Procedure, field: Field): Sentence | null {
  switch (field) {
    case 'needs': {
      const needs = needsOf(view, procedure);
      const { text } = say(view, 'info.needs', { needs: needs.map(need => `- ${need}`).join('\n') });
      const brief = say(view, 'info.needs', { needs: needs.join('; ') });
      return { text, short: brief.short ?? brief.text };
    }
    case 'cost':
      return procedure.cost && costOf(view, procedure);
    case 'where':
      return whereOf(view, procedure);
    case 'takes':
      return takesOf(view, procedure);
  }
}

/** The lines of a card, each requirement for itself; `said` without its label. */
export function cardLines(view: View, procedure: Procedure): { said: string; line: string }[] {
  const { language } = view.state;
  const needs = needsOf(view, procedure).map(need => ({
    said: need,
    line: say(view, 'info.needs_one', { needs: need }).text,
  }));
  const others = (['cost', 'where', 'takes'] as const).map(field => ({
    said: procedure[field]?.[language] ?? '',
    line: fieldWords(view, procedure, field)?.text ?? '',
  }));
  return [...needs, ...others.filter(({ line }) => line !== '')];
}

/** Does it tell from when to when? */
export function hasHours({ takes }: Procedure): boolean {
  return /\d:\d\d/.test(takes?.es ?? '');
}

/** That nobody published how long it takes, where that is asked. */
export function noTime(scene: Scene, { takes }: Procedure): Sentence | null {
  const isAsked = fieldsAsked(plainWords(scene.burst.text)).includes('takes');
  return takes === null && isAsked ? say(scene, 'info.no_time') : null;
}

/** Who vouches for a procedure, in a line. */
export function sourceWords(view: View, procedure: Procedure): Sentence {
  return sourceOf(view, procedure, mainSource(procedure));
}

/** Who said so and when: `Según La Estrella (dato de octubre de 2025)`. */
function sourceOf(view: View, { asOf, confidence }: Procedure, said: string): Sentence {
  if (confidence === 'B') return say(view, 'info.unverified');
  const { language } = view.state;
  const source = sourceNames(said, language);
  if (asOf === null) return say(view, 'info.source_undated', { source });
  return say(view, 'info.source', { source, date: monthText(asOf, language) });
}

/** The source the date is of, else the first one, without what stands in brackets. */
function mainSource({ source, asOf }: Procedure): string {
  const all = source.split('; ').map(part => part.replace(/\s*\([^)]*\)/g, ''));
  return all.find(part => asOf !== null && part.includes(asOf)) ?? all[0] ?? source;
}

/** The fullest wording that fits. Time is left out before any requirement is; then all but the first clauses are. */
function shortOf(
  view: View,
  procedure: Procedure,
  agency: Agency | undefined,
  next: Sentence | null,
): string {
  const source = sourceOf(view, procedure, mainSource(procedure));
  const tell = (told: Procedure): { words: Sentence; whole: boolean } => {
    const rest = [costOf(view, told), whereOf(view, told), takesOf(view, told), source, next];
    const title = titleOf(view, told, agency);
    const needs = fitting(view, told, agency, SHORT_MOST - lengthOf(lines(title, ...rest)));
    const words = lines(title, say(view, 'info.needs', { needs }), ...rest);
    return { words, whole: needs === needsOf(view, told).join('; ') };
  };
  const fits = (words: Sentence): boolean => lengthOf(words) <= SHORT_MOST;
  const full = tell(procedure);
  if (full.whole && fits(full.words)) return full.words.short ?? '';
  const { words } = tell({ ...procedure, takes: null });
  if (fits(words)) return words.short ?? '';
  const brief = { ...procedure, takes: null, cost: clause(procedure.cost), where: clause(procedure.where) };
  return tell(brief).words.short ?? '';
}

/** The first clause in each language. */
function clause<T extends Bilingual | null>(words: T): T {
  if (words === null) return words;
  const first = (text: string): string => text.split(/[;.] /)[0] ?? text;
  return { ...words, es: first(words.es), en: first(words.en) };
}

/** As many requirements as fit into so many letters, one at least, and where the others stand. */
function fitting(view: View, procedure: Procedure, agency: Agency | undefined, room: number): string {
  const all = needsOf(view, procedure);
  const { website } = agency ?? { website: null };
  const more = say(view, website === null ? 'info.more' : 'info.more_at', { website: website ?? '' });
  const label = lengthOf(say(view, 'info.needs', { needs: '' })) + 1;
  const fits = (text: string): boolean => text.length + label <= room;
  if (fits(all.join('; '))) return all.join('; ');
  for (let count = all.length - 1; count > 1; count -= 1) {
    const some = `${all.slice(0, count).join('; ')} ${more.text}`;
    if (fits(some)) return some;
  }
  return all.length > 1 ? `${all[0]} ${more.text}` : all.join('; ');
}

function titleOf(view: View, { name }: Procedure, agency: Agency | undefined): Sentence {
  return say(view, 'info.procedure', { name: name[view.state.language], agency: agency?.acronym ?? '311' });
}

function needsOf({ state }: View, { needs }: Procedure): string[] {
  return needs[state.language];
}

function costOf(view: View, { cost }: Procedure): Sentence {
  return cost === null
    ? say(view, 'info.no_cost')
    : say(view, 'info.cost', { cost: cost[view.state.language] });
}

function whereOf(view: View, { where }: Procedure): Sentence {
  return say(view, 'info.where', { where: where[view.state.language] });
}

function takesOf(view: View, { takes }: Procedure): Sentence | null {
  return takes && say(view, 'info.takes', { takes: takes[view.state.language] });
}

function lengthOf({ text, short }: Sentence): number {
  return (short ?? text).length;
}
