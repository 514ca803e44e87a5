import { bench, describe } from 'vitest';
import type { Page } from 'playwright-core';
import { startApp } from '../e2e/support/app';
import { crmExport } from '../e2e/support/crmExport';

const ROWS = 99_999;

/** The longest task of the page's own thread since the last call, in ms; below 50 none is reported. */
async function longestTask(page: Page, step: string): Promise<void> {
  await page.waitForTimeout(300);
  const longest = await page.evaluate(() => {
    const probe = window as Window & { tasks?: number[] };
    const found = Math.max(0, ...(probe.tasks ?? []));
    probe.tasks = [];
    return found;
  });
  process.stdout.write(`${step}: longest task ${longest < 50 ? 'under 50' : longest.toFixed(0)} ms\n`);
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe = window as Window & { tasks?: number[] };
    probe.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) probe.tasks?.push(duration);
    }).observe({ type: 'longtask' });
  });
}

describe(`an export of ${ROWS} deals, in a browser (needs a build)`, () => {
  bench(
    'read, previewed and written',
    async () => {
      const app = await startApp();
      const { page, context } = await app.open();
      await page.getByRole('button', { name: '打开示例方案' }).click();
      await page.waitForURL(/#\/overview/);
      await page.locator('.rail').getByText('数据', { exact: true }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: /选文件/ }).click(),
      ]);
      await watchTasks(page);
      await chooser.setFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(crmExport(ROWS)) });
      // Handing the bytes over is the test driver's work, not the application's.
      await page.locator('.prog').first().waitFor();
      await page.evaluate(() => Object.assign(window, { tasks: [] }));
      await page.locator('.panel .kv .strong').waitFor();
      await longestTask(page, 'reading');
      await page.getByRole('button', { name: '看更改' }).click();
      await page.getByRole('button', { name: /^写入 \d+ 处/ }).waitFor();
      await longestTask(page, 'preview');
      await page.getByRole('button', { name: /^写入 \d+ 处/ }).click();
      await page.getByText(/^已写入/).waitFor();
      await longestTask(page, 'writing');
      await context.close();
      await app.close();
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
