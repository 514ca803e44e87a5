import type { PlanData } from '#shared/domain/planData';
import { carryOver } from '#shared/domain/seed/carryOver';
import type { IsoDate } from '#shared/domain/primitives';

/** What an earlier plan would bring into the next one, counted. */
export interface CarrySummary {
  readonly people: number;
  readonly units: number;
  readonly goals: number;
  /** Goals that keep their target because it was not reached. */
  readonly unfinished: number;
  /** Goals whose last actual becomes the baseline. */
  readonly baselines: number;
  readonly lessons: number;
  /** Coaching that goes on, and improvements agreed in the talks. */
  readonly actions: number;
}

/** Counts what `carryOver` would make of a plan for a period; nothing is stored. */
export function carrySummary(previous: PlanData, period: { start: IsoDate; end: IsoDate }): CarrySummary {
  let count = 0;
  const newId = (): string => `carried-${(count += 1)}`;
  const next = carryOver(previous, { ...period, name: '', newId, now: previous.plan.updatedAt });
  const volumes = [...next.goals.values()].filter(
    ({ indicatorId }) => next.indicators.get(indicatorId)?.aggregation === 'sum',
  );
  return {
    people: next.members.size,
    units: next.units.size,
    goals: next.goals.size,
    unfinished: volumes.filter(({ target }) => target !== null).length,
    baselines: [...next.goals.values()].filter(({ baseline }) => baseline !== null).length,
    lessons: next.lessons.size,
    actions: next.coaching.size + next.meetings.size,
  };
}
