import { fromDecimalOrNull, subtract, toNumber } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction, GoalResult, Timeline } from '#shared/calc/result';
import type { LessonEvidence } from '#shared/domain/evaluation';
import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal, IsoDate } from '#shared/domain/primitives';
import type { BurnUpDrawing } from '../../../charts/burnUpDrawing';
import { dayAfter, monthDay, monthOf } from '../../../format/date';
import { formatQuantity, formatSigned, groupDigits } from '../../../format/number';
import { holderName } from './evidence';

/** The burn-up of a goal as it is now, to be kept on a card: every week's target, and the actual of those that are over. */
export function evidenceOf(data: PlanData, goal: Goal, result: GoalResult, timeline: Timeline): LessonEvidence {
  const indicator = data.indicators.get(goal.indicatorId);
  const decimal = (value: Fraction | null | undefined): Decimal | null => (value ? toDecimal(value) : null);
  return {
    holder: holderName(data, goal),
    indicator: indicator?.name ?? '',
    unit: indicator?.unit ?? '',
    on: timeline.asOf,
    start: timeline.slots[0]?.start ?? data.plan.start,
    points: timeline.slots.map((slot, index) => {
      const figure = result.slots[index];
      return {
        end: slot.end,
        target: decimal(figure?.cumulativeTarget),
        actual: slot.closed ? decimal(figure?.cumulativeActual) : null,
      };
    }),
  };
}

/** A week of the chart as its table shows it. */
export interface EvidenceRow {
  readonly end: IsoDate;
  readonly target: string;
  readonly actual: string;
  readonly gap: string;
}

/** Most fraction digits that are shown. */
const DIGITS = 2;

/** Fraction digits the chart's figures have, so that they are shown like the indicator's. */
function digitsOf(chart: LessonEvidence): number {
  const lengths = chart.points.flatMap(({ target, actual }) =>
    [target, actual].map((value) => value?.split('.')[1]?.length ?? 0),
  );
  // A quotient has all the digits there are; one of them is enough.
  return Math.max(0, ...lengths.map((length) => (length > DIGITS ? 1 : length)));
}

/** The table behind the chart. */
export function evidenceRows(chart: LessonEvidence): EvidenceRow[] {
  const digits = digitsOf(chart);
  return chart.points.map(({ end, target, actual }) => {
    const [plan, done] = [fromDecimalOrNull(target), fromDecimalOrNull(actual)];
    return {
      end,
      target: formatQuantity(plan, digits),
      actual: formatQuantity(done, digits),
      gap: formatSigned(plan && done ? subtract(done, plan) : null, digits),
    };
  });
}

/** The last week with both figures, as its row; null when there is none. */
export const lastRow = (chart: LessonEvidence): EvidenceRow | null => {
  const at = chart.points.findLastIndex(({ target, actual }) => target !== null && actual !== null);
  return evidenceRows(chart)[at] ?? null;
};

const DAY = 86_400_000;
const day = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** The chart as it is drawn; `monthName` names a month 1–12. */
export function evidenceDrawing(chart: LessonEvidence, monthName: (month: number) => string): BurnUpDrawing {
  const { points, start } = chart;
  const end = points.at(-1)?.end ?? start;
  const length = Math.max(1, day(end) + 1 - day(start));
  const at = (date: IsoDate, offset = 0): number => (day(date) + offset - day(start)) / length;
  const begins = points.map((_, index) => (index === 0 ? start : dayAfter(points[index - 1]?.end ?? start, 1)));
  const number = (value: Decimal | null): number | null => {
    const exact = fromDecimalOrNull(value);
    return exact && toNumber(exact);
  };
  const months = [...new Set([start, ...begins].map((date) => date.slice(0, 7)))].sort();
  const last = lastRow(chart);
  const lastPoint = points.findLast(({ target, actual }) => target !== null && actual !== null);
  const whole = points.at(-1)?.target ?? null;
  const over = lastPoint?.end === end;
  return {
    points: points.map((point, index) => ({
      label: String(index + 1),
      from: at(begins[index] ?? start),
      to: at(point.end, 1),
      current: false,
      target: number(point.target),
      actual: number(point.actual),
    })),
    months: months.map((month, index) => {
      const next = months[index + 1];
      return {
        label: monthName(monthOf(month)),
        from: index === 0 ? 0 : at(`${month}-01`),
        to: next === undefined ? 1 : at(`${next}-01`),
      };
    }),
    today: over || chart.on > end ? null : { at: at(chart.on), label: monthDay(chart.on) },
    target: whole === null ? null : { value: number(whole) ?? 0, text: evidenceRows(chart).at(-1)?.target ?? '' },
    projection: over && last ? { value: number(lastPoint.actual) ?? 0, text: last.actual } : null,
    // A rate has the same target every week; what adds up has not.
    cumulative: points.some(({ target }) => target !== points[0]?.target),
    lastActual: last?.actual ?? '',
    lastTarget: last?.target ?? '',
    tickText: (value) => groupDigits(String(value)),
  };
}
