import type { Band, GradeBand, Scoring } from '../domain/policy';
import { atLeast, fromDecimal, HUNDRED, larger, multiply, smaller, ZERO } from './fraction';
import type { Fraction } from './result';

/**
 * Index of the band a value falls in: bands are half-open with an inclusive lower edge, best first (specification
 * section 3). null below the last edge. Edges are compared exactly.
 */
export function bandIndex(bands: readonly Pick<Band, 'from'>[], value: Fraction): number | null {
  const index = bands.findIndex((band) => atLeast(value, fromDecimal(band.from)));
  return index < 0 ? null : index;
}

/** What the band of a value is worth; 0 below the last edge. */
export function bandValue(bands: readonly Band[], value: Fraction): Fraction {
  const band = bands[bandIndex(bands, value) ?? -1];
  return band === undefined ? ZERO : fromDecimal(band.value);
}

/** Points of a (capped) completion, 1 = 100 % (specification section 3). */
export function pointsOf(scoring: Scoring, completion: Fraction): Fraction {
  if (scoring.kind === 'bands') return bandValue(scoring.bands, completion);
  return larger(ZERO, smaller(multiply(completion, HUNDRED), fromDecimal(scoring.maximum)));
}

/** Name of the grade of a total; null below the lowest. */
export function gradeOf(grades: readonly GradeBand[], total: Fraction): string | null {
  return grades[bandIndex(grades, total) ?? -1]?.name ?? null;
}
