import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { openTracking } from './support/tracking';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('The list of causes of a team', () => {
  it('is kept in the monthly review, offered first, and put into the line at hand', async () => {
    const { page, context, complaints } = await openTracking(app, '月度复盘');
    const causes = page.getByRole('combobox', { name: '常见原因' });
    await causes.selectOption({ label: '编辑原因清单…' });
    const dialog = page.getByRole('dialog', { name: '常见原因' });
    const list = dialog.getByLabel('每行一个');
    const written = (await list.inputValue()).split('\n');
    expect(written.length).toBeGreaterThan(1);
    await list.fill(`客户预算推迟\n\n${written.join('\n')}\n客户预算推迟`);
    await dialog.getByRole('button', { name: '完成' }).click();
    await dialog.waitFor({ state: 'detached' });
    const offered = await causes.locator('option').allInnerTexts();
    expect(offered.slice(1, -1)).toEqual(['客户预算推迟', ...written]);

    const cell = page.locator('.monthly .sheet-row').nth(3).locator('[aria-colindex="6"]');
    await cell.click();
    await causes.selectOption('客户预算推迟');
    await page.locator('.monthly .sheet-row').nth(3).getByText('客户预算推迟').waitFor();
    await page.locator('.topbar').getByText('已保存').waitFor();
    await page.reload();
    await causes.waitFor();
    expect((await causes.locator('option').allInnerTexts())[1]).toBe('客户预算推迟');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
