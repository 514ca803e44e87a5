import type { IsoDate } from '#shared/domain/primitives';
import { NOTHING } from './number';

/** `08-24`: a day inside the plan's year. */
export const monthDay = (date: IsoDate | null): string => (date === null ? NOTHING : date.slice(5));

/** `08-24 – 08-30`. */
export const dayRange = (start: IsoDate, end: IsoDate): string => `${monthDay(start)} – ${monthDay(end)}`;

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The day `days` after (before, when negative) a day. */
export function dayAfter(date: IsoDate, days: number): IsoDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Month of `yyyy-mm` or `yyyy-mm-dd`, 1–12. */
export const monthOf = (date: string): number => Number(date.slice(5, 7));
