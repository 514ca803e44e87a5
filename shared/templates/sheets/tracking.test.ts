import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../calc/plan';
import { makeSamplePlan } from '../../domain/seed/samplePlan';
import type { SheetCell } from '../../workbook/model';
import { renderWorkbook } from '../renderWorkbook';

const today = '2026-10-12';
let n = 0;
const data = makeSamplePlan({ newId: () => `id-${(n += 1)}`, now: `${today}T02:20:00.000Z` });
const model = renderWorkbook('tracking', {
  data,
  result: evaluatePlan(data, today),
  locale: 'zh-CN',
  exportedAt: `${today}T02:20:00.000Z`,
});
const rows = model.sheets.find(({ name }) => name === '过程跟踪')?.rows ?? [];

/** Cells of a column in the rows of an indicator. */
function cellsOf(indicator: string, label: string): SheetCell[] {
  const textOf = (cell: SheetCell | null | undefined): string => (cell?.value?.kind === 'text' ? cell.value.text : '');
  const head = rows.find((row) => row.some((cell) => textOf(cell).startsWith('目标编号'))) ?? [];
  const at = (name: string): number => head.findIndex((cell) => textOf(cell).startsWith(name));
  return rows
    .filter((row) => textOf(row[at('指标名称')]) === indicator)
    .flatMap((row) => row[head.findIndex((cell) => textOf(cell) === label)] ?? []);
}

describe('the sheet 过程跟踪', () => {
  it('shows rates with the places of their indicator and keeps the exact value in the cell', () => {
    for (const label of ['周实际', '累计实际']) {
      const cells = cellsOf('回款率', label);
      expect(cells.length).toBeGreaterThan(0);
      expect(new Set(cells.map(({ format }) => format))).toEqual(new Set(['#,##0.0']));
      const values = cells.flatMap(({ value }) => (value?.kind === 'formula' ? Number(value.cached) : []));
      expect(values.some((value) => Math.abs(value * 10 - Math.round(value * 10)) > 0.01)).toBe(true);
    }
  });
  it('shows computed targets with the places of their indicator, and completions with one place that crosses no threshold', () => {
    expect(new Set(cellsOf('新客户', '累计目标').map(({ format }) => format))).toEqual(new Set(['#,##0']));
    expect(new Set(cellsOf('销售额', '周目标').map(({ format }) => format))).toEqual(new Set(['#,##0.0']));
    for (const { format } of cellsOf('销售额', '完成率(%)')) expect(format).toMatch(/^\[>=80\]0\.0;\[>=79\.95\]/);
  });
  it('shows what was reported or added up with every place it has', () => {
    expect(new Set(cellsOf('销售额', '周实际').map(({ format }) => format))).toEqual(new Set(['#,##0.######']));
    expect(new Set(cellsOf('销售额', '累计实际').map(({ format }) => format))).toEqual(new Set(['#,##0.######']));
  });
});
