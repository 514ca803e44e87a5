import { describe, expect, it } from 'vitest';
import { impliedRate } from './cascade';
import { fraction, fromDecimal } from './fraction';

const child = (target: string | null, denominator: string | null) => ({
  target: target === null ? null : fromDecimal(target),
  denominator: denominator === null ? null : fromDecimal(denominator),
});

describe('the rate that target rates come to', () => {
  it('is weighted by volume, not a mean of rates', () => {
    expect(impliedRate([child('90', '300'), child('80', '100')])).toEqual(fraction(175n, 2n));
  });

  it('is not said while a volume is unknown, and leaves out who has no target', () => {
    expect(impliedRate([child('90', '300'), child('80', null)])).toBeNull();
    expect(impliedRate([child('90', '300'), child(null, '100')])).toEqual(fromDecimal('90'));
    expect(impliedRate([child('90', '0')])).toBeNull();
    expect(impliedRate([])).toBeNull();
  });
});
