import { describe, expect, it } from 'vitest';
import { add, compare, sum } from '#shared/calc/fraction';
import { evaluatePlan } from '#shared/calc/plan';
import { toDecimal } from '#shared/calc/quantity';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { coverageParts } from './coverageParts';
import { holderName } from './goalRows';

let n = 0;
const data = makeSamplePlan({ newId: () => `id-${(n += 1)}`, now: '2026-10-12T02:20:00.000Z' });
const result = evaluatePlan(data, '2026-10-12');
const goalOf = (holder: string, indicator: string): string =>
  [...data.goals.values()].find(
    (goal) => holderName(data, goal.holder) === holder && data.indicators.get(goal.indicatorId)?.name === indicator,
  )?.id ?? '';

describe('What carries a target', () => {
  it('are its children in their order, with their shares, adding up with the gap', () => {
    const coverage = coverageParts(data, result, goalOf('华东大区', '销售额'), 8);
    expect(coverage?.parts.map(({ name, target }) => [name, toDecimal(target)])).toEqual([
      ['华东组', '500'],
      ['浙皖组', '540'],
      ['鲁闽组', '460'],
    ]);
    expect(coverage && toDecimal(coverage.gap)).toBe('0');
    const company = coverageParts(data, result, goalOf('公司', '销售额'), 8);
    expect(company && toDecimal(company.gap)).toBe('3700');
  });

  it('are the largest and the rest together where there are many', () => {
    const group = goalOf('华东组', '销售额');
    const few = coverageParts(data, result, group, 3);
    const all = coverageParts(data, result, group, 10);
    expect(all?.parts).toHaveLength(4);
    expect(few?.parts.map(({ merged }) => merged)).toEqual([0, 0, 2]);
    const total = (parts: typeof few) => sum((parts?.parts ?? []).map(({ target }) => target));
    expect(compare(total(few), total(all))).toBe(0);
    expect(few && compare(add(total(few), few.gap), few.target)).toBe(0);
  });

  it('is nothing for a rate, and for a goal without children', () => {
    expect(coverageParts(data, result, goalOf('华东大区', '回款率'), 8)).toBeNull();
    expect(coverageParts(data, result, goalOf('刘子涵', '销售额'), 8)).toBeNull();
  });
});
