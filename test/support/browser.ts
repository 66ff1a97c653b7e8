import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { PROJECT_ROOT } from '../../src/config.ts';

const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-zygote'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A real browser: the one `CHROMIUM` names, else the one among the development packages. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserProgram(), args: ARGS });
}

/** The path of that browser: a program that needs nothing of its environment. */
export async function browserProgram(): Promise<string> {
  const given = process.env['CHROMIUM'];
  if (given) return given;
  const folder = await unpacked();
  const program = path.join(folder, 'run');
  if (!existsSync(program)) {
    const lines = [
      '#!/bin/sh',
      `FONTCONFIG_FILE='${folder}/fonts.conf'; export FONTCONFIG_FILE`,
      // Behind the system's own: a bare machine has none of what a browser needs.
      `LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${folder}/al2023/lib"; export LD_LIBRARY_PATH`,
      `exec '${folder}/chromium' "$@"`,
    ];
    const fresh = `${program}.${process.pid}-${process.hrtime.bigint()}`;
    writeFileSync(fresh, `${lines.join('\n')}\n`, { mode: 0o755 });
    renameSync(fresh, program);
  }
  return program;
}

/** The packed browser, unpacked once into the project's cache; two test files may want it at the same moment. */
async function unpacked(): Promise<string> {
  const manifest = path.join(PROJECT_ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(PROJECT_ROOT, '.cache', `chromium-${version}`);
  if (existsSync(path.join(folder, 'chromium'))) return folder;
  const fresh = `${folder}.${process.pid}-${process.hrtime.bigint()}`;
  mkdirSync(fresh, { recursive: true });
  await unpackInto(fresh);
  // The package's own list of font folders names the temporary folder, and a page without fonts ends the browser.
  const fonts = [path.join(folder, 'fonts'), '/usr/share/fonts'].map(dir => `<dir>${dir}</dir>`).join('');
  writeFileSync(
    path.join(fresh, 'fonts.conf'),
    `<fontconfig>${fonts}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  }
  return folder;
}

/** The package unpacks into the temporary folder, and its libraries only where it thinks to run on their system. */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  try {
    Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
