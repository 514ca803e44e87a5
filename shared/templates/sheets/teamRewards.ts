import type { PayoutState, TeamReward } from '../../domain/evaluation';
import type { PlanData } from '../../domain/planData';
import { fromDecimal, HUNDRED, multiply } from '../../calc/fraction';
import { standingFinalisation } from '../../calc/frozen';
import { fenToYuan, toDecimal, yuanToFen } from '../../calc/quantity';
import type { Fraction, PlanResult } from '../../calc/result';
import { PAYOUT_STATES } from '../choices';
import { looseText } from '../codec/text';
import {
  both,
  type ImportRow,
  type ImportTarget,
  type Refusal,
  type RowOutcome,
  type SheetDefinition,
} from '../definition';
import { goalCoded } from '../import/goals';
import { percentFormat } from './evaluation/shownFormat';
import { isApproved, takesBack } from './incentives/approval';

const WHOLE = [{ n: 1n, d: 1n }] as const;

/** A reward with what its goal has come to. */
export interface RewardRow {
  readonly reward: TeamReward;
  readonly completion: Fraction | null;
}

/** Goal a reward hangs on: its own, else the team's. */
const goalOf = (reward: TeamReward, result: PlanResult): string => reward.goalId ?? result.team.goalId ?? '';

/** `HD-01 销售额`: the goal by code, with what it measures. */
function goalText(data: PlanData, goalId: string | null): string {
  const goal = data.goals.get(goalId ?? '');
  return goal ? `${goal.code} ${data.indicators.get(goal.indicatorId)?.name ?? ''}`.trim() : '';
}

/** Sheet 团队激励 of template 4: rewards that depend on a team's goal (specification section 9). */
export const teamRewardsSheet: SheetDefinition<RewardRow> = {
  id: 'teamRewards',
  sheetName: both('团队激励', 'Team rewards'),
  title: both('团队激励', 'Team rewards'),
  synonyms: ['团队奖励'],
  audiences: ['superior', 'finance', 'all'],
  signatures: [
    both('制表', 'Prepared by'),
    both('部门负责人', 'Head of department'),
    both('总经理', 'General manager'),
  ],
  instructions: [both('团队目标完成率达到 100% 即为达标。', 'The reward is earned when the goal is reached to 100 %.')],
  columns: [
    {
      key: 'team',
      label: both('团队', 'Team'),
      required: true,
      kind: 'text',
      note: both('部门或小组', 'Department or group'),
      width: 16,
      get: ({ reward }) => reward.team,
    },
    {
      key: 'goal',
      label: both('团队目标', 'Team goal'),
      kind: 'text',
      note: both('目标编号，可带指标名称；留空为方案的团队目标', 'Number of the goal; empty = the plan’s team goal'),
      width: 24,
      get: ({ reward }, ctx) => goalText(ctx.data, reward.goalId),
    },
    {
      key: 'completion',
      label: both('完成率(%)', 'Completion (%)'),
      kind: 'percent',
      computed: true,
      openWhenBlank: true,
      format: '[>=100]0.0;[>=99.95]0.0########;0.0',
      note: both('团队目标截至日期的完成率', "Completion of the team's goal as of the date"),
      width: 11,
      get: ({ completion }) => (completion ? multiply(completion, HUNDRED) : null),
      variant: ({ completion }) => ({ kind: 'percent', format: percentFormat(completion, WHOLE) }),
    },
    {
      key: 'reached',
      label: both('是否达标', 'Reached'),
      kind: 'text',
      computed: true,
      format: 'General',
      note: both('完成率达到 100%', 'Completion of 100 % or more'),
      width: 9,
      get: ({ completion }, ctx) => {
        const [yes, no] = ctx.locale === 'en' ? ['Yes', 'No'] : ['是', '否'];
        return completion ? (completion.n >= completion.d ? yes : no) : null;
      },
      formula: (_row, site, ctx) => {
        const [yes, no] = ctx.locale === 'en' ? ['Yes', 'No'] : ['是', '否'];
        const completion = site.cell('completion');
        // At 9 digits, so that a binary 99.99999999999999 of an exact 100 is not taken for less.
        return `IF(${completion}="","",IF(ROUND(${completion}-100,9)>=0,"${yes}","${no}"))`;
      },
    },
    {
      key: 'content',
      label: both('激励内容', 'Reward'),
      kind: 'text',
      note: both('达标时给什么', 'What is given when it is reached'),
      width: 36,
      get: ({ reward }) => reward.content,
    },
    {
      key: 'budget',
      label: both('预算(元)', 'Budget (CNY)'),
      kind: 'money',
      note: both('这项激励的预算', 'Budget of this reward'),
      width: 13,
      hiddenFrom: ['superior'],
      get: ({ reward }) => (reward.budget === null ? null : toDecimal(fenToYuan(reward.budget))),
    },
    {
      key: 'state',
      label: both('状态', 'State'),
      kind: 'choice',
      choices: PAYOUT_STATES,
      note: both('审批与兑现的进度', 'How far it has come'),
      width: 9,
      get: ({ reward }) => (reward.state === 'draft' ? 'submitted' : reward.state),
    },
  ],
  rows: (ctx) =>
    [...ctx.data.teamRewards.values()]
      .filter(({ goalId }) => ctx.scope.kind === 'all' || (goalId !== null && ctx.sees.goal(goalId)))
      .map((reward) => ({
        reward,
        completion: ctx.result.goals.get(goalOf(reward, ctx.result))?.completion.value ?? null,
      })),
  rowKey: ({ reward }) => reward.id,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const { data } = target;
  const [team, goalName] = [row.text('team'), row.text('goal')];
  const byKey = data.teamRewards.get(row.key ?? '');
  const same = [...data.teamRewards.values()].filter((reward) => looseText(reward.team) === looseText(team));
  const known = byKey ?? same.find(({ content }) => looseText(content) === looseText(row.text('content'))) ?? same[0];
  const old: TeamReward = known ?? {
    id: target.newId(),
    team,
    goalId: null,
    content: '',
    budget: null,
    state: 'draft',
  };
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  let goalId = old.goalId;
  if (row.has('goal') && goalName !== goalText(data, old.goalId)) {
    const goal = goalCoded(target, goalName) ?? goalCoded(target, goalName.split(/\s/)[0] ?? '');
    if (goalName !== '' && !goal && target.finalPass) {
      return { refused: { code: 'import.unknownGoal', column: 'goal', params: { text: goalName } } };
    }
    goalId = goal?.id ?? null;
  }
  const state = kept('state', old.state, () => (row.value('state') ?? old.state) as PayoutState);
  const reward: TeamReward = {
    ...old,
    team,
    goalId,
    content: kept('content', old.content, () => row.text('content')),
    budget: kept('budget', old.budget, () => {
      const written = row.value('budget');
      return written === null ? null : yuanToFen(fromDecimal(written));
    }),
    state: state === 'submitted' && old.state === 'draft' ? 'draft' : state,
  };
  const refused = againstApproval(reward, old, target);
  if (refused) return { refused };
  target.put('teamRewards', reward);
  return { key: old.id };
}

/** What an approved reward says is frozen, as a person's payout is; a plan that comes with the file brings its states. */
function againstApproval(reward: TeamReward, old: TeamReward, target: ImportTarget): Refusal | null {
  const refuse = (column: string): Refusal => ({ code: 'import.rewardApproved', column });
  if (!isApproved(old.state)) {
    const comesWithPlan = [...target.data.members.keys()].every((id) => target.isNew('members', id));
    const ready = !isApproved(reward.state) || comesWithPlan || standingFinalisation(target.data) !== null;
    return ready ? null : { code: 'import.notFinal', column: 'state' };
  }
  if (takesBack(reward.state, old.state)) return refuse('state');
  if (reward.goalId !== old.goalId) return refuse('goal');
  if (reward.content !== old.content) return refuse('content');
  return reward.budget === old.budget ? null : refuse('budget');
}
