import type { Conversation, ImprovementItem } from '../../evaluation';
import { memberKey, type SampleContext } from './context';
import { PEOPLE } from './people';

interface Talk {
  readonly scheduledOn: string;
  readonly heldOn: string | null;
  readonly achievements: string;
  readonly gaps: string;
  readonly memberOpinion: string;
  readonly improvement: readonly ImprovementItem[];
  readonly privateNotes: string;
}

const TALKS: Readonly<Record<string, Talk>> = {
  林晓雯: {
    scheduledOn: '2026-10-09',
    heldOn: '2026-10-09',
    achievements: '销售额完成 112.4%，新客户 9 家，回款率 93.4%，三项都超目标',
    gaps: '浙皖组其余三人没有跟上，带组时间不够',
    memberOpinion: '同意。希望四季度有一个助理分担报价。',
    improvement: [
      {
        item: '带组',
        action: '每周固定半天陪访，轮到每个组员',
        owner: '林晓雯',
        due: '2026-12-31',
        measure: '组内三人完成率都不低于 90%',
        support: '报价助理半个人力',
      },
    ],
    privateNotes: '明年区域负责人的人选，先看带组。',
  },
  陈立群: {
    scheduledOn: '2026-10-10',
    heldOn: '2026-10-10',
    achievements: '销售额完成 108.3%，带出刘子涵的新客户打法',
    gaps: '流程规范 90 分，合同归档有两次拖到次周',
    memberOpinion: '同意。',
    improvement: [
      {
        item: '合同归档',
        action: '签约当天扫描归档',
        owner: '陈立群',
        due: '2026-11-30',
        measure: '归档超过 1 天的合同为 0',
        support: '',
      },
    ],
    privateNotes: '',
  },
  刘子涵: {
    scheduledOn: '2026-10-12',
    heldOn: null,
    achievements: '新客户 11 家，超目标 2 家，其中 7 家来自转介绍加沙龙；做法已写成文档给全组',
    gaps: '销售额 94.0%、回款率 95.0%：20 万元以上的商机推进慢，付款日谈得晚',
    memberOpinion: '',
    improvement: [
      {
        item: '大单推进',
        action: '每周与陈立群过一次 20 万元以上的商机',
        owner: '刘子涵、陈立群',
        due: '2026-11-30',
        measure: '成单率从 18% 到 25%',
        support: '谈判技巧培训一次（11 月上旬）',
      },
      {
        item: '回款节奏',
        action: '签约当天约定付款日，到期前 5 天提醒',
        owner: '刘子涵',
        due: '2026-10-31',
        measure: '回款率不低于 90%',
        support: '',
      },
      {
        item: '流程规范',
        action: '拜访当天写完记录，用《新客户拓展SOP》的检查单',
        owner: '刘子涵',
        due: '2026-12-31',
        measure: '',
        support: '陈立群继续做导师到年底',
      },
    ],
    privateNotes: '自评比他评高，先听他说团队协作的例子。',
  },
  赵一鸣: {
    scheduledOn: '2026-10-13',
    heldOn: null,
    achievements: '老客户续约率 100%，九月前三周回到每周 7 万元以上',
    gaps: '销售额 79.6%，连续两周红色预警；新线索只有目标的一倍半',
    memberOpinion: '',
    improvement: [],
    privateNotes: '',
  },
  郑凯: {
    scheduledOn: '2026-10-14',
    heldOn: null,
    achievements: '拜访量大区第三',
    gaps: '新客户 3 家，只到目标的 60%；自评流程规范比他评高 20 分以上',
    memberOpinion: '',
    improvement: [],
    privateNotes: '谈之前先与张明轩对一次带教记录。',
  },
};

/** Talks of the round: two held and confirmed, three prepared, the others still to be arranged. */
export function sampleConversations({ id }: SampleContext): Conversation[] {
  return PEOPLE.flatMap(({ name }) => {
    const talk = TALKS[name];
    if (!talk) return [];
    const confirmed = talk.heldOn === null ? null : `${talk.heldOn}T07:30:00.000Z`;
    return [{ ...talk, id: id(memberKey(name)), managerConfirmedAt: confirmed, memberConfirmedAt: confirmed }];
  });
}
