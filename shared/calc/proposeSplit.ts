import { err, ok, type Result } from '../domain/issue';
import type { Decimal } from '../domain/primitives';
import {
  add,
  divide,
  floor,
  fraction,
  fromDecimal,
  isNegative,
  isZero,
  multiply,
  ONE,
  subtract,
  whole,
  ZERO,
} from './fraction';
import { toDecimal } from './quantity';
import type { Fraction } from './result';
import { splitExactly } from './split';

/** How a target is to be divided among children (product, step 1). */
export type SplitMethod = 'even' | 'lastActuals' | 'headCount' | 'weights' | 'seasonality';

/** A child that takes part in a split. */
export interface SplitChild {
  readonly id: string;
  /** Keeps this value, in the indicator's unit; null = gets its share of what is left. */
  readonly locked: Decimal | null;
  /** What the method goes by: last period's actual, heads, weight. Ignored by `even`; null counts 0. */
  readonly measure: Decimal | null;
}

export interface SplitRequest {
  readonly total: Decimal;
  readonly method: SplitMethod;
  readonly children: readonly SplitChild[];
  /** Fraction digits of the indicator. */
  readonly precision: number;
  /** Shares are whole multiples of it (e.g. 5); null = the indicator's precision. */
  readonly step: Decimal | null;
}

/** A proposed value. */
export interface ProposedShare {
  readonly id: string;
  readonly value: Decimal;
}

/**
 * Proposes values that add up to the total exactly, locked ones unchanged (specification sections 6 and 8). Where
 * the step does not divide what is left, the largest free share takes the rest. Errors: `split.noChildren`,
 * `split.notPositive` (step or total), `split.lockedExceed` (by how much), `split.lockedShort` (all locked, but less than
 * the total), `split.noMeasure` (no child has anything the method could go by).
 */
export function proposeSplit(request: SplitRequest): Result<readonly ProposedShare[]> {
  const { children, method, precision } = request;
  if (children.length === 0) return err({ code: 'split.noChildren' });
  const total = fromDecimal(request.total);
  const step = request.step === null ? fraction(1n, 10n ** BigInt(precision)) : fromDecimal(request.step);
  if (isNegative(total) || step.n <= 0n) return err({ code: 'split.notPositive' });
  const locked = children.reduce(
    (sum, child) => add(sum, child.locked === null ? ZERO : fromDecimal(child.locked)),
    ZERO,
  );
  const left = subtract(total, locked);
  if (isNegative(left)) {
    return err({ code: 'split.lockedExceed', params: { by: toDecimal(subtract(locked, total)) } });
  }
  const free = children.filter((child) => child.locked === null);
  if (free.length === 0 && !isZero(left)) return err({ code: 'split.lockedShort', params: { by: toDecimal(left) } });
  const weights = free.map((child) => measureOf(method, child));
  if (method !== 'even' && free.length > 0 && weights.every(isZero)) return err({ code: 'split.noMeasure' });
  const shares = splitBySteps(left, weights, step);
  let next = 0;
  return ok(children.map((child) => ({ id: child.id, value: child.locked ?? toDecimal(shares[next++] ?? ZERO) })));
}

function measureOf(method: SplitMethod, child: SplitChild): Fraction {
  if (method === 'even') return ONE;
  const measure = fromDecimal(child.measure ?? '0');
  return isNegative(measure) ? ZERO : measure;
}

/** Largest remainder in multiples of `step`; what is finer than a step goes to the heaviest share. */
function splitBySteps(left: Fraction, weights: readonly Fraction[], step: Fraction): Fraction[] {
  const steps = floor(divide(left, step));
  const shares = splitExactly(fraction(steps), weights, 0).map((count) => multiply(count, step));
  const rest = subtract(left, multiply(fraction(steps), step));
  if (isZero(rest) || shares.length === 0) return shares;
  const heaviest = weights.reduce(
    (best, weight, i) => (isNegative(subtract(weights[best] ?? ZERO, weight)) ? i : best),
    0,
  );
  shares[heaviest] = add(shares[heaviest] ?? ZERO, rest);
  return shares;
}

/** Head count as a measure: how many people each child stands for. */
export const headMeasure = (heads: number): Decimal => toDecimal(whole(heads));
