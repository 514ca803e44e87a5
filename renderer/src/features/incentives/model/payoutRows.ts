import type { MemberResult, PlanResult } from '#shared/calc/result';
import type { PayoutState } from '#shared/domain/evaluation';
import type { Member } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';
import type { Fen } from '#shared/domain/primitives';

/** One line of the payout table. */
export interface PayoutRow {
  readonly member: Member;
  readonly unitName: string;
  readonly result: MemberResult;
  readonly state: PayoutState;
  /** Reasons of the adjustments, for the tooltip. */
  readonly reasons: readonly string[];
  /** What a what-if changes of the paid amount; null without one. */
  readonly difference: Fen | null;
}

/** The paid members in the order of the ranking, beside what a what-if (`tried`) would make of them. */
export function payoutRows(data: PlanData, result: PlanResult, tried: PlanResult | null): PayoutRow[] {
  const reasons = new Map<string, string[]>();
  for (const adjustment of data.adjustments.values()) {
    reasons.set(adjustment.memberId, [...(reasons.get(adjustment.memberId) ?? []), adjustment.reason]);
  }
  return result.ranking.flatMap((id) => {
    const member = data.members.get(id);
    const own = result.members.get(id);
    if (!member || !own) return [];
    const other = tried?.members.get(id);
    return [
      {
        member,
        unitName: member.unitId === null ? '' : (data.units.get(member.unitId)?.name ?? ''),
        result: own,
        state: data.payouts.get(id)?.state ?? 'draft',
        reasons: reasons.get(id) ?? [],
        difference: other ? other.payout.paid - own.payout.paid : null,
      },
    ];
  });
}

const ORDER: readonly PayoutState[] = ['draft', 'submitted', 'approved', 'paid'];

/** The state of the whole table: that of the person who is furthest back. */
export function tableState(rows: readonly PayoutRow[]): PayoutState {
  const first = Math.min(...rows.map((row) => ORDER.indexOf(row.state)), ORDER.length - 1);
  return rows.length === 0 ? 'draft' : (ORDER[first] ?? 'draft');
}

/** What comes after a state; null after the last. */
export function nextState(state: PayoutState): PayoutState | null {
  return ORDER[ORDER.indexOf(state) + 1] ?? null;
}
