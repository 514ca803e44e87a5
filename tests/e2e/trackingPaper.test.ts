import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { openTracking } from './support/tracking';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Presses 打印 and answers the lines that would stand on the paper: everything that is visible while printing. */
async function printed(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.print = () => {
      const sheets = document.querySelector('.print-sheets');
      if (sheets) document.body.append(sheets.cloneNode(true));
    };
  });
  await page.getByRole('button', { name: '打印' }).last().click();
  await page.locator('.print-sheets').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const text = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => document.querySelector('.print-sheets')?.remove());
  return text.split('\n').filter((line) => line.trim() !== '');
}

describe('tracking on paper', () => {
  it('the minutes are a clean page: plan, title and table, nothing of the screen', async () => {
    const { page, context, complaints } = await openTracking(app, '周会');
    const lines = await printed(page);
    expect(lines.slice(0, 2)).toEqual(['华东大区 · 2026 年第三季度', '2026-08-24 周会纪要']);
    expect(lines.filter((line) => line.includes('厦门验收推迟'))).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/周表|开始周会|起草邮件|跟踪/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the minutes print clean from the full-screen meeting too', async () => {
    const { page, context, complaints } = await openTracking(app, '周会');
    await page.getByRole('button', { name: '开始周会' }).click();
    await page.getByRole('dialog', { name: '周会' }).waitFor();
    await page.keyboard.press('Escape');
    const lines = await printed(page);
    expect(lines[1]).toBe('2026-08-24 周会纪要');
    expect(lines.join('\n')).not.toMatch(/暂停|结束|Esc|王思远/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the monthly review says every cause in full', async () => {
    const { page, context, complaints } = await openTracking(app, '月度复盘');
    const lines = await printed(page);
    expect(lines.slice(0, 3)).toEqual(['华东大区 · 2026 年第三季度', '2026-08 月度复盘', '销售额']);
    expect(lines.join('\n')).toContain('不跟价，改推全包方案；推迟的单先签意向');
    expect(lines.some((line) => line.startsWith('何雨晴'))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the weeks carry their marks as signs, and a missing week in words', async () => {
    const { page, context, complaints } = await openTracking(app);
    const lines = await printed(page);
    expect(lines[1]).toBe('周表 · 截至 2026-08-24');
    const row = (name: string): string => lines.find((line) => line.startsWith(name)) ?? '';
    expect(row('郑凯')).toMatch(/■ 4\.3/);
    expect(row('孙佳怡')).toContain('未报');
    expect(row('华东大区合计')).toContain('84.1');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
