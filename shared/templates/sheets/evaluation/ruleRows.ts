import type { Plan } from '../../../domain/plan';
import type { Decimal } from '../../../domain/primitives';
import { fenToYuan, toDecimal } from '../../../calc/quantity';
import { PAYOUT_BASES } from '../../choices';
import { scale } from '../../codec/numberText';
import { both, type Bilingual, type CellShape, type SheetContext } from '../../definition';

/** One line of 规则: a setting, or one band. */
export interface RuleRow {
  /** `share.quantitative`, `score.0`, `grade.1`, `payout.2`, `basis`, `budget` … */
  readonly key: string;
  readonly label: Bilingual;
  /** Inclusive lower edge of a band: points of percent for completion, points for grades; null for a setting. */
  readonly from: Decimal | null;
  readonly value: string | null;
  readonly shape: CellShape;
  readonly hint: Bilingual;
}

const LABELS = {
  quantitative: both('量化占比(%)', 'Quantitative share (%)'),
  qualitative: both('定性占比(%)', 'Qualitative share (%)'),
  score: both('评分档位', 'Score band'),
  maximum: both('得分上限', 'Maximum score'),
  grade: both('等级', 'Grade'),
  basis: both('奖金依据', 'Bonus basis'),
  payout: both('奖金档位', 'Payout band'),
  budget: both('奖金预算(元)', 'Bonus budget (CNY)'),
} as const;

const HINTS = {
  share: both('综合得分 = 量化占比 × 量化得分 + 定性占比 × 定性得分', 'Total = shares × scores'),
  score: both('完成率(%)达到下限（含）得该分', 'Points from this completion (%) on, inclusive'),
  maximum: both('得分 = 完成率 × 100，不超过上限', 'Points = completion × 100, at most this'),
  grade: both('综合得分达到下限（含）为该等级', 'Grade from this total on, inclusive'),
  basis: both('按哪个数值套用奖金档位', 'The figure the payout bands are applied to'),
  payout: both('依据(%)达到下限（含）按该比例(%)发放', 'Payout ratio (%) from this basis (%) on, inclusive'),
  budget: both('全部实发奖金的预算', 'Budget of all bonuses paid'),
} as const;

const PERCENT: CellShape = { kind: 'percent' };
const POINTS: CellShape = { kind: 'decimal' };
const inPoints = (ratio: Decimal): Decimal => scale(ratio, 100n) ?? ratio;

/** The policy as lines; bands best first, as the look-up formulas of the book count them. */
export function ruleRows(ctx: SheetContext): RuleRow[] {
  const { policy }: Plan = ctx.data.plan;
  const setting = (key: keyof typeof LABELS, id: string, value: string | null, shape: CellShape, hint: Bilingual) => ({
    key: id,
    label: LABELS[key],
    from: null,
    value,
    shape,
    hint,
  });
  const scores: RuleRow[] =
    policy.scoring.kind === 'bands'
      ? policy.scoring.bands.map(({ from, value }, at) => ({
          key: `score.${at}`,
          label: LABELS.score,
          from: inPoints(from),
          value,
          shape: POINTS,
          hint: HINTS.score,
        }))
      : [setting('maximum', 'score.maximum', policy.scoring.maximum, POINTS, HINTS.maximum)];
  const budget = policy.budget === null ? null : toDecimal(fenToYuan(policy.budget));
  const mayKnowBudget = (ctx.audience === 'all' || ctx.audience === 'finance') && ctx.scope.kind === 'all';
  return [
    setting('quantitative', 'share.quantitative', inPoints(policy.quantitativeShare), PERCENT, HINTS.share),
    setting('qualitative', 'share.qualitative', inPoints(policy.qualitativeShare), PERCENT, HINTS.share),
    ...scores,
    ...policy.grades.map(({ from, name }, at) => ({
      key: `grade.${at}`,
      label: LABELS.grade,
      from,
      value: name,
      shape: { kind: 'text' } as const,
      hint: HINTS.grade,
    })),
    setting('basis', 'basis', policy.payoutBasis, { kind: 'choice', choices: PAYOUT_BASES }, HINTS.basis),
    ...policy.payoutBands.map(({ from, value }, at) => ({
      key: `payout.${at}`,
      label: LABELS.payout,
      from: inPoints(from),
      value: inPoints(value),
      shape: PERCENT,
      hint: HINTS.payout,
    })),
    ...(mayKnowBudget ? [setting('budget', 'budget', budget, { kind: 'money' }, HINTS.budget)] : []),
  ];
}
