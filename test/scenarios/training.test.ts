import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Child, newFolder, runToEnd, startChild } from '../support/child-desk.ts';
import { learningOffice } from '../support/learning-office.ts';

const started: Child[] = [];
afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    process.kill();
    await ended;
  }
});

const NONE = 'No model that learned from corrections is in use: the office’s own is.';

it('train --with-corrections says what the lesson came to, with and without a running service', async () => {
  const { configDir } = learningOffice();
  const env = { CONFIG_DIR: configDir };
  const folder = newFolder();
  const alone = await runToEnd(folder, ['train', '--with-corrections'], { env });
  expect(alone.out).toMatch(/^0 corrections of the words of 0 people/);
  expect([alone.status, alone.out.trimEnd().split('\n').at(-1)]).toEqual([
    1,
    'Not used: nothing was corrected yet.',
  ]);
  const child = await startChild(folder, env);
  started.push(child);
  const served = await runToEnd(folder, ['train', '--with-corrections', '--json'], { env });
  expect(JSON.parse(served.out)).toMatchObject({ promoted: false, corrections: 0, worse: [] });
  const back = await runToEnd(folder, ['train', '--rollback'], { env });
  expect([back.status, back.err]).toEqual([1, expect.stringContaining(NONE)]);
});

it('train --rollback takes a damaged model away that keeps the service from starting', async () => {
  const { configDir } = learningOffice();
  const env = { CONFIG_DIR: configDir };
  const folder = newFolder();
  expect((await runToEnd(folder, ['train', '--rollback'], { env })).out).toContain(NONE);
  mkdirSync(path.join(folder, 'model'));
  writeFileSync(path.join(folder, 'model', 'current.json'), '{"base":""}');
  writeFileSync(path.join(folder, 'model', 'current.bin'), 'nonsense');
  const refused = await runToEnd(folder, ['start'], { env });
  expect([refused.status, refused.err]).toEqual([
    78,
    expect.stringMatching(/current\.bin: is damaged or no model: run \.\/ventanilla train --rollback/),
  ]);
  expect((await runToEnd(folder, ['train', '--rollback'], { env })).status).toBe(0);
  expect((await runToEnd(folder, ['train', '--rollback'], { env })).status).toBe(1);
});

it('a model of another version or with a wrong hash refuses to start and names the command that rebuilds it', async () => {
  const { configDir } = learningOffice();
  const env = { CONFIG_DIR: configDir };
  writeFileSync(path.join(configDir, 'model.bin'), 'nonsense');
  const refused = await runToEnd(newFolder(), ['start'], { env });
  expect([refused.status, refused.err]).toEqual([
    78,
    expect.stringContaining('config/model.bin: is damaged or no model: run ./ventanilla train'),
  ]);
  expect((await runToEnd(newFolder(), ['train'], { env })).status).toBe(0);
  const sound = await startChild(newFolder(), env);
  started.push(sound);
});
