import { readFile } from 'node:fs/promises';
import * as XLSX from 'xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libreOfficeIsThere, withoutLibreOffice } from '../support/libreoffice';
import { editedInLibreOffice, type TypedCell } from '../support/libreofficeEdit';
import { startApp, type OpenPage, type RunningApp } from './support/app';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const GROUPS = ['华东组', '浙皖组', '鲁闽组'];
const AREAS = ['上海 · 江苏', '浙江 · 安徽', '山东 · 福建'];
const UNITS = ['公司', '华东大区', ...GROUPS];
/** 40 people in three groups, as copied from a table: name, tab, group. */
const PEOPLE = Array.from({ length: 40 }, (_, n) => `成员${String(n + 1).padStart(2, '0')}\t${GROUPS[n % 3] ?? ''}`);

/** Columns of the tree: target and gap of both volumes, what is divided, and the owner. */
const SALES = { target: 2, share: 4, gap: 5 };
const CUSTOMERS = { target: 6, gap: 7 };
const OWNER = 8;

let app: RunningApp;
let open: OpenPage;
let page: Page;
/** Template 1 as it went out, and its name. */
let sent: { bytes: Buffer; name: string } | null = null;

beforeAll(async () => {
  app = await startApp();
  open = await app.open();
  ({ page } = open);
  page.setDefaultTimeout(10_000);
});
afterAll(() => app?.close());

const line = (name: string) => page.locator('.sheet-row', { has: page.getByRole('rowheader', { name }) }).first();
const cell = (name: string, column: number) => line(name).locator(`[aria-colindex="${column}"]`);
const textOf = async (name: string, column: number): Promise<string> => (await cell(name, column).innerText()).trim();

async function type(name: string, column: number, text: string): Promise<void> {
  await cell(name, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** 目标详情 of the goal a cell speaks of. */
async function openPanel(name: string, column: number): Promise<void> {
  await cell(name, column).click();
  await page.keyboard.press('Alt+Enter');
  await page.locator('.panel h2', { hasText: name }).waitFor();
}

async function fill(label: RegExp | string, value: string): Promise<void> {
  const field = page.locator('.panel').getByLabel(label, { exact: typeof label === 'string' });
  await field.fill(value);
  await field.press('Tab');
}

/** 拆分助手 on a line, applied. */
async function split(name: string, column: number, method: string): Promise<void> {
  await cell(name, column).click();
  await page.getByRole('button', { name: '对这一行的操作' }).click();
  await page.getByRole('menuitem', { name: '拆分助手' }).click();
  await page.locator('.panel').getByText(method, { exact: true }).first().click();
  await page.getByRole('button', { name: '应用拆分' }).click();
}

/** Shows the tree down to its groups. */
async function showGroups(): Promise<void> {
  const opener = page.getByRole('button', { name: '展开到个人' });
  if (await opener.count()) await opener.click();
  await page.getByRole('button', { name: '收起个人' }).click();
}

/** What the tree says of every line that has something below it, from the top to the last line. */
async function coverages(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const scroller = page.locator('.sheet-scroll');
  await scroller.evaluate((element) => void (element.scrollTop = 0));
  await page.waitForTimeout(50);
  for (let at = -1; at !== found.size;) {
    at = found.size;
    // In one go: rows are used again while the sheet scrolls.
    const seen = await page.locator('.sheet-row').evaluateAll((rows) =>
      rows.map((row) => ({
        texts: [...row.querySelectorAll('.sheet-cell')].map((cell) => (cell as HTMLElement).innerText.trim()),
        parent: row.hasAttribute('aria-expanded'),
      })),
    );
    for (const { texts, parent } of seen) {
      const columns = parent ? [SALES.share, SALES.gap, CUSTOMERS.gap] : [];
      found.set(
        texts[0] ?? '',
        columns.map((column) => texts[column - 1] ?? ''),
      );
    }
    await scroller.evaluate((element) => void (element.scrollTop += element.clientHeight / 2));
    await page.waitForTimeout(50);
  }
  return new Map([...found].filter(([, texts]) => texts.length > 0));
}

async function download(press: () => Promise<void>): Promise<{ bytes: Buffer; name: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { bytes: await readFile(await file.path()), name: file.suggestedFilename() };
}

const exportBook = () => download(() => page.getByRole('button', { name: '导出工作簿' }).click());

describe('planning a quarter for 40 people', () => {
  it('starts from a pasted table of people, in the third quarter', async () => {
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByLabel('团队', { exact: true }).fill('华东大区');
    const third = await page.locator('option', { hasText: '2026 年第三季度' }).getAttribute('value');
    if (third) await page.getByLabel('哪一个').selectOption(third);
    await page.locator('textarea').fill(PEOPLE.join('\n'));
    await page.getByText('40 人').waitFor();
    await page.locator('.newplan .btn.primary').click();
    await page.waitForURL(/goals/);
    await page.getByRole('treegrid').waitFor();
    expect(await page.locator('.topbar .plan').innerText()).toContain('2026 年第三季度');
  });

  it('derives the company’s targets from growth over a baseline', async () => {
    await openPanel('公司', SALES.target);
    await fill('基期值', '1200');
    await fill(/比基期增长/, '30');
    await page.locator('.panel').getByText('+30.0%').waitFor();
    expect(await textOf('公司', SALES.target)).toBe('1,560.0');
    await type('公司', CUSTOMERS.target, '90');
    await openPanel('公司', CUSTOMERS.target);
    await fill('基期值', '60');
    await page.locator('.panel').getByText('+50.0%').waitFor();
    await openPanel('华东大区', SALES.target);
    await fill(/^目标值/, '1560');
    await fill('基期值', '1200');
    await fill(/^历史/, '去年同期 1,200');
    await fill(/^市场/, '区域预计 +12%');
    await fill(/^产能/, '40 人 × 月均 13');
    expect(await page.locator('.panel .facts').first().innerText()).toMatch(/\+30\.0%[\s\S]*39\.0[\s\S]*100\.0%/);
    await type('华东大区', CUSTOMERS.target, '90');
  });

  it('divides both volumes to the last person, so that every coverage is 100 %', async () => {
    await showGroups();
    for (const column of [SALES.target, CUSTOMERS.target]) {
      await split('华东大区', column, '人数');
      for (const group of GROUPS) await split(group, column, '平均');
    }
    await page.getByRole('button', { name: '展开到个人' }).click();
    const all = await coverages();
    expect([...all.keys()].map((name) => name.split(/\s/)[0])).toEqual(UNITS);
    for (const texts of all.values()) expect(texts).toEqual(['100.0', '0', '0']);
  });

  it('covers every value of a dimension that was declared beforehand', async () => {
    await page.getByRole('button', { name: '维度…' }).click();
    await page.locator('.dims').getByLabel('“区域”的维度值').fill(AREAS.join('、'));
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByText('按区域', { exact: true }).click();
    expect(await textOf('全部区域', SALES.gap)).toBe('未分 1,560.0');
    await page.getByText('按组织', { exact: true }).click();
    for (const [at, group] of GROUPS.entries()) {
      await showGroups();
      await openPanel(group, SALES.target);
      await page
        .locator('.panel')
        .getByLabel(/^分解维度/)
        .selectOption('区域');
      await fill(/^维度值/, AREAS[at] ?? '');
    }
    await page.getByText('按区域', { exact: true }).click();
    const all = await coverages();
    expect(all.get('全部区域')).toEqual(['100.0', '0', '0']);
    for (const area of AREAS) expect(await textOf(area, SALES.gap)).toBe('');
    const shares = await Promise.all(AREAS.map((area) => textOf(area, SALES.target)));
    expect(shares.map((text) => Number(text.replace(',', ''))).reduce((sum, part) => sum + part, 0)).toBe(1560);
    for (const group of GROUPS) {
      const found = [...all].find(([name]) => name.startsWith(group));
      expect(found?.[1]).toEqual(['100.0', '0', '0']);
    }
    await page.getByText('按组织', { exact: true }).click();
  });

  it('names who steers every goal, so that nothing is left to be settled', async () => {
    await showGroups();
    for (const [at, name] of UNITS.entries()) {
      await cell(name, OWNER).scrollIntoViewIfNeeded();
      await type(name, OWNER, `成员0${at + 1}`);
    }
    await page.getByText('分解与上级一致，没有缺项').waitFor();
  });

  it('sets milestones for both volumes, from a pattern and by hand', async () => {
    await page.getByRole('tab', { name: /里程碑/ }).click();
    const before = await page.locator('.lane li').count();
    for (const name of ['华东大区 销售额', '华东大区 新客户']) {
      const goal = await page.locator('.toolbar select option', { hasText: name }).first().getAttribute('value');
      await page.locator('.toolbar select').selectOption(goal);
      await page.getByRole('button', { name: '按规律生成…' }).click();
      await page.getByRole('button', { name: '生成', exact: true }).click();
    }
    await expect.poll(() => page.locator('.lane li').count()).toBe(before + 6);
    expect(await page.locator('.lane li', { hasText: '月目标的 70' }).count()).toBe(6);
    await page.getByRole('button', { name: '添加里程碑', exact: true }).click();
    await page.locator('.panel').getByLabel('内容').fill('7 月底前首次拜访 20 家新客户');
    await page.locator('.panel').getByLabel('内容').press('Tab');
    await page.locator('.lane li', { hasText: '首次拜访 20 家' }).waitFor();
  });

  it('ends with everybody’s agreement and a letter of one page to sign for each', async () => {
    await page.getByRole('tab', { name: /共识/ }).click();
    await page.getByRole('button', { name: '全部设为已确认' }).click();
    await page.getByText('未确认 0').waitFor();
    await page.getByRole('button', { name: '全部确认书' }).click();
    expect(await page.locator('.letter').count()).toBe(45);
    const letter = page.locator('.letter', { hasText: '成员40' });
    expect(await letter.innerText()).toMatch(/销售额[\s\S]*新客户[\s\S]*责任人签字[\s\S]*上级签字/);
    const printed = await page.pdf({ format: 'A4' });
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(45);
    const book = XLSX.read((await exportBook()).bytes);
    expect(book.SheetNames).toHaveLength(40);
    expect(book.SheetNames).toContain('成员40');
    await page.getByRole('button', { name: '上一步' }).click();
    sent = await exportTemplate();
  });

  it.skipIf(!libreOfficeIsThere)(
    `takes template 1 back from LibreOffice with exactly what was typed there${withoutLibreOffice}`,
    async () => {
      if (!sent) throw new Error('template 1 was not exported');
      const form = formOf(sent.bytes);
      const typed = [
        { ...form.at('成员07', '销售额', '目标值'), value: 41 },
        { ...form.at('成员12', '新客户', '备注'), value: '以制造业为主' },
        { ...form.at('成员20', '销售额', '完成时限'), value: '2026-09-15' },
        { ...form.at('华东组', '新客户', '负责人'), value: '成员06' },
      ];
      const returned = await editedInLibreOffice(sent.bytes, typed);
      await page.locator('.rail').getByText('数据', { exact: true }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page
          .getByRole('button', { name: /选文件|换一个文件/ })
          .first()
          .click(),
      ]);
      await chooser.setFiles({ name: sent.name, mimeType: MIME, buffer: returned });

      const lines = page.locator('table.diff tbody tr:not(.gh)');
      await lines.first().waitFor();
      const shown = await lines.evaluateAll((rows) =>
        rows.map((row) =>
          ['.cell', '.name', '.old', '.new'].map((part) => row.querySelector(part)?.textContent?.trim() ?? ''),
        ),
      );
      expect(shown.map(([cell, , old, next]) => [cell, old, next]).sort()).toEqual(
        typed.map(({ cell, before, value }) => [cell, before || '空', String(value)]).sort(),
      );

      await page.getByRole('button', { name: `写入 ${typed.length} 处` }).click();
      await page
        .getByText(/已写入/)
        .first()
        .waitFor();
      await page.locator('.rail').getByText('目标', { exact: true }).click();
      const now = formOf((await exportTemplate()).bytes);
      expect(now.differencesFrom(form)).toEqual(typed.map(({ cell }) => cell).sort());
      for (const { cell, value } of typed) expect(now.textAt(cell)).toBe(String(value));
      expect(open.complaints).toEqual([]);
    },
  );
});

/** Template 1 of the whole plan, exported from the goals. */
async function exportTemplate(): Promise<{ bytes: Buffer; name: string }> {
  await page.getByRole('button', { name: '导出模板一' }).click();
  return exportBook();
}

/** The sheet 目标分解 of template 1: cells by holder, indicator and column. */
function formOf(bytes: Buffer) {
  const sheetName = '目标分解';
  const sheet = XLSX.read(bytes, { cellFormula: true, cellDates: true }).Sheets[sheetName] ?? {};
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, range: 0, blankrows: true });
  const head = rows.findIndex((row) => row.some((text) => String(text).startsWith('目标编号')));
  const columnOf = (label: string): number => (rows[head] ?? []).findIndex((text) => String(text).startsWith(label));

  function textAt(cell: string): string {
    const found = sheet[cell] as XLSX.CellObject | undefined;
    if (!(found?.v instanceof Date)) return found?.v === undefined ? '' : String(found.v);
    const day = new Date(found.v.getTime() + 12 * 3_600_000);
    return day.toISOString().slice(0, 10);
  }

  return {
    textAt,
    at(holder: string, indicator: string, column: string): TypedCell & { before: string } {
      const row = rows.findIndex(
        (cells, at) => at > head && cells[columnOf('责任主体')] === holder && cells[columnOf('指标名称')] === indicator,
      );
      if (row < 0 || columnOf(column) < 0) throw new Error(`no ${column} of ${holder} ${indicator}`);
      const cell = XLSX.utils.encode_cell({ r: row, c: columnOf(column) });
      return { sheet: sheetName, cell, value: '', before: textAt(cell) };
    },
    /** Cells that hold something else in the other form; computed cells follow the others and do not count. */
    differencesFrom(other: { textAt: (cell: string) => string }): string[] {
      const inputs = Object.keys(sheet).filter((cell) => !cell.startsWith('!') && !(sheet[cell] as XLSX.CellObject).f);
      return inputs.filter((cell) => textAt(cell) !== other.textAt(cell)).sort();
    },
  };
}
