import type { FeedbackAnswer, FeedbackDecision, FeedbackForm } from '../domain/feedback';
import type { Relation } from '../domain/indicator';
import type { Coaching, MeetingEntry, MonthlyReview, TrackingNote } from '../domain/tracking';
import {
  day,
  decimal,
  flag,
  idText,
  instant,
  integer,
  listOf,
  month,
  oneOf,
  optional,
  orNull,
  record,
  text,
  type Guard,
} from './shape';

const actionState = oneOf('open', 'doing', 'done');
const relation: Guard<Relation> = oneOf('superior', 'peer', 'customer', 'report', 'self');

export const trackingNoteShape = record<TrackingNote>({
  id: idText,
  goalId: text,
  slot: integer,
  cause: text,
  measure: text,
  support: text,
  ownerId: orNull(text),
  ownerName: text,
  due: orNull(day),
  state: actionState,
  intervention: flag,
  recordedOn: orNull(day),
});

export const monthlyReviewShape = record<MonthlyReview>({
  id: idText,
  month,
  goalId: text,
  cause: text,
  measure: text,
  ownerId: orNull(text),
  ownerName: text,
  due: orNull(day),
});

export const meetingShape = record<MeetingEntry>({
  id: idText,
  date: day,
  attendees: text,
  memberId: orNull(text),
  progress: text,
  difficulty: text,
  support: text,
  keyIssue: text,
  action: text,
  ownerId: orNull(text),
  ownerName: text,
  due: orNull(day),
  state: actionState,
});

export const coachingShape = record<Coaching>({
  id: idText,
  kind: oneOf('training', 'mentor', 'resource', 'visit', 'talk'),
  memberId: text,
  goalId: orNull(text),
  topic: text,
  mentorId: orNull(text),
  on: orNull(day),
  due: orNull(day),
  state: actionState,
  effect: text,
});

export const feedbackFormShape = record<FeedbackForm>({
  id: idText,
  token: text,
  assesseeId: text,
  relation,
  raterId: orNull(text),
  raterName: text,
  raterEmail: text,
  due: orNull(day),
  state: oneOf('planned', 'sent', 'returned'),
  sentAt: orNull(instant),
  returnedAt: orNull(instant),
  remindedAt: optional(listOf(instant)),
  answers: listOf(
    record<FeedbackAnswer>({ indicatorId: text, score: orNull(decimal), notObserved: flag, comment: text }),
  ),
  strengths: text,
  improvements: text,
});

export const feedbackDecisionShape = record<FeedbackDecision>({
  id: idText,
  acceptedMissing: listOf(record<FeedbackDecision['acceptedMissing'][number]>({ relation, indicatorId: text })),
  calibrations: listOf(
    record<FeedbackDecision['calibrations'][number]>({ indicatorId: text, score: decimal, reason: text, at: instant }),
  ),
});
