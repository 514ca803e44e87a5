/** `npm run -s waymark -- …`: the command line, built first when it is missing or stale. Prints nothing of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildParts } from './build.mjs';
import { isStale, PROJECT } from './stale.mjs';

if (isStale('cli')) await buildParts(['cli']);

const child = spawn(process.execPath, [join(PROJECT, 'dist/cli/waymark.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`waymark: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code) => process.exit(code ?? 1));
