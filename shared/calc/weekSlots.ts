import type { IsoDate } from '../domain/primitives';
import type { WorkCalendar } from './calendar';
import { addDays, dayNumber, earlier, weekday } from './dates';
import type { Slot } from './result';

/**
 * The Monday weeks of a period, cut at its ends (specification section 6). A slot is closed when its last day is
 * before `asOf`.
 */
export function weekSlots(start: IsoDate, end: IsoDate, calendar: WorkCalendar, asOf: IsoDate): Slot[] {
  const slots: Slot[] = [];
  let from = start;
  while (from <= end) {
    const to = earlier(end, addDays(from, 6 - weekday(dayNumber(from))));
    slots.push({
      n: slots.length + 1,
      start: from,
      end: to,
      workdays: calendar.countWorkdays(from, to),
      closed: to < asOf,
      current: from <= asOf && asOf <= to,
    });
    from = addDays(to, 1);
  }
  return slots;
}
