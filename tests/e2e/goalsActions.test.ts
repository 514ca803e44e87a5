import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useGoalTree } from './support/goalTree';

describe('what can be done with goals, in a real browser', () => {
  let page: Page;
  const { cell, act } = useGoalTree((opened) => (page = opened));

  it('divides goals by a dimension of one’s own that was declared before any goal used it', async () => {
    await page.getByRole('button', { name: '维度…' }).click();
    await page.getByRole('button', { name: '添加维度' }).click();
    const own = page.locator('.dims tbody tr').last();
    await own.getByLabel('分解维度').fill('渠道');
    await own.getByLabel('“渠道”的维度值').fill('直销、代理');
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByLabel('视图').selectOption({ label: '按渠道' });
    expect(await cell('全部渠道', 2).innerText()).toBe('0.0');
    expect(await cell('全部渠道', 5).innerText()).toBe('未分 1,500.0');
    expect(await cell('代理', 2).innerText()).toBe('0.0');

    await page.getByLabel('视图').selectOption({ label: '按组织' });
    await act('陈立群', '拆分助手');
    await page.locator('.panel').getByLabel('拆给').selectOption('渠道');
    await page.locator('.panel').getByText('平均', { exact: true }).first().click();
    await page.getByRole('button', { name: '应用拆分' }).click();
    await page.getByLabel('视图').selectOption({ label: '按渠道' });
    expect(await cell('全部渠道', 2).innerText()).toBe('140.0');
    expect(await cell('全部渠道', 5).innerText()).toBe('未分 1,360.0');
    expect(await cell('直销', 2).first().innerText()).toBe('70.0');
    await page.keyboard.press('Control+z');
    expect(await cell('全部渠道', 2).innerText()).toBe('0.0');

    await page.getByLabel('视图').selectOption({ label: '按区域' });
    expect((await cell('全部区域', 4).innerText()).trim()).toBe('100.0');
    expect(await cell('全部区域', 7).innerText()).toBe('0');
    await page.getByRole('button', { name: '维度…' }).click();
    const area = page.locator('.dims tbody tr').nth(1);
    expect(await area.getByRole('button').isDisabled()).toBe(true);
    await area.getByLabel('分解维度').fill('渠道');
    await page.getByText('维度的名称重复了').waitFor();
    await area.getByLabel('分解维度').fill('大区');
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByLabel('视图').selectOption({ label: '按大区' });
    expect((await cell('全部大区', 4).innerText()).trim()).toBe('100.0');
  });

  it('fills a column by dragging the handle', async () => {
    await cell('陈立群', 2).click();
    const handle = await page.locator('[data-fill]').boundingBox();
    const target = await cell('刘子涵', 2).boundingBox();
    if (!handle || !target) throw new Error('nothing to drag');
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 20, target.y + 10, { steps: 6 });
    await page.mouse.up();
    expect(await cell('王思远', 2).textContent()).toBe('140.0');
    expect(await cell('刘子涵', 2).textContent()).toBe('140.0');
    await page.keyboard.press('Control+z');
    expect(await cell('刘子涵', 2).textContent()).toBe('120.0');
  });

  it('takes people from a pasted table, and says who is not taken and why', async () => {
    await page.getByRole('button', { name: '对这一行的操作' }).click();
    await page.getByRole('menuitem', { name: '粘贴名单' }).click();
    await page.locator('textarea.area').fill('姓名\t小组\n钱一\t华东组\n孙二\t没有的组');
    await page.getByText('新增 1 人，更新 0 人，1 行不加入').waitFor();
    await page.getByText('第 3 行的小组“没有的组”不存在').waitFor();
    await page.getByRole('button', { name: '加入 1 人' }).click();
    await page.getByRole('tab', { name: '责任矩阵' }).click();
    await page.getByText('13 人').waitFor();
  });

  it('moves a milestone by keys and by dragging, and opens it with a click', async () => {
    await page.getByRole('tab', { name: /里程碑/ }).click();
    const mark = page.locator('.mark[aria-label*="转介绍名单"]');
    const label = async (): Promise<string> => (await mark.getAttribute('aria-label')) ?? '';
    await mark.focus();
    await page.keyboard.press('ArrowRight');
    expect(await label()).toContain('2026-08-15');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await label()).toContain('2026-08-08');
    const box = await mark.boundingBox();
    if (!box) throw new Error('no mark');
    await page.mouse.move(box.x + 12, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + 112, box.y + 12, { steps: 5 });
    await page.mouse.up();
    expect(await label()).not.toContain('2026-08-08');
    await page.locator('.panel').getByText('里程碑', { exact: true }).waitFor({ state: 'detached' });
    await mark.click();
    await page.locator('.panel').getByText('里程碑', { exact: true }).waitFor();
  });

  it('takes somebody of another department into the matrix, who then supports a goal', async () => {
    await page.getByRole('tab', { name: '责任矩阵' }).click();
    await page.getByRole('button', { name: '添加外部门协作人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('郑凯');
    await page.getByText('已经有这个人了').waitFor();
    await dialog.getByLabel('姓名').fill('孙工');
    await dialog.getByLabel(/所在部门/).fill('产品部');
    await dialog.getByRole('button', { name: '添加', exact: true }).click();
    const columns = page.locator('.sheet-head [role=columnheader][aria-colindex]');
    const last = Number(await columns.last().getAttribute('aria-colindex'));
    await cell('孙工（产品部）', 4).click();
    await page.keyboard.type('协');
    await page.keyboard.press('Enter');
    expect((await cell('孙工（产品部）', 4).innerText()).trim()).toBe('协');
    expect((await cell('孙工（产品部）', last).innerText()).trim()).toBe('1');
  });

  it('shows the time line by months or by weeks', async () => {
    await page.getByRole('tab', { name: /里程碑/ }).click();
    const ticks = page.locator('.axis .tick');
    expect(await ticks.allInnerTexts()).toEqual(['07-01', '08-01', '09-01']);
    await page.locator('.toolbar').getByText('周', { exact: true }).click();
    expect(await ticks.allInnerTexts()).toEqual(Array.from({ length: 14 }, (_, n) => String(n + 1)));
    expect(await ticks.nth(1).getAttribute('title')).toBe('2026-07-06');
  });

  it('says of milestones with a rule whether the numbers reached them', async () => {
    await page.getByRole('tab', { name: /里程碑/ }).click();
    const item = page.locator('.lane li', { hasText: '7 月销售额达到月目标 90%' });
    expect(await item.innerText()).toMatch(/%\s*\/\s*90\.0%\s*(已达成|未达成)/);
  });

  it('spreads a target over the months by season, exactly, as one step', async () => {
    await act('华东组', '拆分助手');
    await page.locator('.panel').getByText('季节性', { exact: true }).click();
    const weight = page.getByLabel('2026-08 季节权重');
    await weight.fill('2');
    await weight.press('Tab');
    const targets = page.locator('.panel .prop tbody td:last-child');
    expect(await targets.allInnerTexts()).toEqual(['125.0', '250.0', '125.0']);
  });

  it('takes the weights of people in the sheet, a block at a time, and says what they come to', async () => {
    await page.getByRole('button', { name: '销售额、新客户' }).click();
    await page.getByRole('menuitem', { name: '个人的权重' }).click();
    const heads = await page.locator('.sheet-head [role=columnheader][aria-colindex]').allInnerTexts();
    const columns = await page
      .locator('.sheet-head [role=columnheader]', { hasText: '权重 %' })
      .evaluateAll((found) => found.map((head) => Number(head.getAttribute('aria-colindex'))));
    expect(columns).toHaveLength(2);
    expect(heads.join(' ')).toContain('权重合计');
    const [sales = 0, customers = 0] = columns;
    const total = customers + 1;
    expect((await cell('陈立群', total).innerText()).trim()).toBe('100');
    await cell('陈立群', sales).click();
    await page.locator('.sheet-field').evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '60\r\n120\r\n60%');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('权重在 0 到 100 之间').waitFor();
    expect((await cell('陈立群', sales).innerText()).trim()).toBe('60');
    expect((await cell('陈立群', total).innerText()).trim()).not.toBe('100');
    expect(await cell('陈立群', total).getAttribute('class')).toContain('unlike');
    await page.getByText(/处需补充/).waitFor();
    expect(await cell('华东组', sales).getAttribute('aria-readonly')).toBe('true');
    await page.keyboard.press('Control+z');
    expect((await cell('陈立群', total).innerText()).trim()).toBe('100');
    await page.getByText('分解与上级一致，没有缺项').waitFor();
  });

  it('keeps a wrong number in its field and says why, instead of putting the old one back', async () => {
    await cell('王思远', 2).click();
    await page.keyboard.press('Alt+Enter');
    const target = page.locator('.panel').getByLabel(/^目标值/);
    for (const [text, why] of [
      ['-5', '不应小于 0'],
      ['很多', '不是一个数字'],
    ] as const) {
      await target.fill(text);
      await target.press('Tab');
      await page.locator('.panel [role=alert]', { hasText: why }).waitFor();
      expect(await target.inputValue()).toBe(text);
      expect((await cell('王思远', 2).innerText()).trim()).toBe('120.0');
    }
    await target.fill('121');
    await target.press('Tab');
    await page.locator('.panel [role=alert]').waitFor({ state: 'detached' });
    expect((await cell('王思远', 2).innerText()).trim()).toBe('121.0');
    await cell('王思远', 2).click();
    await page.keyboard.type('-3');
    await page.keyboard.press('Enter');
    await page.getByText('1 格没有写入').waitFor();
    expect((await cell('王思远', 2).innerText()).trim()).toBe('121.0');
  });

  it('brings the weights of a person back to 100 with one click', async () => {
    await cell('王思远', 2).click();
    await page.keyboard.press('Alt+Enter');
    const weight = page.locator('.panel').getByLabel('权重 %');
    await weight.fill('80');
    await weight.press('Tab');
    await page.getByText(/处需补充/).waitFor();
    await page.getByRole('button', { name: '一键归一到 100%' }).click();
    await page.getByText('分解与上级一致，没有缺项').waitFor();
    expect(Number(await weight.inputValue())).toBeLessThan(80);
  });

  it('prints a letter alone on its page, dark on white whatever the theme, with its milestones', async () => {
    await page.locator('html').evaluate((root) => void (root.dataset['theme'] = 'dark'));
    await page.getByRole('tab', { name: /共识/ }).click();
    await page.locator('tr', { hasText: '刘子涵' }).getByRole('button', { name: '目标确认书' }).click();
    await page.locator('.letter').waitFor();
    expect(await page.locator('.letter').innerText()).toMatch(
      /上级 陈立群[\s\S]*由 360 反馈评定[\s\S]*转介绍名单 15 家/,
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect(await page.locator('.toolbar').first().isVisible()).toBe(false);
    expect(await page.locator('.letter h2').isVisible()).toBe(true);
    expect(await page.getByRole('tab', { name: /共识/ }).isVisible()).toBe(false);
    const ink = await page.locator('.letter h2').evaluate((head) => getComputedStyle(head).color);
    expect(Number(/\d+/.exec(ink)?.[0])).toBeLessThan(80);

    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => {
      window.print = () => {
        const sheets = [...document.querySelectorAll('.print-sheets > *')];
        document.body.dataset['printed'] = sheets.map((sheet) => sheet.querySelector('h2')?.textContent).join();
      };
    });
    await page.getByRole('button', { name: '打印' }).click();
    await page.locator('body[data-printed="刘子涵 目标确认书"]').waitFor();
    await page.locator('.print-sheets').waitFor({ state: 'detached' });
  });
});
