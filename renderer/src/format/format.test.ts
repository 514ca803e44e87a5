import { describe, expect, it } from 'vitest';
import { fraction, ONE, whole } from '#shared/calc/fraction';
import { dayAfter, dayRange, weekday } from './date';
import { formatSignedYuan, formatYuan } from './money';
import {
  formatPercent,
  formatPercentSign,
  formatPoints,
  formatQuantity,
  formatSigned,
  NOTHING,
  withUnit,
} from './number';

describe('a quantity on the screen', () => {
  it('has thousands separators and as many decimals as its indicator', () => {
    expect(formatQuantity(fraction(13777n, 10n), 1)).toBe('1,377.7');
    expect(formatQuantity(whole(1234567), 0)).toBe('1,234,567');
  });
  it('has the true minus sign', () => {
    expect(formatQuantity(whole(-1234), 1)).toBe('\u22121,234.0');
  });
  it('is a dash where there is nothing', () => {
    expect(formatQuantity(null, 1)).toBe(NOTHING);
    expect(formatPercentSign(null)).toBe(NOTHING);
    expect(formatPoints(null)).toBe(NOTHING);
  });
});

describe('a difference', () => {
  it('carries its sign, and none when it rounds to nothing', () => {
    expect(formatSigned(whole(12), 1)).toBe('+12.0');
    expect(formatSigned(whole(-70), 1)).toBe('\u221270.0');
    expect(formatSigned(fraction(1n, 100n), 1)).toBe('0.0');
    expect(formatSigned(whole(0), 0)).toBe('0');
  });
});

describe('a percentage', () => {
  it('never crosses a band edge by rounding', () => {
    expect(formatPercent(fraction(9996n, 10000n), [ONE])).toBe('99.9');
    expect(formatPercent(ONE, [ONE])).toBe('100.0');
  });
});

describe('money', () => {
  it('is shown in 元 with its cents', () => {
    expect(formatYuan(123450000)).toBe('1,234,500.00');
  });
  it('has a sign when it is a difference', () => {
    expect(formatSignedYuan(130000)).toBe('+1,300.00');
    expect(formatSignedYuan(0)).toBe('0.00');
  });
});

describe('a day', () => {
  it('is shown without its year', () => {
    expect(dayRange('2026-08-24', '2026-08-30')).toBe('08-24 – 08-30');
  });
  it('knows its weekday, Monday first', () => {
    expect(weekday('2026-08-24')).toBe(1);
    expect(weekday('2026-08-30')).toBe(7);
  });
  it('is followed by the next, over the end of a month', () => {
    expect(dayAfter('2026-08-31', 1)).toBe('2026-09-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('a figure with its unit', () => {
  it('stands apart from words, and together with a per cent sign', () => {
    expect(withUnit('500.0', '万元')).toBe('500.0 万元');
    expect(withUnit('300.0', '10k CNY')).toBe('300.0 10k CNY');
    expect(withUnit('90.0', '%')).toBe('90.0%');
    expect(withUnit('7', '')).toBe('7');
  });
});
