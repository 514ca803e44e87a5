import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { openTracking } from './support/tracking';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('days off of the team’s own', () => {
  it('shorten their week in the grid, move its target, and refuse what is no day', async () => {
    const { page, context, complaints } = await openTracking(app);
    const head = page.locator('.week-grid .wkhead').nth(8);
    const target = page
      .locator('.week-grid .sheet-row', { has: page.locator('.nm[title="陈立群"]') })
      .locator('[data-column="9"]');
    expect(await head.innerText()).not.toContain('天');
    expect(await target.innerText()).toBe('10.6');

    await page.getByRole('link', { name: '设置' }).click();
    await page.getByRole('tab', { name: /^规则/ }).click();
    const days = page.getByLabel('自己的休息日');
    await days.fill('08-26');
    await days.press('Enter');
    expect(await days.getAttribute('aria-invalid')).toBe('true');
    await days.fill('2026-08-26 2026-08-27');
    await days.press('Enter');
    await page.getByRole('button', { name: '采用新规则' }).click();

    await page.getByRole('link', { name: /^跟踪/ }).click();
    await head.getByText('3天').waitFor();
    expect(Number(await target.innerText())).toBeLessThan(10);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
