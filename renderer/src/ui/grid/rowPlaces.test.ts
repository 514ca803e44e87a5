import { describe, expect, it } from 'vitest';
import { rowAt, rowTops } from './rowPlaces';

describe('rows of different heights', () => {
  const tops = rowTops([32, 36, 36, 40]);
  it('begin where the rows above them end', () => {
    expect(tops).toEqual([0, 32, 68, 104, 144]);
  });
  it('are found by a height, a row beginning at its first pixel', () => {
    expect([0, 31, 32, 103, 104].map((y) => rowAt(tops, y))).toEqual([0, 0, 1, 2, 3]);
  });
  it('are the first and the last beyond the edges, and the first when there are none', () => {
    expect([rowAt(tops, -5), rowAt(tops, 999), rowAt(rowTops([]), 10)]).toEqual([0, 3, 0]);
  });
});
