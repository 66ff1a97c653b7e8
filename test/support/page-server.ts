import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { PinResult } from '../../src/cases/pin.ts';
import { caseRoutes } from '../../src/web/case-routes.ts';
import { pageRoutes } from '../../src/web/page-routes.ts';
import { realTexts } from './page-texts.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { openWebDesk, type Script, type WebDesk } from './web-desk.ts';

/** The citizen's pages on a port of their own, answered by a script. */
export interface PageServer {
  url: string;
  desk: WebDesk;
  stop(): Promise<void>;
  /** The same store on the same port, after `stop`. */
  again(): Promise<PageServer>;
}

/** What a page server is made with; by default a new store, any port, and no case to be found. */
export interface PageServerOptions {
  script: Script;
  folder?: string;
  port?: number;
  lookByPin?: () => Promise<PinResult>;
}

/** Starts the pages. */
export async function startPages(options: PageServerOptions): Promise<PageServer> {
  const { script, folder, port = 0, lookByPin = async () => null } = options;
  const small = smallCatalogue();
  const limits = { ...small.centre.limits, mediaTypes: ['image/jpeg', 'image/png'] };
  const catalogue = { ...small, centre: { ...small.centre, limits } };
  const desk = await openWebDesk({ catalogue }, script, folder);
  const { server, store } = desk;
  const texts = await realTexts();
  pageRoutes(server, { catalogue, texts });
  caseRoutes(server, { catalogue, texts, store, lookByPin, log: pino({ level: 'silent' }) });
  const url = await server.listen({ port, host: '127.0.0.1' });
  const used = (server.server.address() as AddressInfo).port;
  return {
    ...{ url, desk },
    stop: async () => {
      await server.close();
      await store.close();
    },
    again: () => startPages({ ...options, folder: desk.disk.folder, port: used }),
  };
}
