import type { CollectionName, Collections } from '../domain/planData';
import {
  adjustmentShape,
  conversationShape,
  finalisationShape,
  lessonShape,
  logEntryShape,
  noDataDecisionShape,
  payoutShape,
  teamRewardShape,
} from './closingShapes';
import {
  coachingShape,
  feedbackDecisionShape,
  feedbackFormShape,
  meetingShape,
  monthlyReviewShape,
  trackingNoteShape,
} from './followingShapes';
import { factsShape, goalShape, indicatorShape, memberShape, milestoneShape, unitShape } from './planningShapes';
import { listOf, type Guard } from './shape';

/** What a list of each collection must look like in the newest version. */
export const COLLECTION_SHAPES: { readonly [K in CollectionName]: Guard<readonly Collections[K][]> } = {
  units: listOf(unitShape),
  members: listOf(memberShape),
  indicators: listOf(indicatorShape),
  goals: listOf(goalShape),
  facts: listOf(factsShape),
  milestones: listOf(milestoneShape),
  trackingNotes: listOf(trackingNoteShape),
  monthlyReviews: listOf(monthlyReviewShape),
  meetings: listOf(meetingShape),
  coaching: listOf(coachingShape),
  feedbackForms: listOf(feedbackFormShape),
  feedbackDecisions: listOf(feedbackDecisionShape),
  noDataDecisions: listOf(noDataDecisionShape),
  conversations: listOf(conversationShape),
  adjustments: listOf(adjustmentShape),
  payouts: listOf(payoutShape),
  teamRewards: listOf(teamRewardShape),
  lessons: listOf(lessonShape),
  finalisations: listOf(finalisationShape),
  log: listOf(logEntryShape),
};
