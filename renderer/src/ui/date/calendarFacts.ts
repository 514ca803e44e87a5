import { inject, type InjectionKey } from 'vue';
import type { IsoDate } from '#shared/domain/primitives';

/** What a day is in the calendar people work by: a `holiday` on a weekday, `makeUp` work on a weekend, or as usual. */
export type DayMark = 'holiday' | 'makeUp' | null;

/** What date fields need to know and cannot: the application provides it (see shell/provideCalendar). */
export interface CalendarFacts {
  readonly today: () => IsoDate;
  readonly markOf: (date: IsoDate) => DayMark;
}

export const calendarFacts: InjectionKey<CalendarFacts> = Symbol('calendarFacts');

/** Throws where nothing provides the facts: a date field outside the application is a mistake of ours. */
export function useCalendarFacts(): CalendarFacts {
  const facts = inject(calendarFacts, null);
  if (!facts) throw new Error('no calendar facts are provided');
  return facts;
}
