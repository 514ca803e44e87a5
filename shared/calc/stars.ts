import type { MemberId } from '../domain/ids';
import type { Policy, Rounding } from '../domain/policy';
import { floor, fromDecimal, multiply, negate, round, whole } from './fraction';
import type { Ranking } from './ranking';
import type { Fraction } from './result';

/** Fewer complete members than this make the title mean little. */
export const FEW_MEMBERS = 5;

const ROUNDINGS: Readonly<Record<Rounding, (value: Fraction) => bigint>> = {
  floor,
  round,
  ceil: (value) => -floor(negate(value)),
};

/** 销售之星 (specification section 9): the first share of the complete members, at least 1, with all tied at the cut. */
export function starsOf(ranking: Ranking, policy: Pick<Policy, 'starShare' | 'starRounding'>): MemberId[] {
  const complete = ranking.order.slice(0, ranking.complete);
  const seats = Number(ROUNDINGS[policy.starRounding](multiply(fromDecimal(policy.starShare), whole(complete.length))));
  return complete.filter((id) => (ranking.ranks.get(id) ?? Infinity) <= Math.max(1, seats));
}
