import { describe, expect, it } from 'vitest';
import { niceStep, ticksUpTo } from './scale';

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
