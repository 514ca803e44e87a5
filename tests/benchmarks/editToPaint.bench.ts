import { bench, describe } from 'vitest';
import type { Page } from 'playwright-core';
import { startApp } from '../e2e/support/app';
import { openLargePlan } from './support/largePlan';
import { editToPaint, numbersFrom, spread, workMeter } from './support/paint';

const PEOPLE = 500;
const GOALS = 6;
const EDITS = 40;
/** People of the last group, some 500 rows below the first. */
const LAST_GROUP = 25;

/** Every place and column that is measured. The first and the last group of twenty begin with these people. */
const RUNS = [
  { name: 'target, first group', person: '成员0', head: '目标', texts: numbersFrom(20, EDITS) },
  { name: 'target, last group', person: '成员19', head: '目标', texts: numbersFrom(20, LAST_GROUP) },
  { name: 'weight', person: '成员0', head: '权重 %', texts: numbersFrom(20, EDITS) },
  { name: 'owner', person: '成员0', head: '负责人', texts: numbersFrom(100, EDITS).map((n) => `成员${n}`) },
] as const;

async function showWeights(page: Page): Promise<void> {
  await page.getByRole('button', { name: '销售额、新客户' }).click();
  await page.getByRole('menuitem', { name: '个人的权重' }).click();
  await page.getByRole('columnheader', { name: '权重合计' }).waitFor();
}

/** Scrolls so many half pages down from the top, and waits until the rows there are drawn. */
const scrollTo = (page: Page, halves: number): Promise<void> =>
  page.locator('.sheet-scroll').evaluate((scroller, count) => {
    scroller.scrollTop = (count * scroller.clientHeight) / 2;
    return new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
  }, halves);

/** Puts the active cell on a person, scrolled there as one would, in the column with that head. */
async function goTo(page: Page, person: string, head: string): Promise<void> {
  const row = page.locator('.sheet-row', { has: page.getByRole('rowheader', { name: person, exact: true }) });
  await scrollTo(page, 0);
  for (let half = 1; half < 200 && (await row.count()) === 0; half += 1) await scrollTo(page, half);
  const column = await page.getByRole('columnheader', { name: head }).first().getAttribute('aria-colindex');
  await row.locator(`[aria-colindex="${column}"]`).click();
}

describe(`${PEOPLE} people with ${GOALS} goals each, in a browser (needs a build)`, () => {
  bench(
    'targets, weights and owners typed down a column',
    async () => {
      const app = await startApp();
      const { page, context } = await app.open();
      await openLargePlan(page, PEOPLE);
      await showWeights(page);
      const work = await workMeter(page);
      for (const { name, person, head, texts } of RUNS) {
        await goTo(page, person, head);
        const before = await work();
        const times = await editToPaint(page, texts);
        const each = ((await work()) - before) / texts.length;
        process.stdout.write(
          `edit to paint, ${name}: ${texts.length} edits, ${spread(times)}, main thread ${each.toFixed(0)} ms an edit\n`,
        );
      }
      await context.close();
      await app.close();
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
