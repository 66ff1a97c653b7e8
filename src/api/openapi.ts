import { z } from 'zod';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the routes, made of the schemas that check and promise them. */
export function openapi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = { '/openapi.json': { get: OWN } };
  for (const route of routes) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ventanilla', version: '1', description: ABOUT },
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemDocument, 'output') },
    },
  };
}

const ABOUT =
  'Staff and agencies of the 311. Times are RFC 3339 UTC. Errors are problem documents (RFC 9457). What each role may see and do stands in docs/api-keys.md.';

const OWN: Json = {
  summary: 'This description',
  security: [],
  responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': {} } } },
};

const problemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  problems: z.array(z.strictObject({ field: z.string(), reason: z.string() })).optional(),
});

const REFUSALS: Record<number, string> = {
  400: 'the request cannot be read',
  401: 'no valid key',
  403: 'this key’s role may not do this',
  404: 'there is none, or none this key may know of',
  409: 'not possible as things stand',
  413: 'the body is too large',
  422: 'fields that cannot be taken, named in problems',
  503: 'the store cannot take it: try again later',
};

function operation(route: Route): Json {
  const { summary, roles, localOnly, body, takesBytes = false } = route;
  const refusals = [...ALWAYS, ...(body || takesBytes ? [413, 422] : []), ...route.refusals];
  const who = localOnly ? 'Only the command line on the machine itself.' : `Roles: ${roles.join(', ')}.`;
  return {
    summary,
    description: who,
    ...parameters(route),
    ...(body
      ? { requestBody: { content: json(schemaOf(body, 'input')), required: !body.isOptional() } }
      : {}),
    ...(takesBytes ? { requestBody: { content: { 'application/octet-stream': {} }, required: true } } : {}),
    responses: {
      [route.success]: success(route),
      ...Object.fromEntries(refusals.map(status => [status, refusal(status)])),
    },
  };
}

const ALWAYS = [400, 401, 403, 503];

function success({ answer, success }: Route): Json {
  if (answer) return { description: 'done', content: json(schemaOf(answer, 'output')) };
  return success === 204 ? { description: 'done' } : { description: 'the file', content: { '*/*': {} } };
}

function refusal(status: number): Json {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description: REFUSALS[status], content: { 'application/problem+json': { schema } } };
}

function parameters({ path, query }: Route): Json {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  const { properties = {} } = (query ? schemaOf(query, 'input') : {}) as { properties?: Json };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
  return inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {};
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
