import { subtract } from '#shared/calc/fraction';
import type { Fraction, GoalResult, Timeline } from '#shared/calc/result';

/** A slot's end on the time axis and both cumulative figures there. */
export interface BurnPoint {
  readonly n: number;
  /** 0 = start of the period, 1 = its end, by calendar days. */
  readonly from: number;
  readonly to: number;
  readonly current: boolean;
  readonly target: Fraction | null;
  /** null for slots that are not closed. */
  readonly actual: Fraction | null;
}

/** What the burn-up chart draws, and the finding its title says. */
export interface BurnUp {
  readonly points: readonly BurnPoint[];
  readonly months: readonly { readonly month: string; readonly from: number; readonly to: number }[];
  readonly today: number | null;
  readonly target: Fraction | null;
  readonly projection: Fraction | null;
  /** Last closed slot with both figures. */
  readonly last: BurnPoint | null;
  /** actual − target there. */
  readonly gap: Fraction | null;
  /** projection − target at the end. */
  readonly endGap: Fraction | null;
}

const DAY = 86_400_000;
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export function burnUp(goal: GoalResult, timeline: Timeline): BurnUp {
  const first = timeline.slots[0];
  const end = timeline.slots.at(-1);
  const start = first ? day(first.start) : 0;
  const length = first && end ? day(end.end) + 1 - start : 1;
  const at = (date: string, offset = 0): number => (day(date) + offset - start) / length;
  const points = timeline.slots.map((slot, index): BurnPoint => {
    const figure = goal.slots[index];
    return {
      n: slot.n,
      from: at(slot.start),
      to: at(slot.end, 1),
      current: slot.current,
      target: figure?.cumulativeTarget ?? null,
      actual: slot.closed ? (figure?.cumulativeActual ?? null) : null,
    };
  });
  const last = points.filter((point) => point.actual !== null && point.target !== null).at(-1) ?? null;
  const today = at(timeline.asOf);
  return {
    points,
    months: timeline.months.map((month) => ({ month: month.month, from: at(month.start), to: at(month.end, 1) })),
    today: today >= 0 && today <= 1 ? today : null,
    target: goal.target,
    projection: goal.projection,
    last,
    gap: last?.actual && last.target ? subtract(last.actual, last.target) : null,
    endGap: goal.projection && goal.target ? subtract(goal.projection, goal.target) : null,
  };
}
