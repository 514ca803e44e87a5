import { bandValue } from '#shared/calc/bands';
import { fraction } from '#shared/calc/fraction';
import { payoutOf } from '#shared/calc/payout';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { Policy } from '#shared/domain/policy';
import type { Fen } from '#shared/domain/primitives';

/** Live examples beside the rules of the payout, computed like everything else under the rules as they are drafted. */
export interface PayoutExamples {
  /** The first of the ranking: what the bands are applied to, and what comes of it; null while nobody is ranked. */
  readonly person: { readonly name: string; readonly basis: Fraction | null; readonly bonus: Fen } | null;
  /** Somebody just below 100 %. */
  readonly edge: { readonly basis: Fraction; readonly base: Fen; readonly ratio: Fraction; readonly bonus: Fen };
  readonly stars: { readonly of: number; readonly names: readonly string[] };
  readonly paid: Fen;
}

const EDGE = fraction(995n, 1000n);
const BASE: Fen = 2_000_000;

/** The examples for a policy and the result under it (specification section 9). */
export function payoutExamples(policy: Policy, data: PlanData, result: PlanResult): PayoutExamples {
  const nameOf = (id: string): string => data.members.get(id)?.name ?? '';
  const [first] = result.ranking;
  const best = first === undefined ? undefined : result.members.get(first);
  const edge = payoutOf({ policy, basis: EDGE, bonusBase: BASE, presence: fraction(1n), adjustments: 0 });
  const complete = result.ranking.filter((id) => result.members.get(id)?.provisional === false);
  return {
    person:
      first === undefined || !best ? null : { name: nameOf(first), basis: best.payout.basis, bonus: best.payout.bonus },
    edge: { basis: EDGE, base: BASE, ratio: bandValue(policy.payoutBands, EDGE), bonus: edge.bonus },
    stars: { of: complete.length, names: complete.filter((id) => result.members.get(id)?.star).map(nameOf) },
    paid: result.team.paidTotal,
  };
}
