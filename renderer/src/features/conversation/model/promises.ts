import type { ImprovementItem } from '#shared/domain/evaluation';
import type { Member } from '#shared/domain/organisation';
import type { Plan } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';

/** The plan of the same team that ended last before this one began; null when there is none. */
export function previousPlan(plans: readonly Plan[], current: Plan): Plan | null {
  let last: Plan | null = null;
  for (const plan of plans) {
    if (plan.id === current.id || plan.teamName !== current.teamName || plan.end >= current.start) continue;
    if (last === null || plan.end > last.end) last = plan;
  }
  return last;
}

/** What was agreed with the person in that plan: found by id, else by staff number, else by name. */
export function promisesOf(
  data: PlanData,
  person: Pick<Member, 'id' | 'employeeNo' | 'name'>,
): readonly ImprovementItem[] {
  const members = [...data.members.values()];
  const same =
    data.members.get(person.id) ??
    (person.employeeNo === '' ? undefined : members.find((one) => one.employeeNo === person.employeeNo)) ??
    members.find((one) => one.name === person.name);
  return same ? (data.conversations.get(same.id)?.improvement ?? []) : [];
}
