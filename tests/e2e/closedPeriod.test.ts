import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type OpenPage, type RunningApp } from './support/app';

describe('a period whose evaluation is locked, in a real browser', () => {
  let app: RunningApp;
  let open: OpenPage;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    open = await app.open();
    ({ page } = open);
    await page.getByText(/示例/).first().click();
    await page.waitForURL(/overview/);
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.context.close();
  });

  const go = (screen: string) => page.goto(`${app.url}#/${screen}`);
  const figures = () => page.locator('.kpis').innerText();
  const tree = () => page.locator('.goals').innerText();

  async function lock(): Promise<void> {
    await go('evaluation');
    await page.getByRole('button', { name: '锁定评估' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '锁定评估', exact: true }).click();
    await page.locator('[data-test=frozen]').waitFor();
  }

  it('shows the figures of the lock on overview and goals, whatever is changed afterwards', async () => {
    const before = await figures();
    await go('goals');
    await page.locator('.goals').getByText('华东组').first().waitFor();
    const treeBefore = await tree();
    await lock();
    await go('settings');
    await page.getByRole('tab', { name: '方案' }).click();
    const end = page.getByLabel('结束日期');
    await end.fill('2026-08-31');
    await end.press('Enter');
    await go('overview');
    await page.locator('[data-test=frozen]', { hasText: '人不同' }).waitFor();
    expect(await figures()).toBe(before);
    // Weeks, milestones and agreements of a locked period wait for nobody any more; the talks still do.
    expect(await page.locator('.needs h3').allInnerTexts()).toEqual([expect.stringMatching(/面谈/)]);
    await go('goals');
    await page.locator('[data-test=frozen]', { hasText: '锁定' }).waitFor();
    expect(await tree()).toBe(treeBefore);
  });

  it('lets nobody change a goal, until it is opened again with a reason', async () => {
    await lock();
    await go('goals');
    await page.locator('[data-test=frozen]').waitFor();
    expect(await page.getByRole('button', { name: '添加目标' }).isDisabled()).toBe(true);
    await page.locator('.goals').getByText('刘子涵').click();
    await page.keyboard.press('Alt+Enter');
    const panel = page.locator('aside.panel');
    await panel.waitFor();
    expect(await panel.getByLabel('目标编号').isDisabled()).toBe(true);
    await page.getByRole('button', { name: '关闭' }).click();
    await go('evaluation');
    await page.getByRole('button', { name: '重新开启' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('华东组补报九月');
    await page.getByRole('dialog').getByRole('button', { name: '重新开启', exact: true }).click();
    await go('goals');
    await page.locator('[data-test=frozen]').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: '添加目标' }).isEnabled()).toBe(true);
  });
});
