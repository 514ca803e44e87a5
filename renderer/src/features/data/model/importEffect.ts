import { evaluatePlan } from '#shared/calc/plan';
import type { PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { formatPercentSign, formatQuantity } from '../../../format/number';

/** One figure that an import moves. `key` is a text under `data.import.effect`. */
export interface Effect {
  readonly key: 'unreported' | 'actual' | 'pace' | 'members' | 'goals';
  /** Name of the team goal's indicator and its unit, for `actual`. */
  readonly params: Readonly<Record<string, string>>;
  readonly before: string;
  readonly after: string;
}

/** Slots of all goals that are closed and have no report. */
function unreported(result: PlanResult): number {
  return [...result.goals.values()].reduce((sum, goal) => sum + goal.warning.unreported.length, 0);
}

/** The figures one looks at first, before and after an import; those that stay as they are left out. */
export function importEffects(before: PlanData, now: PlanResult, after: PlanData, today: IsoDate): Effect[] {
  const next = evaluatePlan(after, today);
  const goalId = now.team.goalId ?? next.team.goalId;
  const goal = goalId === null ? undefined : after.goals.get(goalId);
  const indicator = goal && after.indicators.get(goal.indicatorId);
  const team = (result: PlanResult) => (goalId === null ? undefined : result.goals.get(goalId));
  const quantity = (result: PlanResult): string =>
    formatQuantity(team(result)?.actual ?? null, indicator?.precision ?? 0);
  const pace = (result: PlanResult): string => formatPercentSign(team(result)?.pace ?? null);
  const effects: Effect[] = [
    { key: 'members', params: {}, before: `${before.members.size}`, after: `${after.members.size}` },
    { key: 'goals', params: {}, before: `${before.goals.size}`, after: `${after.goals.size}` },
    { key: 'unreported', params: {}, before: `${unreported(now)}`, after: `${unreported(next)}` },
    {
      key: 'actual',
      params: { name: indicator?.name ?? '', unit: indicator?.unit ?? '' },
      before: quantity(now),
      after: quantity(next),
    },
    { key: 'pace', params: {}, before: pace(now), after: pace(next) },
  ];
  return effects.filter((effect) => effect.before !== effect.after);
}
