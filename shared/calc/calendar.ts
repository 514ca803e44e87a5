import official from 'chinese-days/dist/chinese-days.json';
import type { IsoDate } from '../domain/primitives';
import { dayNumber, isoDate, weekday } from './dates';

/*
 * Only the data of the package are used: its functions read the day in the machine's time zone, and west of Greenwich
 * they answer for the day before.
 */
const officialHolidays: ReadonlySet<string> = new Set(Object.keys(official.holidays));
const officialWorkdays: ReadonlySet<string> = new Set(Object.keys(official.workdays));
const coveredYears: ReadonlySet<number> = new Set(
  Object.keys(official.holidays).map((date) => Number(date.slice(0, 4))),
);

export interface WorkCalendar {
  readonly isWorkday: (date: IsoDate) => boolean;
  /** Working days from `start` to `end`, both inclusive. */
  readonly countWorkdays: (start: IsoDate, end: IsoDate) => number;
}

export interface CalendarOptions {
  /** The user's own days: a make-up day counts before a holiday, and both before the official calendar. */
  readonly ownHolidays?: readonly IsoDate[];
  readonly ownWorkdays?: readonly IsoDate[];
  /** Without it a working day is Monday to Friday. */
  readonly official?: boolean;
}

/** Working days (specification section 6): Monday to Friday, corrected by the official calendar and by the user's own. */
export function workCalendar(options: CalendarOptions = {}): WorkCalendar {
  const ownHolidays = new Set(options.ownHolidays);
  const ownWorkdays = new Set(options.ownWorkdays);
  const useOfficial = options.official ?? true;
  const years = new Map<number, Int32Array>();

  const decide = (date: IsoDate, day: number): boolean => {
    if (ownWorkdays.has(date)) return true;
    if (ownHolidays.has(date)) return false;
    if (useOfficial && officialWorkdays.has(date)) return true;
    if (useOfficial && officialHolidays.has(date)) return false;
    return weekday(day) < 5;
  };

  /** Working days of the year before its day i, for i from 0 to the year's length. */
  const yearCounts = (year: number): Int32Array => {
    let counts = years.get(year);
    if (!counts) {
      const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`);
      const length = dayNumber(`${String(year).padStart(4, '0')}-12-31`) - first + 1;
      counts = new Int32Array(length + 1);
      for (let i = 0; i < length; i += 1) {
        counts[i + 1] = (counts[i] ?? 0) + (decide(isoDate(first + i), first + i) ? 1 : 0);
      }
      years.set(year, counts);
    }
    return counts;
  };

  const countInYear = (year: number, start: IsoDate | null, end: IsoDate | null): number => {
    const counts = yearCounts(year);
    const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`);
    const from = start === null ? 0 : dayNumber(start) - first;
    const to = end === null ? counts.length - 1 : dayNumber(end) - first + 1;
    return (counts[to] ?? 0) - (counts[from] ?? 0);
  };

  const countWorkdays = (start: IsoDate, end: IsoDate): number => {
    if (end < start) return 0;
    const firstYear = Number(start.slice(0, 4));
    const lastYear = Number(end.slice(0, 4));
    let count = 0;
    for (let year = firstYear; year <= lastYear; year += 1) {
      count += countInYear(year, year === firstYear ? start : null, year === lastYear ? end : null);
    }
    return count;
  };

  return { isWorkday: (date) => countWorkdays(date, date) === 1, countWorkdays };
}

/** Years of the period the bundled official calendar says nothing about (said, not guessed: specification section 6). */
export function missingCalendarYears(start: IsoDate, end: IsoDate): number[] {
  const missing: number[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    if (!coveredYears.has(year)) missing.push(year);
  }
  return missing;
}
