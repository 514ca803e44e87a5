/** `npm run -s waymark -- …`: the command line, built first when it is missing or stale. Prints nothing of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { isStale, PROJECT } from './stale.mjs';

const PROGRAM = join(PROJECT, 'dist/cli/waymark.mjs');

/** Builds beside the program and puts it in place in one step, since several may be started at the same time. */
async function buildProgram() {
  const outDir = join(PROJECT, `dist/.cli-${process.pid}`);
  try {
    await build({
      configFile: fileURLToPath(new URL('vite.cli.ts', import.meta.url)),
      logLevel: 'silent',
      build: { outDir },
    });
    mkdirSync(join(PROJECT, 'dist/cli'), { recursive: true });
    renameSync(join(outDir, 'waymark.mjs'), PROGRAM);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

if (isStale('cli')) {
  try {
    await buildProgram();
  } catch (error) {
    console.error(`waymark: the command line could not be built: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}

const child = spawn(process.execPath, [PROGRAM, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`waymark: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code) => process.exit(code ?? 1));
