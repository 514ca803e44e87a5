import { describe, expect, it } from 'vitest';
import type { RawCell } from '../workbook/model';
import { resultAmount } from './resultAmount';

const text = (written: string): RawCell => ({ kind: 'text', text: written });
const amount = (written: string, unit: 'asWritten' | 'divide' | 'times', round: boolean) =>
  resultAmount(text(written), { unit, indicatorUnit: '万元', round });

describe('amounts with more decimals than can be kept', () => {
  it('are refused, unless rounding is chosen', () => {
    expect(amount('140768.312981391', 'asWritten', false)).toMatchObject({ error: { code: 'number.tooManyDigits' } });
    expect(amount('140768.312981391', 'asWritten', true)).toEqual({ ok: true, value: '140768.312981' });
  });

  it('are rounded once, after 元 have become 万元', () => {
    expect(amount('140768.312981391', 'divide', true)).toEqual({ ok: true, value: '14.076831' });
    expect(amount('-5.5', 'divide', true)).toEqual({ ok: true, value: '-0.00055' });
    // 0.0000005 of 万元 lies half way: away from zero.
    expect(amount('0.005', 'divide', true)).toEqual({ ok: true, value: '0.000001' });
    expect(amount('-0.005', 'divide', true)).toEqual({ ok: true, value: '-0.000001' });
  });

  it('are refused for their digits, not altered, where 元 with a third decimal become 万元', () => {
    expect(amount('12.345', 'divide', false)).toMatchObject({ error: { code: 'number.tooManyDigits' } });
    expect(amount('12.34', 'divide', false)).toEqual({ ok: true, value: '0.001234' });
  });
});
