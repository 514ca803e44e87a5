import { fromDecimal, multiply } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction } from '#shared/calc/result';
import type { Goal, TargetBasis } from '#shared/domain/goal';
import type { Decimal } from '#shared/domain/primitives';
import type { SplitLine } from './splitPlan';

/** What a split counts in: monthly averages or the whole period, the same for the goal and all it is divided into. */
export interface SplitTerms {
  readonly basis: TargetBasis;
  /** The goal's target; null = none yet. */
  readonly total: Decimal | null;
  /** What a line carries now. */
  readonly current: (line: SplitLine) => Decimal | null;
}

/**
 * Monthly averages are divided as such while everything below is one too; as soon as a period's total is among them all are
 * counted over the period (specification section 2), so that the parts add up whatever they were typed as.
 */
export function splitTerms(goal: Goal, lines: readonly SplitLine[], months: Fraction): SplitTerms {
  const monthly = (one: Pick<Goal, 'target' | 'targetBasis'>): boolean => one.targetBasis === 'perMonth';
  const alike = lines.every((line) => line.goal === null || line.goal.target === null || monthly(line.goal));
  const basis: TargetBasis = monthly(goal) && alike ? 'perMonth' : 'total';
  function valueOf(one: Goal | null): Decimal | null {
    if (one === null || one.target === null) return null;
    return basis === 'total' && monthly(one) ? toDecimal(multiply(fromDecimal(one.target), months), 6) : one.target;
  }
  return { basis, total: valueOf(goal), current: (line) => valueOf(line.goal) };
}
