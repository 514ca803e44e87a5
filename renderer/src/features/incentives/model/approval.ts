import { putRecord, type Change } from '#shared/domain/change';
import type { PayoutRecord, PayoutState } from '#shared/domain/evaluation';
import type { MemberId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { Instant, IsoDate } from '#shared/domain/primitives';

/** The payout record of a member, or a fresh one. */
export function payoutRecord(data: PlanData, id: MemberId): PayoutRecord {
  return data.payouts.get(id) ?? { id, nonMaterial: '', basis: '', paidOn: null, method: '', state: 'draft' };
}

/** What a step of approval needs to know besides the plan. */
export interface ApprovalStep {
  readonly to: PayoutState;
  readonly members: readonly MemberId[];
  readonly logId: string;
  readonly at: Instant;
  /** Day of payment, written when the step is `paid`. */
  readonly on: IsoDate;
}

/** Moves all members' payouts to a state, and says so in the plan's log. One undoable step. */
export function approvalChanges(data: PlanData, step: ApprovalStep): Change[] {
  const changes: Change[] = step.members.map((id) => {
    const record = payoutRecord(data, id);
    const paidOn = step.to === 'paid' ? (record.paidOn ?? step.on) : record.paidOn;
    return putRecord(data, 'payouts', { ...record, state: step.to, paidOn });
  });
  return [
    ...changes,
    putRecord(data, 'log', { id: step.logId, at: step.at, code: `payout.${step.to}`, detail: String(changes.length) }),
  ];
}
