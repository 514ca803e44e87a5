import { isNegative, isZero, negate, toNumber } from '#shared/calc/fraction';
import type { Fraction, GoalResult } from '#shared/calc/result';
import type { Indicator } from '#shared/domain/indicator';
import type { IsoDate } from '#shared/domain/primitives';
import type { BurnUpDrawing } from '../../charts/burnUpDrawing';
import { monthDay, monthOf } from '../../format/date';
import { formatPercentSign, formatQuantity, groupDigits } from '../../format/number';
import type { Say } from '../derivation/context';
import type { BurnUp } from './model/burnUp';
import type { Phase } from './model/pacing';

const magnitude = (value: Fraction): Fraction => (isNegative(value) ? negate(value) : value);

/** A difference of rates is in percentage points. */
const gapUnit = (indicator: Indicator, t: Say): string =>
  indicator.unit === '%' ? t('overview.chart.points') : indicator.unit;

/** The finding the chart's title says: behind or ahead of plan, and where that leads. */
export function burnUpTitle(burn: BurnUp, goal: GoalResult, indicator: Indicator, phase: Phase, t: Say): string {
  const adds = indicator.aggregation === 'sum';
  const base = { indicator: indicator.name, unit: gapUnit(indicator, t) };
  const show = (value: Fraction): string => formatQuantity(magnitude(value), indicator.precision);
  if (burn.gap === null) return t('overview.chart.nothing', base);
  if (phase === 'after') {
    const params = { ...base, gap: show(burn.gap), rate: formatPercentSign(goal.completion.value) };
    return t(isNegative(burn.gap) ? 'overview.chart.after' : 'overview.chart.afterReached', params);
  }
  const params = { ...base, gap: show(burn.gap) };
  if (!adds && !isZero(burn.gap))
    return t(isNegative(burn.gap) ? 'overview.chart.below' : 'overview.chart.above', params);
  if (isZero(burn.gap)) return t('overview.chart.onPlan', base);
  const kind = isNegative(burn.gap) ? 'behind' : 'ahead';
  if (burn.endGap === null) return t(`overview.chart.${kind}Only`, params);
  if (kind === 'behind' && !isNegative(burn.endGap)) return t('overview.chart.behindMeets', params);
  return t(`overview.chart.${kind}`, { ...params, end: show(burn.endGap) });
}

/** What a person who does not see the chart is told. */
export function burnUpLabel(burn: BurnUp, indicator: Indicator, t: Say): string {
  const show = (value: Fraction | null): string => formatQuantity(value, indicator.precision);
  if (!burn.last) return t('overview.chart.labelEmpty', { target: show(burn.target), unit: indicator.unit });
  return t('overview.chart.label', {
    n: burn.last.n,
    actual: show(burn.last.actual),
    target: show(burn.last.target),
    unit: indicator.unit,
  });
}

/** The burn-up as the chart draws it: numbers for lines, texts for labels. */
export function burnUpDrawing(burn: BurnUp, indicator: Indicator, asOf: IsoDate, t: Say): BurnUpDrawing {
  const show = (value: Fraction | null): string => formatQuantity(value, indicator.precision);
  const adds = indicator.aggregation === 'sum';
  const end = (value: Fraction | null) => (value === null ? null : { value: toNumber(value), text: show(value) });
  return {
    points: burn.points.map((point) => ({
      label: String(point.n),
      from: point.from,
      to: point.to,
      current: point.current,
      target: point.target && toNumber(point.target),
      actual: point.actual && toNumber(point.actual),
    })),
    months: burn.months.map((month) => ({
      label: t(`overview.months.${monthOf(month.month)}`),
      from: month.from,
      to: month.to,
    })),
    today: burn.today === null ? null : { at: burn.today, label: t('overview.chart.today', { date: monthDay(asOf) }) },
    target: end(burn.target),
    projection: end(burn.last?.to === 1 ? burn.last.actual : adds ? burn.projection : null),
    cumulative: adds,
    lastActual: show(burn.last?.actual ?? null),
    lastTarget: show(burn.last?.target ?? null),
    tickText: (value) => groupDigits(String(value)),
  };
}
