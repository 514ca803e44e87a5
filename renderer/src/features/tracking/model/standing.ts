import { add, divide, isZero, whole, ZERO } from '#shared/calc/fraction';
import type { Fraction, GoalResult, SlotFigure } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import { goalsInOrder, holderName, parentIds } from '../../overview/model/lookups';

/** Goals of people that are followed by numbers and that nobody below answers for, in the order of the plan. */
export function peoplesGoals(data: PlanData): { goal: Goal; indicator: Indicator }[] {
  const parents = parentIds(data);
  return goalsInOrder(data).flatMap((goal) => {
    const indicator = data.indicators.get(goal.indicatorId);
    if (goal.holder.kind !== 'member' || parents.has(goal.id) || indicator?.kind !== 'quantitative') return [];
    return [{ goal, indicator }];
  });
}

/** Who carries a goal, with the part of the business it is about where one person has several. */
export function goalName(data: PlanData, goal: Goal): string {
  const name = holderName(data, goal);
  return goal.holder.kind === 'member' && goal.dimensionValue !== '' ? `${name} · ${goal.dimensionValue}` : name;
}

/** Completion to the end of the last reported week, by the indicator's direction; null before the first one. */
export function standingOf(figures: GoalResult): Fraction | null {
  return figures.slots.filter((slot) => slot.under !== null).at(-1)?.cumulativeCompletion ?? null;
}

/** Completion over several weeks: Σ actual ÷ Σ target for sums, the mean of the weeks for everything else. */
export function completionOver(slots: readonly SlotFigure[], indicator: Indicator): Fraction | null {
  const judged = slots.filter((slot) => slot.completion !== null);
  if (judged.length === 0) return null;
  if (indicator.aggregation !== 'sum' || indicator.direction !== 'higher') {
    const total = judged.reduce((sum, slot) => add(sum, slot.completion ?? ZERO), ZERO);
    return divide(total, whole(judged.length));
  }
  const actual = judged.reduce((sum, slot) => add(sum, slot.actual ?? ZERO), ZERO);
  const target = judged.reduce((sum, slot) => add(sum, slot.target ?? ZERO), ZERO);
  return isZero(target) ? null : divide(actual, target);
}

/** What an intervention in a week brought: completion of the weeks before and after it. */
export interface Effect {
  readonly before: Fraction | null;
  readonly after: Fraction | null;
  /** Weeks counted on each side. */
  readonly weeksBefore: number;
  readonly weeksAfter: number;
}

/** Weeks compared on either side of an intervention. */
export const EFFECT_WEEKS = 3;

/** Up to three reported weeks to the slot (inclusive) against up to three after it. */
export function effectOf(figures: GoalResult, indicator: Indicator, slot: number): Effect {
  const judged = figures.slots.filter((figure) => figure.under !== null);
  const before = judged.filter((figure) => figure.n <= slot).slice(-EFFECT_WEEKS);
  const after = judged.filter((figure) => figure.n > slot).slice(0, EFFECT_WEEKS);
  return {
    before: completionOver(before, indicator),
    after: completionOver(after, indicator),
    weeksBefore: before.length,
    weeksAfter: after.length,
  };
}
