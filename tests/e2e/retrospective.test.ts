import { readFile } from 'node:fs/promises';
import * as XLSX from 'xlsx';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeSamplePlan } from '../../shared/domain/seed/samplePlan';
import type { RunningApp } from './support/app';
import { useSample } from './support/sample';

/** What 刘子涵 sold in the sample's quarter, added up from the weeks alone. */
const LAST_SALES = (() => {
  let ids = 0;
  const sample = makeSamplePlan({ newId: () => `id-${++ids}`, now: '2026-10-12T00:00:00.000Z' });
  const named = <T extends { id: string; name: string }>(records: ReadonlyMap<string, T>, name: string): string =>
    [...records.values()].find((record) => record.name === name)?.id ?? '';
  const person = named(sample.members, '刘子涵');
  const sales = named(sample.indicators, '销售额');
  const goal = [...sample.goals.values()].find(
    ({ holder, indicatorId }) => holder.kind === 'member' && holder.memberId === person && indicatorId === sales,
  );
  const weeks = sample.facts.get(goal?.id ?? '')?.values ?? [];
  return String(weeks.reduce((tenths, week) => tenths + Math.round(Number(week ?? 0) * 10), 0) / 10);
})();

describe('the end of a period and the start of the next, in a real browser', () => {
  let app: RunningApp;
  let page: Page;

  useSample((opened, running) => {
    app = running;
    ({ page } = opened);
  });

  const go = (screen: string) => page.goto(`${app.url}#/${screen}`);
  const tab = (name: string) => page.getByRole('tab', { name });
  const dialog = () => page.getByRole('dialog');
  const confirm = (label: string) => dialog().getByRole('button', { name: label, exact: true }).click();
  const step = (key: string) => page.locator(`[data-step="${key}"]`);

  async function take(name: string): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click();
    await dialog().getByLabel('经办人').fill('王经理');
    await confirm(name);
    await dialog().waitFor({ state: 'detached' });
  }
  async function startNext(): Promise<void> {
    await page.getByRole('button', { name: '开始下一周期' }).click();
    await page.getByRole('button', { name: '建立下一期方案' }).click();
    await page.waitForURL(/goals/);
  }

  it('takes the sample from evaluation to paid, hands out every statement, and starts the next quarter from it', async () => {
    await go('evaluation');
    await page.getByRole('button', { name: '锁定评估' }).click();
    await confirm('锁定评估');
    await page.locator('[data-test=frozen]').waitFor();
    await go('incentives');
    await take('提交审批');
    await take('批准');
    await take('记为已兑现');
    await page.locator('.tag', { hasText: '已兑现' }).first().waitFor();

    await page.getByRole('button', { name: '个人兑现单' }).click();
    const [statements] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '全部 12 人存为工作簿，每人一张表' }).click(),
    ]);
    const { SheetNames } = XLSX.read(await readFile(await statements.path()));
    expect(SheetNames).toHaveLength(12);
    expect(SheetNames).toContain('刘子涵');

    await go('retrospective');
    await tab('结期').click();
    expect(await step('evaluation').innerText()).toContain('已完成');
    expect(await step('payouts').innerText()).toContain('已完成');

    await startNext();
    await page.getByText('2026 年第四季度').first().waitFor();
    // Last quarter's sales are this quarter's baseline.
    const line = page.locator('.sheet-row', { has: page.getByRole('rowheader', { name: '刘子涵' }) });
    await line.first().locator('[aria-colindex="2"]').click();
    await page.keyboard.press('Alt+Enter');
    const panel = page.locator('.panel');
    await panel.locator('h2', { hasText: '刘子涵' }).waitFor();
    expect(await panel.getByLabel('基期值', { exact: true }).inputValue()).toBe(LAST_SALES);

    await go('retrospective');
    await tab('下周期建议').click();
    await page.getByText('四季度三个组各办一场沙龙，把转介绍名单定为里程碑').waitFor();
  });

  it('meets card by card with the keyboard, keeps what is decided, settles versions, and keeps the order', async () => {
    await go('retrospective');
    await tab('复盘卡').waitFor();
    const titles = () => page.locator('article[data-lesson] h3').allInnerTexts();
    const before = await titles();
    await page.getByRole('button', { name: '添加经验' }).click();
    await page.locator('.panel').getByLabel('标题').fill('周一晨会先看预警');
    await page
      .locator('.panel')
      .getByLabel(/^可复制的做法/)
      .fill('晨会十分钟只看红色');
    await page.keyboard.press('Tab');
    await page.getByLabel('改了什么').fill('首版');
    await page.getByRole('button', { name: '定为第 1 版' }).click();
    await page
      .locator('.panel')
      .getByLabel(/^可复制的做法/)
      .fill('晨会先看红色，再看未填报');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '定为第 2 版' }).click();
    await page.locator('[data-version="1"] summary').click();
    await page.locator('[data-version="1"]').getByText('晨会十分钟只看红色').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '复盘会' }).click();
    const place = page.locator('[data-test=place]');
    expect(await place.innerText()).toBe('1 / 5');
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
    expect(await place.innerText()).toBe('5 / 5');
    await dialog().getByText('周一晨会先看预警').waitFor();
    await dialog().getByLabel('写下一条决定').fill('下周一起三个组都这样开');
    await dialog().getByLabel('负责人').selectOption('陈立群');
    await dialog().getByRole('button', { name: /添加/ }).click();
    await dialog().getByText('下周一起三个组都这样开').waitFor();
    await dialog().getByLabel('写下一条决定').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('下周一起三个组都这样开 · 陈立群').waitFor();

    const after = await titles();
    expect(after).toHaveLength(before.length + 1);
    await page.getByText('已保存').waitFor();
    await page.reload();
    await page.getByText('下周一起三个组都这样开 · 陈立群').waitFor();
    expect(await titles()).toEqual(after);
  });

  it('attaches the chart of a goal to a card as it was, in the card, the meeting, on paper and in the workbook', async () => {
    await go('retrospective');
    const card = page.locator('[data-lesson="西南：输给低价竞品"]');
    await card.getByRole('button', { name: '西南：输给低价竞品' }).click();
    await page.locator('.panel').getByLabel('哪个目标').selectOption({ label: '华东组 销售额' });
    await page.locator('.panel').getByRole('button', { name: '附上' }).click();
    const chart = card.locator('[data-evidence="华东组 销售额"]');
    await chart.locator('svg polyline.actual').waitFor();
    const drawn = await chart.locator('h2').innerText();
    expect(drawn).toMatch(/华东组 销售额：实际 [\d.]+ 万元，目标 500\.0 万元/);
    const rows = async () => {
      await chart.locator('.bh button').click();
      const texts = await chart.locator('tbody tr').allInnerTexts();
      await chart.locator('.bh button').click();
      return texts;
    };
    const before = await rows();
    expect(before).toHaveLength(14);
    // The plan changes afterwards; the chart does not.
    await go('settings');
    await tab('方案').click();
    await page.getByLabel('结束日期').fill('2026-08-31');
    await page.getByLabel('结束日期').press('Enter');
    await page.getByText('已保存').waitFor();
    await go('retrospective');
    await page.reload();
    await chart.locator('svg polyline.actual').waitFor();
    expect(await rows()).toEqual(before);

    await page.getByRole('button', { name: '复盘会' }).click();
    for (let press = 0; press < 4 && !(await dialog().getByText('西南：输给低价竞品').isVisible()); press++)
      await page.keyboard.press('ArrowRight');
    await dialog().locator('[data-evidence="华东组 销售额"] polyline.actual').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });

    await page.evaluate(() => {
      window.print = () => {
        const pages = [...document.querySelectorAll('.print-sheets > *')];
        Object.assign(window, {
          printed: pages.map((sheet) => [sheet.textContent, sheet.querySelectorAll('svg polyline').length]),
        });
      };
    });
    await page.getByRole('button', { name: '打印', exact: true }).click();
    const printed = await page.waitForFunction(() => (window as unknown as { printed?: [string, number][] }).printed);
    const sheets = (await printed.jsonValue()) ?? [];
    expect(sheets).toHaveLength(4);
    expect(sheets.find(([text]) => text.includes('西南：输给低价竞品'))?.[1]).toBeGreaterThanOrEqual(2);

    await page.getByRole('button', { name: '导出复盘与SOP' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出工作簿', exact: true }).click(),
    ]);
    const book = XLSX.read(await readFile(await file.path()));
    expect(book.SheetNames.slice(0, 4)).toEqual(['复盘与SOP', 'SOP版本', '复盘会决定', '复盘数据']);
    const weeks = XLSX.utils.sheet_to_csv(book.Sheets['复盘数据'] ?? {}).match(/,华东组,销售额,/g);
    expect(weeks).toHaveLength(14);
  });

  it('takes a library to another laptop: what is new is added, what is there under the same name becomes a version', async () => {
    const openLibrary = async (at: Page) => {
      await at.goto(`${app.url}#/retrospective`);
      await at.getByRole('tab', { name: 'SOP 库' }).click();
    };
    await openLibrary(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 SOP 库' }).click(),
    ]);
    const path = await file.path();

    const other = await app.open();
    await other.page.getByText(/示例/).first().click();
    await other.page.waitForURL(/overview/);
    await other.page.goto(`${app.url}#/retrospective`);
    // There the price procedure has another text, and the referral card was thrown away.
    await other.page.locator('[data-lesson="西南：输给低价竞品"] h3 button').click();
    await other.page.getByLabel(/^防止再发的做法/).fill('低于底价的单不跟');
    await other.page.getByLabel(/^防止再发的做法/).press('Tab');
    await other.page.locator('[data-lesson="华东：客户转介绍加沙龙拓展新客户"] h3 button').click();
    await other.page.getByRole('button', { name: '删除卡片' }).click();
    await openLibrary(other.page);
    const chooser = other.page.waitForEvent('filechooser');
    await other.page.getByRole('button', { name: '并入别处的 SOP 库' }).click();
    await (await chooser).setFiles(path);
    const arrivals = other.page.locator('[data-test=arrivals]');
    await arrivals.waitFor();
    expect(await arrivals.locator('[data-arrival="西南：输给低价竞品"]').innerText()).toMatch(
      /低于底价的单不跟[^]*报价必附总成本对比[^]*成为第 2 版/,
    );
    expect(await arrivals.locator('[data-arrival="华东：客户转介绍加沙龙拓展新客户"]').innerText()).toContain('新增');
    await other.page.getByRole('button', { name: /^并入 \d 份$/ }).click();
    const price = other.page.locator('[data-sop="《报价与总成本测算SOP》"]');
    await price.getByText('报价必附总成本对比；低于底价的单不跟，改推全包方案').first().waitFor();
    await price.locator('[data-version="1"] summary').click();
    await price.locator('[data-version="1"]').getByText('低于底价的单不跟', { exact: true }).waitFor();
    await other.page.locator('[data-sop="《新客户拓展SOP》"]').waitFor();
    // Taken once more, the same file brings nothing.
    const again = other.page.waitForEvent('filechooser');
    await other.page.getByRole('button', { name: '并入别处的 SOP 库' }).click();
    await (await again).setFiles(path);
    await arrivals.waitFor({ state: 'attached' });
    expect(await other.page.getByRole('button', { name: '并入 0 份' }).isDisabled()).toBe(true);
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  it('compares three periods of the same people, by group, as a table and as lines', async () => {
    for (const quarter of ['2026 年第四季度', '2027 年第一季度']) {
      await go('retrospective');
      await startNext();
      await page.getByText(quarter).first().waitFor();
    }
    await go('retrospective');
    await tab('历次对比').click();
    const history = page.locator('[data-test=history]');
    const table = history.locator('table').last();
    await table.locator('tbody tr').first().waitFor();
    expect(await table.locator('thead th').allInnerTexts()).toEqual([
      '对比项',
      '2026 年第三季度',
      '2026 年第四季度',
      '2027 年第一季度',
    ]);
    expect(await table.locator('tbody tr').count()).toBe(12);
    const groups = await table.locator('tbody th .faint').allInnerTexts();
    expect(groups.map((name) => name.trim())).toEqual([
      ...Array<string>(4).fill('华东组'),
      ...Array<string>(4).fill('浙皖组'),
      ...Array<string>(4).fill('鲁闽组'),
    ]);
    expect(await table.locator('tr[data-row="林晓雯"] td').first().innerText()).toBe('98.02');
    await page.getByRole('radio', { name: '指标' }).click();
    await page.getByLabel('看什么').selectOption({ label: '实际值' });
    await table.locator('tr[data-row^="销售额"]').first().waitFor();
    expect(await history.locator('canvas').count()).toBe(1);
  });
});
