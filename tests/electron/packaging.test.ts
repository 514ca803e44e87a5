import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const project = fileURLToPath(new URL('../..', import.meta.url));
/** Marks the place of the fuses in Electron's executable; version, number, then one character a fuse: 1 = on, 0 = off. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;
/** The configuration's fuses in the order of the executable. */
const WANTED = {
  runAsNode: '0',
  cookieEncryption: '1',
  nodeOptions: '0',
  nodeCliInspect: '0',
  asarIntegrity: '1',
  onlyAsar: '1',
};

let folder: string;

async function put(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content, { mode });
}

/** A project as it stands after `npm run build`, with things beside it that must not ship, and a runtime in name only. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-package-'));
  const manifest = JSON.parse(await readFile(`${project}package.json`, 'utf8')) as Record<string, unknown>;
  await put('package.json', JSON.stringify(manifest));
  for (const path of ['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/renderer/index.html'])
    await put(path, '//');
  for (const path of ['dist/cli/waymark.mjs', 'renderer/src/main.ts', '.env', 'node_modules/left/index.js'])
    await put(path, '//');
  await mkdir(join(folder, 'build/icons'), { recursive: true });
  await copyFile(`${project}build/icons/icon.png`, join(folder, 'build/icons/icon.png'));
  await copyFile(`${project}electron-builder.yml`, join(folder, 'electron-builder.yml'));
  const executable = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.from('1'.repeat(FUSES))]);
  await put('runtime/electron', executable, 0o755);
  await put('runtime/version', '45.4.1');
  await put('runtime/LICENSE', 'x');
  await mkdir(join(folder, 'runtime/resources'), { recursive: true });

  const cli = require.resolve('electron-builder/cli.js');
  const args = ['--config', 'electron-builder.yml', '--linux', 'dir', '-c.electronDist=runtime'];
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the two bundles, the page and the icon, and nothing else', () => {
    const { listPackage } = require('@electron/asar') as { listPackage(file: string, options: object): string[] };
    const files = listPackage(join(folder, 'release/linux-unpacked/resources/app.asar'), { isPack: false });
    expect(files.filter((name) => /\.\w+$/.test(name)).sort()).toEqual([
      '/build/icons/icon.png',
      '/dist/electron/main.cjs',
      '/dist/electron/preload.cjs',
      '/dist/renderer/index.html',
      '/package.json',
    ]);
  });

  it('has its fuses set in the executable itself', async () => {
    const executable = await readFile(join(folder, 'release/linux-unpacked/waymark'), 'latin1');
    const start = executable.indexOf(SENTINEL) + SENTINEL.length + 2;
    expect(executable.slice(start, start + 6)).toBe(Object.values(WANTED).join(''));
    // grantFileProtocolExtraPrivileges is the eighth.
    expect(executable[start + 7]).toBe('0');
  });
});
