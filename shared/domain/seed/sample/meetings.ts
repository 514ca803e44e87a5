import type { Coaching, MeetingEntry } from '../../tracking';
import { goalKey, memberKey, NEW_CUSTOMERS, SALES, type SampleContext } from './context';

const EVERYBODY = '周敏、陈立群、林晓雯、张明轩及全体组员';

interface EntryRow {
  readonly date: string;
  readonly name: string;
  readonly progress: string;
  readonly difficulty: string;
  readonly support: string;
  readonly keyIssue: string;
  readonly action: string;
  readonly due: string | null;
  readonly state: MeetingEntry['state'];
}

const ENTRIES: readonly EntryRow[] = [
  {
    date: '2026-08-17',
    name: '刘子涵',
    progress: '沙龙后签下第 5 家新客户',
    difficulty: '两个 20 万元以上的商机停在报价',
    support: '陈立群带一次谈判',
    keyIssue: '大单推进慢',
    action: '周四与陈立群过商机',
    due: '2026-08-20',
    state: 'done',
  },
  {
    date: '2026-08-17',
    name: '赵一鸣',
    progress: '第 7 周 6.4 万元，70.3%',
    difficulty: '老客户采购计划未定',
    support: '',
    keyIssue: '线索不够',
    action: '联系 8 家沉默客户',
    due: '2026-08-21',
    state: 'done',
  },
  {
    date: '2026-08-17',
    name: '郑凯',
    progress: '第 7 周 4.9 万元，59.8%',
    difficulty: '低价竞品',
    support: '市场部行业名单',
    keyIssue: '报价前没有算总成本',
    action: '两单重新报价',
    due: '2026-08-21',
    state: 'doing',
  },
  {
    date: '2026-08-24',
    name: '李婷',
    progress: '第 8 周 7.1 万元',
    difficulty: '厦门验收推迟',
    support: '售后到场半天',
    keyIssue: '验收清单没有提前给',
    action: '08-26 验收',
    due: '2026-08-28',
    state: 'open',
  },
  {
    date: '2026-08-24',
    name: '孙佳怡',
    progress: '第 8 周未填报',
    difficulty: '出差，订单还没录',
    support: '',
    keyIssue: '周报迟交',
    action: '第 9 周一起补录',
    due: '2026-08-28',
    state: 'open',
  },
  {
    date: '2026-09-21',
    name: '林晓雯',
    progress: '第 12 周 15.2 万元，本季最高',
    difficulty: '',
    support: '',
    keyIssue: '',
    action: '把年框谈法写成一页',
    due: '2026-09-30',
    state: 'done',
  },
];

/** Lines of three weekly meetings. */
export function sampleMeetings({ id }: SampleContext): MeetingEntry[] {
  return ENTRIES.map(({ name, ...row }) => ({
    ...row,
    id: id(`meeting:${row.date}:${name}`),
    attendees: EVERYBODY,
    memberId: id(memberKey(name)),
    ownerId: id(memberKey(name)),
    ownerName: name,
  }));
}

/** Help that was assigned against gaps. */
export function sampleCoaching({ id }: SampleContext): Coaching[] {
  const entry = (
    name: string,
    indicator: string,
    rest: Omit<Coaching, 'id' | 'memberId' | 'goalId' | 'mentorId'> & { readonly mentor: string | null },
  ): Coaching => {
    const { mentor, ...fields } = rest;
    return {
      ...fields,
      id: id(`coaching:${name}:${fields.kind}`),
      memberId: id(memberKey(name)),
      goalId: id(goalKey(name, indicator)),
      mentorId: mentor === null ? null : id(memberKey(mentor)),
    };
  };
  return [
    entry('赵一鸣', SALES, {
      kind: 'talk',
      topic: '辅导谈话：线索与老客户节奏',
      mentor: '陈立群',
      on: '2026-08-26',
      due: null,
      state: 'done',
      effect: '第 10 – 12 周回到 7 万元以上',
    }),
    entry('赵一鸣', SALES, {
      kind: 'visit',
      topic: '陪访 2 次',
      mentor: '陈立群',
      on: '2026-08-27',
      due: '2026-09-04',
      state: 'done',
      effect: '一家签下意向',
    }),
    entry('郑凯', SALES, {
      kind: 'mentor',
      topic: '张明轩带教到九月底',
      mentor: '张明轩',
      on: '2026-08-25',
      due: '2026-09-30',
      state: 'done',
      effect: '第 12 周 6.7 万元，仍低于目标',
    }),
    entry('郑凯', NEW_CUSTOMERS, {
      kind: 'training',
      topic: '产品与总成本测算培训',
      mentor: null,
      on: '2026-09-03',
      due: '2026-09-03',
      state: 'done',
      effect: '报价单里加了总成本对比',
    }),
    entry('何雨晴', SALES, {
      kind: 'mentor',
      topic: '新人带教',
      mentor: '李婷',
      on: '2026-07-06',
      due: '2026-09-30',
      state: 'done',
      effect: '新客户 4 家全部达成',
    }),
    entry('刘子涵', SALES, {
      kind: 'training',
      topic: '谈判技巧培训',
      mentor: null,
      on: '2026-11-05',
      due: '2026-11-10',
      state: 'open',
      effect: '',
    }),
  ];
}
