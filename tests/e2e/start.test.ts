import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startApp, type RunningApp } from './support/app';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例方案' }).click();
  await page.waitForURL(/#\/overview/);
}

/** Waits until the top bar says that everything is stored. */
async function stored(page: Page): Promise<void> {
  await page.locator('.saved', { hasText: /^已保存/ }).waitFor();
}

const asOf = (page: Page) => page.locator('.topbar').getByText(/^截至/);

async function setAsOf(page: Page, day: string): Promise<void> {
  await asOf(page).click();
  await page.getByLabel('看到哪一天为止').fill(day);
  await page.keyboard.press('Escape');
}

describe('the first start', () => {
  it('welcomes, opens the sample plan on the overview, and still has it after a reload', async () => {
    const { page, context, complaints } = await app.open();
    await page.getByRole('heading', { name: '先建一个方案' }).waitFor();
    await openSample(page);
    const overview = page.getByRole('main');
    await overview.getByText('林晓雯').first().waitFor();
    await stored(page);

    await page.reload();
    await page.waitForURL(/#\/overview/);
    await overview.getByText('林晓雯').first().waitFor();
    expect(await page.locator('.topbar .plan').innerText()).toContain('华东大区 · 2026 年第三季度');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('stores an edit at once, takes it back with Ctrl+Z, and the reload agrees', async () => {
    const { page, context, complaints } = await app.open();
    await openSample(page);
    await setAsOf(page, '2026-08-24');
    await asOf(page).getByText('2026-08-24').waitFor();
    await stored(page);
    await page.reload();
    await page.getByText('截至 2026-08-24').waitFor();

    await setAsOf(page, '2026-09-01');
    await page.getByText('截至 2026-09-01').waitFor();
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('截至 2026-08-24').waitFor();
    await stored(page);
    await page.reload();
    await page.getByText('截至 2026-08-24').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('makes a plan with the assistant, with goals for the people typed', async () => {
    const { page, context, complaints } = await app.open();
    await page.getByText('新业务拓展').click();
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByRole('button', { name: '建立方案' }).click();
    await page.getByText('请写团队名称').waitFor();
    await page.getByLabel('团队').fill('华北大区');
    await page.getByLabel('成员').fill('张三 北京组\n李四 天津组');
    await page.getByRole('button', { name: '建立方案' }).click();
    await page.waitForURL(/#\/goals/);
    expect(await page.locator('.topbar .plan').innerText()).toContain('华北大区');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('张三');
    await page
      .getByRole('option', { name: /张三 · / })
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('finds screens, people and goals with Ctrl+K', async () => {
    const { page, context, complaints } = await app.open();
    await openSample(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('数据');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/data/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('赵一鸣');
    await page
      .getByRole('option', { name: /赵一鸣/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('two windows', () => {
  it('do not write over each other: the second asks, and takes over when told to', async () => {
    const { page, context } = await app.open();
    await openSample(page);
    const second = await context.newPage();
    await second.goto(app.url);
    await second.getByRole('heading', { name: '路标已经在另一个窗口打开' }).waitFor();
    await second.getByRole('button', { name: '在这个窗口继续' }).click();
    await second.waitForURL(/#\/overview/);
    await page.getByRole('heading', { name: '已改在另一个窗口继续' }).waitFor();
    await context.close();
  });
});

describe('a database that cannot be used', () => {
  it('written by a newer version is left alone and explained', async () => {
    const { page, context } = await app.open({ path: 'icon.svg' });
    await page.evaluate(
      () =>
        new Promise<void>((done, failed) => {
          const request = indexedDB.open('waymark', 9990);
          request.onsuccess = () => {
            request.result.close();
            done();
          };
          request.onerror = () => failed(request.error);
        }),
    );
    await page.goto(app.url);
    await page.getByRole('heading', { name: '数据来自更新的版本' }).waitFor();
    const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version);
    expect(version).toBe(9990);
    await context.close();
  });
});

describe('backups', () => {
  it('are written, shown in the top bar, and restore what was there', async () => {
    const { page, context, complaints } = await app.open();
    await openSample(page);
    await page.locator('.rail').getByText('数据').click();
    await page.getByRole('tab', { name: '备份' }).click();
    await page.getByRole('button', { name: '现在备份' }).click();
    await page.locator('.saved', { hasText: '备份于' }).waitFor();
    await setAsOf(page, '2026-08-01');
    await page.getByText('截至 2026-08-01').waitFor();
    await page.getByRole('button', { name: '恢复', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('截至 2026-10-12').waitFor();
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await page.getByText('截至 2026-08-01').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('workbooks', () => {
  it('go out and come back through the worker, and the same file again changes nothing', async () => {
    const { page, context, complaints } = await app.open();
    await openSample(page);
    await page.locator('.rail').getByText('数据').click();
    await page.getByRole('tab', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出工作簿' }).click(),
    ]);
    await page.getByRole('tab', { name: '导入' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选文件' }).click(),
    ]);
    await chooser.setFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await readFile(await download.path()),
    });
    await page.getByText('文件和方案完全一致').waitFor();
    expect(await page.getByRole('button', { name: /^写入/ }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
