import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SCORES } from '../../shared/domain/seed/sample/scores';
import type { RunningApp } from './support/app';
import { useSample } from './support/sample';

const PERSON = '刘子涵';
const scores = SCORES.find((row) => row.name === PERSON);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The score as section 4 of the specification says, from the scores alone: customers judge the first indicator
 * only (40, 30, 30), superior and peers the other two alike. */
function expectedScore(customers: readonly number[]): number {
  if (!scores) throw new Error(`No scores of ${PERSON} in the sample.`);
  const peers = (at: number): number => mean(scores.peers.map((row) => row[at] ?? 0));
  const superior = (at: number): number => scores.superior[at] ?? 0;
  const first = 0.4 * superior(0) + 0.3 * peers(0) + 0.3 * mean(customers);
  const other = (at: number): number => (superior(at) + peers(at)) / 2;
  return 0.4 * first + 0.3 * other(1) + 0.3 * other(2);
}

describe('the 360 round and the retrospective, in a real browser', () => {
  let app: RunningApp;
  let page: Page;

  useSample((opened, running) => {
    app = running;
    ({ page } = opened);
  });

  const tab = (name: string) => page.getByRole('tab', { name });
  const row = (name: string) => page.locator(`tr[data-member="${name}"]`);
  const indicator = (name: string) => page.locator(`tr[data-indicator="${name}"]`);

  async function goTo(screen: string): Promise<void> {
    await page.goto(`${app.url}#/${screen}`);
    await tab(screen === 'feedback' ? '轮次' : '复盘卡').waitFor();
  }
  async function addCustomer(text: string): Promise<void> {
    await row(PERSON).click();
    await page.getByLabel('客户', { exact: true }).fill(text);
    await page.getByRole('button', { name: '添加客户' }).click();
  }
  async function showResult(): Promise<string> {
    await tab('结果').click();
    await page.locator('nav').getByText(PERSON).click();
    await page.locator(`[data-person="${PERSON}"]`).waitFor();
    return (await page.locator('[data-test="score"]').textContent()) ?? '';
  }

  it('counts what is typed in, as the specification says, and undo takes it back', async () => {
    await goTo('feedback');
    const before = await showResult();
    expect(before).toBe(expectedScore(scores?.customers ?? []).toFixed(2));
    await tab('轮次').click();
    await addCustomer('测试客户，buyer@example.com');
    const cell = row(PERSON).locator('[data-relation="customer"]');
    expect((await cell.textContent())?.trim()).toBe('2 / 3');
    await page.locator('[data-rater="测试客户"]').getByRole('button', { name: '录入' }).click();
    await page.getByLabel('客户满意度 评分').fill('41');
    await page.getByRole('button', { name: '记为已收回' }).click();
    expect(await showResult()).toBe(expectedScore([...(scores?.customers ?? []), 41]).toFixed(2));
    await page.keyboard.press('Control+z');
    await page.waitForFunction((text) => document.querySelector('[data-test="score"]')?.textContent === text, before);
  });

  it('asks whom the organisation suggests, once', async () => {
    await goTo('feedback');
    await page.getByRole('button', { name: '按组织建议评价人' }).click();
    await page.getByRole('button', { name: /发出 \d+ 份表单/ }).waitFor();
    const sends = await page.getByRole('button', { name: /发出 \d+ 份表单/ }).textContent();
    await page.getByRole('button', { name: '按组织建议评价人' }).click();
    await page.getByText('按组织该请的人都已经请了').waitFor();
    expect(await page.getByRole('button', { name: /发出 \d+ 份表单/ }).textContent()).toBe(sends);
  });

  it('does not show what two peers gave, nor what would lead back to it', async () => {
    await goTo('feedback');
    await tab('录入').click();
    await page.getByLabel('只看没收回的').uncheck();
    const group = page.locator('nav section', { has: page.getByRole('heading', { name: PERSON }) });
    await group
      .getByRole('button', { name: /^\s*同事/ })
      .first()
      .click();
    expect(await page.getByLabel('流程规范 评分').inputValue()).toBe('');
    await page.getByLabel('客户满意度 评分').fill('90');
    await page.getByLabel('团队协作 评分').fill('90');
    await indicator('流程规范').getByRole('checkbox').check();
    await page.getByRole('button', { name: '替换原来的答案' }).click();
    await showResult();
    const cells = indicator('流程规范');
    expect(await cells.locator('[data-relation="peer"]').textContent()).toBe('不显示2 份');
    expect(await cells.locator('[data-relation="superior"]').textContent()).toContain('不显示');
    await cells.click();
    const about = await page.locator('tr[data-indicator="流程规范"], .panel').allTextContents();
    const whole = about.join('\n');
    // Whichever colleague it was: the mean of the two that are left stands nowhere.
    const gave = (scores?.peers ?? []).map((one) => one[2] ?? 0);
    expect(gave).toHaveLength(3);
    for (const out of gave.keys()) expect(whole).not.toContain(mean(gave.filter((_, at) => at !== out)).toFixed(2));
    expect(await page.locator('.panel').textContent()).not.toContain(`${scores?.superior[2] ?? ''}.00`);
  });

  it('sends a form as a workbook and takes it back in by its token, asking when it comes twice', async () => {
    await goTo('feedback');
    await addCustomer('没有邮箱的客户');
    await page.getByRole('button', { name: '发出 1 份表单' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成邮件' }).click();
    const book = new ExcelJS.Workbook();
    const bytes = await readFile(await (await download).path());
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    sheet?.eachRow((line) => {
      line.eachCell((cell, column) => {
        if (cell.value === '客户满意度') line.getCell(column + 2).value = 41;
      });
    });
    const filled = { name: '回来的.xlsx', mimeType: '', buffer: Buffer.from(await book.xlsx.writeBuffer()) };
    const broken = { name: '坏的.xlsx', mimeType: '', buffer: Buffer.from('not a workbook') };
    const choose = async (files: (typeof filled)[]): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '收回表单' }).click();
      await (await chooser).setFiles(files);
    };
    await choose([filled, broken]);
    await page.getByRole('dialog').getByText('坏的.xlsx', { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    expect((await row(PERSON).locator('[data-relation="customer"]').textContent())?.trim()).toBe('3 / 3');
    await choose([filled]);
    await page.getByRole('dialog').getByText('1 份表单第二次收到').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '保留原来的' }).click();
    expect(await showResult()).toBe(expectedScore([...(scores?.customers ?? []), 41]).toFixed(2));
  });

  it('keeps both scores of a calibration, which needs a reason', async () => {
    await goTo('feedback');
    await showResult();
    await indicator('团队协作').click();
    const panel = page.locator('.panel');
    await panel.getByLabel('校准为').fill('60');
    await panel.getByRole('button', { name: '校准', exact: true }).click();
    await panel.getByText('要写明理由').waitFor();
    await panel.getByLabel('理由').fill('两次没有到场');
    await panel.getByRole('button', { name: '校准', exact: true }).click();
    await page.waitForFunction(() => document.querySelector('tr[data-indicator="团队协作"] s') !== null);
    const text = await indicator('团队协作').textContent();
    expect(text).toContain('90.00');
    expect(text).toContain('60.00');
  });

  it('finds a lesson by a Chinese word inside it', async () => {
    await goTo('retrospective');
    await page.getByRole('button', { name: '添加经验' }).click();
    await page.getByLabel('标题', { exact: true }).fill('皖北：经销商联合拜访打开空白县');
    await page.getByLabel('可复制的做法').fill('每周两天与经销商同车走访，当晚互换客户名单');
    await page.getByLabel('固化到哪份 SOP').fill('《联合拜访SOP》');
    await page.getByLabel('固化到哪份 SOP').press('Tab');
    await tab('SOP 库').click();
    await page.getByRole('searchbox').fill('互换名单');
    await page.locator('[data-sop="《联合拜访SOP》"]').waitFor();
    expect(await page.locator('[data-sop]').count()).toBe(1);
    await page.getByRole('searchbox').fill('冷链物流');
    await page.getByText('没有找到“冷链物流”').waitFor();
  });

  it('carries the lessons into the next quarter', async () => {
    await goTo('retrospective');
    await page.getByRole('button', { name: '开始下一周期' }).click();
    await page.getByRole('button', { name: '建立下一期方案' }).click();
    await page.waitForURL(/goals/);
    await page.getByText('2026 年第四季度').first().waitFor();
    await goTo('retrospective');
    await page.getByText('西南：输给低价竞品').first().waitFor();
    await tab('SOP 库').click();
    await page
      .getByText(/用在 .*第四季度、.*第三季度/)
      .first()
      .waitFor();
  });
});
