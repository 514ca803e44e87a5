import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function go(page: Page, screen: string): Promise<void> {
  await page.locator('.rail').getByText(screen, { exact: true }).click();
}

/** The text of one figure in a person's row of a table. */
const figure = (page: Page, member: string, name: string): Promise<string> =>
  page.locator(`tr[data-member="${member}"] [data-test="${name}"]`).innerText();

async function exported(page: Page, title: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('.what label', { hasText: title }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出工作簿' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function importFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: /选文件|换一个文件/ })
      .first()
      .click(),
  ]);
  await chooser.setFiles({ name, mimeType: XLSX, buffer: bytes });
}

/**
 * 赵一鸣's result by hand, with the specification's bands and the sample's own figures: sales against 120, 5 of 6 new
 * customers, a collection rate of 82.1 against 90, feedback 82.60, bonus base 18,000.
 */
function byHand(sales: number): { quantitative: string; total: string; overall: string; bonus: string } {
  const rows = [
    { completion: sales / 120, weight: 50 },
    { completion: 5 / 6, weight: 30 },
    { completion: 82.1 / 90, weight: 20 },
  ];
  const band = (x: number, values: number[]): number => values[x >= 1 ? 0 : x >= 0.8 ? 1 : x >= 0.6 ? 2 : 3] ?? 0;
  const mean = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + row.weight * of(row), 0) / 100;
  const quantitative = mean((row) => band(row.completion, [100, 80, 60, 0]));
  const overall = mean((row) => row.completion);
  const bonus = 18_000 * band(overall, [1.2, 1, 0.8, 0]);
  return {
    quantitative: quantitative.toFixed(2),
    total: (0.7 * quantitative + 0.3 * 82.6).toFixed(2),
    overall: (100 * overall).toFixed(1),
    bonus: bonus.toLocaleString('en-US', { minimumFractionDigits: 2 }),
  };
}

describe('the main job', () => {
  it('runs from the first start to workbooks that come back, with every figure following one edit', async () => {
    const { page, context, complaints } = await app.open();
    await page.getByRole('button', { name: '打开示例方案' }).click();
    await page.waitForURL(/#\/overview/);

    const before = byHand(95.5);
    await go(page, '评估');
    expect(await figure(page, '赵一鸣', 'rank')).toBe('11');
    expect(await figure(page, '赵一鸣', 'total')).toBe(before.total);
    await go(page, '激励');
    expect(await figure(page, '赵一鸣', 'bonus')).toBe(before.bonus);

    // Week 14 of 赵一鸣 goes from 3.7 to 53.7: 50 more.
    await go(page, '跟踪');
    const row = page.locator('[role=row]', { has: page.locator('[role=rowheader]', { hasText: '赵一鸣' }) }).first();
    const cell = row.locator('[role=gridcell][data-column="14"]');
    expect(await cell.innerText()).toContain('3.7');
    await cell.click();
    await page.keyboard.type('53.7');
    await page.keyboard.press('Enter');
    await row.getByText('53.7').waitFor();

    const after = byHand(145.5);
    await go(page, '评估');
    expect(await figure(page, '赵一鸣', 'quantitative')).toBe(after.quantitative);
    expect(await figure(page, '赵一鸣', 'total')).toBe(after.total);
    expect(await figure(page, '赵一鸣', 'overall')).toBe(after.overall);
    expect(await figure(page, '赵一鸣', 'rank')).toBe('6');
    await go(page, '激励');
    expect(await figure(page, '赵一鸣', 'bonus')).toBe(after.bonus);

    await go(page, '数据');
    await page.getByRole('tab', { name: '导出' }).click();
    const files = [];
    for (const title of ['目标设定与分解表', '目标过程跟踪表', '目标评估与绩效表', '激励措施兑现表']) {
      files.push(await exported(page, title));
    }
    await page.getByRole('tab', { name: '导入' }).click();
    for (const file of files) {
      await importFile(page, file.name, file.bytes);
      await page.getByText('文件和方案完全一致').waitFor();
      await page.reload();
      await go(page, '数据');
    }

    const goals = files[0];
    if (!goals) throw new Error('no file');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(goals.bytes as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('目标分解');
    let changed = '';
    let target = 0;
    sheet?.eachRow((cells) => {
      cells.eachCell((one, column) => {
        if (one.text === '目标值*') target = column;
      });
      if (cells.getCell(1).text === 'HD004-S') {
        cells.getCell(target).value = 118;
        changed = cells.getCell(target).address;
      }
    });
    expect(changed).not.toBe('');
    await importFile(page, goals.name, Buffer.from(await book.xlsx.writeBuffer()));
    const lines = page.locator('table.diff tbody tr:not(.gh)');
    await lines.first().waitFor();
    expect(await lines.count()).toBe(1);
    const line = await lines.first().innerText();
    expect(line).toContain(changed);
    expect(line.replace(/\s+/g, ' ')).toMatch(/120.*118/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
