/** Finds a browser of the Chromium family, for the tests and for the app window of `npm start`. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'chrome',
];
const HEADLESS_ONLY = ['chromium-headless-shell'];

/** @param {string | undefined} path */
function runnable(path) {
  if (path === undefined || path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  const suffixes = process.platform === 'win32' ? ['.exe', ''] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(homedir(), 'Applications')];
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return apps.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.filter((root) => root !== '').flatMap((root) => tails.map((tail) => join(root, tail)));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** @param {boolean} headless */
function playwrightCache(headless) {
  const usual = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
  };
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    (process.platform === 'darwin' || process.platform === 'win32'
      ? usual[process.platform]
      : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright'));
  if (!existsSync(cache)) return [];
  const full = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  const shell = [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
    'chrome-headless-shell-win64/chrome-headless-shell.exe',
    'chrome-headless-shell-mac-arm64/chrome-headless-shell',
    'chrome-headless-shell-mac-x64/chrome-headless-shell',
  ];
  const folders = readdirSync(cache).sort().reverse();
  const of = (/** @type {string} */ prefix, /** @type {string[]} */ tails) =>
    folders.filter((name) => name.startsWith(prefix)).flatMap((name) => tails.map((tail) => join(cache, name, tail)));
  return [...of('chromium-', full), ...(headless ? of('chromium_headless_shell-', shell) : [])];
}

/**
 * The first Chrome, Edge or Chromium there is: CHROME_PATH, then PATH, the usual places, Playwright's cache.
 * @param {{ headless?: boolean }} [options] headless: a headless-only build will do
 * @returns {string | null}
 */
export function findBrowser({ headless = false } = {}) {
  const candidates = [
    process.env['CHROME_PATH'],
    ...onPath(headless ? [...COMMANDS, ...HEADLESS_ONLY] : COMMANDS),
    ...usualPlaces(),
    ...playwrightCache(headless),
  ];
  return candidates.find(runnable) ?? null;
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return (
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

/** As root on Debian or Ubuntu: the distribution's package. */
function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return (
    run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  );
}

/** Anywhere else: the build Playwright keeps for its version. */
function installFromPlaywright() {
  const cli = new URL('../node_modules/playwright-core/cli.js', import.meta.url);
  return run(process.execPath, [
    decodeURIComponent(cli.pathname).replace(/^\/([A-Za-z]:)/, '$1'),
    'install',
    'chromium',
  ]);
}

/**
 * A browser for the tests: found, or installed, or an error that says exactly what to install. Never a silent skip.
 * @returns {string}
 */
export function requireBrowser() {
  const found = findBrowser({ headless: true });
  if (found !== null) return found;
  console.error('No Chrome, Edge or Chromium found; getting one for the end-to-end tests.');
  if (installFromDebian() || installFromPlaywright()) {
    const installed = findBrowser({ headless: true });
    if (installed !== null) return installed;
  }
  throw new Error(
    'The end-to-end tests need a browser. Install Google Chrome, Microsoft Edge or Chromium ' +
      '(Debian: sudo apt-get install chromium), or run: npx playwright-core install chromium, ' +
      'or name one in the environment variable CHROME_PATH.',
  );
}
