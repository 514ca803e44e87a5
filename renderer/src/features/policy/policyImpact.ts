import type { PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { Fen } from '#shared/domain/primitives';

/** What a change of the rules means for one person. */
export interface Impact {
  readonly memberId: string;
  readonly name: string;
  readonly paidBefore: Fen;
  readonly paidAfter: Fen;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
}

/** Everybody whose pay or rank is another in `after`, the result under changed rules; the greatest change of pay first. */
export function policyImpact(data: PlanData, before: PlanResult, after: PlanResult): Impact[] {
  return before.ranking
    .flatMap((memberId): Impact[] => {
      const own = before.members.get(memberId);
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
