import type {
  Adjustment,
  Conversation,
  EvidencePoint,
  Finalisation,
  ImprovementItem,
  Lesson,
  LessonDecision,
  LessonEvidence,
  LogEntry,
  NoDataDecision,
  PayoutRecord,
  SopVersion,
  TeamReward,
} from '../domain/evaluation';
import { day, decimal, flag, idText, instant, integer, listOf, oneOf, optional, orNull, record, text } from './shape';

const payoutState = oneOf('draft', 'submitted', 'approved', 'paid');

export const noDataDecisionShape = record<NoDataDecision>({
  id: idText,
  decision: oneOf('zero', 'exclude'),
  reason: text,
});

export const conversationShape = record<Conversation>({
  id: idText,
  scheduledOn: orNull(day),
  heldOn: orNull(day),
  achievements: text,
  gaps: text,
  memberOpinion: text,
  objection: optional(flag),
  improvement: listOf(
    record<ImprovementItem>({ item: text, action: text, owner: text, due: orNull(day), measure: text, support: text }),
  ),
  privateNotes: text,
  managerConfirmedAt: orNull(instant),
  memberConfirmedAt: orNull(instant),
});

export const adjustmentShape = record<Adjustment>({
  id: idText,
  memberId: text,
  amount: integer,
  reason: text,
  at: instant,
});

export const payoutShape = record<PayoutRecord>({
  id: idText,
  nonMaterial: text,
  basis: text,
  paidOn: orNull(day),
  method: text,
  state: payoutState,
});

export const teamRewardShape = record<TeamReward>({
  id: idText,
  team: text,
  goalId: orNull(text),
  content: text,
  budget: orNull(integer),
  state: payoutState,
});

export const lessonShape = record<Lesson>({
  id: idText,
  kind: oneOf('success', 'cause'),
  title: text,
  facts: text,
  cause: text,
  practice: text,
  sopName: text,
  owner: text,
  suggestion: text,
  tags: listOf(text),
  order: optional(integer),
  createdOn: optional(day),
  sopVersions: optional(listOf(record<SopVersion>({ version: integer, on: day, text, change: text }))),
  evidence: optional(
    listOf(
      record<LessonEvidence>({
        holder: text,
        indicator: text,
        unit: text,
        on: day,
        start: day,
        points: listOf(record<EvidencePoint>({ end: day, target: orNull(decimal), actual: orNull(decimal) })),
      }),
    ),
  ),
  usedIn: optional(listOf(text)),
  decisions: optional(listOf(record<LessonDecision>({ on: day, text, owner: text }))),
});

export const finalisationShape = record<Finalisation>({
  id: idText,
  at: instant,
  inputs: text,
  result: text,
  reopenedAt: orNull(instant),
  reopenReason: text,
});

export const logEntryShape = record<LogEntry>({ id: idText, at: instant, code: text, detail: text });
