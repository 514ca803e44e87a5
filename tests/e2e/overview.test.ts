import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** 需要我处理, the list of what waits for the manager. */
const needs = (page: Page) => page.getByRole('complementary', { name: '需要我处理' });

/** Lines of 需要我处理 that report a person's red warning. */
const warningOf = (page: Page, name: string) =>
  needs(page).getByRole('listitem').filter({ hasText: name }).filter({ hasText: '低于 80%' });

describe('a red warning on the overview', () => {
  it('is opened where it is seen, answered, gone from 需要我处理, and on record after a reload', async () => {
    const { page, context, complaints } = await app.open();
    await page.getByRole('button', { name: '打开示例方案' }).click();
    await page.waitForURL(/#\/overview/);
    await page.locator('.topbar').getByText(/^截至/).click();
    await page.getByLabel('看到哪一天为止').fill('2026-08-24');
    await page.keyboard.press('Escape');
    await page.locator('.topbar').getByText('2026-08-24').waitFor();

    const seen = warningOf(page, '郑凯');
    await seen.waitFor();
    expect(await seen.innerText()).toContain('连续 3 周低于 80%');
    expect(await warningOf(page, '赵一鸣').count()).toBe(1);

    await seen.getByRole('button', { name: '记录干预' }).click();
    const panel = page.locator('aside.panel');
    await panel.getByRole('heading', { name: '郑凯 · 第 8 周' }).waitFor();
    await panel.getByText('52.4%').first().waitFor();
    await panel.getByLabel('偏差原因').fill('没有新商机进入报价');
    await panel.getByLabel('调整措施').fill('每周陪访 2 次，补 12 条线索');
    await panel.getByRole('button', { name: '记录干预' }).click();

    await seen.waitFor({ state: 'detached' });
    expect(await warningOf(page, '赵一鸣').count()).toBe(1);

    await page.locator('.topbar').getByText('已保存').waitFor();
    await page.reload();
    await warningOf(page, '赵一鸣').waitFor();
    expect(await seen.count()).toBe(0);

    await page.getByRole('link', { name: /^跟踪/ }).click();
    await page.getByRole('tab', { name: /干预与辅导/ }).click();
    const record = page.getByRole('row', { name: /郑凯.*没有新商机进入报价.*每周陪访 2 次，补 12 条线索/ });
    await record.waitFor();
    expect(await record.innerText()).toContain('第 8 周');
    await page.getByRole('row', { name: /预警，已干预.*郑凯/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
