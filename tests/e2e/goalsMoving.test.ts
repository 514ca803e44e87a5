import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useGoalTree } from './support/goalTree';

describe('lines of the goal tree, in a real browser', () => {
  let page: Page;
  const { line, cell, act } = useGoalTree((opened) => (page = opened));

  const at = async (name: string): Promise<number> => Number(await line(name).getAttribute('aria-rowindex'));

  it('moves a line with the keys and takes it back', async () => {
    const before = await at('王思远');
    await cell('王思远', 2).click();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await at('王思远')).toBe(before - 1);
    await page.keyboard.press('Control+z');
    expect(await at('王思远')).toBe(before);
    await page.keyboard.press('Alt+ArrowDown');
    expect(await at('王思远')).toBe(before + 1);
  });

  it('keeps hold of the line it moves, so that the next key moves it further', async () => {
    const before = await at('赵一鸣');
    await cell('赵一鸣', 2).click();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await at('赵一鸣')).toBe(before - 2);
    await page.keyboard.type('121');
    await page.keyboard.press('Enter');
    expect(await cell('赵一鸣', 2).textContent()).toBe('121.0');
  });

  /** Drags a line by its grip over another one, `part` of the way down it; the caller lets go. */
  async function drag(name: string, target: string, part: number): Promise<void> {
    await line(name).hover();
    const grip = await line(name).locator('.grip').boundingBox();
    const box = await line(target).boundingBox();
    if (!grip || !box) throw new Error('nothing to drag');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + 40, grip.y + 30);
    await page.mouse.move(box.x + 160, box.y + box.height * part, { steps: 4 });
  }

  it('drags a line to another place and another group, shows where it goes, and takes it back in one step', async () => {
    const start = { 王思远: await at('王思远'), 李婷: await at('李婷') };
    await drag('王思远', '李婷', 0.15);
    await page.locator('.sheet-row.drop-before', { hasText: '李婷' }).waitFor();
    await page.locator('.sheet-row.dragged', { hasText: '王思远' }).waitFor();
    await page.mouse.up();
    await page.locator('.dragged, .drop-before').waitFor({ state: 'detached' });
    expect(await at('王思远')).toBe((await at('李婷')) - 1);
    await cell('鲁闽组', 5).getByText('超分 120.0').waitFor();
    await cell('华东组', 5).getByText('未分 120.0').waitFor();
    await page.keyboard.press('Control+z');
    expect({ 王思远: await at('王思远'), 李婷: await at('李婷') }).toEqual(start);
    expect((await cell('鲁闽组', 5).innerText()).trim()).toBe('0');

    await drag('王思远', '浙皖组', 0.5);
    await page.locator('.sheet-row.drop-inside', { hasText: '浙皖组' }).waitFor();
    await page.mouse.up();
    expect(await at('王思远')).toBe((await at('黄志强')) + 1);
  });

  it('drags a group with its people after another one, and nowhere that would make a circle', async () => {
    await drag('华东组', '何雨晴', 0.9);
    await page.locator('.sheet-row.drop-after', { hasText: '何雨晴' }).waitFor();
    await page.mouse.up();
    expect(await at('华东组')).toBe((await at('何雨晴')) + 1);
    expect(await at('陈立群')).toBe((await at('华东组')) + 1);

    const order = await page.getByRole('rowheader').allInnerTexts();
    await drag('华东大区', '浙皖组', 0.5);
    expect(await page.locator('.drop-before, .drop-after, .drop-inside').count()).toBe(0);
    await page.mouse.up();
    await drag('李婷', '浙皖组', 0.5);
    await page.locator('.drop-inside').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(order);
  });

  it('puts a line a level down and up again, with its share of the new parent', async () => {
    await cell('王思远', 2).click();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    expect(await line('王思远').getAttribute('aria-level')).toBe('5');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    expect(await line('王思远').getAttribute('aria-level')).toBe('4');
  });

  it('deletes a group with everything below after saying how much, and undo brings all of it back', async () => {
    const rows = await page.getByRole('treegrid').getAttribute('aria-rowcount');
    await act('鲁闽组', '删除…');
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByText(/条记录/)
      .waitFor();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await line('鲁闽组').waitFor({ state: 'detached' });
    expect(await line('张明轩').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await line('张明轩').waitFor();
    expect(await page.getByRole('treegrid').getAttribute('aria-rowcount')).toBe(rows);
  });

  it('moves a line under another one through the dialog', async () => {
    await act('何雨晴', '移动到…');
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    const group = await dialog.locator('option', { hasText: '浙皖组' }).first().getAttribute('value');
    await dialog.locator('select').selectOption(group);
    await dialog.getByRole('button', { name: '移动', exact: true }).click();
    expect(await at('何雨晴')).toBeLessThan(await at('鲁闽组'));
  });
});
