import { describe, expect, it } from 'vitest';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { agreementLines } from './agreement';
import { letterOf } from './letter';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${(counter += 1)}`, now: '2026-06-26T00:00:00.000Z' });
const lineOf = (name: string) => {
  const line = agreementLines(data).find((one) => one.name === name);
  if (!line) throw new Error(name);
  return line;
};

describe('a goal letter', () => {
  it('says whose it is and who signs beside that person', () => {
    expect(letterOf(data, lineOf('刘子涵'))).toMatchObject({ group: '华东组', superior: '陈立群' });
    expect(letterOf(data, lineOf('华东组'))).toMatchObject({ group: '华东组', position: '陈立群', superior: '' });
  });

  it('lists the milestones of a person’s own goals and of those the person carries out, in order of time', () => {
    const titles = letterOf(data, lineOf('刘子涵')).milestones.map(({ title }) => title);
    expect(titles).toContain('转介绍名单 15 家，逐家约访');
    expect(titles).toContain('首次接触 20 家新客户');
    const dates = letterOf(data, lineOf('刘子涵')).milestones.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(letterOf(data, lineOf('何雨晴')).milestones.map(({ title }) => title)).not.toContain(
      '转介绍名单 15 家，逐家约访',
    );
  });

  it('has the indicators of everybody in the same order', () => {
    const orders = agreementLines(data)
      .filter(({ goals }) => goals.length >= 3)
      .map(({ goals }) => goals.slice(0, 3).map(({ indicatorId }) => data.indicators.get(indicatorId)?.name));
    expect(new Set(orders.map((names) => names.join()))).toEqual(new Set(['销售额,新客户,回款率']));
  });
});
