import type { ChannelId, Template, TemplateName } from './channel.ts';
import { shorten } from './split.ts';

/** A template as the office had it approved: its name at the platform, and what fills its places, in order. */
export interface ApprovedTemplate {
  template: string;
  /** The language it was approved in, where the platform keeps several under one name. */
  language: string | null;
  values: readonly string[];
  /** Its buttons, first to last, mean the first so many choices. */
  buttons: number;
}

/** The approved templates of a channel: for each kind of news both languages, or none. */
export type ApprovedTemplates = {
  [N in TemplateName]?: Record<Template['language'], ApprovedTemplate> | undefined;
};

/** Every channel's. */
export type TemplatesOf = ReadonlyMap<ChannelId, ApprovedTemplates>;

/** The whole of a template has 1024 characters; no single value may leave the others without room. */
const VALUE_LIMIT = 400;

/** Stands where there is nothing to say: platforms refuse an empty value. */
const NOTHING = '—';

/**
 * The values of a template in the order of its places: one line each, without runs of blanks, not too long
 * (developers.facebook.com/documentation/business-messaging/whatsapp/templates).
 */
export function fillTemplate({ values }: ApprovedTemplate, said: Template): string[] {
  return values.map(name => shorten((said.values[name] ?? '').replace(/\s+/g, ' '), VALUE_LIMIT) || NOTHING);
}

/** The office's template for news in its language; null: it had none approved. */
export function approvedFor(
  templates: ApprovedTemplates,
  said: Template | undefined,
): ApprovedTemplate | null {
  return (said && templates[said.name]?.[said.language]) ?? null;
}
