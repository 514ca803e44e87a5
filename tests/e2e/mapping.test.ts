import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { startApp, type RunningApp } from './support/app';
import { newPlan } from './support/newPlan';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const present = existsSync(DATA);
if (!present) it.skip('the folder of real exports is not here, so they are not imported', () => undefined);

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const MILLION = 1_000_000n;
type Row = Readonly<Record<string, string>>;

/** A csv of the folder, read with none of the application's code. */
const csv = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(resolve(DATA, path), 'utf8'), { header: true, skipEmptyLines: true }).data;

/** 元 as millionths of 万元; exact for amounts of two decimals. */
function micro(text: string): bigint {
  const [whole = '0', rest = ''] = text.split('.');
  return (BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0'))) * (MILLION / 10_000n / 100n);
}
const sum = (rows: readonly Row[], column: string): bigint =>
  rows.reduce((total, row) => (row[column] ? total + micro(row[column]) : total), 0n);

/** Millionths as the shortest decimal text. */
const written = (value: bigint): string =>
  `${value / MILLION}.${String(value % MILLION).padStart(6, '0')}`.replace(/\.?0+$/, '');

/** Rounded half up to one decimal, with separators: as the week grid shows 万元. */
function shown(value: bigint): string {
  const tenths = (value + MILLION / 20n) / (MILLION / 10n);
  return `${String(tenths / 10n).replace(/\B(?=(\d{3})+$)/g, ',')}.${tenths % 10n}`;
}

interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}
const real = (path: string): Upload => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(resolve(DATA, path)),
});

async function choose(page: Page, { name, bytes }: Upload): Promise<void> {
  await page.locator('.rail').getByText('数据', { exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /选文件/ }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('heading', { name: '对应列' }).waitFor();
}

/** What each column is used for, by its header; those not used are left out. */
async function uses(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const select of await page.locator('th.use select').all()) {
    const header = (await select.getAttribute('aria-label'))?.replace(/^「(.*)」用作$/, '$1') ?? '';
    const use = await select.evaluate((box) => (box as HTMLSelectElement).selectedOptions[0]?.text ?? '');
    if (use !== '不用') found[header] = use;
  }
  return found;
}
const use = (page: Page, header: string, label: string): Promise<unknown> =>
  page.getByLabel(`「${header}」用作`).selectOption({ label });

const total = (page: Page) => page.locator('.panel .kv .strong');
const seeChanges = (page: Page): Promise<void> => page.getByRole('button', { name: '看更改' }).click();

async function write(page: Page): Promise<void> {
  await seeChanges(page);
  await page.getByRole('button', { name: /^写入 \d+ 处/ }).click();
  await page.getByText(/^已写入/).waitFor();
}

/** 累计实际 of a line of the week grid. */
async function figure(page: Page, row: string): Promise<string> {
  await page.getByRole('link', { name: /^跟踪/ }).click();
  await page.locator('.week-grid .sheet-row').first().waitFor();
  // The last two columns are the cumulative actual and the pace.
  const columns = Number(await page.locator('.week-grid [role=grid]').getAttribute('aria-colcount'));
  return page
    .locator('.week-grid .sheet-row', { has: page.locator(`.nm[title="${row}"]`) })
    .locator(`[data-column="${columns - 2}"]`)
    .innerText();
}

describe.runIf(present)('HubSpot deals of five owners', () => {
  const FILE = 'crm/hubspot_deals_dummy.csv';
  const PERIOD = { start: '2025-03-31', end: '2025-06-29' };
  const OWNERS: Readonly<Record<string, string>> = {
    'dwight.schrute@example.com': '德怀特',
    'michael.scott@example.com': '迈克尔',
    'pam.beesly@example.com': '帕姆',
    'jim.halpert@example.com': '吉姆',
    'angela.martin@example.com': '安吉拉',
  };
  const rows = present ? csv(FILE) : [];
  const inPeriod = (row: Row): boolean =>
    (row['Close Date'] ?? '') >= PERIOD.start && (row['Close Date'] ?? '') <= PERIOD.end;
  const counted = (all: readonly Row[]): Row[] =>
    all.filter((row) => row['Deal Stage'] === 'Closed Won' && inPeriod(row) && row['Amount'] !== '');
  const owner = (all: readonly Row[], address: string): Row[] => all.filter((row) => row['Deal Owner'] === address);

  it('are suggested, matched, added up, imported once, replaced by an overlapping export, and undone', async () => {
    const { page, context, complaints } = await app.open();
    await newPlan(page, { team: '华东大区', ...PERIOD, people: Object.values(OWNERS).map((name) => `${name}\t一组`) });
    await choose(page, real(FILE));
    expect(await uses(page)).toEqual({
      'Deal Stage': '筛选',
      Amount: '数值',
      'Close Date': '日期',
      'Deal Owner': '负责人',
    });
    // Nobody of the plan bears an address as a name: all five wait for an answer, their rows are refused meanwhile.
    const people = page.locator('.who');
    await people.nth(4).waitFor();
    expect((await people.locator('select').all()).length).toBe(5);
    for (const [address, name] of Object.entries(OWNERS)) {
      await page.getByLabel(address, { exact: true }).selectOption({ label: name });
    }
    await page.getByLabel('是元').check();
    const all = sum(counted(rows), 'Amount');
    expect(all).toBeGreaterThan(0n);
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor();

    // Another choice of what counts moves the sum; taken back, it stands again.
    await page.getByRole('checkbox', { name: 'Contract Sent' }).check();
    const sent = rows.filter((row) => row['Deal Stage'] === 'Contract Sent' && inPeriod(row));
    await total(page)
      .getByText(`${written(all + sum(sent, 'Amount'))} 万元`)
      .waitFor();
    await page.getByRole('checkbox', { name: 'Contract Sent' }).uncheck();
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor();
    await write(page);

    expect(await figure(page, '华东大区合计')).toBe(shown(all));
    for (const [address, name] of Object.entries(OWNERS)) {
      const own = owner(counted(rows), address);
      expect(await figure(page, name)).toBe(own.length === 0 ? '' : shown(sum(own, 'Amount')));
    }

    // The same file again: the mapping and the names are known, and nothing changes.
    await choose(page, real(FILE));
    await page.getByText('按上次的对应').waitFor();
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor();
    await seeChanges(page);
    await page.getByText('文件和方案完全一致，没有要写入的。').waitFor();
    await page.locator('.panel footer').getByRole('button', { name: '取消' }).click();

    // An export of May and June in which every deal has grown: it stands for its days, April stays as it was.
    const grown = (amount: string): string => (amount === '' ? '' : `${Number(amount.split('.')[0]) + 10_000}.50`);
    const later = rows
      .filter((row) => (row['Close Date'] ?? '') >= '2025-05-01')
      .map((row) => ({ ...row, Amount: grown(row['Amount'] ?? '') }));
    const april = rows.filter((row) => (row['Close Date'] ?? '') < '2025-05-01');
    await choose(page, { name: 'hubspot_may.csv', bytes: Buffer.from(Papa.unparse(later)) });
    await page.getByText('按上次的对应').waitFor();
    await total(page)
      .getByText(`${written(sum(counted(later), 'Amount'))} 万元`)
      .waitFor();
    await write(page);
    const both = sum(counted(april), 'Amount') + sum(counted(later), 'Amount');
    expect(both).not.toBe(all);
    expect(await figure(page, '华东大区合计')).toBe(shown(both));

    await page.getByRole('button', { name: /^撤销/ }).first().click();
    expect(await figure(page, '华东大区合计')).toBe(shown(all));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe.runIf(present)('Salesforce exports, which name no owner', () => {
  it.each([
    {
      path: 'crm/salesforce_report_opportunities.csv',
      period: { start: '2025-08-04', end: '2025-11-02' },
      columns: { date: 'Close Date', amount: 'Amount', stage: 'Stage' },
    },
    {
      path: 'crm/salesforce_dataloader_opportunities.csv',
      period: { start: '2020-11-30', end: '2021-02-28' },
      columns: { date: 'closedate', amount: 'amount', stage: 'StageName' },
    },
  ])('$path: all rows go to one goal, the won ones count', async ({ path, period, columns }) => {
    const rows = csv(path).filter((row) => {
      const day = (row[columns.date] ?? '').slice(0, 10);
      return /won/i.test(row[columns.stage] ?? '') && day >= period.start && day <= period.end;
    });
    const { page, context, complaints } = await app.open();
    await newPlan(page, { team: '华东大区', ...period, people: ['王一\t一组'] });
    await choose(page, real(path));
    expect(await uses(page)).toEqual({ [columns.stage]: '筛选', [columns.amount]: '数值', [columns.date]: '日期' });
    await page.getByText('还要选：负责人').waitFor();
    await page.getByLabel('没有负责人一列，整张表记到').selectOption({ label: '王一' });
    await page.getByLabel('是元').check();
    const all = sum(rows, columns.amount);
    expect(rows.length).toBeGreaterThan(0);
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor();
    await write(page);
    expect(await figure(page, '王一')).toBe(shown(all));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe.runIf(present)('a workbook of people × months behind a cover sheet', () => {
  const PATH = 'foreign-workbooks/11_Targets_salesperson_by_month_wide.xlsx';

  /** The real table as second sheet, after a sheet of notes that has a date column too. */
  function behindCover(): Upload {
    const book = XLSX.read(readFileSync(resolve(DATA, PATH)), { cellDates: true });
    const cover = XLSX.utils.aoa_to_sheet([
      ['日期', '负责人', '金额', '状态', '说明'],
      ['2017-01-05', '102', 1, '赢单', '样例，不要导入'],
    ]);
    const out = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(out, cover, '说明');
    XLSX.utils.book_append_sheet(out, book.Sheets['Targets'] ?? cover, 'Targets');
    return { name: '月度.xlsx', bytes: XLSX.write(out, { type: 'buffer', bookType: 'xlsx' }) as Buffer };
  }

  /** Figures of the first quarter of 2017 by person, in millionths of 万元, each rounded once. */
  function quarter(): Map<string, bigint> {
    const book = XLSX.read(readFileSync(resolve(DATA, PATH)));
    const table = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['Targets'] ?? {}, { header: 1 });
    return new Map(
      table.slice(1).map((line) => {
        const months = [1, 2, 3].map((column) => Number(line[column]).toFixed(15).split('.'));
        const each = months.map(([whole = '0', rest = '']) => {
          // 元 with fifteen decimals → millionths of 万元, half up.
          const scaled = BigInt(whole + rest);
          const unit = 10n ** 13n;
          return (scaled + unit / 2n) / unit;
        });
        return [String(line[0]), each.reduce((a, b) => a + b, 0n)];
      }),
    );
  }

  it('is read from the sheet that is chosen, months and all, rounded where that is chosen', async () => {
    const wanted = quarter();
    const people = [...wanted.keys()];
    const { page, context, complaints } = await app.open();
    await newPlan(page, { team: '华东大区', start: '2017-01-01', end: '2017-03-31', people });
    await choose(page, behindCover());
    await page.getByLabel('工作表').selectOption('Targets');
    await page.getByLabel('「SalesPerson ID」用作').waitFor();
    expect(await uses(page)).toMatchObject({ 'SalesPerson ID': '负责人', 'Jan-17': '月份的数', 'Mar-17': '月份的数' });
    await page.getByLabel('是元').check();
    await page.getByLabel('超过 6 位小数的四舍五入到 6 位').check();
    const all = [...wanted.values()].reduce((a, b) => a + b, 0n);
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor();

    // A month that is taken out no longer counts; put back, it does.
    await use(page, 'Feb-17', '不用');
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor({ state: 'detached' });
    await use(page, 'Feb-17', '月份的数');
    await total(page)
      .getByText(`${written(all)} 万元`)
      .waitFor();
    await write(page);
    expect(await figure(page, people[0] ?? '')).toBe(shown(wanted.get(people[0] ?? '') ?? 0n));
    expect(await figure(page, '华东大区合计')).toBe(shown(all));
    expect(complaints).toEqual([]);
    await context.close();
  });
});
