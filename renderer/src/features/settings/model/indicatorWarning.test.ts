import { describe, expect, it } from 'vitest';
import { makePlan } from '#shared/domain/builders';
import { isRun, isThreshold, warningTexts, withWarningText } from './indicatorWarning';

const { policy } = makePlan({ id: 'p' });

describe('the warning rule of one indicator', () => {
  it('takes what is not typed from the plan', () => {
    expect(policy).toMatchObject({ warningThreshold: '0.8', warningRun: 2 });
    expect(withWarningText(null, { threshold: '70' }, policy)).toEqual({ threshold: '0.7', run: 2 });
    expect(withWarningText(null, { run: '3' }, policy)).toEqual({ threshold: '0.8', run: 3 });
    expect(warningTexts({ threshold: '0.725', run: 3 })).toEqual({ threshold: '72.5', run: '3' });
  });

  it('is none of its own once it says what the plan says', () => {
    const own = { threshold: '0.7', run: 2 };
    expect(withWarningText(own, { threshold: '' }, policy)).toBeNull();
    expect(withWarningText(own, { threshold: '80' }, policy)).toBeNull();
    expect(withWarningText({ threshold: '0.7', run: 3 }, { run: '' }, policy)).toEqual({ threshold: '0.7', run: 2 });
  });

  it('refuses thresholds and runs that make no sense', () => {
    for (const text of ['0', '-5', '101', 'x', '70.00000001']) expect(isThreshold(text)).toBe(false);
    for (const text of ['', '70', '100', '0.5']) expect(isThreshold(text)).toBe(true);
    for (const text of ['0', '54', '2.5', 'x']) expect(isRun(text)).toBe(false);
    for (const text of ['', '1', '53']) expect(isRun(text)).toBe(true);
  });
});
