import { fromDecimal } from '#shared/calc/fraction';
import type { PlanResult } from '#shared/calc/result';
import { whatIfPlan } from '#shared/calc/whatIf';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal } from '#shared/domain/primitives';

/** What the sliders say: other actuals and targets of goals, other payout ratios of bands. The plan never takes it over. */
export interface TryOut {
  /** By goal: the period's actual in the indicator's unit. */
  readonly actuals: ReadonlyMap<string, Decimal>;
  /** By goal: the target in the goal's own basis. */
  readonly targets: ReadonlyMap<string, Decimal>;
  /** By index of the payout band: the ratio it pays, 1 = 100 %. */
  readonly bandValues: ReadonlyMap<number, Decimal>;
}

export const NO_TRY: TryOut = { actuals: new Map(), targets: new Map(), bandValues: new Map() };

/** Nothing is tried. */
export const isIdle = (tried: TryOut): boolean =>
  tried.actuals.size === 0 && tried.targets.size === 0 && tried.bandValues.size === 0;

/** The plan as it would be; the given one is not altered. */
export function tryPlan(data: PlanData, result: PlanResult, tried: TryOut): PlanData {
  const payoutBands = data.plan.policy.payoutBands.map((band, index) => {
    const value = tried.bandValues.get(index);
    return value === undefined ? band : { ...band, value };
  });
  return whatIfPlan(data, { actuals: tried.actuals, targets: tried.targets, policy: { payoutBands } }, result);
}

/** Range of a slider around a value: a fifth below and above, at least five steps of the precision. Numbers for drawing. */
export function sliderRange(value: Decimal, precision: number): { min: number; max: number; step: number } {
  const middle = Number(value);
  const step = 1 / 10 ** precision;
  const reach = Math.max(Math.abs(middle) * 0.2, step * 5);
  const snap = (x: number): number => Math.round(x / step) * step;
  const min = fromDecimal(value).n < 0n ? middle - reach : Math.max(0, middle - reach);
  return { min: snap(min), max: snap(middle + reach), step };
}
