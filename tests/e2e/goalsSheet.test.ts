import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

/** A new plan of 120 people in six groups, open on its goals. */
async function openPlan(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByLabel('团队', { exact: true }).fill('华东大区');
  const people = Array.from({ length: 120 }, (_, n) => `成员${n}\t第${(n % 6) + 1}组`);
  await page.locator('textarea').fill(people.join('\n'));
  await page.locator('.newplan .btn.primary').click();
  await page.waitForURL(/goals/);
  await page.getByRole('treegrid').waitFor();
}

async function chooseRowHeight(page: Page, name: string): Promise<void> {
  await page.goto(`${app.url}#/settings`);
  await page.getByRole('tab', { name: '外观' }).click();
  await page.getByText(name, { exact: true }).click();
  await page.goto(`${app.url}#/goals`);
  await page.getByRole('treegrid').waitFor();
}

/** Distance between the tops of neighbouring rows, and whether they tile the window without a hole. */
const rowPitch = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const tops = [...document.querySelectorAll('.sheet-body > .sheet-row')]
      .map((row) => row.getBoundingClientRect())
      .sort((a, b) => a.top - b.top);
    return [...new Set(tops.slice(1).map((box, at) => Math.round(box.top - (tops[at]?.bottom ?? 0) + box.height)))];
  });

describe('the rows of a sheet', () => {
  it('take the height chosen in the settings, and scroll to the last one at every height', async () => {
    const { page, context, complaints } = await app.open();
    await openPlan(page);
    for (const [name, height] of [
      ['紧凑', 27],
      ['宽松', 43],
      ['标准', 35],
    ] as const) {
      await chooseRowHeight(page, name);
      expect(await rowPitch(page)).toEqual([height]);
      await page.locator('.sheet-cell[aria-colindex="2"]').nth(2).click();
      await page.keyboard.press('Control+End');
      await page.getByRole('rowheader', { name: '成员119', exact: true }).waitFor();
      expect(await rowPitch(page)).toEqual([height]);
      const [last, field, scroller] = await Promise.all(
        ['.sheet-body > .sheet-row:has-text("成员119")', '.sheet-field', '.sheet-scroll'].map((selector) =>
          page.locator(selector).last().boundingBox(),
        ),
      );
      expect(field?.height).toBe(height);
      expect(Math.round(field?.y ?? 0)).toBe(Math.round(last?.y ?? -1));
      expect((last?.y ?? 0) + height).toBeLessThanOrEqual((scroller?.y ?? 0) + (scroller?.height ?? 0) + 1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
