import { describe, expect, it } from 'vitest';
import { makeGoal, makeIndicator, makePlan, makePlanData } from '#shared/domain/builders';
import type { Goal } from '#shared/domain/goal';
import { freeName, listedIndicators } from './indicatorList';

const goal = (id: string, indicatorId: string, order: number): Goal =>
  makeGoal({ id, indicatorId, order, holder: { kind: 'unit', unitId: 'u' } });

const data = makePlanData(makePlan({ id: 'p' }), {
  indicators: [
    makeIndicator({ id: 'j', name: '团队协作', kind: 'qualitative' }),
    makeIndicator({ id: 'u', name: '展会到访', source: '签到表' }),
    makeIndicator({
      id: 'b',
      name: '回款率',
      aggregation: 'ratio',
      numeratorName: '回款额',
      denominatorName: '销售额',
    }),
    makeIndicator({ id: 'a', name: '销售额', definition: '含税，已开票' }),
  ],
  goals: [goal('1', 'a', 0), goal('2', 'b', 1), goal('3', 'a', 2), goal('4', 'j', 3)],
});
const names = (search: string): string[] => listedIndicators(data, search).map(({ indicator }) => indicator.name);

describe('The list of indicators', () => {
  it('has measured ones first, the most used at the top, with how many goals use each', () => {
    expect(listedIndicators(data, '').map(({ indicator, goals }) => [indicator.name, goals])).toEqual([
      ['销售额', 2],
      ['回款率', 1],
      ['展会到访', 0],
      ['团队协作', 1],
    ]);
  });

  it('is searched in names, definitions, sources and the two sides of a rate, word by word', () => {
    expect(names('销售额')).toEqual(['销售额', '回款率']);
    expect(names('销售 开票')).toEqual(['销售额']);
    expect(names('签到')).toEqual(['展会到访']);
    expect(names('没有')).toEqual([]);
  });
});

describe('A new indicator', () => {
  it('gets a name that is free', () => {
    expect(freeName(data, '新指标')).toBe('新指标');
    expect(freeName(data, '销售额')).toBe('销售额 2');
  });
});
