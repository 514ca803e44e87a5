import { putRecord, type Change } from '#shared/domain/change';
import { makeMilestone } from '#shared/domain/builders';
import type { Goal } from '#shared/domain/goal';
import type { NewId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import type { Timeline } from '#shared/calc/result';

/** How often: at the end of every month (judged by the month's target) or of every week (ticked by hand). */
export type Pattern = 'month' | 'week';

/** Milestones for a goal at the end of every month or week; a day that has one already is left alone. */
export function patternChanges(
  data: PlanData,
  goal: Goal,
  timeline: Timeline,
  pattern: Pattern,
  title: (end: IsoDate, index: number) => string,
  newId: NewId,
): Change[] {
  const spans = pattern === 'month' ? timeline.months : timeline.slots;
  const taken = new Set(
    [...data.milestones.values()].filter(({ goalId }) => goalId === goal.id).map((milestone) => milestone.date),
  );
  return spans
    .map(({ end }, index) => ({ end, index }))
    .filter(({ end }) => !taken.has(end))
    .map(({ end, index }) =>
      putRecord(
        data,
        'milestones',
        makeMilestone({
          id: newId(),
          goalId: goal.id,
          date: end,
          title: title(end, index),
          ...(pattern === 'month' ? { rule: 'monthShare' as const, threshold: '1' } : {}),
        }),
      ),
    );
}
