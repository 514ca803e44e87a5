import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type OpenPage, type RunningApp } from './support/app';

let app: RunningApp;
let open: OpenPage;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  open = await app.open();
  ({ page } = open);
  page.setDefaultTimeout(10_000);
  // The day the next quarter is planned on, between the two.
  await page.clock.setFixedTime(new Date('2026-10-12T09:00:00+08:00'));
  await page.reload();
  await page.getByText(/示例/).first().click();
  await page.waitForURL(/overview/);
});
afterAll(() => app?.close());

const line = (name: string) => page.locator('.sheet-row', { has: page.getByRole('rowheader', { name }) }).first();
const textOf = async (name: string, column: number): Promise<string> =>
  (await line(name).locator(`[aria-colindex="${column}"]`).innerText()).trim();

async function go(screen: string): Promise<void> {
  await page.locator('.rail').getByText(screen, { exact: true }).click();
}

/** 基期值 of a line's goal on sales, from its panel. */
async function baselineOf(name: string): Promise<string> {
  await line(name).locator('[aria-colindex="2"]').click();
  await page.keyboard.press('Alt+Enter');
  await page.locator('.panel h2', { hasText: name }).waitFor();
  return page.locator('.panel').getByLabel('基期值', { exact: true }).inputValue();
}

describe('the plan after an ended quarter', () => {
  it('is proposed for the period after it, and says beforehand what it brings', async () => {
    await page.locator('.topbar .plan').click();
    await page.getByRole('menuitem', { name: /新建方案/ }).click();
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByText('承接上期', { exact: true }).click();
    expect(await page.getByLabel('哪一个').locator('option:checked').innerText()).toBe('2026 年第四季度');
    const brought = page.locator('.carry');
    await brought.getByText('12 位成员').waitFor();
    expect(await brought.locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/^12 位成员，\d+ 个组织单位/),
      expect.stringMatching(/^\d+ 个目标，其中 \d+ 个上期没有完成/),
      expect.stringMatching(/^\d+ 个目标以上期实际为基期值/),
      expect.stringMatching(/^[1-9]\d* 条复盘/),
      expect.stringMatching(/^[1-9]\d* 项没有做完/),
    ]);
    await page.getByRole('button', { name: '建立方案' }).click();
    await page.waitForURL(/goals/);
    expect(await page.locator('.topbar .plan').innerText()).toContain('2026 年第四季度');
  });

  it('has the same structure and the same people', async () => {
    const names = await page.getByRole('rowheader').allInnerTexts();
    expect(names.map((name) => name.trim().split(/\s/)[0])).toEqual([
      ...['公司', '华东大区', '华东组', '陈立群', '王思远', '刘子涵', '赵一鸣'],
      ...['浙皖组', '林晓雯', '吴浩然', '孙佳怡', '黄志强', '鲁闽组', '张明轩', '李婷', '郑凯', '何雨晴'],
    ]);
    expect(await line('郑凯').getAttribute('aria-level')).toBe('4');
    expect(await textOf('浙皖组', 8)).toBe('林晓雯');
    await page.getByRole('tab', { name: '责任矩阵' }).click();
    await page.getByText('12 人').waitFor();
    await page.getByRole('tab', { name: '分解' }).click();
  });

  it('keeps the targets of goals that were missed and leaves the others to be set', async () => {
    expect(await textOf('郑凯', 2)).toBe('108.0');
    expect(await textOf('鲁闽组', 2)).toBe('460.0');
    expect(await textOf('林晓雯', 2)).toBe('');
    expect(await textOf('浙皖组', 2)).toBe('');
  });

  it('has the last actuals as baselines, so that growth follows at once', async () => {
    expect(await baselineOf('郑凯')).toBe('76.9');
    expect(await baselineOf('林晓雯')).toBe('168.6');
    expect(await baselineOf('浙皖组')).toBe('540.6');
    await line('林晓雯').locator('[aria-colindex="2"]').click();
    await page.keyboard.type('185.46');
    await page.keyboard.press('Enter');
    await line('林晓雯').locator('[aria-colindex="2"]').click();
    await page.keyboard.press('Alt+Enter');
    await page.locator('.panel').getByText('+10.0%').waitFor();
    await page.keyboard.press('Control+z');
  });

  it('starts agreement anew', async () => {
    await page.getByRole('tab', { name: /共识/ }).click();
    await page.getByText('未确认 17').waitFor();
    expect(await page.locator('.tablewrap select').first().inputValue()).toBe('open');
  });

  it('has the lessons of the last one in its library, and its open actions on the first meeting', async () => {
    await go('复盘');
    await page.getByText('转介绍', { exact: false }).first().waitFor();
    await go('跟踪');
    await page.getByRole('tab', { name: '周会' }).click();
    await page.getByText('大单推进：每周与陈立群过一次 20 万元以上的商机').waitFor();
    expect(open.complaints).toEqual([]);
  });
});
