import type { FactSeries } from '../domain/facts';
import type { Aggregation } from '../domain/indicator';
import type { Decimal } from '../domain/primitives';
import { earlier } from './dates';
import { fraction } from './fraction';
import type { Frame } from './frame';
import type { Fraction } from './result';

/**
 * Facts of a goal (or of a goal and everything rolled up into it) counted by the parts of a frame. Quantities are whole
 * millionths, so adding is exact and needs no reducing.
 */
export interface Tally {
  readonly aggregation: Aggregation;
  /** Reported rows in each part. */
  readonly counts: readonly number[];
  /** Sum of the values, or of the numerators; for `last` the latest value on or before the part's end. */
  readonly a: readonly bigint[];
  /** Sum of the denominators. */
  readonly b: readonly bigint[];
  /** `last` only: a value has been reported on or before the part's end. */
  readonly known: readonly boolean[];
}

const MILLION = 1_000_000n;

/** Canonical decimal text as whole millionths; throws a RangeError on more than 6 fraction digits. */
export function millionths(text: Decimal): bigint {
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text) * MILLION;
  const digits = text.slice(point + 1);
  if (digits.length > 6) throw new RangeError('more than 6 fraction digits');
  return BigInt(text.slice(0, point) + digits.padEnd(6, '0'));
}

/** Index of the part a day lies in; −1 outside the frame. */
function partOf(frame: Frame, date: string): number {
  let low = 0;
  let high = frame.parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = frame.parts[middle];
    if (part === undefined) return -1;
    if (date < part.start) high = middle - 1;
    else if (date > part.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/**
 * Counts a goal's own facts up to and including the as-of day (the whole period once it is over); later ones do not
 * count. Rows may stand in any order; of two values of one day the later row is the latest.
 */
export function tallyFacts(series: FactSeries | undefined, aggregation: Aggregation, frame: Frame): Tally {
  const size = frame.parts.length;
  const counts = new Array<number>(size).fill(0);
  const a = new Array<bigint>(size).fill(0n);
  const b = new Array<bigint>(size).fill(0n);
  const latest = new Array<string>(size).fill('');
  const known = new Array<boolean>(size).fill(false);
  let before: { date: string; value: bigint } | null = null;
  const cutoff = earlier(frame.timeline.asOf, frame.end);
  for (const [row, date] of (series?.dates ?? []).entries()) {
    if (date > cutoff) continue;
    const first = aggregation === 'ratio' ? series?.numerators[row] : series?.values[row];
    const second = aggregation === 'ratio' ? series?.denominators[row] : '0';
    if (first === null || first === undefined || second === null || second === undefined) continue;
    const value = millionths(first);
    const index = partOf(frame, date);
    if (aggregation === 'last') {
      if (index < 0) {
        // A stock reported before the period began still stands in it.
        if (date < frame.start && (before === null || date >= before.date)) before = { date, value };
        continue;
      }
      counts[index] = (counts[index] ?? 0) + 1;
      if (date >= (latest[index] ?? '')) {
        latest[index] = date;
        a[index] = value;
        known[index] = true;
      }
    } else if (index >= 0) {
      counts[index] = (counts[index] ?? 0) + 1;
      a[index] = (a[index] ?? 0n) + value;
      if (aggregation === 'ratio') b[index] = (b[index] ?? 0n) + millionths(second);
    }
  }
  if (aggregation === 'last') carryForward(a, known, before?.value ?? null);
  return { aggregation, counts, a, b, known };
}

function carryForward(a: bigint[], known: boolean[], before: bigint | null): void {
  let value = before;
  for (let i = 0; i < a.length; i += 1) {
    if (known[i]) value = a[i] ?? null;
    else if (value !== null) {
      a[i] = value;
      known[i] = true;
    }
  }
}

/** Own facts and the children's, each counted once (specification sections 2 and 8). */
export function rollUp(own: Tally, children: readonly Tally[]): Tally {
  if (children.length === 0) return own;
  const counts = [...own.counts];
  const a = [...own.a];
  const b = [...own.b];
  const known = [...own.known];
  const { aggregation } = own;
  for (const child of children) {
    for (let i = 0; i < counts.length; i += 1) {
      const count = child.counts[i] ?? 0;
      if (count === 0 && aggregation !== 'last') continue;
      counts[i] = (counts[i] ?? 0) + count;
      a[i] = (a[i] ?? 0n) + (child.a[i] ?? 0n);
      if (aggregation === 'ratio') b[i] = (b[i] ?? 0n) + (child.b[i] ?? 0n);
      if (aggregation === 'last') known[i] = (known[i] ?? false) || (child.known[i] ?? false);
    }
  }
  return { aggregation, counts, a, b, known };
}

/** What the facts of a span amount to. */
export interface Amount {
  readonly count: number;
  /** In the indicator's unit; null = not reported, or a ratio over nothing. */
  readonly actual: Fraction | null;
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
}

/**
 * Amount over the parts `from` (inclusive) to `to` (exclusive) by the indicator's aggregation (specification section 2).
 * `percent`: the unit is %, so a rate is Σ numerator ÷ Σ denominator × 100.
 */
export function amountOf(tally: Tally, from: number, to: number, percent: boolean): Amount {
  let count = 0;
  let a = 0n;
  let b = 0n;
  for (let i = from; i < to; i += 1) {
    count += tally.counts[i] ?? 0;
    a += tally.a[i] ?? 0n;
    b += tally.b[i] ?? 0n;
  }
  const none: Amount = { count, actual: null, numerator: null, denominator: null };
  switch (tally.aggregation) {
    case 'last':
      return to > from && tally.known[to - 1] ? { ...none, actual: fraction(tally.a[to - 1] ?? 0n, MILLION) } : none;
    case 'ratio': {
      if (count === 0) return none;
      const sides = { numerator: fraction(a, MILLION), denominator: fraction(b, MILLION) };
      return { count, actual: b === 0n ? null : fraction(percent ? a * 100n : a, b), ...sides };
    }
    case 'average':
      return count === 0 ? none : { ...none, actual: fraction(a, MILLION * BigInt(count)) };
    case 'sum':
      return count === 0 ? none : { ...none, actual: fraction(a, MILLION) };
  }
}
