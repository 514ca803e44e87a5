import { beforeEach, describe, expect, it } from 'vitest';
import { equal } from '#shared/calc/fraction';
import { evaluatePlan } from '#shared/calc/plan';
import { applyChanges } from '#shared/domain/change';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { approvalChanges, approvalHistory } from './approval';
import { nextState, payoutRows, tableState } from './payoutRows';
import { keepScenario, restoreScenario, storeScenario } from './scenarios';
import { drawn, overBudgetFrom, sensitivity } from './sensitivity';
import { earnedRewards } from './teamRewards';
import { isIdle, NO_TRY, tryPlan } from './tryOut';

const TODAY = '2026-11-01';
let counter = 0;
let data: PlanData;
beforeEach(() => {
  data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-11-01T00:00:00.000Z' });
});

const step = (to: 'draft' | 'submitted' | 'approved' | 'paid', at: string, reason = '') => ({
  to,
  members: [...evaluatePlan(data, TODAY).ranking],
  rewards: ['earned'],
  logId: `log-${at}`,
  at,
  on: '2026-11-05',
  who: '王经理',
  reason,
});

describe('the approval of a payout', () => {
  it('goes step by step for everybody, and the log says who and when', () => {
    let plan = applyChanges(data, approvalChanges(data, step('submitted', '2026-11-02T01:00:00.000Z')));
    plan = applyChanges(plan, approvalChanges(plan, step('draft', '2026-11-03T01:00:00.000Z', '基数写错')));
    const state = tableState(payoutRows(plan, evaluatePlan(plan, TODAY), null));
    expect(state).toBe('draft');
    expect(nextState(state)).toBe('submitted');
    expect(approvalHistory(plan.log)).toMatchObject([
      { step: 'submitted', who: '王经理', at: '2026-11-02T01:00:00.000Z' },
      { step: 'returned', who: '王经理 · 基数写错' },
    ]);
  });

  it('writes the day of payment, and makes a final plan a paid one', () => {
    const final: PlanData = { ...data, plan: { ...data.plan, stage: 'final' } };
    const paid = applyChanges(final, approvalChanges(final, step('paid', '2026-11-05T01:00:00.000Z')));
    expect(paid.plan.stage).toBe('paid');
    expect(new Set([...paid.payouts.values()].map((one) => one.paidOn))).toEqual(new Set(['2026-11-05']));
  });
});

describe('team rewards', () => {
  const reward = (id: string, goalId: string | null) => ({
    id,
    team: '华东大区',
    goalId,
    content: '团建',
    budget: null,
    state: 'draft' as const,
  });

  it('are earned at 100 % of their goal, exactly', () => {
    const result = evaluatePlan(data, TODAY);
    const goalOf = (unit: string): string | null =>
      [...data.goals.values()].find(
        ({ holder, indicatorId }) =>
          holder.kind === 'unit' &&
          data.units.get(holder.unitId)?.name === unit &&
          data.indicators.get(indicatorId)?.name === '销售额',
      )?.id ?? null;
    const rewards = [reward('a', null), reward('b', goalOf('浙皖组')), reward('c', goalOf('鲁闽组'))];
    const teamRewards = new Map(rewards.map((one) => [one.id, one]));
    expect(earnedRewards({ teamRewards }, result)).toEqual(['b']);
  });

  it('go through the approval with the table when they are earned, and come back with it', () => {
    const final: PlanData = {
      ...data,
      plan: { ...data.plan, stage: 'final' },
      teamRewards: new Map([reward('earned', null), reward('missed', null)].map((one) => [one.id, one])),
    };
    const paid = applyChanges(final, approvalChanges(final, step('paid', '2026-11-05T01:00:00.000Z')));
    expect([...paid.teamRewards.values()].map(({ state }) => state)).toEqual(['paid', 'draft']);
    const back = applyChanges(paid, approvalChanges(paid, step('draft', '2026-11-06T01:00:00.000Z', '重算')));
    expect([...back.teamRewards.values()].map(({ state }) => state)).toEqual(['draft', 'draft']);
    expect(back.plan.stage).toBe('final');
  });
});

describe('a kept what-if', () => {
  it('comes back from the settings as it was stored, and takes the place of one with its name', () => {
    const tryOut = {
      actuals: new Map([['g', '138.8']]),
      targets: new Map([['g', '150']]),
      bandValues: new Map([[1, '1.05']]),
    };
    const one = { id: 'a', name: '保守', tryOut };
    expect(restoreScenario(JSON.parse(JSON.stringify(storeScenario(one))))).toEqual(one);
    expect(keepScenario([one], { id: 'b', name: '保守', tryOut: NO_TRY })).toEqual([
      { id: 'a', name: '保守', tryOut: NO_TRY },
    ]);
    expect(keepScenario([one], { id: 'b', name: '乐观', tryOut: NO_TRY })).toHaveLength(2);
  });

  it('leaves out what is no number', () => {
    const read = restoreScenario({ id: 'a', name: 'x', actuals: [['g', 'NaN']], targets: [], bandValues: [[0, '1']] });
    expect(read.tryOut.actuals.size).toBe(0);
    expect(isIdle(read.tryOut)).toBe(false);
  });

  it('leaves the plan as it is', () => {
    const before = JSON.stringify(data.plan);
    const result = evaluatePlan(data, TODAY);
    const other = tryPlan(data, result, { ...NO_TRY, bandValues: new Map([[0, '2']]) });
    expect(evaluatePlan(other, TODAY).team.paidTotal).toBeGreaterThan(result.team.paidTotal);
    expect(JSON.stringify(data.plan)).toBe(before);
    expect(evaluatePlan(data, TODAY).team.paidTotal).toBe(result.team.paidTotal);
  });
});

describe('total payout against team completion', () => {
  it('never falls when the team does better, and goes through what is paid today', () => {
    const result = evaluatePlan(data, TODAY);
    const points = sensitivity(data, result);
    expect(points.map(drawn).map(({ x }) => x)).toEqual(Array.from({ length: 36 }, (_, index) => 60 + 2 * index));
    for (const [index, point] of points.entries()) {
      expect(point.paidTotal).toBeGreaterThanOrEqual(points[index - 1]?.paidTotal ?? 0);
    }
    const below = points.filter(({ completion }) => drawn({ completion, paidTotal: 0 }).x <= 94).at(-1);
    const above = points.find(({ completion }) => drawn({ completion, paidTotal: 0 }).x >= 96);
    expect(result.team.paidTotal).toBeGreaterThanOrEqual(below?.paidTotal ?? Infinity);
    expect(result.team.paidTotal).toBeLessThanOrEqual(above?.paidTotal ?? 0);
  });

  it('says from where on the budget is not enough', () => {
    const result = evaluatePlan(data, TODAY);
    const points = sensitivity(data, result);
    const from = overBudgetFrom(points, result.team.paidTotal);
    expect(from && points.some(({ completion }) => equal(completion, from))).toBe(true);
    expect(overBudgetFrom(points, null)).toBeNull();
    expect(overBudgetFrom(points, Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});
