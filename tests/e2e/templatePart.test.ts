import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { OpenPage } from './support/app';
import { useSample } from './support/sample';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const GROUP = ['华东组', '陈立群', '王思远', '刘子涵', '赵一鸣'];
const ELSEWHERE = ['林晓雯', '吴浩然', '孙佳怡', '黄志强', '张明轩', '李婷', '郑凯', '何雨晴', '浙皖组', '鲁闽组'];

describe('Template 1 of one group', () => {
  let open: OpenPage;
  let page: Page;
  useSample((opened) => {
    open = opened;
    ({ page } = opened);
  });

  async function exportGroup(): Promise<Buffer> {
    await page.getByRole('link', { name: /^目标/ }).click();
    await page.getByRole('button', { name: '导出模板一' }).click();
    await page.getByLabel('范围').selectOption({ label: '华东组' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出工作簿' }).click(),
    ]);
    return readFile(await file.path());
  }

  async function give(buffer: Buffer): Promise<void> {
    await page.getByRole('tab', { name: '导入' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .getByRole('button', { name: /选文件|换一个文件/ })
        .first()
        .click(),
    ]);
    await chooser.setFiles({ name: '华东组.xlsx', mimeType: MIME, buffer });
  }

  it('holds that group alone and comes back without a change', async () => {
    const bytes = await exportGroup();
    const book = XLSX.read(bytes);
    const all = book.SheetNames.map((name) => XLSX.utils.sheet_to_csv(book.Sheets[name] ?? {})).join('\n');
    for (const name of GROUP) expect(all).toContain(name);
    for (const name of ELSEWHERE) expect(all).not.toContain(name);
    await give(bytes);
    await page.getByText('文件和方案完全一致').waitFor();
    expect(open.complaints).toEqual([]);
  });

  it('with a row left out takes nothing away from the plan', async () => {
    const book = XLSX.read(await exportGroup());
    const sheet = book.Sheets['目标分解'] ?? {};
    const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const gone = rows.findIndex((row) => row.includes('赵一鸣'));
    for (const cell of Object.keys(sheet)) {
      if (!cell.startsWith('!') && XLSX.utils.decode_cell(cell).r === gone) delete sheet[cell];
    }
    await give(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    await page.getByText('文件和方案完全一致').waitFor();
  });
});
