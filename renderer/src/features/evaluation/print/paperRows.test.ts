import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { paperPages } from './paperRows';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-10-12T00:00:00.000Z' });
const exportedAt = '2026-10-12T00:00:00.000Z';
const pages = paperPages(
  renderWorkbook('evaluation', { data, result: evaluatePlan(data, '2026-10-12'), locale: 'zh-CN', exportedAt }).sheets,
);

describe('template 3 on paper', () => {
  it('has its three sheets with all people and indicators, and nothing of the form around them', () => {
    expect(pages.map(({ title }) => title)).toEqual(['目标评估与绩效表', '目标评估明细', '评估与激励规则']);
    expect(pages.map(({ rows }) => rows.length)).toEqual([12, 72, expect.any(Number)]);
    const [summary] = pages;
    expect(summary?.columns.map(({ label }) => label)).toContain('综合得分');
    expect(summary?.columns.some(({ label }) => label === '_key' || label.includes('*'))).toBe(false);
    expect(summary?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(summary?.signatures).toHaveLength(4);
    expect(summary?.facts.join('')).toContain('华东大区 · 2026 年第三季度');
  });

  it('shows figures as the workbook does', () => {
    const [summary] = pages;
    const at = (label: string): number => summary?.columns.findIndex((column) => column.label === label) ?? -1;
    const row = summary?.rows.find(({ cells }) => cells[0]?.text === '刘子涵');
    expect(row?.cells[at('综合得分')]).toEqual({ text: '86.72', number: true });
    expect(row?.cells[at('姓名')]?.number).toBe(false);
  });
});
