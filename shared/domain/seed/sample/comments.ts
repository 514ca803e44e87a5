/** What raters wrote, by assessee and relation; it stands on the first form of that relation. */
export interface SampleComment {
  readonly example: string;
  readonly strengths: string;
  readonly improvements: string;
}

export const COMMENTS: Readonly<Record<string, SampleComment>> = {
  '林晓雯 superior': {
    example: '恒远年框改版当天给出两套报价，客户当周签字。',
    strengths: '节奏稳，浙皖组的周会是大区里最短也最有结论的。',
    improvements: '把自己的大单打法写出来，让组里的人能照着做。',
  },
  '陈立群 peer': {
    example: '七月两次陪访，帮我把报价讲清楚。',
    strengths: '愿意带人。',
    improvements: '会上可以多让新人说。',
  },
  '刘子涵 superior': {
    example: '转介绍加沙龙带来 11 家新客户，超过目标 2 家。',
    strengths: '新客户做法清楚，肯分享。',
    improvements: '20 万元以上的单子推进慢，回款提醒要提前。',
  },
  '刘子涵 customer': {
    example: '沙龙后第二天就送来样品和方案。',
    strengths: '响应快。',
    improvements: '付款条款早一点谈。',
  },
  '刘子涵 peer': {
    example: '把沙龙的邀约话术整理成文档给了全组。',
    strengths: '主动分享线索。',
    improvements: '拜访记录常常隔天才录。',
  },
  '刘子涵 self': { example: '', strengths: '新客户拓展超额。', improvements: '大单推进和回款节奏。' },
  '赵一鸣 superior': {
    example: '两家老客户推迟采购后，八月中旬才补新线索。',
    strengths: '老客户关系扎实。',
    improvements: '线索池要够三倍目标，坏消息早说。',
  },
  '郑凯 superior': {
    example: '西南方向两单输给低价竞品，报价前没有算总成本。',
    strengths: '肯跑，拜访量够。',
    improvements: '先问清需求再报价，按 SOP 走三次触达。',
  },
  '郑凯 customer': {
    example: '报价来得晚，技术问题要等回复。',
    strengths: '人实在。',
    improvements: '来之前先了解我们的产线。',
  },
  '郑凯 self': { example: '', strengths: '流程上我都照着做。', improvements: '谈判技巧。' },
  '何雨晴 superior': {
    example: '第一个完整季度，四家新客户全部达成。',
    strengths: '学得快。',
    improvements: '周报按时交。',
  },
  '孙佳怡 peer': { example: '展会资料都是她整理的。', strengths: '细心可靠。', improvements: '数据录入再及时一些。' },
  '张明轩 report': { example: '', strengths: '遇到难处能一起想办法。', improvements: '目标调整时多讲讲原因。' },
};
