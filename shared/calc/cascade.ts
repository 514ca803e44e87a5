import type { GoalId } from '../domain/ids';
import { divide, subtract, sum } from './fraction';
import type { CascadeFigure, Fraction } from './result';

/** A child on the same `sum` indicator, with its target over the period. */
export interface CascadeChild {
  readonly id: GoalId;
  readonly target: Fraction | null;
}

/** Children against their parent (specification section 8); null where there is nothing to add up. */
export function cascadeOf(parent: Fraction | null, children: readonly CascadeChild[]): CascadeFigure | null {
  if (children.length === 0) return null;
  const assigned = sum(children.flatMap((child) => (child.target === null ? [] : [child.target])));
  return {
    children: children.map((child) => child.id),
    assigned,
    gap: parent === null ? null : subtract(parent, assigned),
    coverage: parent === null || parent.n <= 0n ? null : divide(assigned, parent),
  };
}
