import { describe, expect, it } from 'vitest';
import { makePlan, makePlanData } from './builders';
import { causesIn, offeredCauses } from './causes';

const review = (id: string, cause: string) => ({
  id,
  month: '2026-07',
  goalId: 'g',
  cause,
  measure: '',
  ownerId: null,
  ownerName: '',
  due: null,
});

describe('Causes of a deviation', () => {
  it('are the team’s own list, then what was written, the most frequent first', () => {
    const data = makePlanData(makePlan({ id: 'p', causes: ['客户预算推迟', '人手不足'] }), {
      monthlyReviews: [review('1', '竞品降价'), review('2', '缺货'), review('3', '缺货'), review('4', '人手不足')],
    });
    expect(offeredCauses(data)).toEqual(['客户预算推迟', '人手不足', '缺货', '竞品降价']);
  });

  it('are read one a line, none twice and none empty', () => {
    expect(causesIn(' 缺货 \n\n人手不足；缺货\n')).toEqual(['缺货', '人手不足']);
    expect(causesIn('')).toEqual([]);
  });
});
