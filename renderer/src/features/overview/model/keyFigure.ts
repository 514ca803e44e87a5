import { divide, fraction, HUNDRED, isZero, larger, toNumber } from '#shared/calc/fraction';
import type { Fraction, GoalResult, Timeline } from '#shared/calc/result';
import type { Indicator } from '#shared/domain/indicator';

/** Lengths of the bar under a key figure: how far it is, and where it should be; 1 = the whole bar, null = no tick. */
export interface BarLengths {
  readonly value: number | null;
  readonly tick: number | null;
}

const share = (part: Fraction, of: Fraction): Fraction | null => (isZero(of) ? null : divide(part, of));

/** Share of the period's working days that is over, 0 without working days. */
export function timeElapsed(timeline: Timeline): Fraction {
  return timeline.workdays === 0 ? fraction(0n) : fraction(BigInt(timeline.workdaysElapsed), BigInt(timeline.workdays));
}

/**
 * What adds up is measured against its target, with a tick where the time is; a rate or state is measured on a scale of
 * its own (per cent, or up to the larger of both), with a tick at its target.
 */
export function barLengths(indicator: Indicator, goal: GoalResult, timeline: Timeline): BarLengths {
  if (goal.actual === null || goal.target === null) return { value: null, tick: null };
  if (indicator.aggregation === 'sum') {
    const value = share(goal.actual, goal.target);
    return { value: value && toNumber(value), tick: toNumber(timeElapsed(timeline)) };
  }
  const scale = indicator.unit === '%' ? HUNDRED : larger(goal.actual, goal.target);
  const value = share(goal.actual, scale);
  const tick = share(goal.target, scale);
  return { value: value && toNumber(value), tick: tick && toNumber(tick) };
}
