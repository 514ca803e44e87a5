import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { readMail } from './support/mail';

const PEOPLE = [
  '陈立群',
  '王思远',
  '刘子涵',
  '赵一鸣',
  '林晓雯',
  '吴浩然',
  '孙佳怡',
  '黄志强',
  '张明轩',
  '李婷',
  '郑凯',
  '何雨晴',
];
const PERSON = '刘子涵';
/** What 刘子涵 gets: customer satisfaction, teamwork, process discipline; a customer judges the first alone. */
const GIVEN: Readonly<Record<string, readonly (readonly number[])[]>> = {
  上级: [[88, 92, 79]],
  同事: [
    [90, 84, 77],
    [85, 91, 83],
    [71, 88, 90],
  ],
  客户: [[95]],
};
/**
 * By hand. Satisfaction (40, 30, 30 %): 0.4 × 88 + 0.3 × 82 + 0.3 × 95 = 88.3. Teamwork (50, 50): (92 + 263/3) / 2 = 89.8333…
 * Discipline: (79 + 250/3) / 2 = 81.1666… Weighed 40, 30, 30: 35.32 + 26.95 + 24.35.
 */
const SCORE = '86.62';

const libreOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
const how = libreOffice
  ? 'saved by LibreOffice'
  : 'soffice is not installed: edited XML as it is, not saved by LibreOffice';

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The text cells of a form's first sheet by address, read from the XML itself. */
function textCells(sheet: string, strings: string): Map<string, string> {
  const shared = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    [...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => unescaped(text)).join(''),
  );
  return new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, at = '', index]) => [
      at,
      shared[Number(index)] ?? '',
    ]),
  );
}

/** Writes a score into every judged row, as a person with a spreadsheet would; `taken` counts raters of one relation. */
function filledIn(bytes: Uint8Array, index: number, taken: Map<string, number>): { token: string; bytes: Uint8Array } {
  const parts = unzipSync(bytes);
  const at = 'xl/worksheets/sheet1.xml';
  let sheet = strFromU8(parts[at] ?? new Uint8Array());
  const cells = textCells(sheet, strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()));
  const relation = cells.get('D2') ?? '';
  const nth = taken.get(relation) ?? 0;
  const fixed = cells.get('B2') === PERSON ? GIVEN[relation]?.[nth] : undefined;
  if (cells.get('B2') === PERSON) {
    expect(fixed, `${relation} ${nth}`).toBeDefined();
    taken.set(relation, nth + 1);
  }
  expect(cells.get('C7')).toBe('评分');
  let row = 8;
  for (; cells.has(`A${row}`); row += 1) {
    const score = fixed?.[row - 8] ?? 60 + ((index * 7 + row * 3) % 40);
    const before = sheet;
    sheet = sheet.replace(new RegExp(`<c r="C${row}"( s="\\d+")?/>`), `<c r="C${row}"$1><v>${score}</v></c>`);
    expect(sheet).not.toBe(before);
  }
  expect(row).toBe(relation === '客户' ? 9 : 11);
  return { token: cells.get('B4') ?? '', bytes: zipSync({ ...parts, [at]: strToU8(sheet) }) };
}

/** All books opened and saved by LibreOffice, in one start of it; as they are when it is not there. */
async function savedElsewhere(books: readonly Uint8Array[]): Promise<Buffer[]> {
  if (!libreOffice) return books.map((bytes) => Buffer.from(bytes));
  const folder = await mkdtemp(join(tmpdir(), 'waymark-round-'));
  try {
    const files = books.map((_, at) => join(folder, `${at}.xlsx`));
    await Promise.all(books.map((bytes, at) => writeFile(files[at] ?? '', bytes)));
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const options = ['--headless', profile, '--convert-to', 'xlsx', '--outdir', out, ...files];
    await promisify(execFile)('soffice', options, { timeout: 240_000 });
    return await Promise.all(books.map((_, at) => readFile(join(out, `${at}.xlsx`))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The workbooks in a saved file: itself, or what is attached to an unsent message. */
async function workbooksIn(download: Download): Promise<Uint8Array[]> {
  const bytes = await readFile(await download.path());
  if (!download.suggestedFilename().endsWith('.eml')) return [bytes];
  return readMail(bytes).attachments.map((attached) => attached.bytes);
}

const contentOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');

describe('a whole 360 round, in a real browser', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const go = (page: Page, screen: string) => page.goto(`${app.url}#/${screen}`);
  const saved = async (page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  /** The sample's answers taken back and its raters removed, person by person, as a manager would start anew. */
  async function emptyRound(page: Page): Promise<void> {
    await go(page, 'feedback');
    const dialog = page.getByRole('dialog');
    for (const name of PEOPLE) {
      await page.locator(`tr[data-member="${name}"]`).click();
      await page.getByRole('button', { name: /^全部改回未收回/ }).click();
      await dialog.getByRole('button', { name: /^改回/ }).click();
      const remove = page.locator('.panel').getByRole('button', { name: /^去掉/ });
      for (let left = await remove.count(); left > 0; left -= 1) {
        await remove.first().click();
        await dialog.getByRole('button', { name: '去掉', exact: true }).click();
      }
    }
    await page.getByText('这一轮还没有请人评价').waitFor();
  }

  /** The superior and three colleagues as suggested, and a customer: five raters for everybody. */
  async function planRound(page: Page): Promise<void> {
    await go(page, 'feedback');
    await page.getByRole('button', { name: '按组织建议评价人' }).click();
    for (const [at, name] of PEOPLE.entries()) {
      const row = page.locator(`tr[data-member="${name}"]`);
      await row.click();
      for (const relation of ['下属', '自评']) {
        const group = page.locator('.panel section', { has: page.getByRole('heading', { name: relation }) });
        const remove = group.getByRole('button', { name: /^去掉/ });
        for (let left = await remove.count(); left > 0; left -= 1) await remove.first().click();
      }
      await page.getByLabel('客户', { exact: true }).fill(`客户${at + 1}`);
      await page.getByRole('button', { name: '添加客户' }).click();
      const asked = await row.locator('[data-relation]').allInnerTexts();
      expect(asked.map((text) => text.trim()).filter((text) => text.includes('/'))).toEqual([
        '0 / 1',
        '0 / 3',
        '0 / 1',
      ]);
    }
  }

  it(`runs from planning to the exported records, its forms filled in elsewhere (${how})`, async () => {
    const { page, context, complaints } = await app.open();
    await page.getByRole('button', { name: '打开示例方案' }).click();
    await page.waitForURL(/overview/);
    await emptyRound(page);
    await planRound(page);

    const downloads: Download[] = [];
    const collect = (download: Download): void => void downloads.push(download);
    page.on('download', collect);
    await page.getByRole('button', { name: '发出 60 份表单' }).click();
    await page.getByRole('button', { name: '生成邮件' }).click();
    await page.getByText('生成了 60 份').waitFor();
    await page.getByText('收回 0 / 60').waitFor();
    page.off('download', collect);
    const blank = (await Promise.all(downloads.map(workbooksIn))).flat();
    expect(blank).toHaveLength(60);

    const taken = new Map<string, number>();
    const filled = blank.map((bytes, index) => filledIn(bytes, index, taken));
    expect(Object.fromEntries(taken)).toEqual({ 上级: 1, 同事: 3, 客户: 1 });
    expect(new Set(filled.map(({ token }) => token)).size).toBe(60);
    // In another order and under names that say nothing: only the token tells whose form it is.
    const back = (await savedElsewhere(filled.map(({ bytes }) => bytes)))
      .reverse()
      .map((one) => one.toString('base64'));
    const dataTransfer = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      files.forEach((base64, at) => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        transfer.items.add(new File([bytes], `回来的表${at}.xlsx`));
      });
      return transfer;
    }, back);
    await page.locator('.work').dispatchEvent('drop', { dataTransfer });
    await page.getByText('收回 60 / 60').waitFor({ timeout: 60_000 });
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.getByRole('tab', { name: '结果' }).click();
    await page.locator('nav').getByText(PERSON).click();
    await page.locator(`[data-person="${PERSON}"]`).waitFor();
    expect(await page.locator('[data-test="score"]').textContent()).toBe(SCORE);

    await go(page, 'evaluation');
    await page.getByRole('button', { name: '锁定评估' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '锁定评估' }).click();
    await page.locator('[data-test=frozen]').waitFor();
    expect(await page.locator(`tr[data-member="${PERSON}"] [data-test="qualitative"]`).innerText()).toBe(SCORE);

    await go(page, 'conversation');
    const talk = page.locator(`tr[data-member="${PERSON}"]`);
    await talk.getByRole('button', { name: '开始面谈' }).click();
    await page.locator('.tk-rail').getByRole('link', { name: '确认' }).click();
    await page.getByLabel(`${PERSON}的意见`).fill('同意，下一季先补流程');
    await page.getByLabel(`${PERSON}的意见`).blur();
    const sides = page.locator('.sides li');
    await sides.nth(0).getByRole('button', { name: '确认' }).click();
    await sides.nth(1).getByRole('button', { name: '确认' }).click();
    await page.getByRole('heading', { name: '已经确认，记录只读' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '回到名单' }).click();
    await talk.getByText('已谈').waitFor();

    await talk.getByRole('button', { name: PERSON }).click();
    const record = await saved(page, () => page.getByRole('button', { name: '记录工作簿' }).click());
    expect(record.name).toBe(`绩效面谈记录_${PERSON}.xlsx`);
    expect(contentOf(record.bytes)).toContain('绩效面谈记录表');
    expect(contentOf(record.bytes)).toContain('同意，下一季先补流程');

    await go(page, 'data');
    await page.getByRole('tab', { name: '导出' }).click();
    await page.locator('.what label', { hasText: '目标评估与绩效表' }).click();
    const third = await saved(page, () => page.getByRole('button', { name: '导出工作簿' }).click());
    for (const name of PEOPLE) expect(contentOf(third.bytes)).toContain(name);
    expect(contentOf(third.bytes)).toContain(`<v>${SCORE}</v>`);
    expect(complaints).toEqual([]);
    await context.close();
  }, 300_000);
});
