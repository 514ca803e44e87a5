import { describe, expect, it } from 'vitest';
import { fraction, sum, ZERO } from '#shared/calc/fraction';
import { toDecimal, toFixed } from '#shared/calc/quantity';
import { goalOf, indicatorNamed, resultOf, sampleOn } from './sample.fixture';
import { heatClass, slotMonth, unusualWeek } from './weekHead';
import { memberRows, peopleRows, selectionFigures, trackedIndicators } from './weekRows';

const data = sampleOn();
const result = resultOf(data);
const rows = peopleRows(data, result, indicatorNamed(data, '销售额'), { total: '合计', noGroup: '未分组' });

describe('the week grid of the sample', () => {
  it('offers the indicators people carry, the watched ones first', () => {
    expect(trackedIndicators(data, result).map(({ name }) => name)).toEqual(['销售额', '新客户', '回款率']);
  });
  it('stands each group above its people and the total last', () => {
    expect(rows.map(({ kind }) => kind).filter((kind) => kind === 'group')).toHaveLength(3);
    expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(['华东组', '陈立群']);
    expect(rows.at(-1)?.kind).toBe('total');
  });
  it('shows a total that is the sum of the people', () => {
    const people = rows.filter(({ kind }) => kind === 'person').map(({ cells }) => cells[2]?.actual ?? ZERO);
    const total = rows.at(-1)?.cells[2]?.actual;
    expect(people).toHaveLength(12);
    expect(total).toEqual(sum(people));
    expect(total && toFixed(total, 1)).toBe('109.5');
  });
  it('marks weeks under the threshold on people, not on subtotals', () => {
    const marks = (name: string) => rows.find((row) => row.name === name)?.cells.map(({ marked }) => marked);
    expect(marks('赵一鸣')?.slice(5, 8)).toEqual([false, true, true]);
    expect(rows.filter(({ kind }) => kind !== 'person').some(({ cells }) => cells.some(({ marked }) => marked))).toBe(
      false,
    );
  });
  it('says red before amber before unreported', () => {
    const status = (name: string) => rows.find((row) => row.name === name)?.status;
    expect([status('赵一鸣'), status('黄志强'), status('孙佳怡'), status('陈立群')]).toEqual([
      'red',
      'amber',
      'unreported',
      'green',
    ]);
  });
  it('gives no mark before a week was judged', () => {
    const early = sampleOn('2026-07-02');
    const words = { total: '合计', noGroup: '未分组' };
    const first = peopleRows(early, resultOf(early), indicatorNamed(early, '销售额'), words);
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([null]));
  });
  it('shows all indicators of one person', () => {
    const { holder } = goalOf(data, '赵一鸣', '销售额');
    const own = holder.kind === 'member' ? memberRows(data, result, holder.memberId) : [];
    expect(own.map(({ name }) => name)).toEqual(['销售额', '新客户', '回款率']);
  });
});

describe('the head of the weeks', () => {
  const { slots } = result.timeline;
  it('puts a week that spans two months under the one with more of it', () => {
    expect(slots.map(slotMonth)).toEqual([7, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9]);
  });
  it('points out short weeks and weeks with a make-up day', () => {
    expect(slots.filter(unusualWeek).map(({ n, workdays }) => [n, workdays])).toEqual([
      [1, 3],
      [12, 6],
      [13, 4],
      [14, 3],
    ]);
  });
});

describe('the band of a cell', () => {
  it('is decided exactly at its edges', () => {
    expect(heatClass(fraction(799_999n, 1_000_000n))).toBe('lo1');
    expect(heatClass(fraction(8n, 10n))).toBe('');
    expect(heatClass(fraction(1n))).toBe('hi1');
    expect(heatClass(fraction(11n, 10n))).toBe('hi2');
    expect(heatClass(fraction(59n, 100n))).toBe('lo2');
    expect(heatClass(null)).toBe('');
  });
});

describe('a selection', () => {
  it('compares only weeks that were reported', () => {
    const cells = rows.find((row) => row.name === '赵一鸣')?.cells.slice(5, 9) ?? [];
    const figures = selectionFigures(cells);
    expect(figures?.completion && toDecimal(figures.completion, 4)).toBe('0.696');
    expect(selectionFigures(cells.slice(3))).toBeNull();
  });
});
