import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCREENS = [
  'overview',
  'goals',
  'tracking',
  'feedback',
  'evaluation',
  'conversation',
  'incentives',
  'retrospective',
  'data',
  'settings',
];

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Violations of WCAG A and AA, each with the first places. The checker comes in through the debugger: the page's own policy stays. */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' at ' + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')))`,
  });
  await session.detach();
  return result.value as string[];
}

/** The words of the application in rail, heads and toolbars; what a choice offers may be the plan's own words. */
const labelsOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.rail, .head, .toolbar, thead')]
      .map((part) => {
        const copy = part.cloneNode(true) as HTMLElement;
        for (const choice of copy.querySelectorAll('select, datalist')) choice.remove();
        return copy.textContent ?? '';
      })
      .join(' '),
  );

describe.each([
  ['zh-CN', 'light', 1440, 900],
  ['en-US', 'dark', 1280, 720],
] as const)('in %s, %s, at %i × %i', (locale, colorScheme, width, height) => {
  it(
    'every screen and every tab of it opens without complaint, fits the window, and passes WCAG A and AA',
    { timeout: 360_000 },
    async () => {
      const { page, context, complaints } = await app.open({ locale, colorScheme, viewport: { width, height } });
      await page
        .getByRole('button', { name: /示例|sample/i })
        .first()
        .click();
      await page.waitForURL(/#\/overview/);
      const problems: string[] = [];
      for (const screen of SCREENS) {
        await page.goto(`${app.url}#/${screen}`);
        await page.locator('main h1').waitFor();
        await page.waitForTimeout(400);
        const tabs = await page.locator('main [role=tab]').count();
        for (let at = 0; at < Math.max(1, tabs); at += 1) {
          if (tabs > 0) {
            await page.locator('main [role=tab]').nth(at).click();
            await page.waitForTimeout(250);
          }
          const place = tabs > 0 ? `${screen}, tab ${at + 1}` : screen;
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          if (overflow > 0) problems.push(`${place}: ${overflow} px wider than the window`);
          if (locale === 'en-US') {
            const labels = await labelsOf(page);
            const left = labels.match(/目标|实际|完成率|权重|得分|导出|导入|状态|姓名/g);
            if (left) problems.push(`${place}: not translated: ${[...new Set(left)].join(' ')}`);
          }
          problems.push(...(await violations(page)).map((text) => `${place}: ${text}`));
        }
      }
      expect(problems).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
