import type { GoalId } from './ids';
import type { Decimal, IsoDate } from './primitives';

/**
 * All facts of one goal, as columns (architecture rule 17). Row i is `dates[i]` with `values[i]`
 * (sum, average, last) or `numerators[i]` / `denominators[i]` (ratio). Rows are kept in date order.
 * A weekly figure typed in the grid is one fact dated the last day of its slot with source `grid`.
 */
export interface FactSeries {
  /** The goal's id: one record per goal. */
  readonly id: GoalId;
  readonly dates: readonly IsoDate[];
  readonly values: readonly (Decimal | null)[];
  readonly numerators: readonly (Decimal | null)[];
  readonly denominators: readonly (Decimal | null)[];
  /** Where each row came from: `grid`, or the key of an import (see ImportSource). */
  readonly sources: readonly string[];
}
