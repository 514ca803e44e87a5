import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../domain/builders';
import { pointsOf } from './bands';
import { compare, fraction, fromDecimal, lessThan, whole } from './fraction';
import { showPercent, showPoints } from './show';

describe('showing numbers', () => {
  it('never shows a percentage across a band edge', () => {
    expect(showPercent(fraction(9996n, 10_000n))).toBe('99.9');
    expect(showPercent(fraction(1n))).toBe('100.0');
    expect(showPercent(fraction(79_999n, 100_000n))).toBe('79.9');
    expect(showPercent(fraction(2n, 3n))).toBe('66.7');
    expect(showPercent(fraction(89_999n, 100_000n), [fraction(9n, 10n)], 0)).toBe('89');
    expect(showPercent(fraction(-1n, 3n))).toBe('-33.3');
  });

  it('rounds points to two places, half away from zero', () => {
    expect([fraction(24_006n, 1000n), fraction(16_805n, 1000n), fraction(-5n, 1000n)].map(showPoints)).toEqual([
      '24.01',
      '16.81',
      '-0.01',
    ]);
  });

  it('shows every percentage on its own side of every edge', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2_000_000n), fc.integer({ min: 0, max: 3 }), (n, places) => {
        const value = fraction(n, 1_000_000n);
        const edge = fraction(4n, 5n);
        const shown = fromDecimal(showPercent(value, [edge], places));
        expect(lessThan(shown, whole(80))).toBe(lessThan(value, edge));
      }),
    );
  });
});

describe('bands', () => {
  it('never give fewer points for a higher completion', () => {
    const completion = fc.tuple(fc.bigInt(0n, 3000n), fc.bigInt(1n, 1500n)).map(([n, d]) => fraction(n, d));
    const scoring = fc.constantFrom(defaultPolicy().scoring, { kind: 'proportional', maximum: '120' } as const);
    fc.assert(
      fc.property(completion, completion, scoring, (a, b, rule) => {
        const [low, high] = lessThan(a, b) ? [a, b] : [b, a];
        expect(compare(pointsOf(rule, high), pointsOf(rule, low))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('hold their edge exactly', () => {
    const { scoring } = defaultPolicy();
    expect(pointsOf(scoring, fraction(995n, 1000n))).toEqual(whole(80));
    expect(pointsOf(scoring, fraction(796n, 1000n))).toEqual(whole(60));
    expect(pointsOf(scoring, fraction(99_999_999n, 100_000_000n))).toEqual(whole(80));
  });
});
