import { expect, it } from 'vitest';
import { notify } from '../../src/cases/notify.ts';
import type { Capabilities, Reply } from '../../src/channels/channel.ts';
import { render } from '../../src/channels/render.ts';
import { newState } from '../../src/dialogs/state.ts';
import type { Conversation } from '../../src/storage/store.ts';
import { newCase } from '../support/store.ts';

const WITH_TEMPLATES: Capabilities = {
  ...{ textLimit: 4_000, alphabet: 'unicode', choices: null, media: true, location: false, receipts: true },
  ...{ replyWindowMs: 86_400_000, templates: true, anonymous: false, pull: false },
};
const reply: Reply = {
  ...{ text: 'Hay novedades.', asks: 'none', class: 'notice' },
  template: { name: 'status', language: 'es', values: { number: '311-000-000-000' } },
};

it('news that may cost nothing has no template to be paid for, should the window have closed', () => {
  const conversation = { id: 'c', version: 1, seq: 1, state: newState('es') } as Conversation;
  const deps = { caseNotice: () => ({ reply, awaits: null }), render };
  const partWhen = (mayCost: boolean) => {
    const to = { conversation, capabilities: WITH_TEMPLATES, noticeId: 'n', step: 0, mayCost };
    return notify(deps, newCase(), { what: 'assigned' }, to).outbound[0]?.part;
  };
  expect(partWhen(true)?.template?.name).toBe('status');
  expect(partWhen(false)).toEqual({ text: 'Hay novedades.', choices: [] });
});
