import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../calc/plan';
import { toDecimal, toFixed } from '../../calc/quantity';
import { HUNDRED, multiply } from '../../calc/fraction';
import type { Fraction, PlanResult } from '../../calc/result';
import type { PlanData } from '../planData';
import { makeSamplePlan } from './samplePlan';

/** Name, overall completion, quantitative, qualitative, total, rank, payout ratio, bonus and adjustment in 元. */
const AT_THE_END: readonly (readonly [string, string, string, string, string, number, string, number, number])[] = [
  ['陈立群', '109.7', '100', '91.2', '97.36', 2, '1.2', 28800, 0],
  ['王思远', '102.4', '100', '88', '96.4', 4, '1.2', 24000, 0],
  ['刘子涵', '102.7', '86', '88.4', '86.72', 6, '1.2', 24000, 1000],
  ['赵一鸣', '83.0', '70', '82.6', '73.78', 11, '1', 18000, 0],
  ['林晓雯', '115.5', '100', '93.4', '98.02', 1, '1.2', 31200, 1500],
  ['吴浩然', '100.3', '100', '87.2', '96.16', 5, '1.2', 26400, 0],
  ['孙佳怡', '93.6', '80', '86.8', '82.04', 8, '1', 20000, 0],
  ['黄志强', '89.3', '80', '84', '81.2', 10, '1', 18000, 0],
  ['张明轩', '105.6', '100', '89.6', '96.88', 3, '1.2', 26400, 0],
  ['李婷', '89.6', '80', '85.4', '81.62', 9, '1', 20000, 0],
  ['郑凯', '71.1', '64', '76.2', '67.66', 12, '0.8', 14400, 0],
  ['何雨晴', '91.8', '86', '83', '85.1', 7, '1', 16000, 0],
];

/** Name, pace and warning level of sales as seen on 2026-08-24; the level is that of the run, unreported or not. */
const IN_AUGUST: readonly (readonly [string, string, 'green' | 'amber' | 'red', readonly number[]])[] = [
  ['陈立群', '105.2', 'green', []],
  ['王思远', '99.0', 'green', []],
  ['刘子涵', '91.2', 'green', []],
  ['赵一鸣', '81.5', 'red', []],
  ['林晓雯', '110.0', 'green', []],
  ['吴浩然', '97.8', 'green', []],
  ['孙佳怡', '81.7', 'green', [8]],
  ['黄志强', '85.1', 'amber', []],
  ['张明轩', '100.6', 'green', []],
  ['李婷', '88.6', 'amber', []],
  ['郑凯', '74.3', 'red', []],
  ['何雨晴', '72.9', 'green', [8]],
];

const NOW = '2026-10-12T01:00:00.000Z';

function sample(asOf?: string): { data: PlanData; result: PlanResult } {
  let count = 0;
  const made = makeSamplePlan({ newId: () => `id-${(count += 1)}`, now: NOW });
  const data = asOf === undefined ? made : { ...made, plan: { ...made.plan, asOf } };
  return { data, result: evaluatePlan(data, '2026-10-12') };
}

const percent = (ratio: Fraction | null | undefined): string => (ratio ? toFixed(multiply(ratio, HUNDRED), 1) : '');
const text = (value: Fraction | null | undefined): string => (value ? toDecimal(value) : '');

function goalOf({ data, result }: ReturnType<typeof sample>, holderName: string, indicatorName: string) {
  const goal = [...data.goals.values()].find(({ holder, indicatorId }) => {
    const name = holder.kind === 'unit' ? data.units.get(holder.unitId)?.name : data.members.get(holder.memberId)?.name;
    return name === holderName && data.indicators.get(indicatorId)?.name === indicatorName;
  });
  return goal && result.goals.get(goal.id);
}

describe('the sample plan at the end of the period', () => {
  const { data, result } = sample();
  const memberOf = (name: string) => {
    const member = [...data.members.values()].find((each) => each.name === name);
    return member && result.members.get(member.id);
  };

  it.each(AT_THE_END)(
    'judges and pays %s as the scheme does',
    (name, overall, quantitative, qualitative, total, rank, ratio, bonus, adjustment) => {
      const member = memberOf(name);
      expect({
        overall: percent(member?.overallCompletion),
        quantitative: text(member?.quantitative),
        qualitative: text(member?.qualitative.score),
        total: text(member?.total),
        rank: member?.rank,
        ratio: text(member?.payout.ratio),
        bonus: member?.payout.bonus,
        adjustments: member?.payout.adjustments,
        provisional: member?.provisional,
      }).toEqual({
        overall,
        quantitative,
        qualitative,
        total,
        rank,
        ratio,
        bonus: bonus * 100,
        adjustments: adjustment * 100,
        provisional: false,
      });
    },
  );

  it('makes stars of the two at the top and keeps within the budget', () => {
    expect(result.stars.map((id) => data.members.get(id)?.name)).toEqual(['林晓雯', '陈立群']);
    expect(result.team).toMatchObject({
      reached: false,
      paidTotal: 269_700_00,
      budget: 280_000_00,
      remaining: 10_300_00,
    });
    expect(percent(result.team.completion)).toBe('95.4');
  });

  it('ends with 1431.2 万元 and 80 new customers', () => {
    const whole = { data, result };
    expect(text(goalOf(whole, '华东大区', '销售额')?.actual)).toBe('1431.2');
    expect(text(goalOf(whole, '华东大区', '新客户')?.actual)).toBe('80');
  });
});

describe('the sample plan seen on 2026-08-24', () => {
  const seen = sample('2026-08-24');

  it.each(IN_AUGUST)('shows pace and warning of %s', (name, pace, level, unreported) => {
    const goal = goalOf(seen, name, '销售额');
    expect({ pace: percent(goal?.pace), level: goal?.warning.level, unreported: goal?.warning.unreported }).toEqual({
      pace,
      level,
      unreported,
    });
  });

  it('has two red warnings, both still unanswered', () => {
    const open = [...seen.result.goals.values()].filter(
      (goal) => goal.warning.open && seen.data.goals.get(goal.goalId)?.level !== 'company',
    );
    expect(open).toHaveLength(2);
  });

  it('has the region where the overview shows it', () => {
    const of = (indicator: string) => goalOf(seen, '华东大区', indicator);
    expect(text(of('销售额')?.actual)).toBe('793.4');
    expect(text(of('新客户')?.actual)).toBe('42');
    expect(text(of('回款率')?.numerator)).toBe('701.4');
    expect(text(of('回款率')?.denominator)).toBe('793.4');
    expect(of('新客户')?.warning.level).toBe('green');
  });
});

describe('makeSamplePlan', () => {
  it('makes a plan of its own each time: no id is used twice', () => {
    let count = 0;
    const newId = () => `id-${(count += 1)}`;
    const [first, second] = [makeSamplePlan({ newId, now: NOW }), makeSamplePlan({ newId, now: NOW })];
    expect([...first.goals.keys()].filter((id) => second.goals.has(id))).toEqual([]);
  });

  it('ends at the collection rates to the last digit, by numerator and denominator', () => {
    const { data, result } = sample();
    const rates = [...result.goals.values()].filter(
      (goal) =>
        data.indicators.get(goal.indicatorId)?.name === '回款率' && data.goals.get(goal.goalId)?.level === 'person',
    );
    expect(rates.map((goal) => text(goal.actual))).toEqual([
      '92.6',
      '91.2',
      '85.5',
      '82.1',
      '93.4',
      '90.2',
      '89.1',
      '87',
      '91.8',
      '88.4',
      '78.6',
      '86.2',
    ]);
  });
});
