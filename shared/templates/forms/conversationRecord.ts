import { HUNDRED, multiply } from '../../calc/fraction';
import type { MemberResult, ScoreRow } from '../../calc/result';
import type { PlanData } from '../../domain/planData';
import type { WorkbookModel } from '../../workbook/model';
import { both, say, type Bilingual } from '../definition';
import { FRAME } from '../render/labels';
import { emptyConversation } from '../sheets/evaluation/summaryRows';
import { completionEdges, percentFormat, pointsFormat } from '../sheets/evaluation/shownFormat';
import {
  dateCell,
  field,
  formBook,
  formSheet,
  heading,
  numberCell,
  signatureLine,
  speaker,
  textCell,
  type FormLine,
  type MemberFormOptions,
} from './grid';
import { memberHead } from './memberHead';

const WIDTH = 6;
const EMPTY_ITEMS = 4;
const W = {
  title: both('绩效面谈记录表', 'Record of the performance conversation'),
  basics: both('基本信息', 'Basics'),
  scheduled: both('计划面谈日期', 'Planned for'),
  held: both('面谈日期', 'Held on'),
  review: both('结果回顾', 'Results'),
  quantitative: both('量化得分', 'Quantitative score'),
  qualitative: both('定性得分', 'Qualitative score'),
  total: both('综合得分', 'Total'),
  rank: both('排名', 'Rank'),
  grade: both('等级', 'Grade'),
  overall: both('综合完成率(%)', 'Overall completion (%)'),
  indicator: both('指标', 'Indicator'),
  weight: both('权重(%)', 'Weight (%)'),
  target: both('目标值', 'Target'),
  actual: both('实际值', 'Actual'),
  completion: both('完成率(%)', 'Completion (%)'),
  points: both('得分', 'Points'),
  achievements: both('主要成绩', 'Achievements'),
  gaps: both('不足与原因', 'Gaps and their causes'),
  improvement: both('改进计划', 'Improvement plan'),
  item: both('改进项', 'Item'),
  action: both('行动', 'Action'),
  owner: both('责任人', 'Owner'),
  due: both('完成时间', 'Due'),
  measure: both('衡量标准', 'Measured by'),
  support: both('所需支持', 'Support needed'),
  opinion: both('员工意见', "Employee's opinion"),
  objection: both('对结果的异议', 'Objection to the result'),
  objects: both('有，要求复核', 'Yes, a review is asked for'),
  noObjection: both('无', 'None'),
  confirmation: both('双方确认', 'Confirmed by both'),
  member: both('被评人', 'Employee'),
  manager: both('面谈人', 'Manager'),
  confirmedOn: both('确认日期', 'Confirmed on'),
} as const;

/**
 * 绩效面谈记录表 of one member (templates.md, Forms): results, what was said, the improvement plan, confirmation. The
 * manager's private notes are never in it.
 */
export function renderConversationRecord(options: MemberFormOptions): WorkbookModel {
  const { data, result, memberId, locale, exportedAt } = options;
  const t = speaker(locale);
  const member = data.members.get(memberId);
  const talk = data.conversations.get(memberId) ?? emptyConversation(memberId);
  const labels = (...words: Bilingual[]): FormLine => ({ cells: words.map((word) => textCell(t(word), 'header')) });
  const items = [
    ...talk.improvement,
    ...Array.from({ length: Math.max(0, EMPTY_ITEMS - talk.improvement.length) }, () => null),
  ];
  const lines: FormLine[] = [
    heading(t(W.basics), WIDTH),
    ...(member ? memberHead(data, member, locale, WIDTH) : []),
    {
      cells: [
        textCell(t(W.scheduled), 'infoLabel'),
        dateCell(talk.scheduledOn, 'infoValue'),
        textCell(t(W.held), 'infoLabel'),
        dateCell(talk.heldOn, 'input', 3),
      ],
    },
    heading(t(W.review), WIDTH),
    ...resultLines(data, result.members.get(memberId), t),
    heading(t(W.achievements), WIDTH),
    field(t(W.achievements), talk.achievements, WIDTH),
    field(t(W.gaps), talk.gaps, WIDTH),
    heading(t(W.improvement), WIDTH),
    labels(W.item, W.action, W.owner, W.due, W.measure, W.support),
    ...items.map((item): FormLine => ({
      cells: [
        textCell(item?.item ?? '', 'input'),
        textCell(item?.action ?? '', 'input'),
        textCell(item?.owner ?? '', 'input'),
        dateCell(item?.due ?? null, 'input'),
        textCell(item?.measure ?? '', 'input'),
        textCell(item?.support ?? '', 'input'),
      ],
      height: 32,
    })),
    field(t(W.opinion), talk.memberOpinion, WIDTH),
    {
      cells: [
        textCell(t(W.objection), 'infoLabel'),
        textCell(t(talk.objection ? W.objects : W.noObjection), 'infoValue', WIDTH - 1),
      ],
    },
    heading(t(W.confirmation), WIDTH),
    {
      cells: [
        textCell(t(W.confirmedOn), 'infoLabel'),
        dateCell(talk.memberConfirmedAt?.slice(0, 10) ?? null, 'input', 2),
        textCell(t(W.confirmedOn), 'infoLabel'),
        dateCell(talk.managerConfirmedAt?.slice(0, 10) ?? null, 'input', 2),
      ],
    },
    signatureLine([t(W.member), t(W.manager)], WIDTH, say(FRAME.colon, locale)),
  ];
  const sheet = formSheet({ name: t(W.title), title: t(W.title), widths: [16, 24, 14, 14, 22, 22], lines });
  return formBook([sheet], [t(W.title), member?.name ?? ''].join(' · '), exportedAt);
}

function resultLines(data: PlanData, result: MemberResult | undefined, t: (text: Bilingual) => string): FormLine[] {
  const { policy } = data.plan;
  const edges = completionEdges(policy);
  const overall = result?.overallCompletion ?? null;
  const total = result?.total ?? null;
  const plain = (rank: number | null | undefined): string => (rank == null ? '' : String(rank));
  return [
    {
      cells: [
        textCell(t(W.quantitative), 'infoLabel'),
        numberCell(result?.quantitative ?? null, '0.00'),
        textCell(t(W.qualitative), 'infoLabel'),
        numberCell(result?.qualitative.score ?? null, '0.00'),
        textCell(t(W.total), 'infoLabel'),
        numberCell(total, pointsFormat(total, policy.grades)),
      ],
    },
    {
      cells: [
        textCell(t(W.rank), 'infoLabel'),
        textCell(plain(result?.rank), 'locked'),
        textCell(t(W.grade), 'infoLabel'),
        textCell(result?.grade ?? '', 'locked'),
        textCell(t(W.overall), 'infoLabel'),
        numberCell(overall ? multiply(overall, HUNDRED) : null, percentFormat(overall, edges)),
      ],
    },
    {
      cells: [W.indicator, W.weight, W.target, W.actual, W.completion, W.points].map((word) =>
        textCell(t(word), 'header'),
      ),
    },
    ...(result?.rows ?? []).map((row) => scoreLine(data, row, edges)),
  ];
}

function scoreLine(data: PlanData, row: ScoreRow, edges: Parameters<typeof percentFormat>[1]): FormLine {
  const { capped } = row.completion;
  return {
    cells: [
      textCell(data.indicators.get(row.indicatorId)?.name ?? '', 'locked'),
      numberCell(row.weight, '0.##'),
      numberCell(row.target, '#,##0.######'),
      numberCell(row.actual, '#,##0.######'),
      numberCell(capped ? multiply(capped, HUNDRED) : null, percentFormat(capped, edges)),
      numberCell(row.points, '0.00'),
    ],
  };
}
