import { existsSync } from 'node:fs';
import { requireBrowser } from '../../../build/browser.mjs';
import { RENDERER } from '../../../build/serve.mjs';

/** Fails at once, and in words, when there is no browser or no build to test. */
export default function setup(): void {
  requireBrowser();
  if (!existsSync(`${RENDERER}/index.html`)) throw new Error('Nothing is built yet: run `npm run build` first.');
}
