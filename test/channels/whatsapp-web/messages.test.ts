import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatOf, readAck, readMessage } from '../../../src/channels/whatsapp-web/messages.ts';
import { fixturesOf } from '../../support/fixtures.ts';
import { eventually } from '../../support/running-desk.ts';
import { missingWhatsAppWeb, type OpenWeb, pairedWeb } from '../../support/whatsapp-web-channel.ts';
import { startWhatsAppWebStandIn, type WhatsAppWebStandIn } from '../../support/whatsapp-web-stand-in.ts';

const missing = missingWhatsAppWeb();

const FIXTURES = fixturesOf('whatsapp-web');
const NUMBER = '+50760000001';
const ANA = { channel: 'whatsapp-web', account: '', address: NUMBER, name: 'Ana' };
const FILE = { media: [{ id: expect.stringMatching(/^false_50760000001@c\.us_3A/) }] };
const { name: _, ...NAMELESS } = ANA;

/** What each message of the page says when the library has passed it on; ids and times have tests of their own. */
const EXPECTED: Record<string, object> = {
  text: { ...ANA, name: 'Ana Batista', text: 'hay un tubo roto en Cerro Viento, ñandú 🚧' },
  'text-without-a-name': { ...NAMELESS, text: 'hola' },
  'text-hidden-number': { ...ANA, address: '123456789012345@lid', text: 'hola' },
  'text-hidden-and-known': {
    ...{ ...ANA, address: '123456789012346@lid', alsoKnownAs: '+50760000002', text: 'hola' },
  },
  'text-known-and-hidden': {
    ...{ ...ANA, address: '123456789012347@lid', alsoKnownAs: '+50760000003', text: 'hola' },
  },
  quote: { ...ANA, text: 'sí', replyTo: '3EB0C431D2A4B1C2D3E4' },
  'opt-out': { ...ANA, text: 'Alto.', signal: 'optOut', signalAnswered: false },
  'opt-in': { ...ANA, text: 'INICIAR', signal: 'optIn', signalAnswered: false },
  image: { ...ANA, ...FILE, text: 'así está la calle' },
  'image-without-words': { ...ANA, ...FILE },
  'voice-note': { ...ANA, ...FILE },
  video: { ...ANA, ...FILE, text: 'el agua se bota' },
  document: { ...ANA, ...FILE, text: 'factura.pdf' },
  location: { ...ANA, location: { lat: 9.05, lon: -79.43, label: 'Parque Urracá, Avenida Balboa' } },
  'location-bare': { ...ANA, location: { lat: 9.05, lon: -79.43 } },
  contact: { ...ANA, text: 'Plomero +507 6000-0009' },
  contacts: { ...ANA, text: 'Uno +507 6000-0010\nDos' },
};

describe.skipIf(missing)(
  `what the page tells, through the library in a real browser (${missing ?? 'here'})`,
  () => {
    let page: WhatsAppWebStandIn;
    let open: OpenWeb;

    beforeAll(async () => {
      page = await startWhatsAppWebStandIn();
      open = await pairedWeb(page);
    });

    afterAll(async () => {
      await open.channel.close?.();
      await page.close();
    });

    /** Says it, then something plain: what comes before that is what it says. */
    async function told(name: string): Promise<object[]> {
      const before = open.messages.length;
      const { id } = page.says('', JSON.parse(FIXTURES[name] ?? ''));
      const end = page.says('fin');
      await eventually(async () => open.messages.some(({ providerId }) => providerId === end.id));
      return open.messages.slice(before, -1).map(({ providerId, sentAt, ...rest }) => ({
        ...rest,
        isOwn: providerId === id && sentAt instanceof Date,
      }));
    }

    it.each(Object.keys(FIXTURES))('reads %s', async name => {
      const expected = EXPECTED[name];
      expect(await told(name)).toEqual(expected ? [{ ...expected, isOwn: true }] : []);
    });

    it('keeps the order in which people wrote, also of two at once', async () => {
      const before = open.messages.length;
      const texts = Array.from({ length: 40 }, (_, i) => `n.º ${i}`);
      for (const [i, text] of texts.entries()) page.says(text, { chat: `5076000010${i % 2}@c.us` });
      await eventually(async () => open.messages.length === before + texts.length);
      expect(open.messages.slice(before).map(({ text }) => text)).toEqual(texts);
    });
  },
);

describe('reading', () => {
  it('never throws, whatever the page tells', () => {
    fc.assert(
      fc.property(fc.anything(), told => {
        expect(() => readMessage(told)).not.toThrow();
      }),
    );
    const fields = ['id', 'stanza', 'from', 'type', 'body', 'at', 'lid', 'phone', 'vCards', 'lat', 'lon'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.anything()), told => {
        const read = readMessage({
          stanza: '3A1',
          from: '50760000001@c.us',
          type: 'chat',
          body: 'a',
          ...told,
        });
        if (read) expect(read.address).toMatch(/^(\+\d{6,15}|\d{5,20}@lid)$/);
      }),
    );
  });

  it.each([
    ...['status@broadcast', '120363@g.us', '5076@newsletter', '50760000001', 'a@c.us', '1@c.us'],
    ...['50760000001@c.us@g.us', '50760000001@c.us ', '', '50760000001@evil.example'],
  ])('takes nobody for a citizen who writes from "%s"', from => {
    expect(readMessage({ stanza: '3A1', from, type: 'chat', body: 'hola' })).toBeNull();
  });

  it('writes to the chat it was written from', () => {
    expect([chatOf('+50760000001'), chatOf('123456789012345@lid')]).toEqual([
      '50760000001@c.us',
      '123456789012345@lid',
    ]);
  });

  it('takes ticks for what they say, and those it does not know for nothing', () => {
    const at = new Date(1_785_000_000_000);
    const states = [-1, 0, 1, 2, 3, 4, 5].map(ack => readAck('3EB0', ack, at)?.state ?? null);
    expect(states).toEqual(['failed', null, 'sent', 'delivered', 'read', 'read', null]);
  });
});
