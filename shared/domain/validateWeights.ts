import { equal, fromDecimal, HUNDRED, sum } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import type { Goal } from './goal';
import type { MemberId } from './ids';
import type { IndicatorKind } from './indicator';
import type { Issue } from './issue';
import type { PlanData } from './planData';
import { issueAbout } from './validateSupport';

/** Goals of one member whose indicators are of one kind, in the order of the plan. */
export function weightedGoals(data: PlanData, memberId: MemberId, kind: IndicatorKind): Goal[] {
  const own = goalsByMember(data.goals).get(memberId) ?? [];
  return own.filter(({ indicatorId }) => data.indicators.get(indicatorId)?.kind === kind);
}

/** Grouped once for each state of the goals: with hundreds of people, looking through all goals for each one is slow. */
const grouped = new WeakMap<PlanData['goals'], ReadonlyMap<MemberId, readonly Goal[]>>();

function goalsByMember(goals: PlanData['goals']): ReadonlyMap<MemberId, readonly Goal[]> {
  const known = grouped.get(goals);
  if (known) return known;
  const groups = new Map<MemberId, Goal[]>();
  for (const goal of goals.values()) {
    if (goal.holder.kind !== 'member') continue;
    const group = groups.get(goal.holder.memberId);
    if (group) group.push(goal);
    else groups.set(goal.holder.memberId, [goal]);
  }
  grouped.set(goals, groups);
  return groups;
}

/**
 * Weights of one member's indicators of a kind must add to 100 (specification section 3): a warning while planning, an
 * error, which blocks finalising, from then on. Helpers from elsewhere are not scored and need no weights.
 */
export function validateWeights(data: PlanData): Issue[] {
  const level = data.plan.stage === 'planning' ? 'warning' : 'error';
  return [...data.members.values()]
    .filter((member) => !member.external)
    .flatMap((member) =>
      (['quantitative', 'qualitative'] as const).flatMap((kind) => {
        const goals = weightedGoals(data, member.id, kind);
        if (goals.length === 0) return [];
        const total = sum(goals.map((goal) => fromDecimal(goal.weight ?? '0')));
        if (equal(total, HUNDRED)) return [];
        const code = kind === 'quantitative' ? 'member.quantitativeWeights' : 'member.qualitativeWeights';
        return [issueAbout('members', member.id, code, level, { name: member.name, total: toDecimal(total) })];
      }),
    );
}
