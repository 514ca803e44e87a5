import type { OpenPage, RunningApp } from './app';

/** The sample plan as of the Monday on which two red warnings wait, on one of the tabs of 跟踪. */
export async function openTracking(app: RunningApp, tab = '周表'): Promise<OpenPage> {
  const opened = await app.open();
  const { page } = opened;
  await page.getByRole('button', { name: '打开示例方案' }).click();
  await page.waitForURL(/#\/overview/);
  await page.locator('.topbar').getByText(/^截至/).click();
  await page.getByLabel('看到哪一天为止').fill('2026-08-24');
  await page.keyboard.press('Escape');
  await page.locator('.topbar').getByText('2026-08-24').waitFor();
  await page.getByRole('link', { name: /^跟踪/ }).click();
  await page.waitForURL(/#\/tracking/);
  await page.locator('.week-grid .sheet-row').first().waitFor();
  if (tab !== '周表') await page.getByRole('tab', { name: tab }).click();
  return opened;
}
