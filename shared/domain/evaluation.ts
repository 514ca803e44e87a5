import type { GoalId, MemberId, RecordId } from './ids';
import type { Decimal, Fen, Instant, IsoDate } from './primitives';

/** The manager's decision on an indicator without data (specification section 2): 0, or left out. */
export interface NoDataDecision {
  readonly id: GoalId;
  readonly decision: 'zero' | 'exclude';
  readonly reason: string;
}

/** One item of the improvement plan (改进计划). */
export interface ImprovementItem {
  readonly item: string;
  readonly action: string;
  readonly owner: string;
  readonly due: IsoDate | null;
  readonly measure: string;
  readonly support: string;
}

/** The performance conversation with one member (绩效面谈) and the text columns of 绩效汇总. */
export interface Conversation {
  /** The member's id. */
  readonly id: MemberId;
  readonly scheduledOn: IsoDate | null;
  readonly heldOn: IsoDate | null;
  /** 主要成绩, 不足, 被评人意见. */
  readonly achievements: string;
  readonly gaps: string;
  readonly memberOpinion: string;
  /** The person objects to the result and asks for a review; missing = no. */
  readonly objection?: boolean;
  readonly improvement: readonly ImprovementItem[];
  /** Seen by the manager only; never on the shared screen or in any export. */
  readonly privateNotes: string;
  readonly managerConfirmedAt: Instant | null;
  readonly memberConfirmedAt: Instant | null;
}

/** A correction of the paid amount, dated, with a reason (specification sections 9 and 10). */
export interface Adjustment {
  readonly id: RecordId;
  readonly memberId: MemberId;
  readonly amount: Fen;
  readonly reason: string;
  readonly at: Instant;
}

/** 待审批, 已批准, 已兑现. */
export type PayoutState = 'draft' | 'submitted' | 'approved' | 'paid';

/** What is kept about one member's reward beside the computed amounts (template 4). */
export interface PayoutRecord {
  /** The member's id. */
  readonly id: MemberId;
  /** 非物质激励. */
  readonly nonMaterial: string;
  /** 评估依据. */
  readonly basis: string;
  readonly paidOn: IsoDate | null;
  /** 兑现方式. */
  readonly method: string;
  readonly state: PayoutState;
}

/** Reward of a unit or the whole team (团队激励). */
export interface TeamReward {
  readonly id: RecordId;
  readonly team: string;
  readonly goalId: GoalId | null;
  readonly content: string;
  readonly budget: Fen | null;
  readonly state: PayoutState;
}

/** 成功经验 or 问题根因. */
export type LessonKind = 'success' | 'cause';

/** A version of the procedure on a card, as it was settled; kept readable when later ones follow. */
export interface SopVersion {
  /** 1 for the first. */
  readonly version: number;
  readonly on: IsoDate;
  /** The practice, word for word. */
  readonly text: string;
  /** What changed against the version before, in the writer's words. */
  readonly change: string;
}

/** What the retrospective meeting decided about a card. */
export interface LessonDecision {
  readonly on: IsoDate;
  readonly text: string;
  readonly owner: string;
}

/** A week of a chart that is attached to a card: cumulative figures at its end (rates: the rate up to then). */
export interface EvidencePoint {
  readonly end: IsoDate;
  readonly target: Decimal | null;
  /** null where nothing was known on the day the chart was attached. */
  readonly actual: Decimal | null;
}

/** The burn-up of a goal as it was on the day it was attached to a card; it never changes again. */
export interface LessonEvidence {
  readonly holder: string;
  readonly indicator: string;
  readonly unit: string;
  /** As of this day. */
  readonly on: IsoDate;
  /** First day of the period. */
  readonly start: IsoDate;
  readonly points: readonly EvidencePoint[];
}

/**
 * A card of the retrospective (复盘与SOP). What is optional is missing on cards of earlier releases and on cards that never
 * had it, so that no stored data have to change.
 */
export interface Lesson {
  readonly id: RecordId;
  readonly kind: LessonKind;
  readonly title: string;
  readonly facts: string;
  readonly cause: string;
  readonly practice: string;
  readonly sopName: string;
  readonly owner: string;
  readonly suggestion: string;
  readonly tags: readonly string[];
  /** Position among the cards; missing = before those that have one. */
  readonly order?: number;
  readonly createdOn?: IsoDate;
  /** Settled versions of the practice, oldest first. */
  readonly sopVersions?: readonly SopVersion[];
  /** Decisions of the retrospective meeting, oldest first. */
  readonly decisions?: readonly LessonDecision[];
  /** Charts attached as they were. */
  readonly evidence?: readonly LessonEvidence[];
  /** Plans of other laptops in which the procedure stands, by name; it came from there with the library. */
  readonly usedIn?: readonly string[];
}

/** The frozen result of a plan (specification section 10): what it was, and what it came from. */
export interface Finalisation {
  readonly id: RecordId;
  readonly at: Instant;
  /** The plan data as they were, in archive form (JSON text). */
  readonly inputs: string;
  /** The result as it was, as the command line prints it (JSON text). */
  readonly result: string;
  readonly reopenedAt: Instant | null;
  readonly reopenReason: string;
}

/** A line in the plan's log: what was finalised, re-opened, imported, restored. */
export interface LogEntry {
  readonly id: RecordId;
  readonly at: Instant;
  readonly code: string;
  readonly detail: string;
}
