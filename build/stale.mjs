/** Tells whether a built file is older than what it was built from. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What every part is built from besides its own folder. */
const COMMON = ['shared', 'package.json', 'package-lock.json'];

/** @type {Record<import('./build.mjs').Part, { output: string, sources: string[] }>} */
const PARTS = {
  renderer: { output: 'dist/renderer/index.html', sources: ['renderer', 'build/vite.renderer.ts', ...COMMON] },
  electron: { output: 'dist/electron/preload.cjs', sources: ['electron', 'build/vite.electron.ts', ...COMMON] },
  cli: { output: 'dist/cli/waymark.mjs', sources: ['cli', 'build/vite.cli.ts', ...COMMON] },
};

/** @param {string} path @returns {number} newest change in milliseconds, of the file or of all files below the folder */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return /\.(test|bench)\.ts$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * @param {import('./build.mjs').Part} part
 * @returns {boolean} true when it was never built or something it is made of changed since
 */
export function isStale(part) {
  const { output, sources } = PARTS[part];
  const built = statSync(join(PROJECT, output), { throwIfNoEntry: false });
  return !built || sources.some((source) => newest(join(PROJECT, source)) > built.mtimeMs);
}
