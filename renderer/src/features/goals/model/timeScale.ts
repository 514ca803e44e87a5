import type { Timeline } from '#shared/calc/result';
import type { IsoDate } from '#shared/domain/primitives';
import { dayAfter } from '../../../format/date';

const DAY = 86_400_000;

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The day at a place of a time line, 0 = first day, 1 = last day; never outside. */
export function dayAtRatio(start: IsoDate, end: IsoDate, ratio: number): IsoDate {
  const bounded = Math.max(0, Math.min(1, ratio));
  return dayAfter(start, Math.round(daysBetween(start, end) * bounded));
}

/** A line of the time scale; `n` = number of the week, null where months are counted. */
export interface Tick {
  readonly date: IsoDate;
  readonly n: number | null;
}

/** Where the months or the weeks of a period begin. */
export const ticksOf = ({ months, slots }: Timeline, scale: 'month' | 'week'): Tick[] =>
  scale === 'month'
    ? months.map(({ start }) => ({ date: start, n: null }))
    : slots.map(({ start, n }) => ({ date: start, n }));
