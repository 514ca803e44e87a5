import type { IndicatorId } from './ids';
import type { Decimal } from './primitives';

/** How facts make an actual and how children roll up (汇总方式, specification section 2). */
export type Aggregation = 'sum' | 'ratio' | 'average' | 'last';

/** Which way is better (方向, specification section 2). */
export type Direction = 'higher' | 'lower';

/** How completion is computed for a `lower` indicator (specification section 2). */
export type LowerFormula = 'linear' | 'inverse';

/** 量化 (judged by numbers) or 定性 (judged by people). */
export type IndicatorKind = 'quantitative' | 'qualitative';

/** Who judges (评价关系, specification section 4). */
export type Relation = 'superior' | 'peer' | 'customer' | 'report' | 'self';

/** Weight of each relation that judges an indicator; an absent or zero one does not judge. */
export type RelationWeights = Readonly<Partial<Record<Exclude<Relation, 'self'>, Decimal>>>;

/** What is measured or judged (指标). One record serves every goal that names it. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly kind: IndicatorKind;
  readonly aggregation: Aggregation;
  readonly direction: Direction;
  readonly lowerFormula: LowerFormula;
  /** Cap (封顶) of completion, 1 = 100 %; null = none. */
  readonly cap: Decimal | null;
  /**
   * Unit as shown: 万元, 元, 家, %, 分 … Quantities are stored in this unit: a rate of 90 % is the
   * quantity `90` with unit `%`, and a `ratio` actual is Σ numerator ÷ Σ denominator × 100.
   */
  readonly unit: string;
  /** Fraction digits a quantity of it is shown with and a split is rounded to, 0–6. */
  readonly precision: number;
  readonly definition: string;
  /** Where the numbers come from (数据来源). */
  readonly source: string;
  /** For `ratio`: names of numerator and denominator, e.g. 回款额 / 销售额; else empty. */
  readonly numeratorName: string;
  readonly denominatorName: string;
  /** For `qualitative`: which relations judge it, with what weight. */
  readonly relations: RelationWeights;
  /** Warning rule of its own; null = the plan's (specification section 7). */
  readonly warning: { readonly threshold: Decimal; readonly run: number } | null;
}
