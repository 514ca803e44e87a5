import type { Page } from 'playwright-core';

/** A new plan of a fresh profile, of any period, open on its goals; each person gets the starter's goals. */
export async function newPlan(
  page: Page,
  plan: { readonly team: string; readonly start: string; readonly end: string; readonly people: readonly string[] },
): Promise<void> {
  page.setDefaultTimeout(8_000);
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByLabel('团队', { exact: true }).fill(plan.team);
  await page.getByRole('radio', { name: '自定' }).click();
  await page.getByLabel('第一天', { exact: true }).fill(plan.start);
  await page.getByLabel('最后一天', { exact: true }).fill(plan.end);
  await page.locator('textarea').fill(plan.people.join('\n'));
  await page.locator('.newplan .btn.primary').click();
  await page.waitForURL(/goals/);
  await page.getByRole('treegrid').waitFor();
}
