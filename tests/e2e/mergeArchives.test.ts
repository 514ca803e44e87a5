import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type OpenPage, type RunningApp } from './support/app';

describe('two laptops that edited the same plan apart', () => {
  let app: RunningApp;
  let folder: string;

  beforeAll(async () => {
    app = await startApp();
    folder = await mkdtemp(join(tmpdir(), 'archives-'));
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const go = (page: Page, screen: string) => page.goto(`${app.url}#/${screen}`);

  async function exportArchive(page: Page, name: string): Promise<string> {
    await go(page, 'data?do=archive');
    await page.getByLabel('设密码').uncheck();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出归档' }).click(),
    ]);
    const path = join(folder, `${name}.waymark`);
    await download.saveAs(path);
    return path;
  }
  async function chooseArchive(page: Page, ...paths: string[]): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选归档文件' }).click();
    await (await chooser).setFiles(paths);
  }
  /** Types 刘子涵's sales target in the goal's panel. */
  async function setTarget(page: Page, target: string): Promise<void> {
    await go(page, 'goals');
    await page.locator('.goals').getByText('刘子涵').click();
    await page.keyboard.press('Alt+Enter');
    await page.getByLabel('目标值').fill(target);
    await page.getByLabel('目标值').press('Tab');
  }
  async function targetOf(page: Page): Promise<string> {
    await go(page, 'goals');
    await page.locator('.goals').getByText('刘子涵').click();
    await page.keyboard.press('Alt+Enter');
    return page.getByLabel('目标值').inputValue();
  }
  async function addCard(page: Page, title: string): Promise<void> {
    await go(page, 'retrospective');
    await page.getByRole('button', { name: '添加经验' }).click();
    await page.getByRole('textbox', { name: '标题', exact: true }).fill(title);
    await page.getByRole('textbox', { name: '标题', exact: true }).press('Tab');
  }

  it('are merged record by record: nothing of either is lost, and each contradiction is decided by a person', async () => {
    const here: OpenPage = await app.open();
    await here.page.getByText(/示例/).first().click();
    await here.page.waitForURL(/overview/);
    const first = await exportArchive(here.page, 'first');

    const there = await app.open();
    await there.page.getByText('从备份恢复').click();
    await chooseArchive(there.page, first);
    await there.page.getByRole('button', { name: '并入 1 个方案' }).click();
    await there.page.waitForURL(/overview/);
    await setTarget(there.page, '140');
    await addCard(there.page, '福州：以旧换新带来老客户');
    const second = await exportArchive(there.page, 'second');
    expect(there.complaints).toEqual([]);
    await there.context.close();

    const { page } = here;
    await setTarget(page, '130');
    await addCard(page, '上海：展会线索当天回访');
    await go(page, 'data?do=archive');
    await chooseArchive(page, second);
    const plan = page.locator('tr[data-plan]');
    await plan.waitFor();
    expect((await plan.locator('td.r').allInnerTexts()).map(Number)).toEqual([1, 1, 1]);
    const conflict = page.locator('[data-conflict=goals]');
    expect(await conflict.innerText()).toMatch(/刘子涵 · 销售额[^]*目标值[^]*130[^]*140/);
    await conflict.getByRole('radio', { name: '文件里' }).click();
    await page.getByRole('button', { name: '并入 1 个方案' }).click();
    await page.getByText('已并入 1 个方案').waitFor();
    expect(await targetOf(page)).toBe('140');
    await go(page, 'retrospective');
    await page.locator('[data-lesson="福州：以旧换新带来老客户"]').waitFor();
    await page.locator('[data-lesson="上海：展会线索当天回访"]').waitFor();

    await page.getByRole('button', { name: '撤销' }).last().click();
    await page.locator('[data-lesson="福州：以旧换新带来老客户"]').waitFor({ state: 'detached' });
    expect(await targetOf(page)).toBe('130');
    expect(here.complaints).toEqual([]);
    await here.context.close();
  });

  it('come several at once: one after the other is looked at, merged or skipped', async () => {
    const open = await app.open();
    await open.page.getByText(/示例/).first().click();
    await open.page.waitForURL(/overview/);
    const own = await exportArchive(open.page, 'own');
    await open.context.close();
    const head = await app.open();
    const { page } = head;
    await page.getByText(/示例/).first().click();
    await page.waitForURL(/overview/);
    const other = await exportArchive(page, 'other');
    await chooseArchive(page, own, other, own);
    await page.getByRole('button', { name: '并入 1 个方案' }).click();
    await page.getByText('已并入 1 个方案').waitFor();
    // The second is what this laptop has itself.
    await page.locator('tr[data-plan]', { hasText: '没有新内容' }).waitFor();
    expect(await page.getByRole('button', { name: /^并入/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^跳过/ }).click();
    await page.locator('tr[data-plan]', { hasText: '没有新内容' }).waitFor();
    expect(await page.getByRole('button', { name: /^跳过/ }).count()).toBe(0);
    expect(head.complaints).toEqual([]);
    await head.context.close();
  });
});
