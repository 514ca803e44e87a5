import type { Page } from 'playwright-core';

/** A new plan of so many people in twenty groups, open on its goals; each person has the starter's goals. */
export async function openLargePlan(page: Page, people: number): Promise<void> {
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByLabel('团队', { exact: true }).fill('华东大区');
  const names = Array.from({ length: people }, (_, n) => `成员${n}\t第${(n % 20) + 1}组`);
  await page.locator('textarea').fill(names.join('\n'));
  await page.locator('.newplan .btn.primary').click();
  await page.waitForURL(/goals/);
  await page.getByRole('treegrid').waitFor();
}
