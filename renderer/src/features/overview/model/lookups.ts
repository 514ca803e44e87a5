import type { Goal } from '#shared/domain/goal';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';

/** Name of whoever carries a goal; empty when the record is gone. */
export function holderName(data: PlanData, goal: Goal): string {
  return goal.holder.kind === 'member'
    ? (data.members.get(goal.holder.memberId)?.name ?? '')
    : (data.units.get(goal.holder.unitId)?.name ?? '');
}

/** Name of the unit a goal's holder belongs to; empty for units themselves. */
export function groupName(data: PlanData, goal: Goal): string {
  if (goal.holder.kind !== 'member') return '';
  const unitId = data.members.get(goal.holder.memberId)?.unitId ?? null;
  return unitId === null ? '' : (data.units.get(unitId)?.name ?? '');
}

export const indicatorOf = (data: PlanData, goal: Goal): Indicator | null =>
  data.indicators.get(goal.indicatorId) ?? null;

/** All goals by their order in the plan. */
export const goalsInOrder = (data: PlanData): Goal[] => [...data.goals.values()].sort((a, b) => a.order - b.order);

/** Ids of goals that have children on the same indicator: their warning repeats what stands below. */
export function parentIds(data: PlanData): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const goal of data.goals.values()) {
    if (goal.parentId === null) continue;
    if (data.goals.get(goal.parentId)?.indicatorId === goal.indicatorId) ids.add(goal.parentId);
  }
  return ids;
}
