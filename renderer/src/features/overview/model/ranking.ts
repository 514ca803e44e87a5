import { compare } from '#shared/calc/fraction';
import type { Fraction, GoalResult, PlanResult, SlotFigure } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import type { Status } from '../../../ui/status';
import { closedSlots } from './pacing';

/** How many of the last closed weeks stand as small bars beside a name. */
export const RECENT_WEEKS = 8;

/** One line of the ranking by pace: a person's goal on the chosen indicator. */
export interface PaceRow {
  readonly goal: Goal;
  readonly memberId: string;
  /** Standard competition rank by exact pace; null where there is no pace yet. */
  readonly rank: number | null;
  readonly pace: Fraction | null;
  readonly actual: Fraction | null;
  readonly target: Fraction | null;
  /** null before anything is closed or reported. */
  readonly status: Status | null;
  readonly recent: readonly SlotFigure[];
}

/** Not reported goes before the warning: a level without the last week says little. */
export function statusOf(goal: GoalResult, lastClosed: number | null): Status | null {
  if (lastClosed === null) return null;
  if (goal.warning.unreported.includes(lastClosed)) return 'unreported';
  return goal.warning.level;
}

function byPace(a: PaceRow, b: PaceRow): number {
  if (a.pace === null || b.pace === null)
    return Number(a.pace === null) - Number(b.pace === null) || a.goal.order - b.goal.order;
  return compare(b.pace, a.pace) || a.goal.order - b.goal.order;
}

/** People with a goal on the indicator, the fastest first; those without a pace last, in the plan's order. */
export function rankByPace(data: PlanData, result: PlanResult, indicatorId: string): PaceRow[] {
  const lastClosed = closedSlots(result.timeline).at(-1)?.n ?? null;
  const rows: PaceRow[] = [];
  for (const goal of data.goals.values()) {
    const figures = result.goals.get(goal.id);
    if (goal.indicatorId !== indicatorId || goal.holder.kind !== 'member' || !figures) continue;
    const closed = figures.slots.filter((slot) => lastClosed !== null && slot.n <= lastClosed);
    rows.push({
      goal,
      memberId: goal.holder.memberId,
      rank: null,
      pace: figures.pace,
      actual: figures.actual,
      target: closed.at(-1)?.cumulativeTarget ?? figures.target,
      status: statusOf(figures, lastClosed),
      recent: closed.slice(-RECENT_WEEKS),
    });
  }
  rows.sort(byPace);
  let rank = 1;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (!before?.pace || !row.pace || compare(before.pace, row.pace) !== 0) rank = index + 1;
    return { ...row, rank: row.pace === null ? null : rank };
  });
}
