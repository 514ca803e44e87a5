import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** The as-of date of the sample in the top bar, opened. */
async function openAsOf(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '打开示例方案' }).click();
  await page.waitForURL(/#\/overview/);
  await page.locator('.topbar').getByText(/^截至/).click();
  return page.getByLabel('看到哪一天为止');
}

const asOf = (page: Page, date: string): Promise<void> => page.locator('.topbar').getByText(`截至 ${date}`).waitFor();

describe('A date field', () => {
  it('shows yyyy-mm-dd in any language and reads a day as people write it', async () => {
    const { page, context, complaints } = await app.open();
    const field = await openAsOf(page);
    expect(await field.inputValue()).toBe('2026-10-12');
    await field.fill('8/24');
    await field.press('Tab');
    await asOf(page, '2026-08-24');
    expect(await field.inputValue()).toBe('2026-08-24');
    await field.fill('+7');
    await field.press('Enter');
    await asOf(page, '2026-08-31');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps a text that is no day for correction, says so and changes nothing', async () => {
    const { page, context } = await app.open();
    const field = await openAsOf(page);
    await field.fill('2026-02-30');
    await field.press('Tab');
    await page.getByText('“2026-02-30”不是日期，请写成 2026-07-31').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await asOf(page, '2026-10-12');
    await field.press('Escape');
    expect(await field.inputValue()).toBe('2026-10-12');
    await context.close();
  });

  it('opens a calendar by keyboard that shows the official holidays and gives the day chosen', async () => {
    const { page, context, complaints } = await app.open();
    const field = await openAsOf(page);
    await field.press('Alt+ArrowDown');
    const month = page.getByRole('grid', { name: '2026-10' });
    await month.waitFor();
    await month.getByRole('button', { name: '2026-10-01 休息日' }).waitFor();
    await month.getByRole('button', { name: '2026-10-10 上班日' }).waitFor();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await asOf(page, '2026-09-05');
    expect(await month.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('moves by a day with the arrows', async () => {
    const { page, context } = await app.open();
    const field = await openAsOf(page);
    await field.press('ArrowUp');
    await asOf(page, '2026-10-13');
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await asOf(page, '2026-10-11');
    await context.close();
  });
});
