import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type OpenPage, type RunningApp } from './support/app';
import { crmExport } from './support/crmExport';

const ROWS = 20_000;
const FILE = { name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(crmExport(ROWS)) };

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function openImport(): Promise<OpenPage> {
  const opened = await app.open();
  const { page } = opened;
  await page.getByRole('button', { name: '打开示例方案' }).click();
  await page.waitForURL(/#\/overview/);
  await page.locator('.rail').getByText('数据', { exact: true }).click();
  await page.getByRole('button', { name: /选文件/ }).waitFor();
  return opened;
}

async function choose(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /选文件/ }).click(),
  ]);
  await chooser.setFiles(FILE);
}

/** Notes the names of all progress bars that appear; presses 取消 of the first whose name fits, the moment it is there. */
async function watchProgress(page: Page, stopAt: string): Promise<() => Promise<string[]>> {
  await page.evaluate((name) => {
    const seen = new Set<string>();
    Object.assign(window, { progressSeen: seen });
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('[role=progressbar]')) {
        const label = bar.getAttribute('aria-label') ?? '';
        const fresh = !seen.has(label);
        seen.add(label);
        if (fresh && name !== '' && label.includes(name)) bar.parentElement?.querySelector('button')?.click();
      }
    }).observe(document.body, { childList: true, subtree: true });
  }, stopAt);
  return () => page.evaluate(() => [...(window as Window & { progressSeen?: Set<string> }).progressSeen!]);
}

describe(`an export of ${ROWS} deals`, () => {
  it('is read with progress, adds up, and is written as one step', async () => {
    const { page, context, complaints } = await openImport();
    const seen = await watchProgress(page, '');
    await choose(page);
    const sum = page.locator('.panel .kv .strong');
    await sum.waitFor();
    // 20,000 × 1000 元 under an indicator in 万元.
    expect(await sum.innerText()).toBe('2000 万元');
    expect((await seen()).length).toBe(2);
    await page.getByRole('button', { name: '看更改' }).click();
    await page.getByRole('button', { name: /^写入 \d+ 处/ }).click();
    await page.getByText(/^已写入/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leaves nothing behind when cancelled, while the file is read and while the preview is up', async () => {
    const { page, context, complaints } = await openImport();
    const undo = page.getByRole('button', { name: /^撤销/ }).first();
    await watchProgress(page, 'crm.csv');
    await choose(page);
    await page.getByRole('button', { name: /选文件/ }).waitFor();
    expect(await page.locator('.panel .kv').count()).toBe(0);
    expect(await undo.isDisabled()).toBe(true);
    await choose(page);
    await page.locator('.panel .kv .strong').waitFor();
    await page.getByRole('button', { name: '看更改' }).click();
    await page.getByRole('button', { name: /^写入 \d+ 处/ }).waitFor();
    await page.locator('.panel footer').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: /选文件/ }).waitFor();
    expect(await undo.isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
