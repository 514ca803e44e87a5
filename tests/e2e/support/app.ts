import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../../build/serve.mjs';
import { launchBrowser } from './browser';

/** One page of the application, with everything it complained about. */
export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Uncaught errors, console errors and policy violations since the page opened. A good test ends with none. */
  readonly complaints: string[];
}

/** The built application, served on a free loopback port with its real headers, in a real browser. */
export interface RunningApp {
  readonly url: string;
  readonly browser: Browser;
  /** A fresh profile (empty database). Give a locale or colour scheme through the options. */
  open(options?: BrowserContextOptions & { readonly path?: string }): Promise<OpenPage>;
  close(): Promise<void>;
}

/** Collects what goes wrong on a page, so that a test can demand silence. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Trusted Type/i.test(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  return complaints;
}

/** Starts the server and the browser; close in `afterAll`. */
export async function startApp(): Promise<RunningApp> {
  const server = await serve({ port: 0 });
  const browser = await launchBrowser();
  return {
    url: server.url,
    browser,
    async open({ path = '', ...options } = {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: { width: 1440, height: 900 },
        acceptDownloads: true,
        ...options,
      });
      const page = await context.newPage();
      const complaints = watchComplaints(page);
      await page.goto(server.url + path);
      return { context, page, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
