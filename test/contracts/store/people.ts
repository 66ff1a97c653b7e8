import { expect, it } from 'vitest';
import { ConflictError } from '../../../src/errors.ts';
import type { ProofChange } from '../../../src/storage/changes.ts';

import { newCase, outbound } from '../../support/store.ts';
import { AT, type Begin, type Begun, later } from './begin.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MAIL = { channel: 'email', account: '311@desk.example.org', address: 'ana@correo.example.com' };
const PHONE = { channel: 'sms', account: '+5076000000', address: '+50760002222' };

/** Proofs that two addresses are one person's. */
export function peopleContract(opened: Begin): void {
  let made = 0;
  const word = () => {
    made += 1;
    const { conversationId, ...rest } = outbound('', `code-${made}`, { class: 'code', turn: null });
    return rest;
  };
  const ask = ({ store, id }: Begun, more: Partial<Extract<ProofChange, { what: 'asked' }>> = {}, at = AT) =>
    store.commit({
      at,
      proof: {
        ...{
          what: 'asked',
          conversationId: id,
          to: MAIL,
          codeHash: 'h',
          until: later(HOUR),
          words: [word()],
        },
        ...more,
      },
    });
  const talkAt = async ({ store }: Begun, to = MAIL) => (await store.conversationOf(to))?.id ?? '';
  const prove = async (begun: Begun, codeHash = 'h', at = AT) =>
    begun.store.commit({ at, proof: { what: 'proven', conversationId: await talkAt(begun), codeHash } });

  it('sends a code to the address, and knows both as one person once it was answered from there', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    const { codeTo } = await ask(begun);
    const mail = await talkAt(begun);
    expect(codeTo).toBe(mail);
    expect(await store.claim(mail, AT, 1_000)).toMatchObject({
      outbound: { class: 'code', address: MAIL.address },
    });
    expect(await store.proofOf(mail, AT)).toEqual({
      pending: { codeHash: 'h', until: later(HOUR), askedOn: 'sms' },
      asked: 0,
    });
    expect(await store.othersOfPerson(id)).toEqual([]);
    await prove(begun);
    expect((await store.othersOfPerson(id)).map(({ address }) => address)).toEqual([MAIL.address]);
    expect((await store.othersOfPerson(mail)).map(talk => talk.id)).toEqual([id]);
    expect((await store.proofOf(mail, AT)).pending).toBeNull();
    await expect(prove(begun)).rejects.toThrow(ConflictError);
  });

  it('shows from each address the cases of both, and what was told in confidence at its own only', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    await ask(begun);
    const mail = await talkAt(begun);
    const cases = [
      newCase({ id: 'k1', number: '311-1', conversationId: id, openedAt: later(1) }),
      newCase({ id: 'k2', number: '311-2', conversationId: mail, openedAt: later(2) }),
      newCase({
        id: 'k3',
        number: '311-3',
        conversationId: mail,
        openedAt: later(3),
        privacy: 'confidential',
      }),
      newCase({ id: 'k4', number: '311-4', openedAt: later(4) }),
    ].map(c => ({ case: c, expectedVersion: 0, events: [] }));
    await store.commit({ at: AT, cases });
    const seen = async (from: string) => (await store.casesSeenFrom(from)).map(c => c.id);
    expect(await seen(id)).toEqual(['k1']);
    await prove(begun);
    expect([await seen(id), await seen(mail)]).toEqual([
      ['k2', 'k1'],
      ['k3', 'k2', 'k1'],
    ]);
    expect((await store.casesOf(id)).map(c => c.id)).toEqual(['k1']);
    await store.commit({ at: AT, proof: { what: 'left', conversationId: mail } });
    expect([await seen(id), await seen(mail)]).toEqual([['k1'], ['k3', 'k2']]);
  });

  it('makes one person of all that either was known as before', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    await ask(begun);
    await prove(begun);
    const mail = await talkAt(begun);
    const phone = await store.open(PHONE, null, AT);
    const web = { channel: 'web', account: '', address: 'session' };
    await store.commit({
      at: AT,
      proof: {
        what: 'asked',
        conversationId: phone,
        to: web,
        codeHash: 'w',
        until: later(HOUR),
        words: [word()],
      },
    });
    const session = await talkAt(begun, web);
    await store.commit({ at: AT, proof: { what: 'proven', conversationId: session, codeHash: 'w' } });
    await store.commit({
      at: AT,
      proof: {
        what: 'asked',
        conversationId: phone,
        to: MAIL,
        codeHash: 'p',
        until: later(HOUR),
        words: [word()],
      },
    });
    await prove(begun, 'p');
    const others = (await store.othersOfPerson(mail)).map(talk => talk.id);
    expect(others.toSorted()).toEqual([id, phone, session].toSorted());
  });

  it('believes no code that is wrong, old, or was guessed at five times', async () => {
    const begun = await opened('uno');
    const { store } = begun;
    await ask(begun);
    await expect(prove(begun, 'other')).rejects.toThrow(ConflictError);
    await expect(prove(begun, 'h', later(HOUR))).rejects.toThrow(ConflictError);
    const conversationId = await talkAt(begun);
    for (let i = 0; i < 5; i += 1) {
      await store.commit({ at: AT, proof: { what: 'missed', conversationId, codeHash: 'h' } });
    }
    expect((await store.proofOf(conversationId, AT)).pending).toBeNull();
    await expect(prove(begun)).rejects.toThrow(ConflictError);
  });

  it('lets a newer code take the place of an older one', async () => {
    const begun = await opened('uno');
    await ask(begun);
    await ask(begun, { codeHash: 'newer' });
    await expect(prove(begun)).rejects.toThrow(ConflictError);
    await prove(begun, 'newer');
    expect(await begun.store.othersOfPerson(begun.id)).toHaveLength(1);
  });

  it('sends an address three codes a day, whoever asks, and counts what was asked for', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    const sent: boolean[] = [];
    for (let i = 0; i < 4; i += 1) sent.push((await ask(begun, {}, later(i))).codeTo !== undefined);
    expect(sent).toEqual([true, true, true, false]);
    expect(await store.proofOf(id, later(-1))).toMatchObject({ asked: 4 });
    expect(await store.proofOf(id, later(2))).toMatchObject({ asked: 1 });
    expect((await ask(begun, { until: later(2 * DAY) }, later(DAY + 10))).codeTo).toBeDefined();
  });

  it('forgets who somebody was with everything else of them', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    await ask(begun);
    await prove(begun);
    await ask(begun, { codeHash: 'again' });
    const mail = await talkAt(begun);
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    expect(await store.othersOfPerson(mail)).toEqual([]);
    expect((await store.proofOf(mail, AT)).pending).toBeNull();
  });

  it('sends no more codes because who asked for them was erased', async () => {
    const begun = await opened('uno');
    const { store, id } = begun;
    for (let i = 0; i < 3; i += 1) await ask(begun, {}, later(i));
    const mail = await talkAt(begun);
    await store.commit({ at: later(5), erase: { conversationId: id, caseIds: [] } });
    const again = await store.open(PHONE, null, later(6));
    const proof = {
      what: 'asked' as const,
      conversationId: again,
      to: MAIL,
      codeHash: 'n',
      until: later(HOUR),
    };
    expect(
      (await store.commit({ at: later(7), proof: { ...proof, words: [word()] } })).codeTo,
    ).toBeUndefined();
    expect(await store.proofOf(mail, AT)).toEqual({ pending: null, asked: 0 });
  });

  it('knows after a crash what was proven before it', async () => {
    const begun = await opened('uno');
    await ask(begun);
    await prove(begun);
    const survivor = await begun.afterCrash();
    expect(await survivor.othersOfPerson(begun.id)).toHaveLength(1);
    await survivor.close();
  });
}
