import { atLeast, divide, fromDecimal, isZero } from '#shared/calc/fraction';
import type { Fraction, GoalResult } from '#shared/calc/result';
import type { Milestone } from '#shared/domain/goal';

/** How far a milestone is: a quantity for cumulative rules, a ratio for shares, nothing for those ticked by hand. */
export interface MilestoneStanding {
  readonly kind: 'quantity' | 'ratio' | 'manual';
  readonly value: Fraction | null;
  readonly reached: boolean;
}

function share(actual: Fraction | null, target: Fraction | null): Fraction | null {
  return actual === null || target === null || isZero(target) ? null : divide(actual, target);
}

function measure(milestone: Milestone, goal: GoalResult): Fraction | null {
  if (milestone.rule === 'cumulative') return goal.actual;
  if (milestone.rule === 'periodShare') return share(goal.actual, goal.target);
  const month = goal.months.find((figure) => figure.month === milestone.date.slice(0, 7));
  return month ? share(month.actual, month.target) : null;
}

/** Rules are judged from the numbers, the rest from its tick. */
export function milestoneStanding(milestone: Milestone, goal: GoalResult | undefined): MilestoneStanding {
  if (milestone.rule === 'manual' || milestone.threshold === null) {
    return { kind: 'manual', value: null, reached: milestone.state === 'done' };
  }
  const value = goal ? measure(milestone, goal) : null;
  const reached = milestone.state === 'done' || (value !== null && atLeast(value, fromDecimal(milestone.threshold)));
  return { kind: milestone.rule === 'cumulative' ? 'quantity' : 'ratio', value, reached };
}
