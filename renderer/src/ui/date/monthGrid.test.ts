import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayByKey, monthGrid, monthsLater } from './monthGrid';

describe('The weeks of a month', () => {
  it('run from Monday to Sunday and hold every day of the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const weeks = monthGrid(month);
        const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(weeks.flat().filter((day) => day.startsWith(month))).toHaveLength(length);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(1);
          expect(week.some((day) => day.startsWith(month))).toBe(true);
        }
      }),
    );
  });
});

describe('A month later', () => {
  it('is the same day, or the last one of a shorter month', () => {
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsLater('2026-12-15', 1)).toBe('2027-01-15');
    expect(monthsLater('2026-01-15', -1)).toBe('2025-12-15');
  });
});

describe('Keys in a month', () => {
  it('move by a day, a week, to the ends of the week and by a month', () => {
    const moved = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map((key) =>
      dayByKey(key, '2026-08-26'),
    );
    expect(moved).toEqual([
      '2026-08-25',
      '2026-08-27',
      '2026-08-19',
      '2026-09-02',
      '2026-08-24',
      '2026-08-30',
      '2026-07-26',
      '2026-09-26',
    ]);
    expect(dayByKey('a', '2026-08-26')).toBeNull();
  });
});
