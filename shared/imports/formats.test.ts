import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import * as XLSX from 'xlsx';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../calc/quantity';
import { makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '../domain/builders';
import { readWorkbook } from '../spreadsheet/readWorkbook';
import { findResultTable } from './findTable';
import { readAllResults } from './readResults';
import { openParts, suggestMapping } from './suggest';

const DEALS: readonly (readonly [string, string, number, string, string])[] = [
  ['鼎盛设备', '李婷', 125_000.5, '2026-07-06', '赢单'],
  ['远航，二期', '吴浩然', 80_000, '2026-07-07', '赢单'],
  ['待定', '李婷', 990_000, '2026-07-08', '谈判'],
];
const HEAD = ['商机名称', '负责人', '商机金额（元）', '结单日期', '销售阶段'];

const csvText = [HEAD, ...DEALS].map((row) => row.join(',')).join('\r\n');

function book(type: XLSX.BookType): Uint8Array {
  const rows = DEALS.map(([name, who, amount, day, stage]) => [name, who, amount, new Date(`${day}T00:00:00Z`), stage]);
  const out = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(out, XLSX.utils.aoa_to_sheet([HEAD, ...rows], { UTC: true }), '商机');
  return new Uint8Array(XLSX.write(out, { type: 'array', bookType: type }) as ArrayBuffer);
}
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
/** The module is typed as a default export, which it has not. */
const { utils } = codepages as unknown as { utils: { encode(page: number, text: string): ArrayLike<number> } };
const gbk = (text: string): Uint8Array => new Uint8Array(utils.encode(936, text));

const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ['a.xlsx', () => book('xlsx')],
  ['a.xls', () => book('biff8')],
  ['a.et', () => book('biff8')],
  ['a.ods', () => book('ods')],
  ['utf8.csv', () => new TextEncoder().encode(csvText)],
  ['bom.csv', () => new TextEncoder().encode(`\uFEFF${csvText}`)],
  ['utf16.csv', () => utf16(csvText)],
  ['gb18030.csv', () => gbk(csvText)],
  ['tabs.tsv', () => utf16(csvText.replaceAll(',', '\t'))],
];

const data = makePlanData(makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30' }), {
  indicators: [makeIndicator({ id: 'sales', name: '销售额', unit: '万元' })],
  members: ['李婷', '吴浩然'].map((name, n) => makeMember({ id: `m${n}`, name })),
  goals: ['m0', 'm1'].map((memberId) =>
    makeGoal({ id: memberId, holder: { kind: 'member', memberId }, indicatorId: 'sales', target: '300' }),
  ),
});

describe('the same deals in every kind of file', () => {
  it.each(FILES)('%s: one mapping, one sum', async (name, bytes) => {
    const raw = await readWorkbook(bytes(), name);
    if (!raw.ok) throw new Error(raw.error.code);
    const table = findResultTable(raw.value);
    if (!table.ok) throw new Error(table.error.code);
    const mapping = suggestMapping(table.value, data);
    expect(openParts(mapping)).toEqual([]);
    expect(mapping).toMatchObject({
      date: 3,
      who: { kind: 'column', column: 1 },
      measure: { kind: 'value', column: 2 },
      filters: [{ column: 4, values: ['赢单'] }],
      unit: 'divide',
    });
    const reading = readAllResults(table.value, mapping, data);
    expect(reading.refused).toEqual([]);
    expect(toDecimal(reading.total)).toBe('20.50005');
    expect(reading.facts.map(({ goalId, date }) => [goalId, date])).toEqual([
      ['m0', '2026-07-06'],
      ['m1', '2026-07-07'],
    ]);
  });
});
