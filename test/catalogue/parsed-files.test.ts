import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parsedFilesIn } from '../../src/catalogue/parsed-files.ts';
import { readYaml } from '../../src/catalogue/yaml-file.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import type { Problem } from '../../src/errors.ts';

const newFolder = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'parsed-')), 'kept');
const TEXT = 'a: 1\n';

it('finds what a text held, and nothing once the text has changed', () => {
  const files = parsedFilesIn(newFolder());
  expect(files.find('texts/es.yaml', TEXT)).toBe(null);
  files.keep('texts/es.yaml', TEXT, { a: 1 });
  expect(files.find('texts/es.yaml', TEXT)).toEqual({ value: { a: 1 } });
  expect(files.find('texts/es.yaml', 'a: 2\n')).toBe(null);
  files.keep('texts/es.yaml', 'a: 2\n', { a: 2 });
  expect(files.find('texts/es.yaml', TEXT)).toBe(null);
  expect(files.find('texts/es.yaml', 'a: 2\n')).toEqual({ value: { a: 2 } });
});

it('keeps nothing that would come back as something else', () => {
  const files = parsedFilesIn(newFolder());
  for (const value of [{ a: Number.POSITIVE_INFINITY }, { a: new Date(0) }, undefined]) {
    files.keep('x.yaml', TEXT, value);
    expect(files.find('x.yaml', TEXT)).toBe(null);
  }
});

it('goes without where it cannot write, and past what it cannot read', () => {
  const folder = newFolder();
  writeFileSync(folder, 'a file in its place');
  const nowhere = parsedFilesIn(folder);
  nowhere.keep('x.yaml', TEXT, { a: 1 });
  expect(nowhere.find('x.yaml', TEXT)).toBe(null);
  const files = parsedFilesIn(newFolder());
  files.keep('x.yaml', TEXT, { a: 1 });
  expect(files.find('x.yaml', TEXT)).not.toBe(null);
});

it('lets nobody else write what is kept', () => {
  const folder = newFolder();
  parsedFilesIn(folder).keep('x.yaml', TEXT, { a: 1 });
  const [name = ''] = readdirSync(folder);
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
});

it('reads the shipped configuration the same from its source and as kept, with the same places of problems', async () => {
  const folder = path.join(PROJECT_ROOT, 'config');
  const schema = z.object({ services: z.array(z.object({ id: z.string().max(3) })).max(2) });
  const [first, second]: [Problem[], Problem[]] = [[], []];
  await readYaml(folder, 'services.yaml', schema, first);
  await readYaml(folder, 'services.yaml', schema, second);
  expect(first.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
  const [a, b] = [await anything(folder), await anything(folder)];
  expect(b).toEqual(a);
});

async function anything(folder: string): Promise<unknown> {
  return (await readYaml(folder, 'agencies.yaml', z.unknown(), [])).value;
}
