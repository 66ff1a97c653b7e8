import { BotAdapter, ConversationState, TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import type { Ledger } from './botbuilder-ledger.ts';
import type { Desk } from './peer.ts';

/** Takes replies from the bot. */
class Outbox extends BotAdapter {
  replies = new Map<string, string>();
  ledger: Ledger;
  constructor(ledger: Ledger) {
    super();
    this.ledger = ledger;
  }
  async sendActivities(_: TurnContext, activities: { text?: string; conversation?: { id: string } }[]) {
    for (const { text = '', conversation } of activities) {
      this.replies.set(conversation?.id ?? '', text);
      this.ledger.reply(conversation?.id ?? '', text);
    }
    return activities.map((_, n) => ({ id: String(n) }));
  }
  async updateActivity(): Promise<void> {}
  async deleteActivity(): Promise<void> {}
  async continueConversation(): Promise<void> {}
  hear(activity: object, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }
}

/** The five steps with botbuilder's own dialogs and state, flat, its prompts without recognisers. */
export function openBotbuilder(ledger: Ledger): Desk {
  const state = new ConversationState(ledger.storage);
  const adapter = new Outbox(ledger);
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  const cases = state.createProperty<object[]>('cases');
  dialogs.add(new TextPrompt('kind', async ({ recognized }) => KINDS.includes(recognized.value ?? '')));
  dialogs.add(new TextPrompt('place', async ({ recognized }) => recognized.succeeded));
  dialogs.add(new TextPrompt('yes', async ({ recognized }) => YES.test(recognized.value ?? '')));
  const values = (step: { values: object }): Record<string, string> => step.values as Record<string, string>;
  const report = new WaterfallDialog('report', [
    async step => {
      values(step)['text'] = step.context.activity.text;
      return step.prompt('kind', '¿Es una queja, una denuncia, una idea o una sugerencia?');
    },
    async step => {
      values(step)['kind'] = step.result;
      return step.prompt('place', '¿Dónde es? Escriba el lugar y el distrito.');
    },
    async step => {
      const { kind, text } = Object.assign(values(step), { place: step.result });
      return step.prompt('yes', `Voy a enviar: ${kind}: ${text} Lugar: ${step.result}. ¿Lo envío así?`);
    },
    async step => {
      const number = `311-${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
      const opened = { number, ...values(step), openedAt: Date.now() };
      (await cases.get(step.context, [])).push(opened);
      ledger.open(step.context.activity.conversation.id, opened);
      await step.context.sendActivity(`Listo. Su número es ${number}.`);
      return step.endDialog();
    },
  ]);
  dialogs.add(report);
  const say = async (citizen: string, text: string): Promise<void> => {
    const ends = { conversation: { id: citizen }, from: { id: citizen }, recipient: { id: 'desk' } };
    // Without a locale every prompt asks the system for one.
    const activity = { type: 'message', channelId: 'sms', locale: 'es-es', text, ...ends };
    await ledger.hear(citizen, text);
    await adapter.hear(activity, async context => {
      const dialog = await dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('report');
      await state.saveChanges(context);
    });
  };
  return { say, lastReply: async citizen => adapter.replies.get(citizen) ?? '' };
}

const KINDS = ['queja', 'denuncia', 'idea', 'sugerencia'];
const YES = /^s[ií]$/i;
