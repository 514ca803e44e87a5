import { bench, describe } from 'vitest';
import { startApp } from '../e2e/support/app';
import { editToPaint, numbersFrom, scrollFrames, spread } from './support/paint';
import { openTrackedPlan } from './support/trackedPlan';

const PEOPLE = 500;
const EDITS = 40;
const FRAMES = 120;

describe(`the week grid of ${PEOPLE} people and 13 weeks, in a browser (needs a build)`, () => {
  bench(
    `opened, scrolled through, and ${EDITS} weeks typed`,
    async () => {
      const app = await startApp();
      const { page, context } = await app.open();
      await openTrackedPlan(page, PEOPLE);
      const before = performance.now();
      await page.getByRole('link', { name: /^跟踪/ }).click();
      await page.locator('.week-grid .wk-person').first().waitFor();
      process.stdout.write(`week grid opened: ${(performance.now() - before).toFixed(0)} ms\n`);
      const first = page.locator('.week-grid .wk-person').nth(2).locator('[data-column="2"]');
      await first.click();
      process.stdout.write(`edit to paint: ${spread(await editToPaint(page, numbersFrom(20, EDITS)))}\n`);
      await page.locator('.week-grid .sheet-scroll').evaluate((box) => (box.scrollTop = 0));
      await first.getByText('20.0', { exact: true }).waitFor();
      // 160 px a frame: the whole list of people passes in two seconds.
      const frames = await scrollFrames(page, '.week-grid .sheet-scroll', FRAMES, 160);
      process.stdout.write(`frame while scrolling: ${spread(frames)}\n`);
      await context.close();
      await app.close();
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
