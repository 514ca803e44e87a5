import { fraction, HUNDRED, multiply, toNumber } from '../../calc/fraction';
import { fenToYuan } from '../../calc/quantity';
import type { Fraction } from '../../calc/result';
import type { WorkbookModel } from '../../workbook/model';
import { PAYOUT_BASES, PAYOUT_STATES } from '../choices';
import { scale } from '../codec/numberText';
import { both, say, type Bilingual } from '../definition';
import { FRAME } from '../render/labels';
import { completionEdges, percentFormat, pointsFormat } from '../sheets/evaluation/shownFormat';
import { adjustmentsOf, reasonText } from '../sheets/incentives/incentiveRows';
import {
  dateCell,
  formBook,
  formSheet,
  heading,
  numberCell,
  signatureLine,
  speaker,
  textCell,
  type FormCell,
  type FormLine,
  type MemberFormOptions,
} from './grid';
import { memberHead } from './memberHead';

const WIDTH = 6;
const MONEY = '#,##0.00';
const W = {
  title: both('个人激励说明', 'Incentive statement'),
  result: both('评估结果', 'Evaluation'),
  total: both('综合得分', 'Total'),
  rank: both('排名', 'Rank'),
  grade: both('等级', 'Grade'),
  overall: both('综合完成率(%)', 'Overall completion (%)'),
  basis: both('奖金依据', 'Bonus basis'),
  figure: both('依据数值(%)', 'Basis (%)'),
  calculation: both('奖金计算', 'How the bonus was computed'),
  band: both('命中档位', 'Band'),
  base: both('奖金基数(元)', 'Bonus base (CNY)'),
  ratio: both('发放比例(%)', 'Payout ratio (%)'),
  presence: both('在岗系数', 'Presence'),
  bonus: both('应发奖金(元)', 'Bonus (CNY)'),
  adjustment: both('调整金额(元)', 'Adjustment (CNY)'),
  reason: both('调整原因', 'Reason'),
  paid: both('实发奖金(元)', 'Paid (CNY)'),
  how: both(
    '应发奖金 = 奖金基数 × 发放比例 × 在岗系数，四舍五入到分；实发奖金 = 应发奖金 + 调整金额，不低于 0。',
    'Bonus = base × ratio × presence, rounded to 0.01; paid = bonus + adjustment, never below 0.',
  ),
  payout: both('兑现', 'Payout'),
  nonMaterial: both('非物质激励', 'Non-material reward'),
  evidence: both('评估依据', 'Evaluation'),
  paidOn: both('兑现日期', 'Paid on'),
  method: both('兑现方式', 'Method'),
  state: both('状态', 'State'),
  receiver: both('领取人', 'Received by'),
  hr: both('人力资源', 'Human resources'),
} as const;

/** 个人激励说明: how one person's bonus came about. It holds figures of that person only, no list and no other amounts. */
export function renderIncentiveStatement(options: MemberFormOptions): WorkbookModel {
  const { data, result: all, memberId, locale, exportedAt } = options;
  const t = speaker(locale);
  const { policy } = data.plan;
  const member = data.members.get(memberId);
  const result = all.members.get(memberId);
  const payout = result?.payout;
  const record = data.payouts.get(memberId);
  const edges = completionEdges(policy);
  const label = (word: Bilingual): FormCell => textCell(t(word), 'infoLabel');
  const percent = (value: Fraction | null): FormCell =>
    numberCell(value ? multiply(value, HUNDRED) : null, percentFormat(value, edges));
  const fen = (amount: number | undefined): Fraction | null => (amount === undefined ? null : fenToYuan(amount));
  const band = policy.payoutBands[payout?.band ?? -1];
  const basis = PAYOUT_BASES.find(({ value }) => value === policy.payoutBasis);
  const state = PAYOUT_STATES.find(({ value }) => value === (record?.state === 'draft' ? 'submitted' : record?.state));
  const head = member ? memberHead(data, member, locale, WIDTH) : [];
  const total = result?.total ?? null;
  // Rows of the calculation, counted from the title in row 1.
  const first = 1 + head.length + 1 + 2 + 1 + 1;
  const cell = (column: string, line: number): string => `${column}${first + line}`;
  const product = `${cell('D', 0)}*${cell('F', 0)}/100*${cell('B', 1)}`;
  const computed = (formula: string, value: Fraction | null): FormCell => ({
    value: { kind: 'formula', formula, cached: value === null ? '' : toNumber(value) },
    role: 'computed',
    format: MONEY,
  });
  const lines: FormLine[] = [
    ...head,
    heading(t(W.result), WIDTH),
    {
      cells: [
        label(W.total),
        numberCell(total, pointsFormat(total, policy.grades)),
        label(W.rank),
        textCell(result?.rank == null ? '' : String(result.rank), 'locked'),
        label(W.grade),
        textCell(result?.grade ?? '', 'locked'),
      ],
    },
    {
      cells: [
        label(W.overall),
        percent(result?.overallCompletion ?? null),
        label(W.basis),
        textCell(basis ? t(basis.label) : '', 'locked'),
        label(W.figure),
        percent(payout?.basis ?? null),
      ],
    },
    heading(t(W.calculation), WIDTH),
    {
      cells: [
        label(W.band),
        textCell(band ? `≥${scale(band.from, 100n) ?? band.from}%` : '', 'locked'),
        label(W.base),
        numberCell(fen(payout?.bonusBase), MONEY),
        label(W.ratio),
        numberCell(payout ? multiply(payout.ratio, HUNDRED) : null, '0.##'),
      ],
    },
    {
      cells: [
        label(W.presence),
        numberCell(payout?.presence ?? fraction(1n), '0.0###'),
        label(W.bonus),
        computed(`ROUND(ROUND(${product},8),2)`, fen(payout?.bonus)),
        label(W.adjustment),
        numberCell(fen(payout?.adjustments), MONEY),
      ],
    },
    {
      cells: [
        label(W.paid),
        computed(`ROUND(MAX(0,${cell('D', 1)}+${cell('F', 1)}),2)`, fen(payout?.paid)),
        label(W.reason),
        textCell(reasonText(adjustmentsOf(data, memberId)), 'locked', 3),
      ],
      height: 32,
    },
    { cells: [textCell(t(W.how), 'note', WIDTH)], height: 32 },
    heading(t(W.payout), WIDTH),
    { cells: [label(W.nonMaterial), textCell(record?.nonMaterial ?? '', 'locked', WIDTH - 1)], height: 32 },
    { cells: [label(W.evidence), textCell(record?.basis ?? '', 'locked', WIDTH - 1)] },
    {
      cells: [
        label(W.paidOn),
        dateCell(record?.paidOn ?? null, 'locked'),
        label(W.method),
        textCell(record?.method ?? '', 'locked'),
        label(W.state),
        textCell(state ? t(state.label) : '', 'locked'),
      ],
    },
    signatureLine([t(W.hr), t(W.receiver)], WIDTH, say(FRAME.colon, locale)),
  ];
  const sheet = formSheet({ name: t(W.title), title: t(W.title), widths: [16, 18, 16, 18, 18, 18], lines });
  return formBook([sheet], [t(W.title), member?.name ?? ''].join(' · '), exportedAt);
}
