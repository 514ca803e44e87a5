import { addDays, dayNumber, daysInMonth, weekday } from '#shared/calc/dates';
import type { IsoDate } from '#shared/domain/primitives';

/** The weeks (Monday to Sunday) that a month `yyyy-mm` touches, whole, so with days of the months beside it. */
export function monthGrid(month: string): IsoDate[][] {
  const first = `${month}-01`;
  const monday = addDays(first, -weekday(dayNumber(first)));
  const last = `${month}-${daysInMonth(month)}`;
  const weeks: IsoDate[][] = [];
  for (let start = monday; start <= last; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(start, day)));
  }
  return weeks;
}

/** The same day `months` later (earlier, when negative), or the month's last day where there is no such day. */
export function monthsLater(date: IsoDate, months: number): IsoDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  const day = Math.min(Number(date.slice(8)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** The day an arrow, Home, End, PageUp or PageDown leads to from `date`; null for any other key. */
export function dayByKey(key: string, date: IsoDate): IsoDate | null {
  const dayOfWeek = weekday(dayNumber(date));
  const moves: Readonly<Record<string, () => IsoDate>> = {
    ArrowLeft: () => addDays(date, -1),
    ArrowRight: () => addDays(date, 1),
    ArrowUp: () => addDays(date, -7),
    ArrowDown: () => addDays(date, 7),
    Home: () => addDays(date, -dayOfWeek),
    End: () => addDays(date, 6 - dayOfWeek),
    PageUp: () => monthsLater(date, -1),
    PageDown: () => monthsLater(date, 1),
  };
  return moves[key]?.() ?? null;
}
