import { describe, expect, it } from 'vitest';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { NO_TRY } from './tryOut';
import { tryWords } from './tryWords';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-10-12T00:00:00.000Z' });
const say = (key: string, params: Record<string, string | number> = {}): string =>
  `${key.split('.').at(-1) ?? ''}(${Object.values(params).join(',')})`;

describe('the words of a what-if', () => {
  it('name every figure that is another, and nothing of a goal that is gone', () => {
    const goal = [...data.goals.values()].find(
      ({ holder, indicatorId }) => holder.kind === 'unit' && data.indicators.get(indicatorId)?.name === '新客户',
    );
    const tried = {
      actuals: new Map([[goal?.id ?? '', '31']]),
      targets: new Map([['gone', '5']]),
      bandValues: new Map([
        [1, '1.08'],
        [0, '1.3'],
      ]),
    };
    expect(tryWords(tried, data, say)).toEqual([
      expect.stringMatching(/^actual\(.+,新客户\) 31 家$/),
      'ratio(topPercent(100)) 130%',
      'ratio(percent(80,100)) 108%',
    ]);
    expect(tryWords(NO_TRY, data, say)).toEqual([]);
  });
});
