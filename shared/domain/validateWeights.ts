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
  return [...data.goals.values()].filter(
    ({ holder, indicatorId }) =>
      holder.kind === 'member' && holder.memberId === memberId && data.indicators.get(indicatorId)?.kind === kind,
  );
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
