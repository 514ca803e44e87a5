import type { IndicatorId, MemberId, RecordId } from './ids';
import type { Relation } from './indicator';
import type { Decimal, Instant, IsoDate } from './primitives';

/** One indicator's answer on a form. */
export interface FeedbackAnswer {
  readonly indicatorId: IndicatorId;
  /** 0–100; null = 不了解 (not observed) or left blank. */
  readonly score: Decimal | null;
  readonly notObserved: boolean;
  /** 具体事例/建议. */
  readonly comment: string;
}

export type FeedbackState = 'planned' | 'sent' | 'returned';

/** One rater's form about one assessee (specification section 4). */
export interface FeedbackForm {
  readonly id: RecordId;
  /** Token printed in the form workbook; a form counts once. */
  readonly token: string;
  readonly assesseeId: MemberId;
  readonly relation: Relation;
  /** Rater: a member where known, else the name as written (customers). */
  readonly raterId: MemberId | null;
  readonly raterName: string;
  readonly raterEmail: string;
  readonly due: IsoDate | null;
  readonly state: FeedbackState;
  readonly sentAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** When the rater was reminded, oldest first; missing = never, as on forms of earlier releases. */
  readonly remindedAt?: readonly Instant[];
  readonly answers: readonly FeedbackAnswer[];
  /** 做得好的 and 可改进的. */
  readonly strengths: string;
  readonly improvements: string;
}

/** The manager's accepted gaps and manual changes for one assessee. */
export interface FeedbackDecision {
  /** The assessee's member id. */
  readonly id: MemberId;
  /** Relations whose missing answers were accepted, so that their weight is shared. */
  readonly acceptedMissing: readonly { readonly relation: Relation; readonly indicatorId: IndicatorId }[];
  /** Calibration: a changed indicator score with its reason; the computed one is kept beside it. */
  readonly calibrations: readonly {
    readonly indicatorId: IndicatorId;
    readonly score: Decimal;
    readonly reason: string;
    readonly at: Instant;
  }[];
}
