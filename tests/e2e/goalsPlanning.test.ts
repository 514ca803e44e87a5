import { readFile } from 'node:fs/promises';
import * as XLSX from 'xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const GROUPS = ['华东组', '浙皖组', '鲁闽组'];
/** 40 people in three groups, as copied from a table: name, tab, group. */
const PEOPLE = Array.from({ length: 40 }, (_, n) => `成员${String(n + 1).padStart(2, '0')}\t${GROUPS[n % 3] ?? ''}`);

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const line = (page: Page, name: string) => page.locator('.sheet-row', { has: page.getByRole('rowheader', { name }) });
const cell = (page: Page, name: string, column: number) => line(page, name).locator(`[aria-colindex="${column}"]`);

async function openPanel(page: Page, name: string): Promise<void> {
  await cell(page, name, 2).click();
  await page.keyboard.press('Alt+Enter');
  await page.locator('.panel h2', { hasText: name }).waitFor();
}

async function fill(page: Page, label: RegExp | string, value: string): Promise<void> {
  const field = page.locator('.panel').getByLabel(label, { exact: typeof label === 'string' });
  await field.fill(value);
  await field.press('Tab');
}

/** 拆分助手 on a line, applied. */
async function split(page: Page, name: string, column: number, method: string): Promise<void> {
  await cell(page, name, column).click();
  await page.getByRole('button', { name: '对这一行的操作' }).click();
  await page.getByRole('menuitem', { name: '拆分助手' }).click();
  await page.locator('.panel').getByText(method, { exact: true }).first().click();
  await page.getByRole('button', { name: '应用拆分' }).click();
}

describe('planning a quarter for 40 people', () => {
  it('goes from the direction of the company to signed letters, and takes template 1 back with exactly what was changed', async () => {
    const { page, context, complaints } = await app.open();
    page.setDefaultTimeout(10_000);
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByLabel('团队', { exact: true }).fill('华东大区');
    const third = await page.locator('option', { hasText: '2026 年第三季度' }).getAttribute('value');
    if (third) await page.getByLabel('哪一个').selectOption(third);
    await page.locator('textarea').fill(PEOPLE.join('\n'));
    await page.getByText('40 人').waitFor();
    await page.locator('.newplan .btn.primary').click();
    await page.waitForURL(/goals/);
    await page.getByRole('treegrid').waitFor();

    // The company's direction: +30 % over 4,000, so 5,200; the region carries 1,500 of it.
    await openPanel(page, '公司');
    await fill(page, '基期值', '4000');
    await fill(page, /比基期增长/, '30');
    expect(
      await page
        .locator('.panel')
        .getByLabel(/^目标值/)
        .inputValue(),
    ).toBe('5200');
    await page.locator('.panel').getByText('+30.0%').waitFor();
    await page.locator('.panel').getByLabel('只承接上级的一部分').check();
    await openPanel(page, '华东大区');
    await fill(page, /^目标值/, '1500');
    await fill(page, '基期值', '1200');
    await fill(page, /^历史/, '去年同期 1,200');
    await fill(page, /^市场/, '区域预计 +12%');
    await fill(page, /^产能/, '40 人 × 月均 12.5');
    const implied = page.locator('.panel .facts').first();
    expect(await implied.innerText()).toMatch(/\+25\.0%[\s\S]*37\.5[\s\S]*28\.8%/);

    await cell(page, '华东大区', 6).click();
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '收起个人' }).click();
    for (const column of [2, 6]) {
      await split(page, '华东大区', column, '人数');
      for (const group of GROUPS) await split(page, group, column, '平均');
    }
    for (const name of ['华东大区', ...GROUPS]) {
      expect((await cell(page, name, 4).innerText()).trim()).toBe('100.0');
      expect((await cell(page, name, 7).innerText()).trim()).toBe('0');
    }

    // Owners of units are typed into the sheet; people own their goals.
    for (const [at, name] of ['公司', '华东大区', ...GROUPS].entries()) {
      await line(page, name).locator('.sheet-cell').last().scrollIntoViewIfNeeded();
      const owner = line(page, name).locator('.sheet-cell').nth(-2);
      await owner.click();
      await page.keyboard.type(`成员0${at + 1}`);
      await page.keyboard.press('Enter');
    }

    await page.getByRole('tab', { name: /里程碑/ }).click();
    const before = await page.locator('.lane li').count();
    const goal = await page
      .locator('.toolbar select option', { hasText: '华东大区 销售额' })
      .first()
      .getAttribute('value');
    await page.locator('.toolbar select').selectOption(goal);
    await page.getByRole('button', { name: '按规律生成…' }).click();
    await page.getByRole('button', { name: '生成', exact: true }).click();
    await page.getByText('月目标的 70', { exact: false }).first().waitFor();
    expect(await page.locator('.lane li').count()).toBe(before + 3);

    await page.getByRole('tab', { name: /共识/ }).click();
    await page.getByRole('button', { name: '全部设为已确认' }).click();
    await page.getByText('未确认 0').waitFor();
    await page.getByRole('button', { name: '全部确认书' }).click();
    expect(await page.locator('.letter').count()).toBe(45);
    const [letters] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出工作簿' }).click(),
    ]);
    const book = XLSX.read(await readFile(await letters.path()));
    expect(book.SheetNames).toHaveLength(40);
    expect(book.SheetNames).toContain('成员40');
    await page.getByRole('button', { name: '上一步' }).click();

    await page.getByRole('button', { name: '导出模板一' }).click();
    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出工作簿' }).click(),
    ]);
    const workbook = XLSX.read(await readFile(await exported.path()), { cellStyles: true });
    const changed = changeTarget(workbook, '成员07', 40);
    expect(changed).not.toBe('');
    const buffer = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    await page.locator('.rail').getByText('数据', { exact: true }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .getByRole('button', { name: /选文件|换一个文件/ })
        .first()
        .click(),
    ]);
    await chooser.setFiles({ name: exported.suggestedFilename(), mimeType: MIME, buffer });
    const changes = page.locator('table.diff tbody tr:not(.gh)');
    await changes.first().waitFor();
    expect(await changes.count()).toBe(1);
    const change = (await changes.first().innerText()).replace(/\s+/g, ' ');
    expect(change).toContain(changed);
    expect(change).toMatch(/38.*40/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Sets the sales target of a person in template 1; the address of the cell, empty where there is no such row. */
function changeTarget(workbook: XLSX.WorkBook, name: string, value: number): string {
  for (const sheetName of workbook.SheetNames) {
    const sheet = workbook.Sheets[sheetName];
    if (!sheet) continue;
    const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, range: 0, blankrows: true });
    const head = rows.findIndex((row) => row.some((text) => String(text).startsWith('目标值')));
    if (head < 0) continue;
    const column = rows[head]?.findIndex((text) => String(text).startsWith('目标值')) ?? -1;
    const row = rows.findIndex((cells, at) => at > head && cells.includes(name) && cells.includes('销售额'));
    if (row < 0) continue;
    const address = XLSX.utils.encode_cell({ r: row, c: column });
    sheet[address] = { t: 'n', v: value };
    return address;
  }
  return '';
}
