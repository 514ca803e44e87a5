import { describe, expect, it } from 'vitest';
import { shownNumber } from './shownNumber';

describe('a number on paper', () => {
  it('is shown as the format of its cell says', () => {
    expect(
      [
        [86.615, '0.00'],
        [1234567.5, '#,##0.00'],
        [1500, '#,##0.######'],
        [0.125, '#,##0.######'],
        [12, '0'],
        [30, '0.##'],
        [33.333333, '0.##'],
        [0.1 + 0.2, 'General'],
        [-0.001, '0.00'],
        [-1234.5, '#,##0.0'],
      ].map(([value, format]) => shownNumber(value as number, format as string)),
    ).toEqual(['86.62', '1,234,567.50', '1,500', '0.125', '12', '30', '33.33', '0.3', '0.00', '-1,234.5']);
  });

  it('never crosses the edge that its format guards', () => {
    const format = '[>=100]0.0;[>=99.95]0.0########;0.0';
    expect([100, 99.96, 99.94, 120.04].map((value) => shownNumber(value, format))).toEqual([
      '100.0',
      '99.96',
      '99.9',
      '120.0',
    ]);
  });

  it('rounds half away from zero on the digits a cell has', () => {
    expect([1.005, -1.005, 2.675, 99.995].map((value) => shownNumber(value, '0.00'))).toEqual([
      '1.01',
      '-1.01',
      '2.68',
      '100.00',
    ]);
  });
});
