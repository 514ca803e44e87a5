import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useGoalTree } from './support/goalTree';

/** The field of the sheet that always has the focus. */
const field = (page: Page) => page.locator('.sheet-field');

/** A key press as Chromium reports it while an input method takes it. */
async function pressThroughInputMethod(cdp: CDPSession, text: string, composing: string): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
  await cdp.send('Input.imeSetComposition', {
    text: composing,
    selectionStart: composing.length,
    selectionEnd: composing.length,
  });
  await cdp.send('Input.insertText', { text });
}

describe('the goal tree as a sheet, in a real browser', () => {
  let page: Page;
  const { cell } = useGoalTree((opened) => (page = opened));

  it('shows the gap to the parent as soon as a number is typed, and undo takes it back', async () => {
    await cell('何雨晴', 2).click();
    await page.keyboard.type('61');
    await page.keyboard.press('Enter');
    await page.getByText('未分 30.0').first().waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('未分 30.0').first().waitFor({ state: 'detached' });
    expect(await cell('何雨晴', 2).textContent()).toBe('91.0');
  });

  it('draws in the panel of a goal who carries its target, and follows what is typed', async () => {
    await cell('华东大区', 2).click();
    await page.keyboard.press('Alt+Enter');
    const coverage = page.locator('[data-test=coverage]');
    await coverage.getByText('3 个下级承接，正好 100%').waitFor();
    await coverage.locator('canvas').waitFor();
    await coverage.getByRole('button', { name: '看数据表' }).click();
    expect(await coverage.locator('tbody tr').allInnerTexts()).toEqual([
      '华东组\t500.0\t33.3',
      '浙皖组\t540.0\t36.0',
      '鲁闽组\t460.0\t30.7',
    ]);
    await cell('鲁闽组', 2).click();
    await page.keyboard.type('400');
    await page.keyboard.press('Enter');
    await cell('华东大区', 2).click();
    await page.keyboard.press('Alt+Enter');
    await coverage.getByText('还有 60.0 万元没有分下去').waitFor();
  });

  it('lets an input method compose from the first key, and keeps its Enter to itself', async () => {
    await cell('华东组', 8).click();
    const cdp = await page.context().newCDPSession(page);
    await pressThroughInputMethod(cdp, '李婷', 'li ting');
    expect(await field(page).inputValue()).toBe('李婷');
    await page.keyboard.press('Enter');
    expect((await cell('华东组', 8).textContent())?.trim()).toBe('李婷');
  });

  it('writes the good cells of a pasted block and lists the bad ones, in one step', async () => {
    await cell('陈立群', 2).click();
    await field(page).evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '１５０\r\n很多\r\n110');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page
      .getByRole('alert')
      .getByText(/1 格没有写入/)
      .waitFor();
    expect(await cell('陈立群', 2).textContent()).toBe('150.0');
    expect(await cell('王思远', 2).textContent()).toBe('120.0');
    expect(await cell('刘子涵', 2).textContent()).toBe('110.0');
    await page.keyboard.press('Control+z');
    expect(await cell('刘子涵', 2).textContent()).toBe('120.0');
    expect(await cell('陈立群', 2).textContent()).toBe('140.0');
  });

  it('fills down, and applies a split as one step', async () => {
    await cell('陈立群', 2).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    expect(await cell('王思远', 2).textContent()).toBe('140.0');
    await cell('华东组', 2).click();
    await page.getByRole('button', { name: '对这一行的操作' }).click();
    await page.getByRole('menuitem', { name: '拆分助手' }).click();
    await page.getByText('平均', { exact: true }).last().click();
    await page.getByRole('button', { name: '应用拆分' }).click();
    expect(await cell('王思远', 2).textContent()).toBe('125.0');
  });
});
