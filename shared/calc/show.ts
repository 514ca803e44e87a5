import { fraction, HUNDRED, lessThan, multiply, round } from './fraction';
import { toFixed } from './quantity';
import type { Fraction } from './result';

/** Edges of the default score and payout bands (specification section 3). */
const DEFAULT_EDGES: readonly Fraction[] = [fraction(1n), fraction(4n, 5n), fraction(3n, 5n)];

/**
 * A ratio (1 = 100 %) as percent without the sign, `places` fraction digits (default 1), rounded half away from zero but never
 * across one of `edges` (ratios): 99.96 % is `99.9`, not `100.0` (specification section 1). Without `edges` those of
 * the default bands hold.
 */
export function showPercent(ratio: Fraction, edges: readonly Fraction[] = DEFAULT_EDGES, places = 1): string {
  const unit = fraction(1n, 100n * 10n ** BigInt(places));
  let shown = multiply(fraction(round(multiply(ratio, fraction(unit.d, unit.n)))), unit);
  for (const edge of edges) {
    // Only rounding up can reach an edge that the value itself does not.
    if (lessThan(ratio, edge) && !lessThan(shown, edge))
      shown = fraction(shown.n * unit.d - shown.d * unit.n, shown.d * unit.d);
  }
  return toFixed(multiply(shown, HUNDRED), places);
}

/** Points to 2 places, rounded half away from zero (specification section 1). */
export const showPoints = (points: Fraction): string => toFixed(points, 2);
