import type { Adjustment, PayoutRecord, TeamReward } from '../../evaluation';
import { goalKey, memberKey, REGION, SALES, type SampleContext } from './context';
import { PEOPLE } from './people';

const BASIS = '第三季度评估结果，2026-10-12';

const NON_MATERIAL: Readonly<Record<string, string>> = {
  林晓雯: '季度销售之星；外训优先；列入晋升推荐',
  陈立群: '季度销售之星；外训优先；列入晋升推荐',
  刘子涵: '客户转介绍与沙龙做法收进 SOP 库，署名刘子涵；外训报名优先',
};

/** Two corrections on top of the computed bonuses. */
export function sampleAdjustments({ id }: SampleContext): Adjustment[] {
  const adjustment = (name: string, yuan: number, reason: string): Adjustment => ({
    id: id(`adjustment:${name}`),
    memberId: id(memberKey(name)),
    amount: yuan * 100,
    reason,
    at: '2026-10-12T02:20:00.000Z',
  });
  return [
    adjustment('林晓雯', 1500, '带教浙皖组新签年框两单，按大区带教奖励办法'),
    adjustment('刘子涵', 1000, '转介绍加沙龙做法收进 SOP 库，全大区使用'),
  ];
}

/** What stands beside the amounts; everything still waits for approval. */
export function samplePayouts({ id }: SampleContext): PayoutRecord[] {
  return PEOPLE.map(({ name }) => ({
    id: id(memberKey(name)),
    nonMaterial: NON_MATERIAL[name] ?? '',
    basis: BASIS,
    paidOn: null,
    method: '10-20 随工资发放',
    state: 'draft',
  }));
}

export function sampleTeamRewards({ id }: SampleContext): TeamReward[] {
  return [
    {
      id: id('teamReward:region'),
      team: REGION,
      goalId: id(goalKey(REGION, SALES)),
      content: '大区销售额达到 100%：团建一次，另加带薪假 1 天',
      budget: 12_000_00,
      state: 'draft',
    },
  ];
}
