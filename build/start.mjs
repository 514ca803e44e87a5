/** `npm start`: builds what is needed and opens the application, in Electron or else in a browser. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { buildParts } from './build.mjs';
import { HOST, PORT, serve } from './serve.mjs';
import { isStale, PROJECT } from './stale.mjs';

const ELECTRON = join(PROJECT, 'node_modules/electron');
/** The runtime is about 120 MB; on a slow line it may take minutes, without a line it fails at once. */
const FETCH_TIMEOUT_MS = 10 * 60_000;

/** The runtime's executable where it is installed, else null. */
function installedElectron() {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(ELECTRON, 'dist');
  const executable = join(folder, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** Installed, or fetched by Electron's own installer, or null. */
function electronRuntime() {
  const installed = installedElectron();
  if (installed !== null || !existsSync(join(ELECTRON, 'install.js'))) return installed;
  spawnSync(process.execPath, [join(ELECTRON, 'install.js')], { stdio: 'ignore', timeout: FETCH_TIMEOUT_MS });
  return installedElectron();
}

const hasDisplay = () =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY']);

/** @param {readonly import('./build.mjs').Part[]} parts */
async function buildStale(parts) {
  const stale = parts.filter(isStale);
  if (stale.length === 0) return;
  console.log(`Building ${stale.join(' and ')}…`);
  try {
    await buildParts(stale);
  } catch (error) {
    console.error(`Waymark could not be built: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** @param {string} executable */
function openElectron(executable) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(executable, [...(asRoot ? ['--no-sandbox'] : []), PROJECT], { stdio: 'inherit' });
  child.on('error', (error) => {
    console.error(`Electron did not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

/**
 * An app window of an installed browser, when there is a display. Its failure is no failure of ours: the address is printed.
 * @param {string} url
 */
function openAppWindow(url) {
  const browser = hasDisplay() ? findBrowser() : null;
  if (browser === null) return;
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(browser, [`--app=${url}`, ...(asRoot ? ['--no-sandbox'] : [])], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => console.log('The browser window did not open; open the address by hand.'));
  child.unref();
}

/** True when what answers at the address is this application. @param {string} url */
async function isOurs(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(3000) }).catch(() => null);
  return answer !== null && answer.ok && (await answer.text()).includes('<title>路标 · Waymark</title>');
}

async function openBrowserHost() {
  const url = `http://${HOST}:${PORT}/`;
  try {
    await serve();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (!(await isOurs(url))) {
      console.error(
        `Port ${PORT} is in use by another program. Waymark keeps its data under this address, so it takes no other ` +
          'port: end that program and run npm start again.',
      );
      process.exit(1);
    }
    console.log(`Waymark is running already: ${url}`);
    openAppWindow(url);
    return;
  }
  console.log(`Waymark: ${url}  (Ctrl+C ends it)`);
  openAppWindow(url);
}

const runtime = hasDisplay() ? electronRuntime() : null;
if (runtime !== null) {
  await buildStale(['renderer', 'electron']);
  openElectron(runtime);
} else {
  console.log(
    hasDisplay()
      ? "Electron's runtime is not installed and could not be fetched; opening Waymark in a browser instead."
      : 'There is no display for Electron; serving Waymark for a browser instead.',
  );
  await buildStale(['renderer']);
  await openBrowserHost();
}
