import type { GoalId, MemberId, RecordId } from './ids';
import type { IsoDate } from './primitives';

/** 措施状态: 未开始, 进行中, 已完成. */
export type ActionState = 'open' | 'doing' | 'done';

/**
 * What was said about one goal in one week slot (template 2: 偏差原因 … 措施状态). When `intervention`
 * is true it answers the red warning of that slot's run (specification section 7).
 */
export interface TrackingNote {
  readonly id: RecordId;
  readonly goalId: GoalId;
  /** 1-based number of the week slot. */
  readonly slot: number;
  readonly cause: string;
  readonly measure: string;
  readonly support: string;
  readonly ownerId: MemberId | null;
  readonly ownerName: string;
  readonly due: IsoDate | null;
  readonly state: ActionState;
  readonly intervention: boolean;
  readonly recordedOn: IsoDate | null;
}

/** One row of the monthly review (月度复盘). Target and actual are computed, not stored. */
export interface MonthlyReview {
  readonly id: RecordId;
  /** `yyyy-mm`. */
  readonly month: string;
  readonly goalId: GoalId;
  readonly cause: string;
  readonly measure: string;
  readonly ownerId: MemberId | null;
  readonly ownerName: string;
  readonly due: IsoDate | null;
}

/** One row of a weekly meeting's record (周会记录). */
export interface MeetingEntry {
  readonly id: RecordId;
  readonly date: IsoDate;
  readonly attendees: string;
  readonly memberId: MemberId | null;
  readonly progress: string;
  readonly difficulty: string;
  readonly support: string;
  readonly keyIssue: string;
  readonly action: string;
  readonly ownerId: MemberId | null;
  readonly ownerName: string;
  readonly due: IsoDate | null;
  readonly state: ActionState;
}

export type CoachingKind = 'training' | 'mentor' | 'resource' | 'visit' | 'talk';

/** Training, mentor or other help assigned against a gap (辅导). */
export interface Coaching {
  readonly id: RecordId;
  readonly kind: CoachingKind;
  readonly memberId: MemberId;
  readonly goalId: GoalId | null;
  readonly topic: string;
  readonly mentorId: MemberId | null;
  readonly on: IsoDate | null;
  readonly due: IsoDate | null;
  readonly state: ActionState;
  readonly effect: string;
}
