import { describe, expect, it } from 'vitest';
import { awardKinds, awardsIn, toggledAward, withAwards } from './awardKinds';

describe('non-material awards', () => {
  it('are read however they are parted, each once', () => {
    expect(awardsIn('外训优先、晋升名单;外训优先\n 做法收进 SOP，署名 ')).toEqual([
      '外训优先',
      '晋升名单',
      '做法收进 SOP，署名',
    ]);
    expect(awardsIn('')).toEqual([]);
  });
  it('are put in and taken out without touching the others', () => {
    expect(toggledAward('带薪假', '外训优先')).toBe('带薪假、外训优先');
    expect(toggledAward('带薪假、外训优先', '带薪假')).toBe('外训优先');
    expect(withAwards('外训优先', ['季度销售之星', '外训优先'])).toBe('外训优先、季度销售之星');
  });
  it('are listed as the language lists', () => {
    expect(toggledAward('Paid leave', 'Training first')).toBe('Paid leave, Training first');
    expect(awardsIn('Paid leave, Training first')).toEqual(['Paid leave', 'Training first']);
  });
  it('may be of own kinds, which are offered to everybody else', () => {
    const record = { id: 'a', basis: '', paidOn: null, method: '', state: 'draft' as const };
    const payouts = new Map([
      ['a', { ...record, nonMaterial: '总经理共进午餐、外训优先、客户转介绍与沙龙做法收进 SOP 库并署名' }],
    ]);
    expect(awardKinds(['外训优先'], { payouts })).toEqual(['外训优先', '总经理共进午餐']);
  });
});
