import { describe, expect, it } from 'vitest';
import { stackDots } from './dots';

describe('dots of the distribution', () => {
  it('stand on the line where there is room, and above each other where there is none', () => {
    expect(stackDots([90, 80, 90.5, 91, 92], 2)).toEqual([0, 0, 1, 2, 0]);
    expect(stackDots([], 2)).toEqual([]);
  });
  it('never cover one another', () => {
    const values = Array.from({ length: 60 }, (_, at) => 60 + ((at * 37) % 71) / 2);
    const levels = stackDots(values, 1.9);
    values.forEach((value, at) =>
      values.forEach((other, to) => {
        if (at < to && levels[at] === levels[to]) expect(Math.abs(value - other)).toBeGreaterThanOrEqual(1.9);
      }),
    );
  });
});
