import type { GoalId } from '../domain/ids';
import { divide, isZero, multiply, subtract, sum } from './fraction';
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

/** A child on the same `ratio` indicator: its target rate, and the denominators reported for it, which are its volume. */
export interface RateChild {
  readonly target: Fraction | null;
  readonly denominator: Fraction | null;
}

/**
 * The rate that the children's target rates come to by their volumes (specification section 8): of a ratio nothing is
 * added up. null while the volume of a child that has a target is not known.
 */
export function impliedRate(children: readonly RateChild[]): Fraction | null {
  const rated = children.flatMap(({ target, denominator }) => (target === null ? [] : [{ target, denominator }]));
  const known = rated.flatMap(({ target, denominator }) => (denominator === null ? [] : [{ target, denominator }]));
  const volume = sum(known.map(({ denominator }) => denominator));
  if (known.length < rated.length || isZero(volume)) return null;
  return divide(sum(known.map(({ target, denominator }) => multiply(target, denominator))), volume);
}
