import { describe, expect, it } from 'vitest';
import { sortRows } from './sorting';

const rows = [
  { name: 'a', n: 2 },
  { name: 'b', n: 1 },
  { name: 'c', n: 2 },
];
const byNumber = (a: { n: number }, b: { n: number }): number => a.n - b.n;

describe('sorted rows', () => {
  it('stand in order, equal ones in their places', () => {
    expect(sortRows(rows, false, byNumber).map((row) => row.name)).toEqual(['b', 'a', 'c']);
  });
  it('keep equal ones in their places the other way round too', () => {
    expect(sortRows(rows, true, byNumber).map((row) => row.name)).toEqual(['a', 'c', 'b']);
  });
  it('leave the given rows alone', () => {
    sortRows(rows, false, byNumber);
    expect(rows[0]?.name).toBe('a');
  });
});
