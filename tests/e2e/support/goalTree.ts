import type { Locator, Page } from 'playwright-core';
import { useSample } from './sample';

/** The lines of the goal tree, by the name that stands in them. */
export interface GoalTree {
  line(this: void, name: string): Locator;
  /** Cell of a line by column number (1 = name, 2 = target, 3 = monthly average, 8 = owner). */
  cell(this: void, name: string, column: number): Locator;
  /** Chooses an action from the menu of a line. */
  act(this: void, name: string, action: string): Promise<void>;
}

/** Opens the sample on its goals before every test of the block and hands the page to `ready`. */
export function useGoalTree(ready: (page: Page) => void): GoalTree {
  let page: Page;
  useSample(async (opened, app) => {
    ({ page } = opened);
    page.setDefaultTimeout(10_000);
    await page.goto(`${app.url}#/goals`);
    await page.getByRole('treegrid').waitFor();
    ready(page);
  });
  const line = (name: string): Locator => page.locator('.sheet-row', { has: page.getByRole('rowheader', { name }) });
  const cell = (name: string, column: number): Locator => line(name).locator(`[aria-colindex="${column}"]`);
  async function act(name: string, action: string): Promise<void> {
    await cell(name, 2).click();
    await page.getByRole('button', { name: '对这一行的操作' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  }
  return { line, cell, act };
}
