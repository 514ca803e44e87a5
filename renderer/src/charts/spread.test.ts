import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread';

describe('labels beside the ends of lines', () => {
  it('stay where they want to be when there is room', () => {
    expect(spread([90, 10, 50], 18, 0, 100)).toEqual([90, 10, 50]);
  });
  it('move apart, upwards at the lower edge', () => {
    expect(spread([100, 100], 18, 0, 100)).toEqual([82, 100]);
  });
  it('never come nearer than the gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 6 }), (wanted) => {
        const places = spread(wanted, 18, 0, 200).sort((a, b) => a - b);
        for (let i = 1; i < places.length; i++)
          expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(18);
        expect(places[0]).toBeGreaterThanOrEqual(0);
        expect(places.at(-1)).toBeLessThanOrEqual(200);
      }),
    );
  });
});
