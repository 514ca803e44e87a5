import type { IsoDate } from '../domain/primitives';

/**
 * Arithmetic on days. A day is counted from 1970-01-01 and read as UTC, so that nothing depends on the machine's clock
 * or time zone.
 */

const DAY = 86_400_000;

/** Days since 1970-01-01. Throws a RangeError when the text is no day of the calendar. */
export function dayNumber(date: IsoDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY;
  if (isoDate(day) !== date) throw new RangeError(`not a date: ${date}`);
  return day;
}

export const isoDate = (day: number): IsoDate => new Date(day * DAY).toISOString().slice(0, 10);

export const addDays = (date: IsoDate, days: number): IsoDate => isoDate(dayNumber(date) + days);

/** Monday 0 … Sunday 6. 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** `yyyy-mm`. */
export const monthOf = (date: IsoDate): string => date.slice(0, 7);

/** Number of days of a month `yyyy-mm`. */
export function daysInMonth(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Date.UTC(year, number, 1) / DAY - Date.UTC(year, number - 1, 1) / DAY;
}

/** Days from `start` to `end`, both inclusive; 0 when `end` is before `start`. */
export const daysBetween = (start: IsoDate, end: IsoDate): number => Math.max(0, dayNumber(end) - dayNumber(start) + 1);

export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a);
