import { computed, provide } from 'vue';
import { workCalendar } from '#shared/calc/calendar';
import { dayNumber, weekday } from '#shared/calc/dates';
import { usePlanStore } from '../stores/plan';
import { calendarFacts } from '../ui/date/calendarFacts';

/** Gives every date field today's day and the working days of the open plan (without one: the official calendar's). */
export function provideCalendar(): void {
  const store = usePlanStore();
  const calendar = computed(() => {
    const policy = store.plan?.policy;
    return workCalendar(policy ? { ownHolidays: policy.ownHolidays, ownWorkdays: policy.ownWorkdays } : {});
  });
  provide(calendarFacts, {
    today: () => store.today,
    markOf: (date) => {
      const weekend = weekday(dayNumber(date)) > 4;
      if (calendar.value.isWorkday(date) !== weekend) return null;
      return weekend ? 'makeUp' : 'holiday';
    },
  });
}
