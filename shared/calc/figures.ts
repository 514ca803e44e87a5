import type { Indicator } from '../domain/indicator';
import { completionOf } from './completion';
import { add, divide, isZero, ZERO } from './fraction';
import type { Frame } from './frame';
import type { Fraction, MonthFigure, SlotFigure, SpanFigure } from './result';
import { amountOf, type Amount, type Tally } from './tally';
import type { GoalTarget } from './target';
import { warningRun, type ClosedSlot, type WarningRule, type WarningRun } from './warning';

/** A rate of unit % is stored as 90 for 90 %. */
export const isPercent = (indicator: Pick<Indicator, 'unit'>): boolean =>
  indicator.unit === '%' || indicator.unit === '％';

interface Span {
  readonly from: number;
  readonly to: number;
  /** Its first day is after the as-of day: nothing can have happened yet. */
  readonly ahead: boolean;
}

const NOTHING: Amount = { count: 0, actual: null, numerator: null, denominator: null };

function spansBy(frame: Frame, key: 'slot' | 'month'): Span[] {
  const spans: Span[] = [];
  for (const [i, part] of frame.parts.entries()) {
    const open = spans[part[key]];
    spans[part[key]] = open ? { ...open, to: i + 1 } : { from: i, to: i + 1, ahead: part.start > frame.timeline.asOf };
  }
  return spans;
}

interface Counted extends SpanFigure {
  readonly count: number;
}

function spanFigures(
  indicator: Indicator,
  spans: readonly Span[],
  targets: readonly Fraction[] | null,
  tally: Tally,
): Counted[] {
  const percent = isPercent(indicator);
  let cumulativeTarget = ZERO;
  return spans.map((span, i) => {
    const target = targets?.[i] ?? null;
    if (target !== null) cumulativeTarget = indicator.aggregation === 'sum' ? add(cumulativeTarget, target) : target;
    const amount = span.ahead ? NOTHING : amountOf(tally, span.from, span.to, percent);
    const soFar = span.ahead ? NOTHING : amountOf(tally, 0, span.to, percent);
    return {
      count: amount.count,
      target,
      actual: amount.actual,
      numerator: amount.numerator,
      denominator: amount.denominator,
      completion: completionOf(indicator, target, amount.actual).value,
      cumulativeTarget: target === null ? null : cumulativeTarget,
      cumulativeActual: soFar.actual,
      cumulativeCompletion: target === null ? null : completionOf(indicator, cumulativeTarget, soFar.actual).value,
    };
  });
}

/** A goal in every slot and month, and the run of slots under its warning threshold. */
export interface GoalFigures {
  readonly slots: readonly SlotFigure[];
  readonly months: readonly MonthFigure[];
  readonly run: WarningRun;
  readonly pace: Fraction | null;
  readonly projection: Fraction | null;
}

/**
 * Figures of a goal by slot and month (specification sections 2, 6 and 7). Pace and projection count closed slots on both
 * sides, so that a week half over does not look like a week half missed.
 */
export function goalFigures(
  indicator: Indicator,
  target: GoalTarget,
  tally: Tally,
  rule: WarningRule,
  frame: Frame,
): GoalFigures {
  const { slots, months } = frame.timeline;
  const bySlot = spanFigures(indicator, spansBy(frame, 'slot'), target.spans?.slots ?? null, tally);
  const byMonth = spanFigures(indicator, spansBy(frame, 'month'), target.spans?.months ?? null, tally);
  const closed: ClosedSlot[] = [];
  for (const [i, slot] of slots.entries()) {
    const figure = bySlot[i];
    // A goal without a target is not yet due to be reported.
    if (slot.closed && figure && target.total !== null) {
      closed.push({ ...figure, n: slot.n, reported: figure.count > 0 });
    }
  }
  const run = warningRun(closed, rule);
  return {
    slots: bySlot.map(({ count: _count, ...figure }, i) => ({
      ...figure,
      n: i + 1,
      under: run.under[i] ?? null,
      level: run.levels[i] ?? 'green',
    })),
    months: byMonth.map(({ count: _count, ...figure }, i) => ({ ...figure, month: months[i]?.month ?? '' })),
    run,
    ...paceOf(bySlot, slots.filter((slot) => slot.closed).length, target.total),
  };
}

/** Pace over the closed slots, and where it leads; the projection from the second closed slot on. */
export function paceOf(
  slots: readonly SpanFigure[],
  closed: number,
  total: Fraction | null,
): { readonly pace: Fraction | null; readonly projection: Fraction | null } {
  const last = slots[closed - 1];
  const actual = last?.cumulativeActual ?? null;
  const target = last?.cumulativeTarget ?? null;
  if (actual === null || target === null || target.n <= 0n || total === null) return { pace: null, projection: null };
  const projected = { n: actual.n * total.n, d: actual.d * total.d };
  return { pace: divide(actual, target), projection: closed < 2 || isZero(target) ? null : divide(projected, target) };
}
