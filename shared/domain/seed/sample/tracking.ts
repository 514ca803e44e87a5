import { makeTrackingNote } from '../../builders';
import type { MonthlyReview, TrackingNote } from '../../tracking';
import { COLLECTION_RATE, goalKey, memberKey, NEW_CUSTOMERS, REGION, SALES, type SampleContext } from './context';

interface NoteRow {
  readonly name: string;
  readonly slot: number;
  readonly cause: string;
  readonly measure: string;
  readonly support: string;
  readonly due: string;
  readonly state: TrackingNote['state'];
  readonly intervention: boolean;
  readonly on: string;
}

const NOTES: readonly NoteRow[] = [
  {
    name: '郑凯',
    slot: 7,
    cause: '两单报价高于低价竞品，客户转回老供应商',
    measure: '先不降价，补做一次需求访谈，按总成本重新报价',
    support: '',
    due: '2026-08-21',
    state: 'done',
    intervention: false,
    on: '2026-08-17',
  },
  {
    name: '赵一鸣',
    slot: 7,
    cause: '老客户采购计划未定，当周只有小单',
    measure: '本周联系 8 家沉默客户',
    support: '',
    due: '2026-08-21',
    state: 'done',
    intervention: false,
    on: '2026-08-17',
  },
  {
    name: '李婷',
    slot: 8,
    cause: '厦门一单验收推迟一周',
    measure: '把验收清单提前发给客户，约定 08-26 验收',
    support: '售后工程师到场半天',
    due: '2026-08-28',
    state: 'done',
    intervention: false,
    on: '2026-08-24',
  },
  {
    name: '郑凯',
    slot: 8,
    cause: '连续三周没有新商机进入报价，线索只有目标的一倍',
    measure: '张明轩每周陪访 2 次；四周内把有效线索补到 12 条',
    support: '市场部提供山东的行业名单 30 家',
    due: '2026-09-18',
    state: 'doing',
    intervention: true,
    on: '2026-08-25',
  },
  {
    name: '赵一鸣',
    slot: 8,
    cause: '两家老客户把三季度采购推迟到国庆后，新线索跟进不足',
    measure: '新增 6 家拜访，其中 2 家由陈立群陪访；推迟的两单先签意向',
    support: '陈立群陪访 2 次',
    due: '2026-09-04',
    state: 'done',
    intervention: true,
    on: '2026-08-26',
  },
];

/** What was said about goals that fell behind; two of the notes answer red warnings. */
export function sampleNotes({ id }: SampleContext): TrackingNote[] {
  return NOTES.map(({ name, on, ...row }) =>
    makeTrackingNote({
      ...row,
      id: id(`note:${name}:${row.slot}`),
      goalId: id(goalKey(name, SALES)),
      ownerId: id(memberKey(name)),
      ownerName: name,
      recordedOn: on,
    }),
  );
}

/** The reviews of the three months. */
export function sampleReviews({ id }: SampleContext): MonthlyReview[] {
  const review = (
    month: string,
    indicator: string,
    cause: string,
    measure: string,
    owner: string,
    due: string,
  ): MonthlyReview => ({
    id: id(`review:${month}:${indicator}`),
    month,
    goalId: id(goalKey(REGION, indicator)),
    cause,
    measure,
    ownerId: owner === '周敏' ? null : id(memberKey(owner)),
    ownerName: owner,
    due,
  });
  return [
    review(
      '2026-07',
      SALES,
      '开局一周只有 3 个工作日，鲁闽组起量慢',
      '鲁闽组目标重拆，按上期实绩分',
      '张明轩',
      '2026-08-07',
    ),
    review(
      '2026-07',
      NEW_CUSTOMERS,
      '客户决策变慢，从首访到签约由 4 周拉长到 6 周',
      '增加拜访频次，补一次产品培训',
      '周敏',
      '2026-08-14',
    ),
    review(
      '2026-08',
      SALES,
      '低价竞品在山东抢走两单，两家老客户推迟采购',
      '不跟价，改推全包方案；推迟的单先签意向',
      '周敏',
      '2026-09-11',
    ),
    review(
      '2026-08',
      COLLECTION_RATE,
      '月底开票集中，付款日没有写进合同',
      '签约当天约定付款日，到期前 5 天提醒',
      '林晓雯',
      '2026-09-15',
    ),
    review(
      '2026-09',
      SALES,
      '九月追回一部分，全季差 68.8 万元，主要在鲁闽组和赵一鸣',
      '复盘定因，四季度先补线索再加目标',
      '周敏',
      '2026-10-15',
    ),
  ];
}
