import { divide, isZero, sum, toNumber, ZERO } from '#shared/calc/fraction';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { GoalId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import { holderName } from './goalRows';

/** One child of a goal, or several small ones as one, with its share of the parent (1 = 100 %). */
export interface CoveragePart {
  readonly key: string;
  /** '' stands for the `merged` smallest children. */
  readonly name: string;
  readonly merged: number;
  readonly target: Fraction;
  readonly share: Fraction | null;
}

/** How a target is carried by the goals below it (specification section 8). */
export interface Coverage {
  readonly target: Fraction;
  readonly parts: readonly CoveragePart[];
  /** Children in all. */
  readonly children: number;
  /** target − assigned; negative = over-assigned. */
  readonly gap: Fraction;
  readonly ratio: Fraction | null;
}

/**
 * The children of a goal as parts of its target, in their order; more than `most` are shown as the largest and the rest
 * together. Null where there is nothing to add up: no target, no children, or an indicator whose parts are no sum.
 */
export function coverageParts(data: PlanData, result: PlanResult, goalId: GoalId, most: number): Coverage | null {
  const goal = data.goals.get(goalId);
  const figures = result.goals.get(goalId);
  const cascade = figures?.cascade;
  const target = figures?.target;
  const adds = data.indicators.get(goal?.indicatorId ?? '')?.aggregation === 'sum';
  if (!adds || !target || !cascade?.gap || cascade.children.length === 0) return null;
  const shareOf = (part: Fraction): Fraction | null => (isZero(target) ? null : divide(part, target));
  const all = cascade.children.flatMap((id): CoveragePart[] => {
    const child = data.goals.get(id);
    const part = result.goals.get(id)?.target ?? ZERO;
    return child
      ? [{ key: id, name: holderName(data, child.holder), merged: 0, target: part, share: shareOf(part) }]
      : [];
  });
  return { target, parts: fewer(all, most, shareOf), children: all.length, gap: cascade.gap, ratio: cascade.coverage };
}

/** The largest parts in their order, the others as one at the end. */
function fewer(
  parts: readonly CoveragePart[],
  most: number,
  shareOf: (part: Fraction) => Fraction | null,
): CoveragePart[] {
  if (parts.length <= most) return [...parts];
  const bySize = [...parts].sort((a, b) => toNumber(b.target) - toNumber(a.target));
  const large = new Set(bySize.slice(0, most - 1));
  const small = parts.filter((part) => !large.has(part));
  const target = sum(small.map((part) => part.target));
  const rest = { key: 'rest', name: '', merged: small.length, target, share: shareOf(target) };
  return [...parts.filter((part) => large.has(part)), rest];
}
