import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from './calendar';
import { compare, equal, fraction, fromDecimal, isZero, multiply, subtract, sum, whole } from './fraction';
import { makeFrame } from './frame';
import { proposeSplit, type SplitMethod } from './proposeSplit';
import { splitExactly, splitTarget } from './split';

const quantities = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 })).map(([n, places]) => ({
  value: fraction(BigInt(n), 10n ** BigInt(places)),
  places,
}));
const weights = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 })
  .map((list) => list.map(whole));

describe('splitExactly', () => {
  it('always adds up to the whole, whatever the precision', () => {
    fc.assert(
      fc.property(quantities, weights, fc.integer({ min: 0, max: 6 }), ({ value }, list, precision) => {
        expect(equal(sum(splitExactly(value, list, precision)), value)).toBe(true);
      }),
    );
  });

  it('keeps every part within one unit of its fair share and gives nothing to weight 0', () => {
    fc.assert(
      fc.property(quantities, weights, ({ value, places }, list) => {
        const total = sum(list);
        if (isZero(total)) return;
        const unit = fraction(1n, 10n ** BigInt(places));
        splitExactly(value, list, places).forEach((part, i) => {
          const weight = list[i] ?? whole(0);
          const fair = multiply(value, fraction(weight.n, total.n));
          const off = subtract(part, fair);
          expect(compare(off.n < 0n ? { n: -off.n, d: off.d } : off, unit)).toBeLessThan(0);
          if (isZero(weight)) expect(isZero(part)).toBe(true);
        });
      }),
    );
  });

  it('gives the odd unit to the earlier of equal parts', () => {
    expect(splitExactly(whole(5), [whole(1), whole(1), whole(1)], 0)).toEqual([whole(2), whole(2), whole(1)]);
  });
});

describe('splitTarget', () => {
  it('adds up over months and over slots for any period and season', () => {
    fc.assert(
      fc.property(
        quantities,
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 200 }),
        weights,
        (total, from, days, season) => {
          const day = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
          const frame = makeFrame(day(from), day(from + days), day(from), workCalendar());
          const months = Object.fromEntries(
            frame.timeline.months.map(({ month }, i) => [month, String(season[i]?.n ?? 1n)]),
          );
          const targets = splitTarget(total.value, total.places, frame, months);
          expect(equal(sum(targets.months), total.value)).toBe(true);
          expect(equal(sum(targets.slots), total.value)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('proposeSplit', () => {
  const child = fc.record({
    locked: fc.option(fc.integer({ min: 0, max: 50 })),
    measure: fc.integer({ min: 0, max: 90 }),
  });
  const methods = fc.constantFrom<SplitMethod>('even', 'lastActuals', 'headCount', 'weights', 'seasonality');

  it('adds up exactly and leaves locked values alone, or says why it cannot', () => {
    fc.assert(
      fc.property(
        fc.array(child, { maxLength: 8 }),
        methods,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom(null, '5', '0.3'),
        (list, method, total, step) => {
          const children = list.map(({ locked, measure }, i) => ({
            id: `${i}`,
            locked: locked === null ? null : String(locked),
            measure: String(measure),
          }));
          const proposed = proposeSplit({ total: String(total), method, children, precision: 2, step });
          if (!proposed.ok) {
            expect(['split.noChildren', 'split.lockedExceed', 'split.lockedShort', 'split.noMeasure']).toContain(
              proposed.error.code,
            );
            return;
          }
          expect(sum(proposed.value.map((share) => fromDecimal(share.value)))).toEqual(whole(total));
          children.forEach((item, i) => {
            if (item.locked !== null) expect(proposed.value[i]).toEqual({ id: item.id, value: item.locked });
          });
        },
      ),
    );
  });

  it('says by how much locked values exceed the total', () => {
    const children = [
      { id: 'a', locked: '70', measure: null },
      { id: 'b', locked: '40.5', measure: null },
    ];
    expect(proposeSplit({ total: '100', method: 'even', children, precision: 0, step: null })).toEqual({
      ok: false,
      error: { code: 'split.lockedExceed', params: { by: '10.5' } },
    });
  });

  it('rounds to the step and leaves the rest with the heaviest', () => {
    const children = ['1', '2', '1'].map((measure, i) => ({ id: `${i}`, locked: null, measure }));
    const proposed = proposeSplit({ total: '103', method: 'weights', children, precision: 0, step: '10' });
    expect(proposed.ok && proposed.value.map((share) => share.value)).toEqual(['30', '53', '20']);
  });
});
