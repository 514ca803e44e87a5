import { describe, expect, it } from 'vitest';
import { toFixed } from '#shared/calc/quantity';
import { applyChanges } from '#shared/domain/change';
import { carryMeasures, monthRows, ownerPart, writeReview } from './monthly';
import { idSource, indicatorNamed, resultOf, sampleOn } from './sample.fixture';

const data = sampleOn('2026-09-30');
const result = resultOf(data);
const sales = indicatorNamed(data, '销售额').id;
const august = monthRows(data, result, sales, '2026-08');

describe('the monthly review', () => {
  it('lists every parent before its children', () => {
    const at = new Map(august.map(({ goal }, index) => [goal.id, index]));
    for (const { goal } of august) {
      const parent = goal.parentId === null ? undefined : at.get(goal.parentId);
      if (parent !== undefined) expect(parent).toBeLessThan(at.get(goal.id) ?? -1);
    }
    expect(august.length).toBeGreaterThan(12);
  });
  it('computes the deviation as actual less target', () => {
    const row = august.find(({ name }) => name === '华东大区');
    const { actual, target } = row?.figure ?? {};
    const gap = actual && target ? Number(toFixed(actual, 6)) - Number(toFixed(target, 6)) : NaN;
    expect(row?.deviation && Number(toFixed(row.deviation, 3))).toBeCloseTo(gap, 3);
  });
  it('holds nobody to what others outside the plan carry', () => {
    const company = august.find(({ goal }) => goal.partOfLarger);
    expect(company?.name).toBe('公司');
    expect(company?.deviation).toBeNull();
  });
  it('shows what was decided the month before', () => {
    expect(august.find(({ name }) => name === '华东大区')?.last?.measure).toBe('鲁闽组目标重拆，按上期实绩分');
  });
  it('makes a record with the first text and drops it with the last', () => {
    const goalId = august.at(-1)?.goal.id ?? '';
    const written = applyChanges(data, writeReview(data, goalId, '2026-08', { cause: '缺货' }, idSource()));
    expect(written.monthlyReviews.size).toBe(data.monthlyReviews.size + 1);
    const gone = applyChanges(written, writeReview(written, goalId, '2026-08', { cause: '' }, idSource()));
    expect(gone.monthlyReviews.size).toBe(data.monthlyReviews.size);
  });
  it('carries over measures that are still running, once', () => {
    const september = monthRows(data, result, indicatorNamed(data, '回款率').id, '2026-09');
    const changes = carryMeasures(data, september, '2026-09', '2026-09-01', idSource());
    expect(changes).toHaveLength(1);
    const carried = applyChanges(data, changes);
    const again = monthRows(carried, resultOf(carried), indicatorNamed(data, '回款率').id, '2026-09');
    expect(carryMeasures(carried, again, '2026-09', '2026-09-01', idSource())).toEqual([]);
  });
  it('does not carry over what was due before the month begins', () => {
    const september = monthRows(data, result, indicatorNamed(data, '回款率').id, '2026-09');
    expect(carryMeasures(data, september, '2026-10', '2026-10-01', idSource())).toEqual([]);
  });
  it('finds the owner by name, and keeps a name nobody has', () => {
    expect(ownerPart(data, '张明轩').ownerId).not.toBeNull();
    expect(ownerPart(data, '财务部')).toEqual({ ownerId: null, ownerName: '财务部' });
  });
});
