/** `npm run build [renderer] [electron] [cli]`: builds the named parts, or all of them. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** @typedef {'renderer' | 'electron' | 'cli'} Part */

/** @type {Record<Part, { config: string, modes: string[] }>} */
const PARTS = {
  renderer: { config: 'vite.renderer.ts', modes: ['production'] },
  electron: { config: 'vite.electron.ts', modes: ['main', 'preload'] },
  cli: { config: 'vite.cli.ts', modes: ['production'] },
};

/** @type {readonly Part[]} */
export const ALL_PARTS = ['renderer', 'electron', 'cli'];

/**
 * Builds the parts one after another.
 * @param {readonly Part[]} parts
 */
export async function buildParts(parts) {
  for (const part of parts) {
    const { config, modes } = PARTS[part];
    const configFile = fileURLToPath(new URL(config, import.meta.url));
    if (!existsSync(configFile)) throw new Error(`build: ${config} is missing`);
    for (const mode of modes) await build({ configFile, mode, logLevel: 'warn' });
  }
}

/** @param {string} name @returns {name is Part} */
const isPart = (name) => Object.hasOwn(PARTS, name);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(`build: there is no part "${unknown.join('", "')}"; the parts are ${ALL_PARTS.join(', ')}.`);
    process.exit(2);
  }
  await buildParts(named.length > 0 ? named.filter(isPart) : ALL_PARTS);
}
