import type { Goal } from '../domain/goal';
import type { GoalId } from '../domain/ids';
import type { PlanData } from '../domain/planData';
import { atLeast, fromDecimalOrNull, lessThan, ONE, ZERO } from './fraction';
import type { Fraction, GoalResult, MemberResult, TeamResult } from './result';

const byOrder = (a: Goal, b: Goal): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The heaviest goal, of equals the first. */
function primary(goals: readonly Goal[]): Goal | null {
  const weightOf = (goal: Goal): Fraction => fromDecimalOrNull(goal.weight) ?? ZERO;
  let best: Goal | null = null;
  for (const goal of [...goals].sort(byOrder)) if (!best || lessThan(weightOf(best), weightOf(goal))) best = goal;
  return best;
}

/**
 * Goal the team reward depends on (specification section 9): the one the plan names, else the primary goal of the unit that
 * bears the plan's team name, else the first root. A goal of which this plan carries only a part (`partOfLarger`, a
 * company above the region) is not the team's: its children stand in its place.
 */
export function teamGoal(data: Pick<PlanData, 'plan' | 'goals' | 'units' | 'indicators'>): GoalId | null {
  const { plan } = data;
  if (plan.teamGoalId !== null && data.goals.has(plan.teamGoalId)) return plan.teamGoalId;
  const candidates = [...data.goals.values()].filter(
    (goal) => goal.holder.kind === 'unit' && data.indicators.get(goal.indicatorId)?.kind === 'quantitative',
  );
  const ofTeam = candidates.filter(
    ({ holder }) => holder.kind === 'unit' && data.units.get(holder.unitId)?.name === plan.teamName,
  );
  const roots = candidates.filter((goal) => {
    const parent = goal.parentId === null ? undefined : data.goals.get(goal.parentId);
    return !goal.partOfLarger && (parent === undefined || parent.partOfLarger);
  });
  return (primary(ofTeam) ?? [...roots].sort(byOrder)[0])?.id ?? null;
}

/** Completion of the team and the money of all ranked members (specification section 9). */
export function teamResult(
  goalId: GoalId | null,
  goal: GoalResult | undefined,
  members: Iterable<MemberResult>,
  budget: number | null,
): TeamResult {
  let bonusTotal = 0;
  let adjustmentTotal = 0;
  let paidTotal = 0;
  for (const { payout } of members) {
    bonusTotal += payout.bonus;
    adjustmentTotal += payout.adjustments;
    paidTotal += payout.paid;
  }
  const completion = goal?.completion.value ?? null;
  return {
    goalId,
    completion,
    reached: completion !== null && atLeast(completion, ONE),
    bonusTotal,
    adjustmentTotal,
    paidTotal,
    budget,
    remaining: budget === null ? null : budget - paidTotal,
  };
}
