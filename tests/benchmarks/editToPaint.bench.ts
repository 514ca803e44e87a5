import { bench, describe } from 'vitest';
import { startApp } from '../e2e/support/app';
import { openLargePlan } from './support/largePlan';
import { editToPaint, spread } from './support/paint';

const PEOPLE = 500;
const GOALS = 6;
const EDITS = 40;

describe(`${PEOPLE} people with ${GOALS} goals each, in a browser (needs a build)`, () => {
  bench(
    `a plan made and ${EDITS} targets typed`,
    async () => {
      const app = await startApp();
      const { page, context } = await app.open();
      await openLargePlan(page, PEOPLE);
      await page.locator('.sheet-row').nth(5).locator('[aria-colindex="2"]').click();
      process.stdout.write(`edit to paint: ${spread(await editToPaint(page, EDITS))}\n`);
      await context.close();
      await app.close();
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
