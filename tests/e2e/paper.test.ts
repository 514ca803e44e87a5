import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from './support/app';

const WHO = '刘子涵';
const OTHERS = ['林晓雯', '张明轩', '王思远', '吴浩然', '何雨晴', '孙佳怡', '李婷', '黄志强', '赵一鸣', '郑凯'];
const poppler = spawnSync('pdftotext', ['-v']).status === 0;
const how = poppler ? 'read by pdftotext' : 'pdftotext is not installed: texts are read from the page as it prints';

interface Printed {
  /** A page each: `A4 upright`, `A4 lying`, or its size in points. */
  readonly sizes: readonly string[];
  readonly pages: readonly string[];
}

/** The printed view as a PDF of A4 pages, with the text of each. */
async function asPdf(page: Page, landscape: boolean, press: () => Promise<void>): Promise<Printed> {
  await page.evaluate(() => {
    window.print = () => {
      const sheets = document.querySelector('.print-sheets');
      if (sheets) document.body.append(sheets.cloneNode(true));
      document.body.dataset['printed'] = 'yes';
    };
  });
  await press();
  await page.waitForFunction(
    () =>
      document.body.dataset['printed'] === 'yes' && document.querySelectorAll('[data-test=print-sheets]').length === 1,
  );
  const pdf = await page.pdf({ format: 'A4', landscape, printBackground: true });
  await page.emulateMedia({ media: 'print' });
  const visible = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => {
    document.querySelector('[data-test=print-sheets]')?.remove();
    delete document.body.dataset['printed'];
  });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const near = (text: string | undefined, points: number): boolean => Math.abs(Number(text) - points) < 2;
  const sizes = boxes.map(([, width, height]) => {
    if (near(width, 595) && near(height, 842)) return 'A4 upright';
    return near(width, 842) && near(height, 595) ? 'A4 lying' : `${width} × ${height}`;
  });
  return { sizes, pages: poppler ? await textOf(pdf) : [visible] };
}

async function textOf(pdf: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-paper-'));
  try {
    const file = join(folder, 'a.pdf');
    await writeFile(file, pdf);
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe(`records on paper (${how})`, () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const open = async (locale: string) => {
    const opened = await app.open({ locale, colorScheme: locale === 'en' ? 'dark' : 'light' });
    await opened.page
      .getByText(/示例|sample/i)
      .first()
      .click();
    await opened.page.waitForURL(/overview/);
    return opened;
  };
  const words = {
    'zh-CN': {
      print: '打印',
      record: '绩效面谈记录',
      sheet: '目标评估与绩效表',
      detail: '目标评估明细',
      score: '综合得分',
      rail: /跟踪|设置/,
    },
    en: {
      print: 'Print',
      record: 'Conversation record',
      sheet: 'Evaluation and results',
      detail: 'Score sheet',
      score: 'Total',
      rail: /Tracking|Settings/,
    },
  } as const;

  for (const locale of ['zh-CN', 'en'] as const) {
    const say = words[locale];

    it(`prints the record of a talk on one page, a long one on more with nothing lost, in ${locale}`, async () => {
      const { page, context, complaints } = await open(locale);
      await page.goto(`${app.url}#/conversation`);
      await page.locator(`tr[data-member="${WHO}"]`).getByRole('button', { name: WHO }).click();
      const press = () => page.locator('.panel').getByRole('button', { name: say.print }).click();
      const short = await asPdf(page, false, press);
      expect(short.sizes).toEqual(['A4 upright']);
      const text = short.pages.join('');
      for (const part of [say.record, WHO, '大单推进', '86.72', '2026-11-30']) expect(text).toContain(part);
      expect(OTHERS.filter((name) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(say.rail);

      const lines = Array.from({ length: 60 }, (_, at) => `第 ${at + 1} 件：逐项写清楚做到了什么。`);
      await page.locator('.panel textarea').first().fill(lines.join('\n'));
      await page.locator('.panel textarea').first().blur();
      const long = await asPdf(page, false, press);
      expect(long.sizes.length).toBeGreaterThan(1);
      expect([...new Set(long.sizes)]).toEqual(['A4 upright']);
      for (const line of lines) expect(long.pages.join('').replaceAll(' ', '')).toContain(line.replaceAll(' ', ''));
      expect(complaints).toEqual([]);
      await context.close();
    });

    it(`prints template 3 with its three sheets on landscape pages, the head on each, in ${locale}`, async () => {
      const { page, context, complaints } = await open(locale);
      await page.goto(`${app.url}#/evaluation`);
      await page.locator(`tr[data-member="${WHO}"]`).waitFor();
      const printed = await asPdf(page, true, () => page.getByRole('button', { name: say.print }).click());
      expect(printed.sizes.length).toBeGreaterThan(3);
      expect([...new Set(printed.sizes)]).toEqual(['A4 lying']);
      const all = printed.pages.join('');
      for (const part of [say.sheet, say.detail, '86.72', 'HD003', ...OTHERS]) expect(all).toContain(part);
      expect(all).not.toMatch(say.rail);
      if (poppler) {
        const details = printed.pages.filter((text) => text.includes('HD0'));
        expect(details.length).toBeGreaterThan(1);
        // The head of the table stands on each page that the score sheet takes.
        const head = locale === 'en' ? 'Judged by' : '评价来源';
        for (const text of details) expect(text).toContain(head);
        expect(printed.pages.filter((text) => text.trim() === '')).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  }

  it('hands template 3 out as PDF for one group only, from the exports', async () => {
    const { page, context, complaints } = await open('zh-CN');
    await page.goto(`${app.url}#/data?do=export&kind=evaluation`);
    await page.getByLabel('范围').selectOption({ label: '浙皖组' });
    const printed = await asPdf(page, true, () => page.getByRole('button', { name: '打印 / PDF' }).click());
    const all = printed.pages.join('');
    expect(all).toContain('林晓雯');
    for (const name of [WHO, '张明轩', '赵一鸣']) expect(all).not.toContain(name);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
