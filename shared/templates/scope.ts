import type { PlanData } from '../domain/planData';
import type { Scope, Visibility } from './definition';

/** Ids of a unit and of everything below it. */
export function unitsBelow(data: PlanData, unitId: string): ReadonlySet<string> {
  const found = new Set([unitId]);
  // A unit may stand before its parent; repeat until nothing is added (a circle ends that way too).
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const unit of data.units.values()) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  }
  return found;
}

/** Who and what is in the file: a person's own, or a unit with everybody in it, or all. */
export function visibilityOf(data: PlanData, scope: Scope): Visibility {
  if (scope.kind === 'all') return { member: () => true, goal: () => true };
  const units = scope.kind === 'unit' ? unitsBelow(data, scope.unitId) : new Set<string>();
  const member = (id: string): boolean =>
    scope.kind === 'member' ? id === scope.memberId : units.has(data.members.get(id)?.unitId ?? '');
  return {
    member,
    goal: (id) => {
      const goal = data.goals.get(id);
      if (!goal) return false;
      return goal.holder.kind === 'member' ? member(goal.holder.memberId) : units.has(goal.holder.unitId);
    },
  };
}
