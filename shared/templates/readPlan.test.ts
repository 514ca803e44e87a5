import { describe, expect, it } from 'vitest';
import type { RawWorkbook } from '../workbook/model';
import { readPlan } from './readPlan';
import { cell, clock, edited, exported } from '../../tests/fixtures/smallPlan';

describe('a plan read from a workbook', () => {
  it('keeps a week that was not reported apart from a week of 0', () => {
    const read = readPlan(exported('plan'), clock());
    if (!read.ok) throw new Error(read.error.code);
    const [series] = [...read.value.data.facts.values()];
    expect(series).toMatchObject({ dates: ['2026-07-05', '2026-07-12'], values: ['0', '8.5'] });
  });

  it('reads the period from serials that lost their date format, and names the cell of one it cannot read', () => {
    const started = (value: string | number): RawWorkbook =>
      edited(exported('plan'), '方案', (rows) =>
        rows.map((row) => (row[0]?.text.startsWith('开始日期') ? [row[0], cell(value), ...row.slice(2)] : row)),
      );
    const read = readPlan(started(46_204), clock());
    expect(read.ok && read.value.data.plan.start).toBe('2026-07-01');
    expect(readPlan(started('月初'), clock())).toMatchObject({
      ok: false,
      error: { code: 'import.unreadSetting', params: { setting: '开始日期', cell: 'B8' } },
    });
  });

  it('refuses a period that no plan can have before it speaks of the rows that do not fit it', () => {
    const ended = (value: string): RawWorkbook =>
      edited(exported('plan'), '方案', (rows) =>
        rows.map((row) => (row[0]?.text.startsWith('结束日期') ? [row[0], cell(value), ...row.slice(2)] : row)),
      );
    expect(readPlan(ended('2999-12-31'), clock())).toMatchObject({ ok: false, error: { code: 'plan.periodTooLong' } });
    expect(readPlan(ended('2026-06-30'), clock())).toMatchObject({ ok: false, error: { code: 'plan.datesReversed' } });
  });

  it('says which sheet is missing', () => {
    expect(readPlan(exported('members'), clock())).toMatchObject({ ok: false, error: { code: 'import.missingSheet' } });
  });
});
