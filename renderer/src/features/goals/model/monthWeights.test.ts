import { describe, expect, it } from 'vitest';
import { toDecimal } from '#shared/calc/quantity';
import { evaluatePlan } from '#shared/calc/plan';
import { makeGoal, makeIndicator, makePlan, makePlanData } from '#shared/domain/builders';
import { applyChanges } from '#shared/domain/change';
import { weightChange } from './monthWeights';

const MONTHS = ['2026-07', '2026-08', '2026-09'];
const data = makePlanData(makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30' }), {
  indicators: [makeIndicator({ id: 'i', aggregation: 'sum' })],
  goals: [makeGoal({ id: 'g', holder: { kind: 'unit', unitId: 'u' }, indicatorId: 'i', target: '400' })],
});

describe('seasonal weights of the months', () => {
  it('let one month carry twice as much as each other one, and add up exactly', () => {
    const next = applyChanges(data, [weightChange(data, MONTHS, '2026-08', '2')]);
    const months = evaluatePlan(next, '2026-07-01').goals.get('g')?.months ?? [];
    expect(months.map(({ target }) => target && toDecimal(target))).toEqual(['100', '200', '100']);
  });

  it('keep what other months were given, and go one at a time', () => {
    const first = applyChanges(data, [weightChange(data, MONTHS, '2026-08', '2')]);
    const second = applyChanges(first, [weightChange(first, MONTHS, '2026-07', '3')]);
    expect(second.plan.policy.monthWeights).toEqual({ '2026-07': '3', '2026-08': '2', '2026-09': '1' });
    const third = applyChanges(second, [weightChange(second, MONTHS, '2026-07', null)]);
    expect(third.plan.policy.monthWeights).toEqual({ '2026-08': '2', '2026-09': '1' });
  });
});
