import type { Fraction, PlanResult } from '#shared/calc/result';
import type { TeamReward } from '#shared/domain/evaluation';
import type { PlanData } from '#shared/domain/planData';

/** Completion that decides a team reward: of its goal, or of the plan's team goal (specification section 9); not capped. */
export const completionOf = (reward: TeamReward, result: PlanResult): Fraction | null =>
  reward.goalId === null ? result.team.completion : (result.goals.get(reward.goalId)?.completion.value ?? null);

/** The team has earned it: 100 % and more, exactly. */
export function isEarned(reward: TeamReward, result: PlanResult): boolean {
  const completion = completionOf(reward, result);
  return completion !== null && completion.n >= completion.d;
}

/** Ids of the rewards that are earned. */
export const earnedRewards = ({ teamRewards }: Pick<PlanData, 'teamRewards'>, result: PlanResult): string[] =>
  [...teamRewards.values()].filter((reward) => isEarned(reward, result)).map(({ id }) => id);
