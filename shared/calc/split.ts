import type { Decimal } from '../domain/primitives';
import { add, floor, fraction, fromDecimal, multiply, subtract, whole, ZERO } from './fraction';
import type { Frame } from './frame';
import type { Fraction } from './result';

const power = (digits: number): bigint => 10n ** BigInt(digits);

/** Whole weights in the same proportion; equal ones where all are 0. */
function wholeWeights(weights: readonly Fraction[]): bigint[] {
  let common = 1n;
  for (const { d } of weights) if (common % d !== 0n) common *= d;
  const scaled = weights.map(({ n, d }) => (n < 0n ? 0n : (n * common) / d));
  return scaled.some((weight) => weight > 0n) ? scaled : scaled.map(() => 1n);
}

/** Largest remainder over whole units; a part of weight 0 gets nothing. Ties: the earlier part first. */
function shareUnits(units: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const remainders: { index: number; remainder: bigint }[] = [];
  let left = units;
  const shares = weights.map((weight, index) => {
    const product = units * weight;
    const remainder = ((product % total) + total) % total;
    const share = (product - remainder) / total;
    left -= share;
    if (remainder > 0n) remainders.push({ index, remainder });
    return share;
  });
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders) {
    if (left <= 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares;
}

/**
 * Splits `total` in proportion to `weights` into parts of at most `precision` fraction digits, by the largest-remainder
 * method (specification section 6). The parts always add up to `total`: what is finer than the precision goes whole
 * to the part of the largest weight. All weights 0 means equal parts. No weights, no parts.
 */
export function splitExactly(total: Fraction, weights: readonly Fraction[], precision: number): Fraction[] {
  if (weights.length === 0) return [];
  const scale = power(precision);
  const units = floor(multiply(total, fraction(scale)));
  const shares = wholeWeights(weights);
  const parts = shareUnits(units, shares).map((share) => fraction(share, scale));
  const rest = subtract(total, fraction(units, scale));
  if (rest.n !== 0n) {
    let largest = 0;
    for (let i = 1; i < shares.length; i += 1) if ((shares[i] ?? 0n) > (shares[largest] ?? 0n)) largest = i;
    parts[largest] = add(parts[largest] ?? ZERO, rest);
  }
  return parts;
}

/** A target over the months and slots of a frame; index i belongs to `timeline.months[i]` / `timeline.slots[i]`. */
export interface SpanTargets {
  readonly months: readonly Fraction[];
  readonly slots: readonly Fraction[];
}

/**
 * Splits a `sum` target over months by seasonality (default: working days) and within a month over its parts of the
 * slots by working days, by calendar days in a month that has none (specification section 6).
 */
export function splitTarget(
  total: Fraction,
  precision: number,
  frame: Frame,
  monthWeights: Readonly<Record<string, Decimal>> = {},
): SpanTargets {
  const { months: spans, slots } = frame.timeline;
  const own = spans.map((span) => fromDecimal(monthWeights[span.month] ?? '0'));
  const seasonal = own.some((weight) => weight.n > 0n);
  const months = splitExactly(total, seasonal ? own : workdayWeights(spans, frame), precision);
  const slotTargets: Fraction[] = slots.map(() => ZERO);
  for (const [index, span] of spans.entries()) {
    const parts = frame.parts.filter((part) => part.month === index);
    const weights = parts.map((part) => whole(span.workdays > 0 ? part.workdays : part.days));
    const shares = splitExactly(months[index] ?? ZERO, weights, precision);
    for (const [i, part] of parts.entries()) {
      slotTargets[part.slot] = add(slotTargets[part.slot] ?? ZERO, shares[i] ?? ZERO);
    }
  }
  return { months, slots: slotTargets };
}

function workdayWeights(spans: Frame['timeline']['months'], frame: Frame): Fraction[] {
  if (frame.timeline.workdays > 0) return spans.map((span) => whole(span.workdays));
  return spans.map((_, index) => {
    const parts = frame.parts.filter((part) => part.month === index);
    return whole(parts.reduce((days, part) => days + part.days, 0));
  });
}
