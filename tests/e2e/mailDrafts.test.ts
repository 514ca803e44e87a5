import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

describe('the mail drafts of a plan', () => {
  let app: RunningApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  it('are listed kind by kind, written for one or for all, sent to nobody, and kept in a list of what was written', async () => {
    const { page, context, complaints } = await app.open();
    await page.getByText(/示例/).first().click();
    await page.waitForURL(/overview/);
    await page.goto(`${app.url}#/data?do=mail`);
    const batch = (kind: string) => page.locator(`[data-mail=${kind}]`);
    await batch('statements').waitFor();
    expect(await batch('statements').innerText()).toContain('12 人，每人一封');
    expect(await batch('minutes').innerText()).toMatch(/周会纪要 2026-\d\d-\d\d/);
    // One person of the sample has not agreed yet.
    expect(await batch('letters').innerText()).toContain('1 人，每人一封');

    await batch('statements').getByText('只给其中一人').click();
    const [draft] = await Promise.all([
      page.waitForEvent('download'),
      batch('statements').getByRole('listitem').filter({ hasText: '刘子涵' }).getByRole('button').click(),
    ]);
    const text = await readFile(await draft.path(), 'utf8');
    expect(text).toMatch(/^X-Unsent: 1/m);
    expect(text).toMatch(/^Content-Disposition: attachment/m);
    await page.locator('[data-test=made]').getByText('刘子涵').waitFor();

    const [letter] = await Promise.all([
      page.waitForEvent('download'),
      batch('letters').getByRole('button', { name: '写 1 封草稿' }).click(),
    ]);
    expect(await readFile(await letter.path(), 'utf8')).toMatch(/^X-Unsent: 1/m);
    await page.getByText('已保存').waitFor();
    await page.reload();
    const made = page.locator('[data-test=made] tbody tr');
    await made.first().waitFor();
    expect(await made.count()).toBe(2);
    expect(await made.first().innerText()).toContain('目标确认书');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
