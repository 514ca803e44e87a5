import type { NoDataDecision } from '../domain/evaluation';
import type { Goal } from '../domain/goal';
import type { IndicatorId } from '../domain/ids';
import type { Policy } from '../domain/policy';
import { pointsOf } from './bands';
import { NOT_APPLICABLE } from './completion';
import { add, divide, fromDecimal, isZero, multiply, ZERO } from './fraction';
import type { Completion, Fraction, IndicatorFeedback, ScoreRow } from './result';

/** One weighted quantitative goal of a member. */
export interface QuantitativeInput {
  readonly goalId: Goal['id'];
  readonly indicatorId: IndicatorId;
  readonly weight: Fraction;
  readonly target: Fraction | null;
  readonly actual: Fraction | null;
  readonly completion: Completion;
  readonly decision: NoDataDecision['decision'] | null;
}

export interface QuantitativeScore {
  readonly rows: readonly ScoreRow[];
  readonly score: Fraction | null;
  readonly overallCompletion: Fraction | null;
  /** Something has no data and nobody has decided what that means. */
  readonly undecided: boolean;
}

/**
 * Quantitative score and overall completion (specification section 3). What is not applicable or excluded leaves its weight
 * to the rest; no data counts 0. Both are null when nothing applicable is left.
 */
export function quantitativeScore(inputs: readonly QuantitativeInput[], scoring: Policy['scoring']): QuantitativeScore {
  const counts = inputs.map(
    ({ completion, decision }) =>
      completion.state === 'ok' || (completion.state === 'noData' && decision !== 'exclude'),
  );
  let weights = ZERO;
  inputs.forEach((input, i) => {
    if (counts[i]) weights = add(weights, input.weight);
  });
  let score = ZERO;
  let overall = ZERO;
  const rows = inputs.map((input, i): ScoreRow => {
    const { goalId, indicatorId, weight, target, actual, completion } = input;
    const base = { goalId, indicatorId, kind: 'quantitative' as const, weight, target, actual, completion };
    if (!counts[i] || isZero(weights)) return { ...base, effectiveShare: null, points: null, weightedPoints: null };
    const capped = completion.capped ?? ZERO;
    const points = pointsOf(scoring, capped);
    const effectiveShare = divide(weight, weights);
    const weightedPoints = multiply(points, effectiveShare);
    score = add(score, weightedPoints);
    overall = add(overall, multiply(capped, effectiveShare));
    return { ...base, effectiveShare, points, weightedPoints };
  });
  const none = isZero(weights);
  return {
    rows,
    score: none ? null : score,
    overallCompletion: none ? null : overall,
    undecided: inputs.some(({ completion, decision }) => completion.state === 'noData' && decision === null),
  };
}

/** Rows of the qualitative indicators on the score sheet; what is hidden there stays hidden here. */
export function qualitativeRows(
  indicators: readonly IndicatorFeedback[],
  goalOf: ReadonlyMap<IndicatorId, Goal['id']>,
): ScoreRow[] {
  const rated = (item: IndicatorFeedback): boolean =>
    item.score !== null || item.relations.some((relation) => relation.answers > 0);
  let weights = ZERO;
  for (const item of indicators) if (rated(item)) weights = add(weights, item.weight);
  return indicators.map((item) => {
    const effectiveShare = rated(item) && !isZero(weights) ? divide(item.weight, weights) : null;
    return {
      goalId: goalOf.get(item.indicatorId) ?? null,
      indicatorId: item.indicatorId,
      kind: 'qualitative',
      weight: item.weight,
      effectiveShare,
      target: null,
      actual: null,
      completion: NOT_APPLICABLE,
      points: item.score,
      weightedPoints: item.score === null || effectiveShare === null ? null : multiply(item.score, effectiveShare),
    };
  });
}

/** Total (specification section 5); null while a part whose share is not 0 is missing. */
export function totalScore(
  policy: Pick<Policy, 'quantitativeShare' | 'qualitativeShare'>,
  quantitative: Fraction | null,
  qualitative: Fraction | null,
): Fraction | null {
  let total = ZERO;
  for (const [text, score] of [
    [policy.quantitativeShare, quantitative],
    [policy.qualitativeShare, qualitative],
  ] as const) {
    const share = fromDecimal(text);
    if (isZero(share)) continue;
    if (score === null) return null;
    total = add(total, multiply(share, score));
  }
  return total;
}
