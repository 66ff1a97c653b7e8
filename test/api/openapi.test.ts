import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../src/api/routes.ts';
import { understand } from '../../src/api/understand-routes.ts';
import { wire } from '../../src/commands/understand.ts';
import { createServer } from '../../src/http.ts';
import { openApiDesk } from '../support/api-calls.ts';
import { openCasesDesk, wordClassifier } from '../support/cases-desk.ts';

describe('/openapi.json', () => {
  it('is public and describes every route that runs, and no other', async () => {
    const { deps } = await openCasesDesk();
    const running: string[] = [];
    const server = createServer({ log: pino({ level: 'silent' }), trustProxy: 0 });
    server.addHook(
      'onRoute',
      ({ method, url }) => void running.push(`${String(method).toLowerCase()} ${url}`),
    );
    apiRoutes(server, deps);
    const response = await server.inject({ url: '/openapi.json' });
    expect(response.statusCode).toBe(200);
    const paths = response.json().paths as Record<string, object>;
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).toEqual(running.sort());
  });

  it('says of every operation who may call it, what it takes and what it answers', async () => {
    const { server } = await openApiDesk();
    const { paths, openapi } = (await server.inject({ url: '/openapi.json' })).json();
    expect(openapi).toBe('3.1.0');
    const { post } = paths['/api/v1/cases/{number}/status'];
    expect(post.description).toBe('Roles: operator, agency.');
    expect(post.parameters).toMatchObject([{ name: 'number', in: 'path', required: true }]);
    expect(post.requestBody).toMatchObject({
      required: true,
      content: { 'application/json': { schema: { required: ['status'], additionalProperties: false } } },
    });
    expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['200', '401', '404', '409', '422']));
    const { get } = paths['/api/v1/cases'];
    expect(get.parameters.map(({ name }: { name: string }) => name)).toContain('district');
  });
});

describe('POST /understand', () => {
  it('answers as the command does', async () => {
    const { call } = await openApiDesk();
    const { status, body } = await call('reader', 'POST', '/understand', {
      id: 7,
      text: 'tubo en Cerro Viento',
    });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      ...[
        'id',
        'intent',
        'kinds',
        'agencies',
        'services',
        'procedures',
        'places',
        'emergency',
        'flags',
        'reasons',
      ],
    ]);
    expect(body).toMatchObject({
      id: 7,
      places: [{ district: 'San Miguelito', text: 'Cerro Viento', p: 0.9 }],
    });
    expect(body.places[0]).not.toHaveProperty('lat');
  });

  it('takes a place as words or as a code', () => {
    const seen: unknown[] = [];
    const words = wordClassifier();
    const classifier = {
      understand: (text: string, context: object = {}) => {
        seen.push(context);
        return words.understand(text);
      },
    };
    understand(classifier, { text: 'x', place: '0805' });
    understand(classifier, { text: 'x', place: 'Chitré' });
    understand(classifier, { text: 'x', place: 'nowhere' });
    expect(seen).toEqual([{ placeCode: '0805' }, {}, { placeCode: '0601' }, {}, {}]);
  });

  it('tells a danger by its category and how surely, here and by the command, however it was heard', () => {
    const guessed = { category: 'mar', p: 0.4, guessed: true } as const;
    const classifier = { understand: () => ({ ...wordClassifier().understand('x'), emergency: guessed }) };
    const plain = { category: 'mar', p: 0.4 };
    expect(understand(classifier, { text: 'x' }).emergency).toEqual(plain);
    expect(wire(classifier.understand()).emergency).toEqual(plain);
  });
});
