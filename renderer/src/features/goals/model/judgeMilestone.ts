import { add, atLeast, divide, fromDecimal, isZero, ZERO } from '#shared/calc/fraction';
import type { GoalTree } from '#shared/calc/groups';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { Milestone, MilestoneState } from '#shared/domain/goal';
import type { GoalId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';

/** How a milestone stands: `reached` is what its rule measures (quantity, or ratio for the shares); null = ticked by hand. */
export interface Judgement {
  readonly state: MilestoneState;
  readonly reached: Fraction | null;
}

/** Everything reported for a goal and what rolls up into it, from one day to another, both inclusive; null = nothing. */
function reported(data: PlanData, tree: GoalTree, goalId: GoalId, from: IsoDate, to: IsoDate): Fraction | null {
  let total: Fraction | null = null;
  const facts = data.facts.get(goalId);
  facts?.dates.forEach((date, index) => {
    const value = facts.values[index];
    if (date >= from && date <= to && value) total = add(total ?? ZERO, fromDecimal(value));
  });
  for (const child of tree.rolling.get(goalId) ?? []) {
    const part = reported(data, tree, child.id, from, to);
    if (part) total = add(total ?? ZERO, part);
  }
  return total;
}

/**
 * Judges a milestone from the numbers reported up to its date, or up to the as-of date while that is earlier: 累计值 since
 * the start of the period, 月目标占比 within the month of the date, 期目标占比 of the whole target. Reached as soon as the
 * threshold is met, missed once the date has passed without. Rules need an indicator that adds up; others, and rules
 * without a threshold, stay as they were ticked.
 */
export function judgeMilestone(data: PlanData, result: PlanResult, tree: GoalTree, milestone: Milestone): Judgement {
  const byHand = { state: milestone.state, reached: null };
  const goal = data.goals.get(milestone.goalId);
  const indicator = goal && data.indicators.get(goal.indicatorId);
  const { rule, threshold, date } = milestone;
  if (rule === 'manual' || threshold === null || indicator?.aggregation !== 'sum') return byHand;
  const figures = result.goals.get(milestone.goalId);
  const { asOf, months } = result.timeline;
  const month = months.find((span) => span.start <= date && date <= span.end);
  const from = rule === 'monthShare' ? (month?.start ?? data.plan.start) : data.plan.start;
  const to = asOf < date ? asOf : date;
  const sum = reported(data, tree, milestone.goalId, from, to) ?? ZERO;
  const target =
    rule === 'monthShare'
      ? (figures?.months.find((figure) => figure.month === month?.month)?.target ?? null)
      : (figures?.target ?? null);
  if (rule !== 'cumulative' && (target === null || isZero(target))) return byHand;
  const reached = rule === 'cumulative' || target === null ? sum : divide(sum, target);
  if (atLeast(reached, fromDecimal(threshold))) return { state: 'done', reached };
  return { state: asOf > date ? 'missed' : 'open', reached };
}
