import { evaluatePlan } from '#shared/calc/plan';
import type { PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { Policy } from '#shared/domain/policy';
import type { Fen, IsoDate } from '#shared/domain/primitives';

/** What a change of the rules means for one person. */
export interface Impact {
  readonly memberId: string;
  readonly name: string;
  readonly paidBefore: Fen;
  readonly paidAfter: Fen;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
}

/** Everybody whose pay or rank would be another under `policy`; the greatest change of pay first. */
export function policyImpact(data: PlanData, result: PlanResult, policy: Policy, today: IsoDate): Impact[] {
  const after = evaluatePlan({ ...data, plan: { ...data.plan, policy } }, today);
  return result.ranking
    .flatMap((memberId): Impact[] => {
      const own = result.members.get(memberId);
      const other = after.members.get(memberId);
      if (!own || !other) return [];
      return [
        {
          memberId,
          name: data.members.get(memberId)?.name ?? '',
          paidBefore: own.payout.paid,
          paidAfter: other.payout.paid,
          rankBefore: own.rank,
          rankAfter: other.rank,
        },
      ];
    })
    .filter((one) => one.paidBefore !== one.paidAfter || one.rankBefore !== one.rankAfter)
    .sort((a, b) => Math.abs(b.paidAfter - b.paidBefore) - Math.abs(a.paidAfter - a.paidBefore));
}
