import type { z } from 'zod';
import type { FieldProblem } from '../http.ts';
import type { Caller, Role } from './caller.ts';

/** One request to a route, read and checked. */
export interface Call<Body = unknown, Query = unknown> {
  caller: Caller;
  params: Record<string, string>;
  body: Body;
  query: Query;
}

/** What a route answers; `problems` make it a problem document with the bad fields. */
export type Answer =
  | { status: 200 | 201; body: unknown }
  | { status: 204 }
  | { status: 200; file: Buffer; type: string }
  | { status: 400 | 403 | 404 | 409 | 422; detail: string; problems?: FieldProblem[] };

/** One route of the API: served, guarded and described by the same entry. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`, parameters as `:name`. */
  path: string;
  summary: string;
  /** Who may call it at all; others get 403. */
  roles: readonly Role[];
  /** Only for the command line on the machine itself. */
  localOnly?: boolean;
  body?: z.ZodType;
  /** The body is a file's bytes, whatever type it says; the handler gets them as they came. */
  takesBytes?: boolean;
  query?: z.ZodType;
  /** What a success carries; null: a file, or nothing. */
  answer: z.ZodType | null;
  /** The status of a success. */
  success: 200 | 201 | 204;
  /** The refusals it can answer with, besides those every route has. */
  refusals: readonly (404 | 409 | 422)[];
  handle(call: Call): Promise<Answer>;
}

/** The parts of a route whose types belong together. */
interface Typed<Body extends z.ZodType, Query extends z.ZodType>
  extends Omit<Route, 'body' | 'query' | 'handle'> {
  body?: Body;
  query?: Query;
  handle(call: Call<z.output<Body>, z.output<Query>>): Promise<Answer>;
}

/** Declares a route; its handler sees body and query as its schemas promise them. */
export function route<Body extends z.ZodType, Query extends z.ZodType>(typed: Typed<Body, Query>): Route {
  return typed as Route;
}

/** Success with a JSON body. */
export function ok(body: unknown, status: 200 | 201 = 200): Answer {
  return { status, body };
}

/** The one answer for what does not exist and for what this caller may not know of. */
export function notFound(
  what: 'case' | 'conversation' | 'attachment' | 'key' | 'channel' | 'pairing',
): Answer {
  return { status: 404, detail: `There is no such ${what}.` };
}

/** 422 naming the fields. */
export function badFields(problems: FieldProblem[]): Answer {
  return { status: 422, detail: 'Some fields cannot be taken; problems names them.', problems };
}
