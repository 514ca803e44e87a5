import type { IsoDate } from '../domain/primitives';
import type { WorkCalendar } from './calendar';
import { addDays, daysBetween, daysInMonth, earlier, monthOf } from './dates';
import { add, fraction, ZERO } from './fraction';
import type { Fraction, MonthSpan } from './result';

/** The calendar months of a period, cut at its ends (specification section 6). */
export function monthSpans(start: IsoDate, end: IsoDate, calendar: WorkCalendar): MonthSpan[] {
  const spans: MonthSpan[] = [];
  let from = start;
  while (from <= end) {
    const month = monthOf(from);
    const to = earlier(end, `${month}-${String(daysInMonth(month)).padStart(2, '0')}`);
    spans.push({ month, start: from, end: to, workdays: calendar.countWorkdays(from, to) });
    from = addDays(to, 1);
  }
  return spans;
}

/**
 * How many months a period has, by which a monthly average is multiplied (specification section 2). A month the period
 * cuts counts with the share of its days that lie in it.
 */
export function monthCount(months: readonly MonthSpan[]): Fraction {
  let count = ZERO;
  for (const span of months) {
    count = add(count, fraction(BigInt(daysBetween(span.start, span.end)), BigInt(daysInMonth(span.month))));
  }
  return count;
}
