import { divide, fraction, fromDecimal, isZero, multiply, toNumber } from '#shared/calc/fraction';
import { evaluatePlan } from '#shared/calc/plan';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction, PlanResult } from '#shared/calc/result';
import { whatIfPlan } from '#shared/calc/whatIf';
import type { PlanData } from '#shared/domain/planData';
import type { Fen } from '#shared/domain/primitives';

/** What would be paid in total if the team ended at a completion. */
export interface SensitivityPoint {
  /** Completion of the team goal, 1 = 100 %; exact. */
  readonly completion: Fraction;
  readonly paidTotal: Fen;
}

/** Completions that are looked at, in per cent: a range around the goal. */
const FROM = 60;
const TO = 130;
const STEP = 2;

/**
 * Total payout against team completion: every goal under the team goal on its indicator is supposed to have been reached
 * in the same proportion more or less, all other indicators as they are. Empty without a team goal or actual.
 */
export function sensitivity(data: PlanData, result: PlanResult): SensitivityPoint[] {
  const team = result.team.goalId === null ? null : (data.goals.get(result.team.goalId) ?? null);
  const present = result.team.completion;
  if (!team || !present || isZero(present)) return [];
  const parents = new Set([...data.goals.values()].flatMap(({ parentId }) => (parentId === null ? [] : [parentId])));
  const leaves = [...data.goals.values()].filter(
    (goal) => goal.indicatorId === team.indicatorId && !parents.has(goal.id),
  );
  const points: SensitivityPoint[] = [];
  for (let percent = FROM; percent <= TO; percent += STEP) {
    const completion = fraction(BigInt(percent), 100n);
    const factor = divide(completion, present);
    const actuals = new Map<string, string>();
    for (const goal of leaves) {
      const actual = result.goals.get(goal.id)?.actual ?? null;
      if (actual) actuals.set(goal.id, toDecimal(multiply(actual, factor)));
    }
    const supposed = evaluatePlan(whatIfPlan(data, { actuals }, result), result.timeline.asOf);
    points.push({ completion, paidTotal: supposed.team.paidTotal });
  }
  return points;
}

/** The first completion at which the total is over the budget; null when it never is in the range. */
export function overBudgetFrom(points: readonly SensitivityPoint[], budget: Fen | null): Fraction | null {
  return budget === null ? null : (points.find((point) => point.paidTotal > budget)?.completion ?? null);
}

/** A point as the chart draws it: per cent and 元. */
export const drawn = ({ completion, paidTotal }: SensitivityPoint): { x: number; y: number } => ({
  x: toNumber(multiply(completion, fromDecimal('100'))),
  y: paidTotal / 100,
});
