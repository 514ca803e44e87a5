import { fromDecimalOrNull } from '../../calc/fraction';
import type { Goal } from '../../domain/goal';
import type { WorkbookModel } from '../../workbook/model';
import { AGREEMENTS, INDICATOR_KINDS, MILESTONE_STATES } from '../choices';
import { both, say, type Choice, type Locale } from '../definition';
import { FRAME } from '../render/labels';
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

const WIDTH = 8;
const W = {
  title: both('目标责任书', 'Letter of goals'),
  goals: both('承担的目标', 'Goals'),
  code: both('目标编号', 'Goal no.'),
  indicator: both('指标名称', 'Indicator'),
  kind: both('指标类型', 'Kind'),
  target: both('目标值', 'Target'),
  unit: both('单位', 'Unit'),
  weight: both('权重(%)', 'Weight (%)'),
  due: both('完成时限', 'Due'),
  agreement: both('共识状态', 'Agreement'),
  milestones: both('里程碑', 'Milestones'),
  date: both('日期', 'Date'),
  milestone: both('里程碑', 'Milestone'),
  state: both('状态', 'State'),
  commitment: both('本人承诺', 'Commitment'),
  commitmentText: both(
    '本人已就以上目标与直接上级充分沟通，认可目标值、权重与完成时限，并对结果负责。',
    'I have discussed these goals with my superior, agree to targets, weights and due days, and answer for the results.',
  ),
  support: both('所需支持', 'Support needed'),
  responsible: both('责任人', 'Responsible'),
  superior: both('直接上级', 'Superior'),
  head: both('部门负责人', 'Head of department'),
} as const;

/** 目标责任书 of one person: the goals that person holds or answers for, their milestones, and the signatures. */
export function renderGoalLetter(options: MemberFormOptions): WorkbookModel {
  const { data, memberId, locale, exportedAt } = options;
  const t = speaker(locale);
  const member = data.members.get(memberId);
  const goals = [...data.goals.values()]
    .filter(({ holder, accountableId }) =>
      holder.kind === 'member' ? holder.memberId === memberId : accountableId === memberId,
    )
    .sort((a, b) => a.order - b.order);
  const ids = new Set(goals.map(({ id }) => id));
  const milestones = [...data.milestones.values()]
    .filter(({ goalId }) => ids.has(goalId))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const lines: FormLine[] = [
    ...(member ? memberHead(data, member, locale, WIDTH) : []),
    heading(t(W.goals), WIDTH),
    {
      cells: [W.code, W.indicator, W.kind, W.target, W.unit, W.weight, W.due, W.agreement].map((word) =>
        textCell(t(word), 'header'),
      ),
    },
    ...goals.map((goal) => goalLine(goal, options)),
    ...(milestones.length === 0
      ? []
      : [
          heading(t(W.milestones), WIDTH),
          {
            cells: [
              textCell(t(W.code), 'header'),
              textCell(t(W.milestone), 'header', WIDTH - 3),
              textCell(t(W.date), 'header'),
              textCell(t(W.state), 'header'),
            ],
          },
          ...milestones.map(({ goalId, title, date, state }): FormLine => ({
            cells: [
              textCell(data.goals.get(goalId)?.code ?? '', 'locked'),
              textCell(title, 'locked', WIDTH - 3),
              dateCell(date, 'locked'),
              textCell(labelOf(MILESTONE_STATES, state, locale), 'locked'),
            ],
          })),
        ]),
    heading(t(W.commitment), WIDTH),
    { cells: [textCell(t(W.commitmentText), 'note', WIDTH)], height: 32 },
    field(t(W.support), '', WIDTH),
    signatureLine([t(W.responsible), t(W.superior), t(W.head)], WIDTH, say(FRAME.colon, locale)),
  ];
  const sheet = formSheet({ name: t(W.title), title: t(W.title), widths: [14, 18, 14, 14, 12, 14, 14, 12], lines });
  return formBook([sheet], [t(W.title), member?.name ?? ''].join(' · '), exportedAt);
}

const labelOf = (choices: readonly Choice[], value: string, locale: Locale): string => {
  const choice = choices.find((one) => one.value === value);
  return choice ? say(choice.label, locale) : '';
};

/** The target over the whole period: what a monthly average comes to, and prorated where the plan says so. */
function goalLine(goal: Goal, { data, result, locale }: MemberFormOptions): FormLine {
  const indicator = data.indicators.get(goal.indicatorId);
  const target = result.goals.get(goal.id)?.target ?? fromDecimalOrNull(goal.target);
  return {
    cells: [
      textCell(goal.code, 'locked'),
      textCell(indicator?.name ?? '', 'locked'),
      textCell(labelOf(INDICATOR_KINDS, indicator?.kind ?? '', locale), 'locked'),
      numberCell(target, '#,##0.######'),
      textCell(indicator?.unit ?? '', 'locked'),
      numberCell(fromDecimalOrNull(goal.weight), '0.##'),
      dateCell(goal.due, 'locked'),
      textCell(labelOf(AGREEMENTS, goal.agreement.state, locale), 'locked'),
    ],
  };
}
