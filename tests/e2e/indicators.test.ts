import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function openIndicators(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例方案' }).click();
  await page.waitForURL(/#\/overview/);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: /^指标/ }).click();
}

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });

describe('The indicators of a plan', () => {
  it('say how they count and are found by definition or source', async () => {
    const { page, context, complaints } = await app.open();
    await openIndicators(page);
    expect(await page.locator('tbody button').allInnerTexts()).toEqual([
      '销售额',
      '新客户',
      '回款率',
      '客户满意度',
      '团队协作',
      '流程规范',
    ]);
    await row(page, '回款率').getByText('回款额 ÷ 销售额', { exact: true }).waitFor();
    await row(page, '客户满意度').getByText('上级 40 · 同事 30 · 客户 30').waitFor();
    await page.getByLabel('搜名称、定义、来源').fill('开票');
    await row(page, '流程规范').waitFor({ state: 'detached' });
    expect(await page.locator('tbody button').allInnerTexts()).toEqual(['销售额', '新客户']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('can be taken from the library, several at once and undone as one step', async () => {
    const { page, context, complaints } = await app.open();
    await openIndicators(page);
    await page.getByRole('button', { name: '从指标库添加' }).click();
    const dialog = page.getByRole('dialog', { name: '指标库' });
    expect(await dialog.getByRole('checkbox').count()).toBeGreaterThan(25);
    await dialog.getByRole('searchbox').fill('活动');
    const found = dialog.getByRole('checkbox');
    await found.first().check();
    await found.nth(1).check();
    await dialog.getByRole('button', { name: '添加 2 个' }).click();
    await page.getByRole('tab', { name: '指标 8' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('tab', { name: '指标 6' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('of one’s own get definition, source, two sides of a rate and a direction, and refuse a name that is taken', async () => {
    const { page, context, complaints } = await app.open();
    await openIndicators(page);
    await page.getByRole('button', { name: '量化指标' }).click();
    const panel = page.getByRole('complementary', { name: '新指标' });
    const name = panel.locator('.fields input').first();
    await name.fill('销售额');
    await name.press('Enter');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await name.fill('投诉率');
    await name.press('Enter');
    const renamed = page.getByRole('complementary', { name: '投诉率' });
    await renamed.getByLabel('定义').fill('投诉单数 ÷ 发货单数');
    await renamed.getByLabel('数据来源').fill('客服系统');
    await page.keyboard.press('Tab');
    await renamed.getByLabel('汇总方式').selectOption('ratio');
    await renamed.getByRole('textbox', { name: '分子' }).fill('投诉单');
    await renamed.getByRole('textbox', { name: '分母' }).fill('发货单');
    await renamed.getByRole('textbox', { name: '分母' }).press('Enter');
    await renamed.getByRole('radio', { name: '逆向' }).click();
    await renamed.getByLabel('完成率算法').selectOption('inverse');
    await row(page, '投诉率').getByText('投诉单 ÷ 发货单 · 逆向').waitFor();
    await page.locator('.topbar').getByText('已保存').waitFor();
    await page.reload();
    await page.getByRole('tab', { name: /^指标/ }).click();
    await row(page, '投诉率').getByRole('button').click();
    expect(await page.getByLabel('数据来源').inputValue()).toBe('客服系统');
    expect(await page.getByLabel('完成率算法').inputValue()).toBe('inverse');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
