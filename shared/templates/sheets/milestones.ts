import type { Milestone } from '../../domain/goal';
import { makeMilestone } from '../../domain/builders';
import { MILESTONE_RULES, MILESTONE_STATES } from '../choices';
import { scale } from '../codec/numberText';
import { looseText } from '../codec/text';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { goalCoded } from '../import/goals';

const isShare = (rule: string): boolean => rule === 'monthShare' || rule === 'periodShare';

/** Sheet 里程碑 of template 1: one row a milestone (templates.md). Shares are written in points: 50 = 50 %. */
export const milestonesSheet: SheetDefinition<Milestone> = {
  id: 'milestones',
  sheetName: both('里程碑', 'Milestones'),
  title: both('里程碑', 'Milestones'),
  signatures: [],
  instructions: [
    both('占比类阈值以百分数填写，如 50 表示 50%。', 'Thresholds that are shares are percentages: 50 means 50 %.'),
  ],
  columns: [
    {
      key: 'goal',
      label: both('目标编号', 'Goal no.'),
      required: true,
      kind: 'text',
      suggest: { sheetId: 'goals', key: 'code' },
      note: both('所属目标的编号', 'Number of its goal'),
      width: 12,
      get: (row, ctx) => ctx.data.goals.get(row.goalId)?.code ?? '',
    },
    {
      key: 'date',
      label: both('日期', 'Date'),
      required: true,
      kind: 'date',
      note: both('到哪一天', 'By which day'),
      width: 12,
      get: (row) => row.date,
    },
    {
      key: 'title',
      label: both('里程碑', 'Milestone'),
      synonyms: ['里程碑名称'],
      required: true,
      kind: 'text',
      note: both('要达到什么', 'What is to be reached'),
      width: 30,
      get: (row) => row.title,
    },
    {
      key: 'rule',
      label: both('判定方式', 'Judged by'),
      kind: 'choice',
      choices: MILESTONE_RULES,
      note: both('手动或按数据判定', 'By hand or by the numbers'),
      width: 12,
      get: (row) => row.rule,
    },
    {
      key: 'threshold',
      label: both('阈值', 'Threshold'),
      kind: 'decimal',
      note: both('累计值，或占比的百分数', 'A quantity, or a share in %'),
      width: 10,
      get: (row) => (row.threshold !== null && isShare(row.rule) ? scale(row.threshold, 100n) : row.threshold),
    },
    {
      key: 'state',
      label: both('状态', 'State'),
      kind: 'choice',
      choices: MILESTONE_STATES,
      note: both('手动判定时填写', 'When judged by hand'),
      width: 10,
      get: (row) => row.state,
    },
    {
      key: 'doneOn',
      label: both('完成日期', 'Done on'),
      kind: 'date',
      note: both('实际完成的日期', 'Day it was done'),
      width: 12,
      get: (row) => row.doneOn,
    },
  ],
  rows: (ctx) => [...ctx.data.milestones.values()].filter(({ goalId }) => ctx.sees.goal(goalId)),
  rowKey: (row) => row.id,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const byKey = target.data.milestones.get(row.key ?? '');
  const stored = byKey ? target.data.goals.get(byKey.goalId) : undefined;
  const goal = stored?.code === row.text('goal') ? stored : goalCoded(target, row.text('goal'));
  if (!goal) return { refused: { code: 'import.unknownGoal', column: 'goal', params: { text: row.text('goal') } } };
  const [date, title] = [row.text('date'), row.text('title')];
  const known =
    byKey ??
    [...target.data.milestones.values()].find(
      (one) => one.goalId === goal.id && looseText(one.title) === looseText(title),
    );
  const old = known ?? makeMilestone({ id: target.newId(), goalId: goal.id, date });
  const rule = (row.value('rule') ?? old.rule) as Milestone['rule'];
  const written = row.value('threshold');
  const threshold = written !== null && isShare(rule) ? scale(written, 1n, 100n) : written;
  if (rule !== 'manual' && row.has('threshold') && threshold === null) {
    return { refused: { code: 'import.required', column: 'threshold' } };
  }
  target.put('milestones', {
    ...old,
    goalId: goal.id,
    date,
    title,
    rule,
    threshold: row.has('threshold') ? threshold : old.threshold,
    state: (row.value('state') ?? old.state) as Milestone['state'],
    doneOn: row.has('doneOn') ? row.value('doneOn') : old.doneOn,
  });
  return { key: old.id };
}
