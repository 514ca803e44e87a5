import type { PlanResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import { goalsInOrder, indicatorOf } from './lookups';

/** How many indicators stand in the strip of figures. */
export const MOST_FIGURES = 3;

const sameHolder = (a: Goal, b: Goal): boolean =>
  a.holder.kind === 'member'
    ? b.holder.kind === 'member' && a.holder.memberId === b.holder.memberId
    : b.holder.kind === 'unit' && a.holder.unitId === b.holder.unitId;

/**
 * The goals the period is watched by: the team goal first, then what the same holder has on other numeric indicators,
 * then other roots; at most three, one an indicator.
 */
export function headGoals(data: PlanData, result: PlanResult): Goal[] {
  const all = goalsInOrder(data).filter((goal) => indicatorOf(data, goal)?.kind === 'quantitative');
  const team =
    all.find((goal) => goal.id === (result.team.goalId ?? data.plan.teamGoalId)) ??
    all.find((goal) => goal.parentId === null);
  if (!team) return [];
  const wanted = [
    team,
    ...all.filter((goal) => sameHolder(goal, team)),
    ...all.filter((goal) => goal.parentId === null),
  ];
  const seen = new Set<string>();
  return wanted.filter((goal) => !seen.has(goal.indicatorId) && seen.add(goal.indicatorId)).slice(0, MOST_FIGURES);
}
