import { bench, describe } from 'vitest';
import type { Page } from 'playwright-core';
import { startApp } from '../e2e/support/app';

const PEOPLE = 500;
const GOALS = 6;
const EDITS = 40;

/** Milliseconds from the Enter that ends an edit to the frame after it was painted, in the page's own clock. */
async function editToPaint(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.locator('.sheet-row').nth(5).locator('[aria-colindex="2"]').click();
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.keyboard.type(String(20 + edit));
    await page.evaluate(() => {
      const probe = window as Window & { painted?: Promise<number> };
      probe.painted = new Promise((done) => {
        window.addEventListener(
          'keydown',
          (event) => {
            const start = event.timeStamp;
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          },
          { capture: true, once: true },
        );
      });
    });
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => (window as Window & { painted?: Promise<number> }).painted ?? 0));
  }
  return times.sort((a, b) => a - b);
}

/** A new plan of that size, open on its goals. */
async function openLargePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByLabel('团队', { exact: true }).fill('华东大区');
  const people = Array.from({ length: PEOPLE }, (_, n) => `成员${n}\t第${(n % 20) + 1}组`);
  await page.locator('textarea').fill(people.join('\n'));
  await page.locator('.newplan .btn.primary').click();
  await page.waitForURL(/goals/);
  await page.getByRole('treegrid').waitFor();
}

describe(`${PEOPLE} people with ${GOALS} goals each, in a browser (needs a build)`, () => {
  bench(
    `a plan made and ${EDITS} targets typed`,
    async () => {
      const app = await startApp();
      const { page, context } = await app.open();
      await openLargePlan(page);
      const times = await editToPaint(page);
      const at = (share: number): string => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0);
      process.stdout.write(`edit to paint: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms\n`);
      await context.close();
      await app.close();
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
