import { createRequire } from 'node:module';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'vite';
import { createElectronDouble, type DoubleOptions, type Recorded } from './electronDouble';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A fault planted into one source file. */
export interface Fault {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Main, bundled as for release but in memory, with the fault in it. Fails when the place of the fault is not there. */
export async function bundleMain(fault?: Fault): Promise<string> {
  let planted = fault === undefined;
  const built = await build({
    configFile: join(project, 'build/vite.electron.ts'),
    mode: 'main',
    logLevel: 'error',
    build: { write: false },
    plugins: [
      {
        name: 'plant-fault',
        enforce: 'pre',
        transform(code, id) {
          if (!fault || !id.endsWith(fault.file) || !code.includes(fault.from)) return null;
          planted = true;
          return code.replace(fault.from, fault.to);
        },
      },
    ],
  });
  if (!planted) throw new Error(`There is no "${fault?.from}" in ${fault?.file}.`);
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Main was not bundled.');
  return chunk.code;
}

/** An installed application in a temporary folder: `dist/renderer` to serve, and a file beside it that must stay private. */
export async function installFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-main-'));
  await mkdir(join(folder, 'dist/renderer'), { recursive: true });
  await mkdir(join(folder, 'dist/electron'), { recursive: true });
  await writeFile(join(folder, 'dist/renderer/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'dist/secret.txt'), 'secret');
  return folder;
}

/** Runs bundled main against the double until it has a window, or has given up. */
export async function runMain(
  code: string,
  folder: string,
  options: Omit<DoubleOptions, 'userData'> = {},
): Promise<Recorded> {
  const { electron, recorded } = createElectronDouble({ userData: join(folder, 'data'), ...options });
  const real = createRequire(import.meta.url);
  const load = (name: string): unknown => (name === 'electron' ? electron : real(name));
  const module = { exports: {} };
  compileFunction(code, ['require', 'module', 'exports', '__dirname'])(
    load,
    module,
    module.exports,
    join(folder, 'dist/electron'),
  );
  for (let n = 0; n < 100 && recorded.windows.length === 0 && recorded.exitCode === null && !recorded.quit; n += 1) {
    await new Promise((done) => setTimeout(done, 5));
  }
  return recorded;
}
