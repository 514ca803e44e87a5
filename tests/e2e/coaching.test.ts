import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';
import { openTracking } from './support/tracking';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('coaching', () => {
  it('is arranged with what it needs, shows its effect, and can be taken back', async () => {
    const { page, context, complaints } = await openTracking(app, '干预与辅导');
    await page.getByRole('button', { name: '安排辅导' }).first().click();
    const panel = page.locator('aside.panel');
    await panel.getByLabel('给谁').selectOption({ label: '黄志强' });
    await panel.getByLabel('方式').selectOption({ label: '师徒' });
    const arrange = panel.getByRole('button', { name: '安排辅导' });
    await arrange.click();
    await panel.getByText('还没有写内容').waitFor();
    await panel.getByText('这是师徒，要选由谁带').waitFor();
    await panel.getByLabel('内容').fill('报价谈判带教四周');
    await panel.getByLabel('由谁带').selectOption({ label: '林晓雯' });
    await panel.getByLabel('开始').fill('2026-07-20');
    await panel.getByLabel('期限').fill('2026-07-01');
    await panel.getByText('期限早于开始那天').waitFor();
    await panel.getByLabel('期限').fill('2026-09-18');
    await arrange.click();
    const row = page.getByRole('row', { name: /黄志强.*师徒.*报价谈判带教四周.*林晓雯/ });
    await row.waitFor();
    // Completion of the weeks before against those after, as measured.
    expect(await row.innerText()).toMatch(/\d+\.\d% → \d+\.\d%/);
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await row.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('pairs a senior with whoever is behind from the suggestion, once', async () => {
    const { page, context, complaints } = await openTracking(app, '干预与辅导');
    const pairs = page.locator('section', { has: page.getByRole('heading', { name: /建议结对/ }) });
    const first = pairs.getByRole('row').first();
    const learner = (await first.locator('b').nth(1).innerText()).trim();
    await first.getByRole('button', { name: '安排结对' }).click();
    await page.getByRole('row', { name: new RegExp(`${learner}.*师徒.*结对提升`) }).waitFor();
    await pairs.getByRole('row', { name: new RegExp(`带 ${learner}`) }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
