import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type OpenPage, type RunningApp } from './support/app';
import { readMail } from './support/mail';

const PERSON = '刘子涵';
const PEER = '王思远';
const CUSTOMER = '恒远机电';
const ADDRESS = 'buyer@hengyuan.example';
/** Nobody else may be in what one rater gets. */
const OTHERS = ['林晓雯', '张明轩', '吴浩然', '何雨晴', '孙佳怡', '李婷', '黄志强', '赵一鸣', '郑凯', '陈立群', PEER];

describe('collecting the forms of a round, in a real browser', () => {
  let app: RunningApp;
  let open: OpenPage;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    open = await app.open();
    ({ page } = open);
    // Three days before the forms of the sample are due, in the morning.
    await page.clock.setFixedTime(new Date('2026-10-05T09:00:00+08:00'));
    await page.reload();
    await page.getByText(/示例/).first().click();
    await page.waitForURL(/overview/);
    await go('feedback');
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.context.close();
  });

  const go = (screen: string) => page.goto(`${app.url}#/${screen}`);
  const tab = (name: string) => page.getByRole('tab', { name }).click();
  const row = (name: string) => page.locator(`tr[data-member="${name}"]`);
  const rater = (name: string) => page.locator(`[data-rater="${name}"]`);
  const dialog = () => page.getByRole('dialog');
  const count = async (relation: string): Promise<string> =>
    (await row(PERSON).locator(`[data-relation="${relation}"]`).innerText()).trim();
  const score = async (): Promise<string> => {
    await tab('结果');
    await page.locator('nav').getByText(PERSON).click();
    await page.locator(`[data-person="${PERSON}"]`).waitFor();
    return page.locator('[data-test="score"]').innerText();
  };
  const day = (date: string) => page.clock.setFixedTime(new Date(`${date}T09:00:00+08:00`));

  async function downloads(press: () => Promise<void>, until: string): Promise<Download[]> {
    const files: Download[] = [];
    const collect = (file: Download): void => void files.push(file);
    page.on('download', collect);
    await press();
    await page.getByText(until).waitFor();
    page.off('download', collect);
    return files;
  }
  async function takeBack(name: string): Promise<void> {
    await rater(name).getByRole('button', { name: '改回未收回' }).click();
    await dialog().getByRole('button', { name: '改回 1 份' }).click();
  }

  it('writes one unsent message a rater, with that rater’s form attached and nobody else in it', async () => {
    await row(PERSON).click();
    await page.getByLabel('客户', { exact: true }).fill(`${CUSTOMER}，${ADDRESS}`);
    await page.getByRole('button', { name: '添加客户' }).click();
    await page.getByRole('button', { name: '发出 1 份表单' }).click();
    const [file, ...more] = await downloads(
      () => page.getByRole('button', { name: '生成邮件' }).click(),
      '生成了 1 份',
    );
    expect(more).toEqual([]);
    expect(file?.suggestedFilename()).toMatch(/\.eml$/);
    const mail = readMail(await readFile((await file?.path()) ?? ''));
    expect(mail.headers.get('x-unsent')).toBe('1');
    expect(mail.headers.get('to')).toBe(ADDRESS);
    expect(mail.headers.get('subject')).toContain(`请评价 ${PERSON}`);
    expect(mail.text).toContain(`${CUSTOMER}，您好`);
    expect(mail.text).toContain(`${PERSON}（客户）`);
    expect(mail.text).toContain('2026-10-08前发回');
    expect(mail.attachments.map(({ name }) => name)).toEqual([`360反馈表_${PERSON}_${CUSTOMER}.xlsx`]);

    const book = new ExcelJS.Workbook();
    await book.xlsx.load(mail.attachments[0]?.bytes as unknown as ArrayBuffer);
    const cells: string[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((line) => line.eachCell((cell) => void cells.push(String(cell.value ?? '')))),
    );
    const token = book.worksheets[0]?.getCell('B4').text ?? '';
    expect(token).toMatch(/\S{8,}/);
    expect(cells.filter((text) => text === token).length).toBeGreaterThan(1);
    expect(cells).toContain(PERSON);
    const whole = [mail.text, ...mail.headers.values(), ...cells].join('\n');
    expect(OTHERS.filter((name) => whole.includes(name))).toEqual([]);

    // The token leads back to the very form: filled in, it is taken for this customer's.
    const sheet = book.worksheets[0];
    sheet?.eachRow((line) => {
      if (line.getCell(1).text === '客户满意度') line.getCell(3).value = 77;
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '收回表单' }).click();
    await (
      await chooser
    ).setFiles({ name: 'x.xlsx', mimeType: '', buffer: Buffer.from(await book.xlsx.writeBuffer()) });
    await rater(CUSTOMER).getByText('已收回').waitFor();
    expect(await count('customer')).toBe('3 / 3');
  });

  it('asks on a scale of 1 to 5 where the manager wants it, which counts as 20 to 100', async () => {
    await row(PERSON).click();
    await page.getByLabel('客户', { exact: true }).fill('没有邮箱的客户');
    await page.getByRole('button', { name: '添加客户' }).click();
    await page.getByRole('button', { name: '发出 1 份表单' }).click();
    await dialog().getByRole('radio', { name: '1–5 分' }).click();
    const [file] = await downloads(() => page.getByRole('button', { name: '生成邮件' }).click(), '生成了 1 份');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await readFile((await file?.path()) ?? '')) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    const cells: string[] = [];
    sheet?.eachRow((line) => {
      line.eachCell((cell) => void cells.push(String(cell.value ?? '')));
      if (line.getCell(1).text === '客户满意度') line.getCell(3).value = 4;
    });
    expect(cells.join('\n')).toContain('每项评 1–5 分');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '收回表单' }).click();
    await (
      await chooser
    ).setFiles({ name: 'x.xlsx', mimeType: '', buffer: Buffer.from(await book.xlsx.writeBuffer()) });
    await rater('没有邮箱的客户').getByText('已收回').waitFor();
    await tab('录入');
    await page.getByLabel('只看没收回的').uncheck();
    await page.locator('nav').getByRole('button', { name: '没有邮箱的客户' }).click();
    expect(await page.getByLabel('客户满意度 评分').inputValue()).toBe('80');
  });

  it('takes an answered form back to unanswered, asking what is lost, and undo brings it back', async () => {
    const before = await score();
    await tab('轮次');
    await row(PERSON).click();
    await rater(PEER).getByRole('button', { name: '改回未收回' }).click();
    expect(await dialog().innerText()).toContain(`同事 ${PEER} 评 ${PERSON}：3 项评分`);
    await dialog().getByRole('button', { name: '再看看' }).click();
    expect(await count('peer')).toBe('3 / 3');
    await takeBack(PEER);
    expect(await count('peer')).toBe('2 / 3');
    expect(await score()).not.toBe(before);
    // Two colleagues are left and one is awaited: no score of an indicator is told, nor is the superior's form opened again.
    expect(await page.locator('tr[data-indicator="团队协作"]').innerText()).not.toMatch(/\d\d\.\d\d[\s\S]*\d\d\.\d\d/);
    await tab('录入');
    await page.getByLabel('只看没收回的').uncheck();
    const forms = page.locator('nav section', { has: page.getByRole('heading', { name: PERSON }) });
    await forms.getByRole('button', { name: /上级/ }).click();
    expect(await page.getByLabel('团队协作 评分').inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.sc input')?.value !== '');
    expect(await score()).toBe(before);
  });

  it('empties a whole person at once, and a form that is out can be dropped', async () => {
    await row(PERSON).click();
    await page.getByRole('button', { name: '全部改回未收回（7 份）' }).click();
    expect(await dialog().locator('li').count()).toBe(7);
    await dialog().getByRole('button', { name: '改回 7 份' }).click();
    expect(await Promise.all(['superior', 'peer', 'customer', 'self'].map(count))).toEqual([
      '0 / 1',
      '0 / 3',
      '0 / 2',
      '0 / 1',
    ]);
    await page.getByRole('button', { name: `去掉 ${PEER}` }).click();
    await dialog().getByText('表单已经发出').waitFor();
    await dialog().getByRole('button', { name: '去掉', exact: true }).click();
    expect(await count('peer')).toBe('0 / 2');
    expect(await score()).toBe('未评');
  });

  it('goes on to the next form that is out when one is stored, and refuses what is no score', async () => {
    await row(PERSON).click();
    await page.getByRole('button', { name: '全部改回未收回（7 份）' }).click();
    await dialog().getByRole('button', { name: '改回 7 份' }).click();
    await rater('陈立群').getByRole('button', { name: '录入' }).click();
    const first = page.getByLabel('客户满意度 评分');
    for (const wrong of ['101', '-1', '好']) {
      await first.fill(wrong);
      await page.getByText('0 到 100 之间的数').waitFor();
      expect(await page.getByRole('button', { name: '记为已收回' }).isDisabled()).toBe(true);
    }
    await first.fill('９０');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^同事 .* 评 刘子涵$/ }).waitFor();
    expect(await first.inputValue()).toBe('');
    expect(await first.evaluate((field) => field === document.activeElement)).toBe(true);
    await tab('轮次');
    expect(await count('superior')).toBe('1 / 1');
  });

  it('reminds by the rhythm of the round: due on its day, on the overview too, made in one click and kept', async () => {
    await row(PERSON).click();
    await takeBack(PEER);
    await takeBack('海川装备 物资部');
    expect(await page.locator('[data-test=remind]').count()).toBe(0);
    expect(await page.locator('[data-test=next]').innerText()).toBe('下次提醒 10-06');
    await page.locator('[data-test=rhythm]').click();
    await dialog().getByLabel('到期前几天').fill('三天');
    expect(await dialog().getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await dialog().getByLabel('到期前几天').fill('3');
    await dialog().getByLabel('到期当天').check();
    await dialog().getByRole('button', { name: '保存' }).click();
    expect(await page.locator('[data-test=rhythm]').innerText()).toBe('到期前 3 天、到期当天、过期后 1 天');
    const strip = page.locator('[data-test=remind]');
    expect(await strip.innerText()).toContain('今天该提醒 2 人');
    expect(await strip.innerText()).toContain(`${PEER}（1 份）`);

    await go('overview');
    await page.getByText('还没交 360 反馈').waitFor();
    await page.locator('[data-need=feedback]').click();
    const files = await downloads(() => strip.getByRole('button', { name: '生成 2 封提醒' }).click(), '生成了 2 份');
    const mails = await Promise.all(
      files
        .filter((file) => file.suggestedFilename().endsWith('.eml'))
        .map(async (file) => readMail(await readFile(await file.path()))),
    );
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      expect(mail.headers.get('subject')).toContain('提醒');
      expect(mail.attachments).toHaveLength(1);
    }
    await strip.waitFor({ state: 'detached' });
    expect(await rater(PEER).count()).toBe(0);
    await row(PERSON).click();
    await rater(PEER).getByText('10-05 提醒过 1 次').waitFor();
    await page.getByText('已保存').waitFor();

    // Kept over a restart, and due again on the next day of the rhythm only.
    await day('2026-10-07');
    await page.reload();
    await row(PERSON).click();
    await rater(PEER).getByText('10-05 提醒过 1 次').waitFor();
    expect(await strip.count()).toBe(0);
    await day('2026-10-08');
    await page.reload();
    await strip.waitFor();
  });

  it('marks who has fewer raters than this round asks for, and keeps that number', async () => {
    const customers = row(PERSON).locator('[data-relation="customer"]');
    expect(await customers.locator('.m, svg').count()).toBe(0);
    await page.locator('[data-test=minimum]').click();
    await dialog().getByLabel('客户').fill('21');
    expect(await dialog().getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await dialog().getByLabel('客户').fill('3');
    await dialog().getByRole('button', { name: '保存' }).click();
    await row(PERSON).getByTitle('至少 3 人').waitFor();
    await page.getByText('已保存').waitFor();
    await page.reload();
    await row(PERSON).getByTitle('至少 3 人').waitFor();
    await page.getByText('客户 3').waitFor();
  });

  it('asks for a missing relation to be accepted before the evaluation can be final', async () => {
    await day('2026-10-12');
    await page.reload();
    await row(PERSON).click();
    for (const name of ['海川装备 物资部', '东成实业 采购部']) await takeBack(name);
    await go('evaluation');
    await page.getByRole('button', { name: '锁定评估' }).click();
    expect(await dialog().count()).toBe(0);
    const missing = page.locator('.missing li', { hasText: PERSON });
    await missing.getByText('有评价关系没有人作答').waitFor();
    expect(await page.locator('.missing li').count()).toBe(1);

    await go('feedback');
    expect(await score()).not.toBe('未评');
    await page.locator('tr[data-indicator="客户满意度"]').click();
    await page.locator('.panel').getByText('30% 的权重分给答了的关系').waitFor();
    await page.locator('.panel').getByRole('button', { name: '接受缺席' }).click();
    await page.locator('tr[data-indicator="客户满意度"]').getByText('已接受缺席').waitFor();
    await go('evaluation');
    expect(await row(PERSON).innerText()).not.toContain('暂定');
    await page.getByRole('button', { name: '锁定评估' }).click();
    expect(await dialog().innerText()).toContain('还有 2 份反馈表没有收回');
    await dialog().getByRole('button', { name: '锁定评估' }).click();
    await page.locator('[data-test=frozen]').waitFor();

    // A form that comes too late is not swallowed.
    await go('feedback');
    await row(PERSON).waitFor();
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], '晚到.xlsx'));
      return transfer;
    });
    await page.locator('.work').dispatchEvent('drop', { dataTransfer });
    await page.locator('.toast', { hasText: '评估已锁定' }).waitFor();
    await row(PERSON).click();
    expect(
      await page
        .locator('.panel')
        .getByRole('button', { name: /录入|改回|去掉/ })
        .count(),
    ).toBe(0);
  });
});
