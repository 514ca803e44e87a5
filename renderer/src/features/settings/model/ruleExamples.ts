import { pointsOf } from '#shared/calc/bands';
import { add, fraction, fromDecimal, multiply, whole } from '#shared/calc/fraction';
import type { Policy } from '#shared/domain/policy';
import { formatPoints } from '../../../format/number';

/** Figures for the examples beside the rules: points of a completion of 99.5 %, and a total of 80 and 90 points. */
export interface RuleExamples {
  readonly points: string;
  readonly total: string;
}

/** The examples under the rules as they stand, computed like everything else. */
export function ruleExamples(policy: Policy): RuleExamples {
  const total = add(
    multiply(fromDecimal(policy.quantitativeShare), whole(80)),
    multiply(fromDecimal(policy.qualitativeShare), whole(90)),
  );
  return { points: formatPoints(pointsOf(policy.scoring, fraction(995n, 1000n))), total: formatPoints(total) };
}
