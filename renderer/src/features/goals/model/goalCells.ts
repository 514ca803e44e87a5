import { divide, isZero, subtract, sum, toNumber } from '#shared/calc/fraction';
import { parseDecimal } from '#shared/calc/quantity';
import type { CascadeFigure, Fraction, GoalResult, PlanResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { IndicatorId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import { formatPercent, formatQuantity } from '../../../format/number';
import { plainNumber } from '../../../ui/grid/sums';
import type { GoalRow, Heading } from './goalTree';

/** What a line says about one indicator. */
export interface GoalCell {
  /** null = a heading, which has no goal of its own. */
  readonly result: GoalResult | null;
  readonly target: string;
  readonly monthly: string;
  /** Share of the children in this goal, or of this goal in its parent; 1 = 100 %. */
  readonly ratio: number | null;
  readonly ratioText: string;
  readonly state: 'full' | 'gap' | 'over' | 'part' | 'share';
  readonly gap: { readonly kind: 'none' | 'zero' | 'under' | 'over' | 'part'; readonly text: string };
}

/** The cell of a line and an indicator; null = no such goal, or a heading that adds up none. */
export function goalCell(data: PlanData, result: PlanResult | null, row: GoalRow, id: IndicatorId): GoalCell | null {
  const goal = row.goals.get(id);
  const indicator = data.indicators.get(id);
  if (indicator && row.heading) return headingCell(row.heading, result, indicator);
  if (!goal || !indicator) return null;
  const figures = result?.goals.get(goal.id) ?? null;
  return {
    result: figures,
    target: figures?.target ? formatQuantity(figures.target, indicator.precision) : '',
    monthly: figures?.monthlyAverage ? formatQuantity(figures.monthlyAverage, Math.max(1, indicator.precision)) : '',
    ...coverageOf(goal, figures, result, indicator),
  };
}

function coverageOf(
  goal: Goal,
  figures: GoalResult | null,
  result: PlanResult | null,
  { precision, aggregation }: Indicator,
): Pick<GoalCell, 'ratio' | 'ratioText' | 'state' | 'gap'> {
  const cascade = aggregation === 'sum' ? (figures?.cascade ?? null) : null;
  const nothing = { kind: 'none', text: '' } as const;
  if (!cascade || cascade.children.length === 0) {
    const parent = goal.parentId === null ? null : (result?.goals.get(goal.parentId)?.target ?? null);
    if (aggregation !== 'sum' || !parent || parent.n === 0n || !figures?.target)
      return { ratio: null, ratioText: '', state: 'share', gap: nothing };
    const share = divide(figures.target, parent);
    return {
      ratio: toNumber(share),
      ratioText: formatPercent(share, []),
      state: 'share',
      gap: nothing,
    };
  }
  return filled(cascade, precision, goal.partOfLarger);
}

/** How far a target is divided, as it is shown. */
function filled(
  { coverage, gap }: Pick<CascadeFigure, 'coverage' | 'gap'>,
  precision: number,
  partOfLarger: boolean,
): Pick<GoalCell, 'ratio' | 'ratioText' | 'state' | 'gap'> {
  const ratio = coverage ? toNumber(coverage) : null;
  const ratioText = coverage ? formatPercent(coverage) : '';
  if (!gap || gap.n === 0n) {
    return { ratio, ratioText, state: 'full', gap: gap ? { kind: 'zero', text: '0' } : { kind: 'none', text: '' } };
  }
  if (partOfLarger && gap.n > 0n) return { ratio, ratioText, state: 'part', gap: { kind: 'part', text: ratioText } };
  const under = gap.n > 0n;
  const text = formatQuantity(under ? gap : { n: -gap.n, d: gap.d }, precision);
  return { ratio, ratioText, state: under ? 'gap' : 'over', gap: { kind: under ? 'under' : 'over', text } };
}

/** What the goals below a heading come to, and what share that is of all there is to divide. */
function headingCell(
  { value, parts, whole }: Heading,
  result: PlanResult | null,
  { id, precision, aggregation }: Indicator,
): GoalCell | null {
  if (aggregation !== 'sum') return null;
  const add = (goals: readonly Goal[], figure: 'target' | 'monthlyAverage'): Fraction =>
    sum(goals.flatMap((goal) => (goal.indicatorId === id ? (result?.goals.get(goal.id)?.[figure] ?? []) : [])));
  const target = add(parts, 'target');
  const all = add(whole, 'target');
  if (isZero(target) && isZero(all)) return null;
  const shares = {
    coverage: isZero(all) ? null : divide(target, all),
    gap: isZero(all) ? null : subtract(all, target),
  };
  const share = shares.coverage;
  return {
    result: null,
    target: formatQuantity(target, precision),
    monthly: formatQuantity(add(parts, 'monthlyAverage'), Math.max(1, precision)),
    ...(value === null
      ? filled(shares, precision, false)
      : {
          ratio: share ? toNumber(share) : null,
          ratioText: share ? formatPercent(share, []) : '',
          state: 'share' as const,
          gap: { kind: 'none' as const, text: '' },
        }),
  };
}

/** A target as typed: `ok` with canonical text or null (emptied), or the code of what is wrong. */
export function parseTarget(text: string) {
  const plain = plainNumber(text);
  if (plain === '') return { ok: true, value: null } as const;
  return parseDecimal(plain);
}
