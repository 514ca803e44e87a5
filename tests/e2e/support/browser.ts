import { chromium, type Browser } from 'playwright-core';
import { requireBrowser } from '../../../build/browser.mjs';

/** Keeps Chromium from calling home and from showing first-run pages: the tests run offline. */
export const quietFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-default-apps',
  '--force-color-profile=srgb',
  // Chromium's own sandbox refuses to start as root (containers, build machines).
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The browser's executable: what is installed, else what can be got, else an error saying what to install. */
export const browserPath = (): string => requireBrowser();

/** A headless browser for one test file; close it in `afterAll`. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), headless: true, args: [...quietFlags] });
