import { equal } from '#shared/calc/fraction';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { Fen } from '#shared/domain/primitives';

/**
 * The plan whose figures are published: while it is frozen, the inputs of the record with what may still come in, that is
 * the adjustments and the states of the payout (specification section 10). Talks and texts are those of today.
 */
export function publishedPlan(live: PlanData, frozen: PlanData): PlanData {
  const { adjustments, payouts, teamRewards, conversations, log, finalisations } = live;
  return { ...frozen, adjustments, payouts, teamRewards, conversations, log, finalisations };
}

/** What a person's figures would be if they were computed again today. */
export interface Difference {
  readonly total: Fraction | null;
  readonly overallCompletion: Fraction | null;
  readonly rank: number | null;
  readonly bonus: Fen;
}

const same = (a: Fraction | null, b: Fraction | null): boolean => (a === null || b === null ? a === b : equal(a, b));

/** Today's figures of everybody for whom they are not the published ones. Adjustments are no difference: they are allowed. */
export function differences(published: PlanResult, live: PlanResult): Map<string, Difference> {
  const found = new Map<string, Difference>();
  for (const [id, was] of published.members) {
    const is = live.members.get(id);
    if (!is) {
      found.set(id, { total: null, overallCompletion: null, rank: null, bonus: 0 });
      continue;
    }
    const equalFigures =
      same(was.total, is.total) &&
      same(was.overallCompletion, is.overallCompletion) &&
      was.rank === is.rank &&
      was.payout.bonus === is.payout.bonus;
    if (equalFigures) continue;
    const { total, overallCompletion, rank, payout } = is;
    found.set(id, { total, overallCompletion, rank, bonus: payout.bonus });
  }
  return found;
}
