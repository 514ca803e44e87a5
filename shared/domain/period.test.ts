import { describe, expect, it } from 'vitest';
import { periodProblem } from './period';

describe('A period', () => {
  it('needs two days of the calendar, the first before the last', () => {
    expect(periodProblem('', '2026-01-01')).toBe('missing');
    expect(periodProblem('2026-01-01', '2026-02-30')).toBe('missing');
    expect(periodProblem('2026-02-02', '2026-02-01')).toBe('order');
    expect(periodProblem('2026-02-01', '2026-02-01')).toBeNull();
  });

  it('lasts two years at most', () => {
    expect(periodProblem('2027-01-01', '2028-12-31')).toBeNull();
    expect(periodProblem('2027-01-01', '2029-01-01')).toBe('long');
    expect(periodProblem('1900-01-01', '9999-12-31')).toBe('long');
  });
});
