import { describe, expect, it } from 'vitest';
import { niceStep, scaleRound, ticksUpTo } from './scale';

describe('the grid of a chart', () => {
  it('stands at round numbers', () => {
    expect(ticksUpTo(1500)).toEqual([0, 500, 1000, 1500]);
    expect(ticksUpTo(80)).toEqual([0, 20, 40, 60, 80]);
    expect(ticksUpTo(91)).toEqual([0, 25, 50, 75]);
  });
  it('never goes above the largest value', () => {
    for (const max of [0.3, 7, 33, 120, 999, 12345]) expect(ticksUpTo(max).at(-1)).toBeLessThanOrEqual(max);
  });
  it('has a step even where there is nothing', () => {
    expect(niceStep(0, 3)).toBe(1);
    expect(ticksUpTo(0)).toEqual([0, 1]);
  });
});

describe('a scale that need not start at 0', () => {
  it('holds all values with room on both sides, between round ends', () => {
    expect(scaleRound([88.4, 90])).toEqual({ from: 80, to: 95, ticks: [80, 85, 90, 95] });
  });
  it('does not go below 0 for values that do not', () => {
    expect(scaleRound([0.1, 5]).from).toBe(0);
  });
  it('stands even where there is nothing, or one value', () => {
    for (const values of [[], [0], [7], [-3]]) {
      const scale = scaleRound(values);
      expect(scale.to).toBeGreaterThan(scale.from);
    }
  });
});
