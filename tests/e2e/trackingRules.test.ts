import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { openTracking } from './support/tracking';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('the warning rule of one indicator', () => {
  it('is set in its row, moves its warnings only, and falls back to the plan when emptied', async () => {
    const { page, context, complaints } = await openTracking(app, '干预与辅导');
    const red = page.getByRole('row', { name: /^预警 (郑凯|赵一鸣)/ });
    await red.nth(1).waitFor();

    const settings = async (): Promise<void> => {
      await page.getByRole('link', { name: '设置' }).click();
      await page.getByRole('tab', { name: /^指标/ }).click();
      await page.getByRole('button', { name: '销售额', exact: true }).click();
    };
    const back = async (): Promise<void> => {
      await page.getByRole('link', { name: /^跟踪/ }).click();
      await page.getByRole('tab', { name: /^干预与辅导/ }).click();
      await page.getByRole('row', { name: /郑凯.*销售额/ }).waitFor();
    };
    await settings();
    const weeks = page.getByLabel('销售额 连续几周预警');
    expect(await weeks.getAttribute('placeholder')).toBe('2');
    await weeks.fill('0');
    await weeks.press('Enter');
    expect(await weeks.getAttribute('aria-invalid')).toBe('true');
    await weeks.fill('3');
    await weeks.press('Enter');
    expect(await page.getByLabel('销售额 的预警阈值').inputValue()).toBe('80');
    // Three weeks make 郑凯 red; 赵一鸣 has two and is only watched now.
    await back();
    await page.getByRole('row', { name: /^预警 郑凯/ }).waitFor();
    await page.getByRole('row', { name: /^关注 赵一鸣.*销售额/ }).waitFor();

    await settings();
    await weeks.fill('');
    await weeks.press('Enter');
    await back();
    await page.getByRole('row', { name: /^预警 赵一鸣/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Ctrl+K', () => {
  it('finds the heat map of people and weeks, and the minutes, by their names', async () => {
    const { page, context, complaints } = await openTracking(app, '月度复盘');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('热力图');
    await page.getByRole('option', { name: /周表/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.week-grid .sheet-row').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('纪要');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2026-08-24 周会纪要' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a plan without goals', () => {
  it('leads from tracking to the goals, and says why an export cannot be counted yet', async () => {
    const { page, context, complaints } = await app.open();
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByLabel('团队', { exact: true }).fill('新组');
    await page.getByRole('radio', { name: '空白' }).click();
    await page.locator('.newplan .btn.primary').click();
    await page.waitForURL(/goals/);

    await page.getByRole('link', { name: /^跟踪/ }).click();
    await page.getByRole('heading', { name: '还没有人承担这个指标' }).waitFor();
    await page.getByRole('button', { name: '去分目标' }).click();
    await page.waitForURL(/goals/);

    await page.locator('.rail').getByText('数据', { exact: true }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /选文件/ }).click(),
    ]);
    const buffer = Buffer.from('姓名,金额,日期\n张三,5,2027-01-05\n');
    await chooser.setFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer });
    await page.getByText('方案里还没有量化目标').waitFor();
    expect(await page.getByRole('button', { name: '看更改' }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
