import { putRecord, type Change } from '#shared/domain/change';
import type { LogEntry, PayoutRecord, PayoutState } from '#shared/domain/evaluation';
import type { MemberId, RecordId } from '#shared/domain/ids';
import type { PlanStage } from '#shared/domain/plan';
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
  /** Team rewards that are earned: they go the same way. */
  readonly rewards: readonly RecordId[];
  readonly logId: string;
  readonly at: Instant;
  /** Day of payment, written when the step is `paid`. */
  readonly on: IsoDate;
  /** Name of the person who takes the step, as written. */
  readonly who: string;
  /** Why it is sent back; empty for a step forward. */
  readonly reason: string;
}

function stageAfter(stage: PlanStage, to: PayoutState): PlanStage {
  if (to === 'paid' && stage === 'final') return 'paid';
  return to === 'draft' && stage === 'paid' ? 'final' : stage;
}

/** Code of the log for a step; going back to draft is a return. */
const codeOf = (to: PayoutState): string => `payout.${to === 'draft' ? 'returned' : to}`;

/**
 * Moves all members' payouts to a state, and says in the plan's log who did it. With the payment a finalised plan becomes
 * a paid one, and with a return after it a finalised one again.
 */
export function approvalChanges(data: PlanData, step: ApprovalStep): Change[] {
  const changes: Change[] = step.members.map((id) => {
    const record = payoutRecord(data, id);
    const paidOn = step.to === 'paid' ? (record.paidOn ?? step.on) : record.paidOn;
    return putRecord(data, 'payouts', { ...record, state: step.to, paidOn });
  });
  for (const reward of data.teamRewards.values()) {
    // A return takes everything back; forward goes only what the team has earned.
    const moves = step.to === 'draft' ? reward.state !== 'draft' : step.rewards.includes(reward.id);
    if (moves) changes.push(putRecord(data, 'teamRewards', { ...reward, state: step.to }));
  }
  const detail = step.reason === '' ? step.who : `${step.who} · ${step.reason}`;
  changes.push(putRecord(data, 'log', { id: step.logId, at: step.at, code: codeOf(step.to), detail }));
  const before = data.plan;
  const stage = stageAfter(before.stage, step.to);
  if (stage !== before.stage) {
    changes.push({ collection: 'plan', id: before.id, before, after: { ...before, stage, updatedAt: step.at } });
  }
  return changes;
}

/** One step that was taken, for the line of approvals. */
export interface ApprovalEntry {
  readonly id: string;
  readonly at: Instant;
  readonly step: 'submitted' | 'approved' | 'paid' | 'returned';
  /** Who, and for a return why. */
  readonly who: string;
}

const STEPS: Readonly<Record<string, ApprovalEntry['step']>> = {
  'payout.submitted': 'submitted',
  'payout.approved': 'approved',
  'payout.paid': 'paid',
  'payout.returned': 'returned',
};

/** The steps of approval on record, oldest first. */
export function approvalHistory(log: ReadonlyMap<string, LogEntry>): ApprovalEntry[] {
  return [...log.values()]
    .flatMap(({ id, at, code, detail }) => {
      const step = STEPS[code];
      return step ? [{ id, at, step, who: detail }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
