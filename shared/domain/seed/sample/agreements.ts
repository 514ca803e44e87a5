import type { Agreement } from '../../goal';

const agreed = (on: string, ...comments: Agreement['comments']): Agreement => ({ state: 'agreed', on, comments });

/** How far the talk about each holder's goals has come in the middle of the quarter: one talk is open again. */
export const AGREEMENTS: Readonly<Record<string, Agreement>> = {
  公司: agreed('2026-06-15'),
  华东大区: agreed('2026-06-18', {
    at: '2026-06-18',
    by: '周敏',
    text: '接 1500 万元；鲁闽区域市场投入按六月的测算给足。',
  }),
  华东组: agreed('2026-06-19'),
  浙皖组: agreed('2026-06-19'),
  鲁闽组: agreed('2026-06-20'),
  陈立群: agreed('2026-06-22'),
  王思远: agreed('2026-06-23'),
  刘子涵: agreed('2026-06-23', {
    at: '2026-06-23',
    by: '刘子涵',
    text: '新客户 9 家有把握，大单希望陈立群带着谈两次。',
  }),
  赵一鸣: agreed('2026-06-30', {
    at: '2026-06-24',
    by: '赵一鸣',
    text: '两家老客户采购计划还没出来，想月底再定。',
  }),
  林晓雯: agreed('2026-06-22'),
  吴浩然: agreed('2026-06-24'),
  孙佳怡: agreed('2026-06-29', {
    at: '2026-06-25',
    by: '林晓雯',
    text: '新客户从 8 家改成 7 家，等本人确认。',
  }),
  黄志强: agreed('2026-06-25'),
  张明轩: agreed('2026-06-28'),
  李婷: agreed('2026-06-29'),
  郑凯: agreed('2026-06-30'),
  何雨晴: {
    state: 'proposed',
    on: '2026-08-17',
    comments: [{ at: '2026-08-17', by: '张明轩', text: '销售额调整为 91.0 万元后重新提议，等本人确认。' }],
  },
};
