import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startApp, type OpenPage, type RunningApp } from './app';

/**
 * Opens the sample plan on 总览 in a fresh profile before every test of the block, hands it to `ready` (which keeps it and
 * may go on to a screen), and demands after every test that the page complained of nothing.
 */
export function useSample(ready: (opened: OpenPage, app: RunningApp) => void | Promise<void>): void {
  let app: RunningApp | undefined;
  let opened: OpenPage | undefined;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    if (!app) throw new Error('the application did not start');
    opened = await app.open();
    await opened.page.getByText(/示例/).first().click();
    await opened.page.waitForURL(/overview/);
    await ready(opened, app);
  });
  afterEach(async () => {
    expect(opened?.complaints).toEqual([]);
    await opened?.context.close();
  });
}
