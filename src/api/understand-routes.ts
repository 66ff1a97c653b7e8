import type { z } from 'zod';
import { understood } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { ok, type Route, route } from './route.ts';
import { understandBody } from './schemas.ts';

/** What the classifier makes of one message: the answer of the command of the same name. */
export function understandRoutes(deps: Pick<ApiDeps, 'classifier'>): Route[] {
  return [
    route({
      ...{ method: 'POST', path: '/understand', summary: 'What is understood of one message' },
      ...{ roles: ['operator', 'agency', 'reader'], success: 200, refusals: [422] },
      body: understandBody,
      answer: understood,
      handle: async ({ body }) => ok(understand(deps.classifier, body)),
    }),
  ];
}

/** One message understood, in the words of the wire. `place` is a code, or words that name one. */
export function understand(
  classifier: Pick<ApiDeps['classifier'], 'understand'>,
  {
    id = null,
    text,
    place,
  }: Omit<z.output<typeof understandBody>, 'id'> & { id?: string | number | null | undefined },
): z.output<typeof understood> {
  const placeCode = place ? codeOf(classifier, place) : undefined;
  const reading = classifier.understand(text, placeCode === undefined ? {} : { placeCode });
  const { intent, kinds, agencies, services, procedures, emergency, flags, reasons } = reading;
  const places = reading.places.map(({ province, district, corregimiento, text, p }) => {
    return { province, district, corregimiento, text, p };
  });
  const danger = emergency && { category: emergency.category, p: emergency.p };
  return { id, intent, kinds, agencies, services, procedures, places, emergency: danger, flags, reasons };
}

function codeOf(classifier: Pick<ApiDeps['classifier'], 'understand'>, place: string): string | undefined {
  return /^\d{2}(\d\d){0,2}$/.test(place) ? place : classifier.understand(place).places[0]?.code;
}
