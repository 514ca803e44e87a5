import { bench, describe } from 'vitest';
import type { Page } from 'playwright-core';
import * as XLSX from 'xlsx';
import { startApp } from '../e2e/support/app';
import { crmExport } from '../e2e/support/crmExport';

const ROWS = 99_999;
const ONCE = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
const csv = (): Upload => ({ name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(crmExport(ROWS)) });

/** The same deals as a workbook: amounts as numbers, days as dates. */
function xlsx(): Upload {
  const [head = '', ...lines] = crmExport(ROWS).split('\n');
  const rows = lines.map((line) => {
    const [name, amount, day, person, stage] = line.split(',');
    return [name, Number(amount), new Date(`${day}T00:00:00Z`), person, stage];
  });
  const sheet = XLSX.utils.aoa_to_sheet([head.split(','), ...rows], { UTC: true });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '商机');
  const buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  return { name: 'crm.xlsx', mimeType: 'application/octet-stream', buffer };
}

type Probe = Window & { tasks?: number[] };

/** Notes the tasks of the page's own thread that last over 50 ms; shorter ones no browser reports. */
const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const probe = window as Probe;
    probe.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) probe.tasks?.push(duration);
    }).observe({ type: 'longtask' });
  });
const forget = (page: Page): Promise<void> => page.evaluate(() => void ((window as Probe).tasks = []));

async function report(page: Page, step: string): Promise<void> {
  await page.waitForTimeout(300);
  const longest = await page.evaluate(() => Math.max(0, ...((window as Probe).tasks ?? [])));
  process.stdout.write(`${step}: longest task ${longest < 50 ? 'under 50' : longest.toFixed(0)} ms\n`);
  await forget(page);
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例方案' }).click();
  await page.waitForURL(/#\/overview/);
  await page.locator('.rail').getByText('数据', { exact: true }).click();
  await page.getByRole('button', { name: /选文件/ }).waitFor();
}

/** Hands the file over; that is the test driver's work, so what was measured until the reading begins is forgotten. */
async function choose(page: Page, file: Upload): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /选文件/ }).click(),
  ]);
  await chooser.setFiles(file);
  await page.locator('.prog').first().waitFor();
  await forget(page);
}

async function importAll(file: Upload): Promise<void> {
  const app = await startApp();
  const { page, context } = await app.open();
  await openImport(page);
  await watchTasks(page);
  await choose(page, file);
  await page.locator('.panel .kv .strong').waitFor();
  await report(page, `${file.name} reading`);
  await page.getByRole('button', { name: '看更改' }).click();
  await page.getByRole('button', { name: /^写入 \d+ 处/ }).waitFor();
  await report(page, `${file.name} preview`);
  await page.getByRole('button', { name: /^写入 \d+ 处/ }).click();
  await page.getByText(/^已写入/).waitFor();
  await report(page, `${file.name} writing`);
  await context.close();
  await app.close();
}

/** Cancels after a while of reading, and says how long it took to stop. */
async function cancelInTheMiddle(file: Upload, after: number): Promise<void> {
  const app = await startApp();
  const { page, context } = await app.open();
  await openImport(page);
  const undo = page.getByRole('button', { name: /^撤销/ }).first();
  await choose(page, file);
  await page.waitForTimeout(after);
  const before = performance.now();
  await page.getByRole('button', { name: '取消' }).first().click();
  await page.getByRole('button', { name: /选文件/ }).waitFor();
  const took = performance.now() - before;
  if (!(await undo.isDisabled())) throw new Error('a cancelled import left something to undo');
  process.stdout.write(`${file.name} cancelled after ${after} ms: stopped in ${took.toFixed(0)} ms, nothing left\n`);
  await context.close();
  await app.close();
}

describe(`an export of ${ROWS} deals, in a browser (needs a build)`, () => {
  bench('csv: read, previewed and written', () => importAll(csv()), ONCE);
  bench('xlsx: read, previewed and written', () => importAll(xlsx()), ONCE);
  bench('csv: cancelled while it is read', () => cancelInTheMiddle(csv(), 200), ONCE);
  bench('xlsx: cancelled while it is read', () => cancelInTheMiddle(xlsx(), 1000), ONCE);
});
