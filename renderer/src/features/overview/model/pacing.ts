import { divide, isNegative, subtract, whole } from '#shared/calc/fraction';
import type { Fraction, GoalResult, Slot, Timeline } from '#shared/calc/result';

/** Before the first day, inside the period, or after its last one. */
export type Phase = 'before' | 'running' | 'after';

export function phaseOf(timeline: Timeline): Phase {
  const first = timeline.slots[0];
  const last = timeline.slots.at(-1);
  if (!first || !last || timeline.asOf < first.start) return 'before';
  return timeline.asOf > last.end ? 'after' : 'running';
}

export const currentSlot = (timeline: Timeline): Slot | null => timeline.slots.find((slot) => slot.current) ?? null;

export const closedSlots = (timeline: Timeline): readonly Slot[] => timeline.slots.filter((slot) => slot.closed);

/** Working days that are left, today included. */
export const workdaysLeft = (timeline: Timeline): number => Math.max(0, timeline.workdays - timeline.workdaysElapsed);

/** What each working day still has to bring for the target; null when it is reached, or no day is left. */
export function neededPerDay(goal: GoalResult, timeline: Timeline): Fraction | null {
  const days = workdaysLeft(timeline);
  if (goal.actual === null || goal.target === null || days === 0) return null;
  const missing = subtract(goal.target, goal.actual);
  return isNegative(missing) ? null : divide(missing, whole(days));
}
