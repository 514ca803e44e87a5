import { makeMilestone } from '#shared/domain/builders';
import { putRecord, type Change } from '#shared/domain/change';
import type { Goal, Milestone } from '#shared/domain/goal';
import type { NewId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal, IsoDate } from '#shared/domain/primitives';
import type { Timeline } from '#shared/calc/result';

/**
 * What is generated: a share of each month's target by a day of the month (judged from the numbers), or the end of each
 * week (ticked by hand).
 */
export type Pattern =
  | {
      readonly kind: 'month';
      /** 1 = 100 %. */
      readonly share: Decimal;
      /** 1–31; a month that is shorter takes its last day. */
      readonly day: number;
    }
  | { readonly kind: 'week' };

/** Days of a pattern within the period; a month whose day lies outside of the period is left out. */
export function patternDays(timeline: Timeline, pattern: Pattern): IsoDate[] {
  if (pattern.kind === 'week') return timeline.slots.map(({ end }) => end);
  return timeline.months.flatMap(({ month, start, end }) => {
    const [year = 0, number = 1] = month.split('-').map(Number);
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const date = `${month}-${String(Math.min(pattern.day, last)).padStart(2, '0')}`;
    return date < start || date > end ? [] : [date];
  });
}

/** Milestones of a pattern for goals, in order; a day on which a goal already has one is left alone. */
export function patternChanges(
  data: PlanData,
  goals: readonly Goal[],
  timeline: Timeline,
  pattern: Pattern,
  title: (goal: Goal, date: IsoDate, index: number) => string,
  newId: NewId,
): Change[] {
  const taken = new Set([...data.milestones.values()].map(({ goalId, date }) => `${goalId} ${date}`));
  const rule: Partial<Milestone> = pattern.kind === 'month' ? { rule: 'monthShare', threshold: pattern.share } : {};
  const days = patternDays(timeline, pattern);
  return goals.flatMap((goal) =>
    days.flatMap((date, index) =>
      taken.has(`${goal.id} ${date}`)
        ? []
        : [
            putRecord(
              data,
              'milestones',
              makeMilestone({ id: newId(), goalId: goal.id, date, title: title(goal, date, index), ...rule }),
            ),
          ],
    ),
  );
}
