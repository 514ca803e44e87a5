import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, readInputs, targetFromGrowth, writeInputs } from './goalInputs';
import { fromDecimal } from '#shared/calc/fraction';

describe('what a target rests on', () => {
  it('derives the target from growth over a baseline, to the digits of the indicator', () => {
    expect(targetFromGrowth('1154', '30', 1)).toBe('1500.2');
    expect(targetFromGrowth('4000', '30', 1)).toBe('5200');
    expect(targetFromGrowth('333', '-10', 0)).toBe('300');
  });

  it('has no growth over nothing', () => {
    expect(growthOf(fromDecimal('5'), '0')).toBeNull();
    expect(growthOf(fromDecimal('130'), '100')).toEqual(fromDecimal('0.3'));
  });

  it('keeps other words of the basis beside the three inputs', () => {
    const source = '历史：去年 1,154；年度经营计划；产能：12 人 × 45';
    expect(readInputs(source)).toEqual({
      history: '去年 1,154',
      market: '',
      capacity: '12 人 × 45',
      other: '年度经营计划',
    });
  });

  it('reads back in both languages what it wrote', () => {
    const word = fc.string({ maxLength: 12 }).map((text) => text.replace(/[；;:：\n]/g, '').trim());
    fc.assert(
      fc.property(word, word, word, fc.boolean(), (history, market, capacity, english) => {
        const inputs = { history, market, capacity, other: '' };
        expect(readInputs(writeInputs(inputs, english))).toEqual(inputs);
      }),
    );
  });
});
