import type { Indicator } from './indicator';
import type { Member, Unit } from './organisation';
import type { Goal, Milestone } from './goal';
import type { FactSeries } from './facts';
import type { FeedbackDecision, FeedbackForm } from './feedback';
import type { Plan } from './plan';
import type { Coaching, MeetingEntry, MonthlyReview, TrackingNote } from './tracking';
import type {
  Adjustment,
  Conversation,
  Finalisation,
  Lesson,
  LogEntry,
  NoDataDecision,
  PayoutRecord,
  TeamReward,
} from './evaluation';

/** Every collection of a plan and the type of its records. One database table each. */
export interface Collections {
  units: Unit;
  members: Member;
  indicators: Indicator;
  goals: Goal;
  facts: FactSeries;
  milestones: Milestone;
  trackingNotes: TrackingNote;
  monthlyReviews: MonthlyReview;
  meetings: MeetingEntry;
  coaching: Coaching;
  feedbackForms: FeedbackForm;
  feedbackDecisions: FeedbackDecision;
  noDataDecisions: NoDataDecision;
  conversations: Conversation;
  adjustments: Adjustment;
  payouts: PayoutRecord;
  teamRewards: TeamReward;
  lessons: Lesson;
  finalisations: Finalisation;
  log: LogEntry;
}

export type CollectionName = keyof Collections;

/** All collections, parents before what refers to them. */
export const COLLECTION_NAMES = [
  'units',
  'members',
  'indicators',
  'goals',
  'facts',
  'milestones',
  'trackingNotes',
  'monthlyReviews',
  'meetings',
  'coaching',
  'feedbackForms',
  'feedbackDecisions',
  'noDataDecisions',
  'conversations',
  'adjustments',
  'payouts',
  'teamRewards',
  'lessons',
  'finalisations',
  'log',
] as const satisfies readonly CollectionName[];

/**
 * The plan aggregate: the whole of one plan in memory. Immutable: an edit makes a new one that
 * shares all untouched maps and records, so that identity tells what changed (calc/plan memoises on it).
 */
export type PlanData = { readonly plan: Plan } & {
  readonly [K in CollectionName]: ReadonlyMap<string, Collections[K]>;
};

/** An aggregate that holds only its head. */
export function emptyPlanData(plan: Plan): PlanData {
  const collections = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Map()]));
  return { plan, ...collections } as PlanData;
}
