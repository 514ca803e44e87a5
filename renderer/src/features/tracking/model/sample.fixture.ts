import { evaluatePlan } from '#shared/calc/plan';
import type { PlanResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';

/** Counting ids, the same in every run. */
export function idSource(): () => string {
  let next = 0;
  return () => `id-${(next += 1)}`;
}

/** The sample plan as of a Monday in its ninth week, when two red warnings wait for an answer. */
export function sampleOn(asOf = '2026-08-24'): PlanData {
  const data = makeSamplePlan({ newId: idSource(), now: '2026-08-24T08:00:00.000Z' });
  return { ...data, plan: { ...data.plan, asOf } };
}

export const resultOf = (data: PlanData): PlanResult => evaluatePlan(data, data.plan.asOf ?? '2026-08-24');

export function indicatorNamed(data: PlanData, name: string): Indicator {
  const found = [...data.indicators.values()].find((indicator) => indicator.name === name);
  if (!found) throw new Error(`no indicator ${name}`);
  return found;
}

export function goalOf(data: PlanData, person: string, indicator: string): Goal {
  const { id } = indicatorNamed(data, indicator);
  const found = [...data.goals.values()].find(
    ({ holder, indicatorId }) =>
      indicatorId === id && holder.kind === 'member' && data.members.get(holder.memberId)?.name === person,
  );
  if (!found) throw new Error(`no goal of ${person} on ${indicator}`);
  return found;
}
