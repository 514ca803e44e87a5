import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import * as XLSX from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { openTracking } from './support/tracking';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Text of a row's cell in a week of the grid. */
const cell = (page: Page, row: string, week: number) =>
  page
    .locator('.week-grid .sheet-row', { has: page.locator(`.nm[title="${row}"]`) })
    .locator(`[data-column="${week}"]`);

describe('the weekly grid', () => {
  it('takes a typed week, moves the totals with it, and takes it back with Ctrl+Z', async () => {
    const { page, context, complaints } = await openTracking(app);
    expect(await cell(page, '华东大区合计', 8).innerText()).toBe('84.1');
    expect(await cell(page, '华东组', 8).innerText()).toBe('33.3');

    await cell(page, '赵一鸣', 8).click();
    await page.keyboard.type('9.1');
    await page.keyboard.press('Enter');
    await cell(page, '赵一鸣', 8).getByText('9.1').waitFor();
    expect(await cell(page, '华东组', 8).innerText()).toBe('37.3');
    expect(await cell(page, '华东大区合计', 8).innerText()).toBe('88.1');

    await page.keyboard.press('Control+z');
    await cell(page, '赵一鸣', 8).getByText('5.1').waitFor();
    expect(await cell(page, '华东大区合计', 8).innerText()).toBe('84.1');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('pastes a block from a spreadsheet as one step and reports the empty week', async () => {
    const { page, context, complaints } = await openTracking(app);
    await cell(page, '孙佳怡', 7).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '9.9\t9.5\r\n8.1\t9.2\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await cell(page, '孙佳怡', 8).getByText('9.5').waitFor();
    expect(await cell(page, '黄志强', 8).innerText()).toBe('9.2');
    await page.keyboard.press('Control+z');
    await cell(page, '孙佳怡', 8).getByText('未报').waitFor();
    expect(await cell(page, '黄志强', 7).innerText()).toBe('8.0');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a ratio as numerator and denominator, and says what a ratio looks like', async () => {
    const { page, context, complaints } = await openTracking(app);
    await page.getByRole('radio', { name: '回款率' }).click();
    await cell(page, '陈立群', 8).click();
    await page.keyboard.type('12/40');
    await page.keyboard.press('Enter');
    await cell(page, '陈立群', 8).getByText('30.0').waitFor();
    await cell(page, '陈立群', 8).click();
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('分子/分母').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a ratio of the weekly grid', () => {
  it('is copied with both its numbers, so that it can be pasted into another week and filled on', async () => {
    const { page, context, complaints } = await openTracking(app);
    await page.getByRole('radio', { name: '回款率' }).click();
    const value = page.locator('.fx .src');
    await cell(page, '陈立群', 8).click();
    await page.keyboard.type('12/40');
    await page.keyboard.press('Enter');
    await cell(page, '陈立群', 8).getByText('30.0').waitFor();
    await cell(page, '陈立群', 8).click();
    await page.keyboard.press('Control+c');
    await cell(page, '陈立群', 6).click();
    await page.keyboard.press('Control+v');
    await cell(page, '陈立群', 6).getByText('30.0').waitFor();
    await value.getByText(/12(\.0)? ÷ 40(\.0)?/).waitFor();
    await cell(page, '王思远', 6).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await cell(page, '王思远', 6).getByText('30.0').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says why a week cannot be typed in', async () => {
    const { page, context, complaints } = await openTracking(app);
    const value = page.locator('.fx .src');
    await cell(page, '陈立群', 11).click();
    await value.getByText('还没到这一周').waitFor();
    await cell(page, '华东组', 8).click();
    await value.getByText('由各人相加，不在这里填').waitFor();
    await page.getByRole('radio', { name: '累计', exact: true }).click();
    await cell(page, '陈立群', 8).click();
    await value.getByText('切到「实际」才能填').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the total of the weekly grid', () => {
  it('stays in view in a small window, however far the people are scrolled', async () => {
    const { page, context, complaints } = await openTracking(app);
    await page.setViewportSize({ width: 1280, height: 720 });
    const scroller = page.locator('.week-grid .sheet-scroll');
    const total = page.locator('.week-grid .wk-total');
    const gap = async (): Promise<number> => {
      const [outer, inner] = [await scroller.boundingBox(), await total.boundingBox()];
      if (!outer || !inner) throw new Error('the grid is not drawn');
      expect(inner.height).toBe(40);
      return outer.y + outer.height - (inner.y + inner.height);
    };
    // A scroll bar may take some room below; a row would take 36.
    expect(await gap()).toBeLessThan(20);
    const end = await scroller.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
      return box.scrollTop;
    });
    expect(end).toBeGreaterThan(0);
    expect(await gap()).toBeGreaterThanOrEqual(0);
    await page.locator('.week-grid').getByText('何雨晴').waitFor();
    const last = await page.locator('.week-grid .sheet-row', { hasText: '何雨晴' }).boundingBox();
    const foot = await total.boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 0.5);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a red warning', () => {
  it('is opened from the list, answered by an intervention, and stays on record', async () => {
    const { page, context, complaints } = await openTracking(app);
    await page.getByRole('tab', { name: /干预与辅导/ }).click();
    const warning = page.getByRole('row', { name: /郑凯/ }).first();
    await warning.getByRole('button', { name: '记录干预' }).click();
    const panel = page.locator('aside.panel');
    await panel.getByRole('heading', { name: '郑凯 · 第 8 周' }).waitFor();
    await panel.getByLabel('偏差原因').fill('没有新商机进入报价');
    await panel.getByLabel('调整措施').fill('每周陪访 2 次，补 12 条线索');
    await panel.getByRole('button', { name: '记录干预' }).click();

    const record = page.getByRole('row', { name: /每周陪访 2 次，补 12 条线索/ });
    await record.waitFor();
    expect(await record.innerText()).toContain('第 8 周');
    await page.getByRole('row', { name: /预警，已干预.*郑凯/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the weekly meeting', () => {
  it('fills the window, takes notes by keyboard, and ends with the minutes', async () => {
    const { page, context, complaints } = await openTracking(app);
    await page.getByRole('tab', { name: '周会' }).click();
    await page.getByRole('button', { name: '开始周会' }).click();
    const meeting = page.getByRole('dialog', { name: '周会' });
    await meeting.getByRole('heading', { name: /陈立群/ }).waitFor();
    await meeting.getByLabel('进展').fill('第八周超额完成');
    await meeting.getByRole('textbox', { name: '行动' }).fill('带赵一鸣陪访两次');
    await page.keyboard.press('Enter');
    await meeting.getByText('带赵一鸣陪访两次').waitFor();
    // An action noted by mistake can be taken out again.
    await meeting.getByRole('textbox', { name: '行动' }).fill('写错了');
    await page.keyboard.press('Enter');
    await meeting.getByRole('button', { name: '删除行动：写错了' }).click();
    await meeting.getByText('写错了').waitFor({ state: 'detached' });
    await meeting.getByText('带赵一鸣陪访两次').waitFor();
    await page.keyboard.press('Control+Enter');
    await meeting.getByRole('heading', { name: /王思远/ }).waitFor();
    await page.keyboard.press('Escape');
    await meeting.getByRole('row', { name: /第八周超额完成.*带赵一鸣陪访两次/ }).waitFor();
    await meeting.getByText(/^参会：/).waitFor();

    // The minutes as a workbook, without leaving the meeting; a message carries the same file.
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      meeting.getByRole('button', { name: '存为工作簿' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('2026-08-24 周会纪要.xlsx');
    const book = XLSX.read(readFileSync(await saved.path()));
    const table = XLSX.utils.sheet_to_json<string[]>(book.Sheets['会议纪要'] ?? {}, { header: 1, defval: '' });
    expect(table[0]?.[0]).toBe('2026-08-24 周会纪要');
    expect(table.find((row) => row[0] === '陈立群')?.slice(1, 7)).toEqual([
      '第八周超额完成',
      '',
      '',
      '',
      '带赵一鸣陪访两次',
      '陈立群',
    ]);
    const [draft] = await Promise.all([
      page.waitForEvent('download'),
      meeting.getByRole('button', { name: '起草邮件' }).click(),
    ]);
    expect(readFileSync(await draft.path(), 'utf8')).toMatch(/Content-Disposition: attachment/);
    await page.keyboard.press('Escape');
    await meeting.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
