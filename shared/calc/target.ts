import type { Goal } from '../domain/goal';
import type { Indicator } from '../domain/indicator';
import type { Policy } from '../domain/policy';
import { divide, fromDecimal, multiply } from './fraction';
import type { Frame } from './frame';
import type { Fraction } from './result';
import { splitTarget, type SpanTargets } from './split';

/** The target of a goal over the period and its spans. */
export interface GoalTarget {
  readonly total: Fraction | null;
  readonly monthlyAverage: Fraction | null;
  readonly spans: SpanTargets | null;
}

/**
 * Target of a goal (specification sections 2 and 6): a monthly average is multiplied by the months of the period, and
 * with pro-rating by the holder's presence. Only a `sum` is multiplied and split; a rate, an average and a stock
 * are the same for a part as for the whole.
 */
export function goalTarget(
  goal: Pick<Goal, 'target' | 'targetBasis'>,
  indicator: Pick<Indicator, 'aggregation' | 'precision'>,
  frame: Frame,
  monthWeights: Policy['monthWeights'],
  presence: Fraction,
): GoalTarget {
  if (goal.target === null) return { total: null, monthlyAverage: null, spans: null };
  const stated = fromDecimal(goal.target);
  if (indicator.aggregation !== 'sum') {
    const { months, slots } = frame.timeline;
    return {
      total: stated,
      monthlyAverage: stated,
      spans: { months: months.map(() => stated), slots: slots.map(() => stated) },
    };
  }
  const whole = goal.targetBasis === 'perMonth' ? multiply(stated, frame.monthCount) : stated;
  const total = multiply(whole, presence);
  return {
    total,
    monthlyAverage: frame.monthCount.n === 0n ? null : divide(total, frame.monthCount),
    spans: splitTarget(total, indicator.precision, frame, monthWeights),
  };
}
