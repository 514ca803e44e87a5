import type { Goal } from '../domain/goal';
import type { Indicator } from '../domain/indicator';
import type { Policy } from '../domain/policy';
import type { TrackingNote } from '../domain/tracking';
import { pointsOf } from './bands';
import { cascadeOf, type CascadeChild } from './cascade';
import { completionOf, NO_DATA, NOT_APPLICABLE } from './completion';
import { goalFigures, isPercent } from './figures';
import { fromDecimal } from './fraction';
import type { Frame } from './frame';
import type { GoalResult } from './result';
import { amountOf, type Tally } from './tally';
import type { GoalTarget } from './target';
import { answerWarning, NO_WARNING, type WarningRule } from './warning';

export interface GoalInput {
  readonly goal: Pick<Goal, 'id' | 'indicatorId' | 'partOfLarger'>;
  readonly indicator: Indicator;
  readonly target: GoalTarget;
  /** Own facts and the children's. */
  readonly tally: Tally;
  readonly children: readonly CascadeChild[];
  readonly interventions: readonly TrackingNote[];
  readonly frame: Frame;
  readonly policy: Pick<Policy, 'scoring' | 'warningThreshold' | 'warningRun'>;
}

/** A goal about which nothing can be said: one that is judged by people, or whose node failed. */
export function blankGoal(goal: Pick<Goal, 'id' | 'indicatorId'>, completion = NO_DATA): GoalResult {
  return {
    goalId: goal.id,
    indicatorId: goal.indicatorId,
    target: null,
    monthlyAverage: null,
    actual: null,
    numerator: null,
    denominator: null,
    completion,
    points: null,
    slots: [],
    months: [],
    warning: NO_WARNING,
    pace: null,
    projection: null,
    cascade: null,
  };
}

const warningRule = (indicator: Indicator, policy: GoalInput['policy']): WarningRule =>
  indicator.warning
    ? { threshold: fromDecimal(indicator.warning.threshold), run: indicator.warning.run }
    : { threshold: fromDecimal(policy.warningThreshold), run: policy.warningRun };

/** Everything that follows for one goal (specification sections 2, 3, 6, 7 and 8). */
export function goalResult(input: GoalInput): GoalResult {
  const { goal, indicator, target, tally, frame, policy } = input;
  if (indicator.kind === 'qualitative') return blankGoal(goal, NOT_APPLICABLE);
  const amount = amountOf(tally, 0, frame.parts.length, isPercent(indicator));
  const completion = completionOf(indicator, target.total, amount.actual);
  const figures = goalFigures(indicator, target, tally, warningRule(indicator, policy), frame);
  return {
    goalId: goal.id,
    indicatorId: goal.indicatorId,
    target: target.total,
    monthlyAverage: target.monthlyAverage,
    actual: amount.actual,
    numerator: amount.numerator,
    denominator: amount.denominator,
    completion,
    points: completion.capped === null ? null : pointsOf(policy.scoring, completion.capped),
    slots: figures.slots,
    months: figures.months,
    // The rest of such a goal is carried outside this plan: what is seen here says nothing about how it stands.
    warning: goal.partOfLarger ? NO_WARNING : answerWarning(figures.run, input.interventions, frame.timeline.asOf),
    pace: figures.pace,
    projection: figures.projection,
    cascade: indicator.aggregation === 'sum' ? cascadeOf(target.total, input.children) : null,
  };
}
