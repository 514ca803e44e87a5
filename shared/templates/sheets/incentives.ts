import { HUNDRED, multiply, whole } from '../../calc/fraction';
import { fenToYuan, toDecimal } from '../../calc/quantity';
import type { Fen } from '../../domain/primitives';
import { scale } from '../codec/numberText';
import { PAYOUT_STATES } from '../choices';
import { both, type FormulaSite, type SheetContext, type SheetDefinition, type TotalDefinition } from '../definition';
import { isWhole } from './evaluation/formulaParts';
import { percentFormat, pointsFormat } from './evaluation/shownFormat';
import { importIncentive } from './incentives/importIncentive';
import {
  bandFormula,
  basisFormula,
  bonusFormula,
  fromSummary,
  lookUp,
  paidFormula,
  ratioFormula,
} from './incentives/incentiveFormulas';
import { incentiveRows, reasonText, type IncentiveRow } from './incentives/incentiveRows';

const yuan = (fen: Fen): string => toDecimal(fenToYuan(fen));
const PERCENT = '[>=100]0.0;[>=99.95]0.0########;0.0';

const added = (key: string, of: (row: IncentiveRow) => Fen): TotalDefinition => ({
  key,
  formula: (site) => `SUM(${site.column(key)})`,
  cached: (ctx) => yuan(incentiveRows(ctx).reduce((fen, row) => fen + of(row), 0)),
});

const mayKnowBudget = (ctx: SheetContext): boolean =>
  isWhole(ctx) && (ctx.audience === 'all' || ctx.audience === 'finance');
const budgetCell = (site: FormulaSite): string => site.otherCell('rules', 'value', 'budget') ?? '""';
const paidTotal = (site: FormulaSite): string => `SUM(${site.column('paid')})`;

/** Sheet 激励兑现 of template 4: one row a ranked member, total row, budget and difference. */
export const incentivesSheet: SheetDefinition<IncentiveRow> = {
  id: 'incentives',
  sheetName: both('激励兑现', 'Payout'),
  title: both('激励措施兑现表', 'Payout of incentives'),
  synonyms: ['激励兑现表', '奖金兑现', 'Incentives', 'Bonus'],
  audiences: ['self', 'finance', 'all'],
  signatures: [
    both('制表', 'Prepared by'),
    both('部门负责人', 'Head of department'),
    both('人力资源', 'Human resources'),
    both('财务', 'Finance'),
    both('总经理', 'General manager'),
    both('领取人', 'Received by'),
  ],
  instructions: [
    both(
      '应发奖金 = 奖金基数 × 发放比例 × 在岗系数，四舍五入到分；实发 = 应发 + 调整，不低于 0。',
      'Bonus = base × ratio × presence, rounded to 0.01; paid = bonus + adjustment, never below 0.',
    ),
    both(
      '调整金额必须写明原因；奖金基数在“成员”表修改。',
      'An adjustment needs its reason; bases are changed in Members.',
    ),
  ],
  columns: [
    {
      key: 'name',
      label: both('姓名', 'Name'),
      synonyms: ['员工', '员工姓名'],
      required: true,
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('成员姓名', "The member's name"),
      width: 12,
      get: ({ member }) => member.name,
    },
    {
      key: 'employeeNo',
      label: both('工号', 'Employee no.'),
      kind: 'text',
      note: both('公司工号', 'Number in the company'),
      width: 11,
      get: ({ member }) => member.employeeNo,
    },
    {
      key: 'unit',
      label: both('部门/小组', 'Department/group'),
      kind: 'text',
      computed: true,
      note: both('所属部门或小组', 'Department or group'),
      width: 13,
      get: ({ member }, ctx) => ctx.data.units.get(member.unitId ?? '')?.name ?? '',
    },
    {
      key: 'total',
      label: both('综合得分', 'Total'),
      kind: 'decimal',
      computed: true,
      openWhenBlank: true,
      format: '0.00',
      note: both('来自绩效汇总', 'From Results'),
      width: 9,
      get: ({ result }) => result?.total ?? null,
      variant: ({ result }) => ({ kind: 'decimal', format: pointsFormat(result?.total ?? null, []) }),
      formula: (row, site) => fromSummary('total', row, site),
    },
    {
      key: 'rank',
      label: both('排名', 'Rank'),
      kind: 'integer',
      computed: true,
      openWhenBlank: true,
      note: both('来自绩效汇总', 'From Results'),
      width: 7,
      get: ({ result }) => (result?.rank == null ? null : whole(result.rank)),
      formula: (row, site) => fromSummary('rank', row, site),
    },
    {
      key: 'overall',
      label: both('综合完成率(%)', 'Overall completion (%)'),
      kind: 'percent',
      computed: true,
      openWhenBlank: true,
      format: PERCENT,
      note: both('来自绩效汇总', 'From Results'),
      width: 11,
      get: ({ result }) => (result?.overallCompletion ? multiply(result.overallCompletion, HUNDRED) : null),
      variant: ({ result, edges }) => ({
        kind: 'percent',
        format: percentFormat(result?.overallCompletion ?? null, edges),
      }),
      formula: (row, site) => fromSummary('overall', row, site),
    },
    {
      key: 'basis',
      label: both('依据数值(%)', 'Basis (%)'),
      kind: 'percent',
      computed: true,
      format: PERCENT,
      note: both('套用奖金档位的数值，由规则的奖金依据决定', 'The figure the bands are applied to, as Rules say'),
      width: 11,
      get: ({ result }) => (result?.payout.basis ? multiply(result.payout.basis, HUNDRED) : null),
      variant: ({ result, edges }) => ({ kind: 'percent', format: percentFormat(result?.payout.basis ?? null, edges) }),
      formula: basisFormula,
    },
    {
      key: 'band',
      label: both('命中档位', 'Band'),
      kind: 'text',
      computed: true,
      format: 'General',
      note: both('达到的奖金档位', 'The payout band that was reached'),
      width: 9,
      get: ({ result }, ctx) => {
        const band = ctx.data.plan.policy.payoutBands[result?.payout.band ?? -1];
        return band ? `≥${scale(band.from, 100n) ?? band.from}%` : null;
      },
      formula: (_row, site, ctx) => bandFormula(site, ctx),
    },
    {
      key: 'bonusBase',
      label: both('奖金基数(元)', 'Bonus base (CNY)'),
      required: true,
      kind: 'money',
      computed: true,
      openWhenBlank: true,
      note: both('全额奖金；在成员表修改', 'Full bonus; changed in Members'),
      width: 13,
      get: ({ member }) => yuan(member.bonusBase),
      formula: (row, site) => lookUp('members', 'bonusBase', row, site),
    },
    {
      key: 'presence',
      label: both('在岗系数', 'Presence'),
      kind: 'decimal',
      computed: true,
      format: '0.0###',
      note: both('在岗工作日 ÷ 期间工作日；不折算时为 1', 'Working days present ÷ of the period; 1 unless prorated'),
      width: 9,
      get: ({ result }) => result?.payout.presence ?? null,
    },
    {
      key: 'ratio',
      label: both('发放比例(%)', 'Payout ratio (%)'),
      kind: 'percent',
      computed: true,
      note: both('按规则的奖金档位', 'By the payout bands of Rules'),
      width: 10,
      get: ({ result }) => (result ? multiply(result.payout.ratio, HUNDRED) : null),
      formula: (_row, site, ctx) => ratioFormula(site, ctx),
    },
    {
      key: 'bonus',
      label: both('应发奖金(元)', 'Bonus (CNY)'),
      kind: 'money',
      computed: true,
      note: both('基数 × 比例 × 在岗系数', 'Base × ratio × presence'),
      width: 13,
      get: ({ result }) => (result ? yuan(result.payout.bonus) : null),
      formula: (_row, site) => bonusFormula(site),
    },
    {
      key: 'adjustment',
      label: both('调整金额(元)', 'Adjustment (CNY)'),
      synonyms: ['调整', '调整额'],
      kind: 'money',
      note: both('加减的金额，须写原因', 'Plus or minus, with a reason'),
      width: 12,
      get: ({ adjustments }) =>
        adjustments.length === 0 ? null : yuan(adjustments.reduce((fen, { amount }) => fen + amount, 0)),
    },
    {
      key: 'reason',
      label: both('调整原因', 'Reason'),
      kind: 'text',
      note: both('为什么调整', 'Why it was adjusted'),
      width: 24,
      get: ({ adjustments }) => reasonText(adjustments),
    },
    {
      key: 'paid',
      label: both('实发奖金(元)', 'Paid (CNY)'),
      kind: 'money',
      computed: true,
      note: both('应发 + 调整，不低于 0', 'Bonus + adjustment, never below 0'),
      width: 13,
      get: ({ result }) => (result ? yuan(result.payout.paid) : null),
      formula: (_row, site) => paidFormula(site),
    },
    {
      key: 'nonMaterial',
      label: both('非物质激励', 'Non-material reward'),
      kind: 'text',
      note: both('称号、培训、晋升推荐等', 'Title, training, promotion …'),
      width: 24,
      get: ({ record }) => record?.nonMaterial ?? '',
    },
    {
      key: 'basisText',
      label: both('评估依据', 'Evaluation'),
      required: true,
      mayBeBlank: true,
      kind: 'text',
      note: both('依据哪一次评估', 'The evaluation it is based on'),
      width: 22,
      get: ({ record }) => record?.basis ?? '',
    },
    {
      key: 'paidOn',
      label: both('兑现日期', 'Paid on'),
      kind: 'date',
      note: both('发放的日期', 'Day of payment'),
      width: 12,
      get: ({ record }) => record?.paidOn ?? null,
    },
    {
      key: 'method',
      label: both('兑现方式', 'Method'),
      kind: 'text',
      note: both('例如随工资发放', 'E.g. with the salary'),
      width: 18,
      get: ({ record }) => record?.method ?? '',
    },
    {
      key: 'state',
      label: both('状态', 'State'),
      kind: 'choice',
      choices: PAYOUT_STATES,
      note: both('审批与兑现的进度', 'How far it has come'),
      width: 9,
      get: ({ record }) => shownState(record?.state),
    },
  ],
  totals: [
    added('bonusBase', ({ member }) => member.bonusBase),
    added('bonus', ({ result }) => result?.payout.bonus ?? 0),
    added('adjustment', ({ adjustments }) => adjustments.reduce((fen, { amount }) => fen + amount, 0)),
    added('paid', ({ result }) => result?.payout.paid ?? 0),
  ],
  summary: (ctx) =>
    mayKnowBudget(ctx)
      ? [
          {
            key: 'paid',
            label: both('奖金预算', 'Budget'),
            formula: (site) => `IF(${budgetCell(site)}="","",${budgetCell(site)})`,
            cached: ({ result }) => (result.team.budget === null ? null : yuan(result.team.budget)),
          },
          {
            key: 'paid',
            label: both('预算差额', 'Budget left'),
            formula: (site) => `IF(${budgetCell(site)}="","",ROUND(${budgetCell(site)}-${paidTotal(site)},2))`,
            cached: ({ result }) => (result.team.remaining === null ? null : yuan(result.team.remaining)),
          },
        ]
      : [],
  rows: incentiveRows,
  rowKey: ({ member }) => member.id,
  importRow: importIncentive,
};

/** The form knows three states: what is not handed in yet waits for approval too. */
function shownState(state: string | undefined): string | null {
  return state === undefined ? null : state === 'draft' ? 'submitted' : state;
}
