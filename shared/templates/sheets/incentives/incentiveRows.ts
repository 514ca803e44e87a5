import type { Adjustment, PayoutRecord } from '../../../domain/evaluation';
import type { Member } from '../../../domain/organisation';
import type { PlanData } from '../../../domain/planData';
import { payoutBasis } from '../../../calc/payout';
import type { Fraction, MemberResult } from '../../../calc/result';
import type { SheetContext } from '../../definition';
import { evaluatedMembers, nameIsUnique } from '../evaluation/formulaParts';
import { completionEdges } from '../evaluation/shownFormat';

/** One line of 激励兑现. */
export interface IncentiveRow {
  readonly member: Member;
  readonly result: MemberResult | null;
  readonly record: PayoutRecord | null;
  readonly adjustments: readonly Adjustment[];
  /** Completion of the heaviest indicator, for the basis 主指标; 1 = 100 %. */
  readonly primary: Fraction | null;
  /** The name finds the member in other sheets. */
  readonly unique: boolean;
  readonly edges: readonly Fraction[];
}

/** The corrections of one member, the oldest first. */
export function adjustmentsOf(data: PlanData, memberId: string): Adjustment[] {
  return [...data.adjustments.values()]
    .filter((adjustment) => adjustment.memberId === memberId)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** Several reasons in one cell. */
export const REASON_JOINT = '；';
export const reasonText = (adjustments: readonly Adjustment[]): string =>
  adjustments
    .map(({ reason }) => reason)
    .filter((reason) => reason !== '')
    .join(REASON_JOINT);

/** Ranked members, best first. */
export function incentiveRows(ctx: SheetContext): IncentiveRow[] {
  const edges = completionEdges(ctx.data.plan.policy);
  return evaluatedMembers(ctx).map((member): IncentiveRow => {
    const result = ctx.result.members.get(member.id) ?? null;
    return {
      member,
      result,
      record: ctx.data.payouts.get(member.id) ?? null,
      adjustments: adjustmentsOf(ctx.data, member.id),
      primary: result ? payoutBasis('primaryIndicator', result) : null,
      unique: nameIsUnique(ctx.data, member),
      edges,
    };
  });
}
