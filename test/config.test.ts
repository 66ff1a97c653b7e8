import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelProblems } from '../src/channels/index.ts';
import { PROJECT_ROOT, readSettings, SETTING_NAMES, type Sources } from '../src/config.ts';
import { ConfigError, type Problem } from '../src/errors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'settings-'));

function file(text: string): string {
  const name = path.join(folder, `${Math.abs(text.length)}-${text.slice(0, 3)}.env`);
  writeFileSync(name, text);
  return name;
}

function problemsOf(sources: Sources): Problem[] {
  try {
    readSettings(sources);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('has a default for everything', () => {
    const settings = readSettings({ env: {}, file: null });
    expect(settings).toMatchObject({ port: 3110, host: '127.0.0.1', role: 'all', queueUrl: 'memory:' });
    expect(settings.storeUrl).toBe(`sqlite:${path.join(PROJECT_ROOT, 'data', 'ventanilla.db')}`);
    expect(settings.keyringFile).toBe(path.join(PROJECT_ROOT, 'data', 'keyring'));
  });

  it('resolves relative paths from the project, not from the caller', () => {
    const settings = readSettings({
      env: { DATA_DIR: 'elsewhere', STORE_URL: 'sqlite:./x/y.db' },
      file: null,
    });
    expect(settings.dataDir).toBe(path.join(PROJECT_ROOT, 'elsewhere'));
    expect(settings.storeUrl).toBe(`sqlite:${path.join(PROJECT_ROOT, 'x', 'y.db')}`);
  });

  it('lets the environment win over the file', () => {
    const settings = readSettings({ env: { PORT: '4000' }, file: file('PORT=5000\nHOST=0.0.0.0\n') });
    expect(settings).toMatchObject({ port: 4000, host: '0.0.0.0' });
  });

  it.each([
    ['on', 1],
    ['1', 1],
    ['2', 2],
    ['off', 0],
    ['0', 0],
  ])('knows how many proxies stand in front: %s', (text, hops) => {
    expect(readSettings({ env: { TRUST_PROXY: text }, file: null }).trustProxy).toBe(hops);
  });

  it('names all five mistakes of a file at once', () => {
    const text = 'PORT=many\nAPI_KEY=short\nTRUST_PROXY=perhaps\nPUBLIC_URL=panama\nQUIET_GAP=5\n';
    expect(problemsOf({ env: {}, file: file(text) }).map(problem => problem.where)).toEqual([
      'QUIET_GAP',
      'PORT',
      'PUBLIC_URL',
      'API_KEY',
      'TRUST_PROXY',
    ]);
  });

  it('names the mistakes of channels together with the rest', () => {
    const env = { PORT: 'many', TWILIO_SMS_FROM: '+5076000000' };
    expect(problemsOf({ env, file: null, channelProblems }).map(problem => problem.where)).toEqual([
      'PORT',
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
    ]);
  });

  it('never repeats a value in a problem', () => {
    const reasons = problemsOf({ env: { API_KEY: 'hunter2' }, file: null }).map(problem => problem.reason);
    expect(reasons.join()).not.toContain('hunter2');
  });

  it('refuses unknown names with our prefix and guesses what was meant', () => {
    expect(problemsOf({ env: { VENTANILLA_PORT: '1' }, file: null })).toHaveLength(1);
    expect(problemsOf({ env: {}, file: file('PROT=1\n') })[0]?.reason).toContain('PORT');
  });

  it('leaves other programs’ names alone', () => {
    expect(problemsOf({ env: { PATH: '/bin', npm_config_x: '1' }, file: file('COMPOSE_NAME=x\n') })).toEqual(
      [],
    );
  });

  it('reads a secret from a file and refuses to guess between two', () => {
    const secret = path.join(folder, 'secret');
    writeFileSync(secret, `${'k'.repeat(40)}\n`);
    expect(readSettings({ env: { API_KEY_FILE: secret }, file: null }).apiKey).toBe('k'.repeat(40));
    const both = { API_KEY_FILE: secret, API_KEY: 'k'.repeat(40) };
    expect(problemsOf({ env: both, file: null })[0]?.where).toBe('API_KEY_FILE');
    expect(problemsOf({ env: { API_KEY_FILE: '/nowhere' }, file: null })[0]?.where).toBe('API_KEY_FILE');
  });

  it('refuses another role than all on the embedded store and queue, with the reason', () => {
    expect(problemsOf({ env: { ROLE: 'web' }, file: null })).toHaveLength(2);
    const scale = { ROLE: 'web', STORE_URL: 'mongodb://h/db', QUEUE_URL: 'redis://h' };
    expect(problemsOf({ env: scale, file: null })).toEqual([]);
  });

  it('takes a blank value as not set', () => {
    expect(readSettings({ env: { PORT: '', TWILIO_SMS_FROM: '' }, file: null })).toMatchObject({
      port: 3110,
    });
  });

  it.each(SETTING_NAMES)('documents %s in .env.example', name => {
    expect(readFileSync(path.join(PROJECT_ROOT, '.env.example'), 'utf8')).toMatch(
      new RegExp(`^#? ?${name}=`, 'm'),
    );
  });
});
