import type { PlanChange } from '#shared/domain/change';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal } from '#shared/domain/primitives';

/**
 * Sets the seasonal weight of a month (`yyyy-mm`); null takes it away. The first weight given makes the other months
 * count 1, so that a single number says how much more or less that month carries; without any, working days decide.
 */
export function weightChange(
  data: PlanData,
  months: readonly string[],
  month: string,
  weight: Decimal | null,
): PlanChange {
  const { plan } = data;
  const given = Object.entries(plan.policy.monthWeights).filter(([key]) => key !== month);
  const others = given.length > 0 || weight === null ? given : months.map((key): [string, Decimal] => [key, '1']);
  const monthWeights = Object.fromEntries([...others, ...(weight === null ? [] : [[month, weight] as const])]);
  const after = { ...plan, policy: { ...plan.policy, monthWeights } };
  return { collection: 'plan', id: plan.id, before: plan, after };
}
