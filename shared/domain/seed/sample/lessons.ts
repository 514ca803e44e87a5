import type { Lesson } from '../../evaluation';
import type { SampleContext } from './context';

/** What the quarter taught: one way that works, two causes, and what to carry into the next plan. */
export function sampleLessons({ id }: SampleContext): Lesson[] {
  return [
    {
      id: id('lesson:referral'),
      kind: 'success',
      title: '华东：客户转介绍加沙龙拓展新客户',
      facts: '刘子涵 11 家新客户（目标 9 家），其中 7 家来自老客户转介绍后参加沙龙；华东组 32 家，目标 30 家',
      cause: '老客户介绍先有信任，沙龙上同行现身说法，比陌生拜访少走两步',
      practice: '每月请 3 家老客户各介绍 2 家；沙龙 8–12 人，会后次日送样品和方案，一周内回访',
      sopName: '《新客户拓展SOP》',
      owner: '刘子涵',
      suggestion: '四季度三个组各办一场沙龙，把转介绍名单定为里程碑',
      tags: ['新客户', '转介绍', '沙龙'],
      order: 0,
    },
    {
      id: id('lesson:price'),
      kind: 'cause',
      title: '西南：输给低价竞品',
      facts: '两单报价高出竞品 12%，客户只比单价；郑凯连续多周低于 80%',
      cause: '报价前没有问清用量和停机损失，总成本没有算给客户看',
      practice: '报价必附总成本对比；低于底价的单不跟，改推全包方案',
      sopName: '《报价与总成本测算SOP》',
      owner: '张明轩',
      suggestion: '有低价竞品的区域，把总成本测算培训放在季度第一周',
      tags: ['价格', '竞品', '西南'],
      order: 1,
    },
    {
      id: id('lesson:postponed'),
      kind: 'cause',
      title: '老客户推迟采购，线索池太浅',
      facts: '赵一鸣两家老客户把采购推迟到国庆后，第 7、8 周 70.3%、56.0%',
      cause: '线索总额只有目标的一倍半，推迟两单就没有替补',
      practice: '线索池不低于目标三倍；每月 1 日与前五大客户核一次采购计划',
      sopName: '《商机管理SOP》',
      owner: '陈立群',
      suggestion: '四季度设过程指标：有效线索总额不低于期间目标的 3 倍',
      tags: ['线索', '老客户'],
      order: 2,
    },
    {
      id: id('lesson:payment'),
      kind: 'success',
      title: '浙皖：签约当天约定付款日',
      facts: '林晓雯回款率 93.4%，比大区高 4 个百分点以上',
      cause: '付款日写进合同并提前 5 天提醒，客户财务有时间排款',
      practice: '合同模板加付款日一栏，到期前 5 天自动提醒',
      sopName: '《回款管理SOP》',
      owner: '林晓雯',
      suggestion: '回款率目标 90% 不变，付款日写进合同的比例作为流程规范的评分依据',
      tags: ['回款', '合同'],
      order: 3,
    },
  ];
}
