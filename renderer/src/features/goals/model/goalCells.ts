import {
  divide,
  fromDecimal,
  HUNDRED,
  isNegative,
  isZero,
  lessThan,
  subtract,
  sum,
  toNumber,
} from '#shared/calc/fraction';
import { parseDecimal } from '#shared/calc/quantity';
import type { CascadeFigure, Fraction, GoalResult, PlanResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import { impliedRate } from '#shared/calc/cascade';
import type { GoalId, IndicatorId } from '#shared/domain/ids';
import { err, ok, type Result } from '#shared/domain/issue';
import type { Decimal } from '#shared/domain/primitives';
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
  /** What is not divided yet or too much; of a ratio, the rate the goals below come to. */
  readonly gap: { readonly kind: 'none' | 'zero' | 'under' | 'over' | 'part' | 'implied'; readonly text: string };
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
    ...(indicator.aggregation === 'ratio'
      ? impliedOf(data, goal, result, indicator)
      : coverageOf(goal, figures, result, indicator)),
  };
}

/** Of a ratio: the rate that the goals below come to, where their volumes are known. */
function impliedOf(
  data: PlanData,
  goal: Goal,
  result: PlanResult | null,
  { precision }: Indicator,
): Pick<GoalCell, 'ratio' | 'ratioText' | 'state' | 'gap'> {
  const children = childrenOf(data.goals)
    .get(goal.id)
    ?.filter(({ indicatorId }) => indicatorId === goal.indicatorId);
  const rate = impliedRate((children ?? []).flatMap(({ id }) => result?.goals.get(id) ?? []));
  return {
    ratio: null,
    ratioText: '',
    state: 'share',
    gap: rate ? { kind: 'implied', text: formatQuantity(rate, precision) } : { kind: 'none', text: '' },
  };
}

/** Goals by the goal above them, gathered once for each state of the goals. */
const gathered = new WeakMap<PlanData['goals'], ReadonlyMap<GoalId, readonly Goal[]>>();

function childrenOf(goals: PlanData['goals']): ReadonlyMap<GoalId, readonly Goal[]> {
  const known = gathered.get(goals);
  if (known) return known;
  const children = new Map<GoalId, Goal[]>();
  for (const goal of goals.values()) {
    if (goal.parentId === null) continue;
    const siblings = children.get(goal.parentId);
    if (siblings) siblings.push(goal);
    else children.set(goal.parentId, [goal]);
  }
  gathered.set(goals, children);
  return children;
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

/** A number as typed: `ok` with canonical text or null (emptied), or the code of what is wrong. */
export function parseNumber(text: string): Result<Decimal | null> {
  const plain = plainNumber(text);
  return plain === '' ? ok(null) : parseDecimal(plain);
}

/** A weight as typed, in per cent from 0 to 100; `goal.weightRange` where it lies outside. */
export function parseWeight(text: string): Result<Decimal | null> {
  const parsed = parseNumber(text);
  if (!parsed.ok || parsed.value === null) return parsed;
  const weight = fromDecimal(parsed.value);
  return isNegative(weight) || lessThan(HUNDRED, weight) ? err({ code: 'goal.weightRange', params: { text } }) : parsed;
}

/** A target, baseline or share as typed: `parseNumber`, and nothing below 0 (specification section 2; `import.negative`). */
export function parseTarget(text: string): Result<Decimal | null> {
  const parsed = parseNumber(text);
  return parsed.ok && parsed.value?.startsWith('-') ? err({ code: 'import.negative', params: { text } }) : parsed;
}
