import type { Indicator } from '../domain/indicator';
import { divide, fraction, fromDecimal, isNegative, isZero, larger, ONE, smaller, subtract, ZERO } from './fraction';
import type { Completion, Fraction } from './result';

const TWO = fraction(2n);

export const NO_DATA: Completion = { state: 'noData', value: null, capped: null };
export const NOT_APPLICABLE: Completion = { state: 'notApplicable', value: null, capped: null };

type Judged = Pick<Indicator, 'direction' | 'lowerFormula' | 'cap'>;

/**
 * Completion of an actual against a target, 1 = 100 % (specification section 2): never below 0, never infinite. A target
 * that is not set has nothing to be compared with and counts as no data; a negative one is refused elsewhere and
 * left out here.
 */
export function completionOf(indicator: Judged, target: Fraction | null, actual: Fraction | null): Completion {
  if (target === null) return NO_DATA;
  if (isNegative(target)) return NOT_APPLICABLE;
  if (isZero(target) && indicator.direction === 'higher') return NOT_APPLICABLE;
  if (actual === null) return NO_DATA;
  const cap = indicator.cap === null ? null : fromDecimal(indicator.cap);
  const value = larger(ZERO, rawCompletion(indicator, target, actual, cap));
  return { state: 'ok', value, capped: cap === null ? value : smaller(value, cap) };
}

function rawCompletion(indicator: Judged, target: Fraction, actual: Fraction, cap: Fraction | null): Fraction {
  if (indicator.direction === 'higher') return divide(actual, target);
  if (isZero(target)) return isZero(actual) ? ONE : ZERO;
  if (indicator.lowerFormula === 'linear') return subtract(TWO, divide(actual, target));
  // Nothing at all of what should be low (or less than nothing) is the best there is.
  return actual.n <= 0n ? (cap ?? TWO) : divide(target, actual);
}
