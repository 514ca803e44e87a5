import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetModel, WorkbookModel } from '../workbook/model';
import { readWorkbook } from './readWorkbook';
import { writeCsv } from './writeCsv';
import { writeWorkbook } from './writeWorkbook';

const cell = (value: SheetCell['value'], more: Partial<SheetCell> = {}): SheetCell => ({
  value,
  role: 'input',
  ...more,
});

const sheet: SheetModel = {
  name: '成员',
  state: 'visible',
  columns: [
    { key: 'a', width: 12 },
    { key: 'b', width: 12 },
    { key: 'c', width: 12, hidden: true },
  ],
  rows: [
    [cell({ kind: 'text', text: '标题' }, { role: 'title' }), null, null],
    [
      cell({ kind: 'text', text: '姓名' }, { role: 'header', note: '必填' }),
      cell({ kind: 'text', text: '数' }, { role: 'header' }),
    ],
    [
      cell({ kind: 'text', text: '=1+1' }),
      cell({ kind: 'number', value: 0.3 }, { format: '0.0' }),
      cell({ kind: 'text', text: 'k1' }),
    ],
    [
      cell({ kind: 'date', date: '2026-07-31' }),
      cell({ kind: 'formula', formula: 'B3*2', cached: 0.6 }, { role: 'computed' }),
    ],
  ],
  merges: ['A1:B1'],
  rowHeights: { 1: 30 },
  headerRow: 2,
  filterRange: 'A2:B4',
  frozenColumns: 1,
  validations: [{ range: 'A3:A4', list: ['甲', '乙'], strict: true }],
  conditionals: [{ range: 'B3:B4', formula: 'B3<0.5', tone: 'watch' }],
  protect: true,
  landscape: true,
};
const model: WorkbookModel = {
  sheets: [sheet, { ...sheet, name: '_waymark', state: 'veryHidden' }],
  names: [],
  title: '成员',
  createdAt: '2026-10-12T01:00:00.000Z',
};

async function written(): Promise<Uint8Array> {
  const bytes = await writeWorkbook(model);
  if (!bytes.ok) throw new Error(bytes.error.code);
  return bytes.value;
}

describe('a written workbook', () => {
  it('reads back to the same texts, numbers, days and formulas', async () => {
    const read = await readWorkbook(await written(), 'x.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const [visible, hidden] = read.value.sheets;
    expect(visible).toMatchObject({ name: '成员', hidden: false, truncated: false });
    expect(hidden).toMatchObject({ name: '_waymark', hidden: true });
    expect(visible?.rows[2]?.[0]).toMatchObject({ kind: 'text', text: '=1+1' });
    expect(visible?.rows[2]?.[1]).toMatchObject({ kind: 'number', text: '0.3', format: '0.0' });
    expect(visible?.rows[3]?.[0]).toMatchObject({ kind: 'date', text: '2026-07-31' });
    expect(visible?.rows[3]?.[1]).toMatchObject({ kind: 'number', text: '0.6', formula: 'B3*2' });
  });

  it('has the same bytes each time', async () => {
    expect(Buffer.from(await written()).equals(Buffer.from(await written()))).toBe(true);
  });

  it('is refused when a byte of it was changed', async () => {
    const bytes = await written();
    const at = Math.floor(bytes.length / 3);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect((await readWorkbook(bytes, 'x.xlsx')).ok).toBe(false);
  });
});

describe('a file that is no workbook', () => {
  it.each([
    [new Uint8Array(), 'file.empty'],
    [new TextEncoder().encode('<?xml version="1.0"?><a/>'), 'file.webPage'],
    [new TextEncoder().encode('Attachment not found'), 'file.corrupt'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'file.corrupt'],
    [new Uint8Array([1, 2, 3, 0, 7, 0, 0, 9]), 'file.unsupported'],
  ])('is refused with its reason (%#)', async (bytes, code) => {
    expect(await readWorkbook(bytes, 'x.xlsx')).toEqual({ ok: false, error: expect.objectContaining({ code }) });
  });
});

describe('text files', () => {
  const rowsOf = async (bytes: Uint8Array) => {
    const read = await readWorkbook(bytes, '成交.csv');
    return read.ok
      ? {
          encoding: read.value.encoding,
          rows: read.value.sheets[0]?.rows.map((row) => row.map((one) => one?.text ?? '')),
        }
      : read.error;
  };

  it('are read in UTF-8 with a mark, UTF-16 and GB18030', async () => {
    const expected = [
      ['姓名', '金额'],
      ['张三', '1500'],
    ];
    expect(await rowsOf(writeCsv(expected))).toEqual({ encoding: 'utf-8', rows: expected });
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('姓名,金额\n张三,1500\n', 'utf16le')]);
    expect(await rowsOf(utf16)).toEqual({ encoding: 'utf-16le', rows: expected });
    const gbk = new Uint8Array([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x35, 0x30, 0x30,
    ]);
    expect(await rowsOf(gbk)).toEqual({ encoding: 'gb18030', rows: expected });
  });

  it('are written so that no cell is taken for a formula, and negative numbers stay numbers', () => {
    const text = new TextDecoder().decode(writeCsv([['=HYPERLINK("x")', '-12.5', '@a']]));
    expect(text).toContain(`"'=HYPERLINK(""x"")",-12.5,'@a`);
  });
});
