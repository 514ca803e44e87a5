import type { Decimal } from '../domain/primitives';
import type { Fraction } from './result';

/**
 * Exact rationals of two bigints, always in lowest terms with a positive denominator (architecture rule 16): the one
 * arithmetic of everything that decides a band, a rank or an amount (specification section 1).
 */

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** n ÷ d in lowest terms. Throws a RangeError when d is 0: callers decide first what a division by nothing means. */
export function fraction(n: bigint, d: bigint = 1n): Fraction {
  if (d === 0n) throw new RangeError('fraction: denominator 0');
  if (d === 1n) return { n, d };
  const g = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / g, d: d / g };
}

export const ZERO: Fraction = fraction(0n);
export const ONE: Fraction = fraction(1n);
export const HUNDRED: Fraction = fraction(100n);

/** A whole number; must be a safe integer. */
export const whole = (n: number): Fraction => fraction(BigInt(n));

const SCALES = [1n, 10n, 100n, 1000n, 10_000n, 100_000n, 1_000_000n] as const;

/** The exact value of canonical decimal text. Throws a RangeError on anything else (see `parseDecimal`). */
export function fromDecimal(text: Decimal): Fraction {
  const point = text.indexOf('.');
  if (point < 0) return fraction(BigInt(text));
  const scale = SCALES[text.length - point - 1];
  if (scale === undefined) throw new RangeError('fromDecimal: more than 6 fraction digits');
  return fraction(BigInt(text.slice(0, point) + text.slice(point + 1)), scale);
}

/** `fromDecimal` that lets null through. */
export const fromDecimalOrNull = (text: Decimal | null): Fraction | null => (text === null ? null : fromDecimal(text));

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
/** a ÷ b; throws a RangeError when b is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

export const sum = (values: Iterable<Fraction>): Fraction => {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
};

/** Negative, 0 or positive as a is less than, equal to or greater than b: by cross-multiplication, never by division. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equal = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d;
export const isZero = (a: Fraction): boolean => a.n === 0n;
export const isNegative = (a: Fraction): boolean => a.n < 0n;
export const atLeast = (a: Fraction, b: Fraction): boolean => compare(a, b) >= 0;
export const lessThan = (a: Fraction, b: Fraction): boolean => compare(a, b) < 0;
export const smaller = (a: Fraction, b: Fraction): Fraction => (lessThan(b, a) ? b : a);
export const larger = (a: Fraction, b: Fraction): Fraction => (lessThan(a, b) ? b : a);

/** The largest whole number not above a. */
export function floor(a: Fraction): bigint {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
}

/** The nearest whole number, half away from zero (specification section 1). */
export function round(a: Fraction): bigint {
  const twice = 2n * (a.n < 0n ? -a.n : a.n) + a.d;
  const q = twice / (2n * a.d);
  return a.n < 0n ? -q : q;
}

/** As a number, for drawing only: bar lengths and chart points, never a decision. */
export function toNumber(a: Fraction): number {
  const scaled = (a.n * 1_000_000_000_000n) / a.d;
  return Number(scaled) / 1e12;
}

/** `n/d`, as the test vectors write it. */
export const toFractionText = (a: Fraction): string => `${a.n}/${a.d}`;
