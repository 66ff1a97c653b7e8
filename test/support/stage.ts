import path from 'node:path';
import type { Catalogue, Route } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { route } from '../../src/catalogue/route.ts';
import { BOT_FRAMEWORK_CAPABILITIES } from '../../src/channels/bot-framework/capabilities.ts';
import type { Capabilities } from '../../src/channels/channel.ts';
import { EMAIL_CAPABILITIES } from '../../src/channels/email/capabilities.ts';
import { MESSENGER_CAPABILITIES } from '../../src/channels/messenger/capabilities.ts';
import { TELEGRAM_CAPABILITIES } from '../../src/channels/telegram/capabilities.ts';
import { WHATSAPP_CAPABILITIES } from '../../src/channels/whatsapp/capabilities.ts';
import { WHATSAPP_TWILIO_CAPABILITIES } from '../../src/channels/whatsapp-twilio/capabilities.ts';
import { WHATSAPP_WEB_CAPABILITIES } from '../../src/channels/whatsapp-web/capabilities.ts';
import { X_CAPABILITIES } from '../../src/channels/x/capabilities.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { loadActs } from '../../src/nlu/acts/load-acts.ts';
import type { Classifier } from '../../src/nlu/classifier.ts';
import { createClassifier } from '../../src/nlu/create-classifier.ts';
import { loadModel } from '../../src/nlu/model/load-model.ts';
import { loadWhere } from '../../src/nlu/where/load-where.ts';
import { loadTexts, type Texts } from '../../src/texts.ts';

/** What the office's own configuration makes of a talk, without store, queue or platform. */
export interface Stage {
  catalogue: Catalogue;
  classifier: Classifier;
  texts: Texts;
  route: Route;
}

/** Loads a configuration, by default the project's own. */
export async function openStage(folder = path.join(PROJECT_ROOT, 'config')): Promise<Stage> {
  const catalogue = await loadCatalogue(folder);
  const routing = route(catalogue);
  const texts = await loadTexts(folder);
  const model = loadModel(folder, catalogue);
  const acts = loadActs(folder)?.model ?? null;
  const where = loadWhere(folder)?.model ?? null;
  return {
    catalogue,
    texts,
    route: routing,
    classifier: createClassifier(catalogue, routing, model, { acts, where }),
  };
}

/** A Monday morning in Panama. */
export const PLAY_START = new Date('2026-10-26T15:00:00Z');

const BASE = { media: true, location: false, receipts: true, replyWindowMs: null, pull: false } as const;

/** What channels of different ability can carry. */
export const ABILITIES: Record<
  | ('web' | 'sms' | 'terminal' | 'whatsapp' | 'whatsapp-twilio' | 'whatsapp-web')
  | ('messenger' | 'telegram' | 'x' | 'bot-framework' | 'email'),
  Capabilities
> = {
  web: {
    ...BASE,
    textLimit: 4_000,
    alphabet: 'unicode',
    choices: { most: 10, labelLimit: 60 },
    location: true,
    anonymous: true,
    pull: true,
  },
  sms: { ...BASE, textLimit: 1_600, alphabet: 'gsm7', choices: null, anonymous: false, writesTo: 'phone' },
  terminal: { ...BASE, textLimit: 4_000, alphabet: 'unicode', choices: null, media: false, anonymous: false },
  whatsapp: WHATSAPP_CAPABILITIES,
  'whatsapp-twilio': WHATSAPP_TWILIO_CAPABILITIES,
  'whatsapp-web': WHATSAPP_WEB_CAPABILITIES,
  messenger: MESSENGER_CAPABILITIES,
  telegram: TELEGRAM_CAPABILITIES,
  x: X_CAPABILITIES,
  'bot-framework': BOT_FRAMEWORK_CAPABILITIES,
  email: EMAIL_CAPABILITIES,
};
