import { makeMilestone } from '../../builders';
import type { Milestone } from '../../goal';
import { COLLECTION_RATE, goalKey, NEW_CUSTOMERS, REGION, SALES, type SampleContext } from './context';

/** Points on the way through the quarter: three judged from the numbers, the others ticked by hand. */
export function sampleMilestones({ id }: SampleContext): Milestone[] {
  const at = (key: string, holder: string, indicator: string): { id: string; goalId: string } => ({
    id: id(`milestone:${key}`),
    goalId: id(goalKey(holder, indicator)),
  });
  return [
    makeMilestone({
      ...at('salon', '浙皖组', NEW_CUSTOMERS),
      date: '2026-07-24',
      title: '杭州、合肥各办一场客户沙龙',
      state: 'done',
      doneOn: '2026-07-23',
    }),
    makeMilestone({
      ...at('contact-east', '华东组', NEW_CUSTOMERS),
      date: '2026-07-31',
      title: '首次接触 20 家新客户',
      state: 'done',
      doneOn: '2026-07-30',
    }),
    makeMilestone({
      ...at('july', REGION, SALES),
      date: '2026-07-31',
      title: '7 月销售额达到月目标 90%',
      rule: 'monthShare',
      threshold: '0.9',
    }),
    makeMilestone({
      ...at('referral', '刘子涵', NEW_CUSTOMERS),
      date: '2026-08-14',
      title: '转介绍名单 15 家，逐家约访',
      state: 'done',
      doneOn: '2026-08-13',
    }),
    makeMilestone({
      ...at('august-east', '华东组', SALES),
      date: '2026-08-28',
      title: '8 月签约达到月目标 70%',
      rule: 'monthShare',
      threshold: '0.7',
    }),
    makeMilestone({
      ...at('contact-south', '鲁闽组', NEW_CUSTOMERS),
      date: '2026-08-31',
      title: '累计签下 20 家新客户',
      rule: 'cumulative',
      threshold: '20',
    }),
    makeMilestone({
      ...at('overdue', REGION, COLLECTION_RATE),
      date: '2026-09-11',
      title: '60 天以上应收逐笔定下付款日',
      state: 'done',
      doneOn: '2026-09-10',
    }),
    makeMilestone({
      ...at('region-90', REGION, SALES),
      date: '2026-09-18',
      title: '累计达到期目标 85%',
      rule: 'periodShare',
      threshold: '0.85',
    }),
    makeMilestone({
      ...at('sop', '华东组', NEW_CUSTOMERS),
      date: '2026-09-30',
      title: '《新客户拓展SOP》成稿并试讲',
      state: 'done',
      doneOn: '2026-09-28',
    }),
  ];
}
