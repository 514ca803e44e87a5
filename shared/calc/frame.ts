import { periodProblem } from '../domain/period';
import type { IsoDate } from '../domain/primitives';
import { missingCalendarYears, workCalendar, type WorkCalendar } from './calendar';
import { addDays, daysBetween, earlier, later } from './dates';
import { ZERO } from './fraction';
import { monthCount, monthSpans } from './monthSpans';
import type { Fraction, Timeline } from './result';
import { weekSlots } from './weekSlots';

/** A stretch of days that lies in one slot and in one month: the grain that both are made of. */
export interface Part {
  /** Index into the timeline's slots and months. */
  readonly slot: number;
  readonly month: number;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly workdays: number;
  readonly days: number;
}

/** The timeline of a plan and what the other nodes need to place facts and targets in it. */
export interface Frame {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly timeline: Timeline;
  readonly parts: readonly Part[];
  readonly monthCount: Fraction;
  readonly calendar: WorkCalendar;
}

/**
 * Cuts a period into slots, months and their common parts, as seen as of a day (specification section 6). A period that
 * no plan can have (see `periodProblem`; a few wrong digits make thousands of years) has none of them.
 */
export function makeFrame(start: IsoDate, end: IsoDate, asOf: IsoDate, calendar: WorkCalendar): Frame {
  if (periodProblem(start, end) !== null) return emptyFrame(start, end, asOf, calendar);
  const slots = weekSlots(start, end, calendar, asOf);
  const months = monthSpans(start, end, calendar);
  const parts: Part[] = [];
  for (const [slot, { start: slotStart, end: slotEnd }] of slots.entries()) {
    for (const [month, span] of months.entries()) {
      const from = later(slotStart, span.start);
      const to = earlier(slotEnd, span.end);
      if (from > to) continue;
      const workdays = calendar.countWorkdays(from, to);
      parts.push({ slot, month, start: from, end: to, workdays, days: daysBetween(from, to) });
    }
  }
  const dayBefore = addDays(asOf, -1);
  const timeline: Timeline = {
    asOf,
    slots,
    months,
    workdays: calendar.countWorkdays(start, end),
    workdaysElapsed: calendar.countWorkdays(start, earlier(dayBefore, end)),
    missingCalendarYears: missingCalendarYears(start, end),
  };
  return { start, end, timeline, parts, monthCount: monthCount(months), calendar };
}

function emptyFrame(start: IsoDate, end: IsoDate, asOf: IsoDate, calendar: WorkCalendar): Frame {
  const timeline: Timeline = { asOf, slots: [], months: [], workdays: 0, workdaysElapsed: 0, missingCalendarYears: [] };
  return { start, end, timeline, parts: [], monthCount: ZERO, calendar };
}

/** `makeFrame` with the official calendar corrected by the user's own days. */
export function planFrame(
  start: IsoDate,
  end: IsoDate,
  asOf: IsoDate,
  ownHolidays: readonly IsoDate[],
  ownWorkdays: readonly IsoDate[],
): Frame {
  return makeFrame(start, end, asOf, workCalendar({ ownHolidays, ownWorkdays }));
}
