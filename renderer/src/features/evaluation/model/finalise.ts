import { finalisingBlockers } from '#shared/calc/finalise';
import { evaluationReport } from '#shared/calc/report';
import type { PlanResult } from '#shared/calc/result';
import { putRecord, type Change } from '#shared/domain/change';
import type { Finalisation } from '#shared/domain/evaluation';
import type { Issue } from '#shared/domain/issue';
import type { PlanStage } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { Instant } from '#shared/domain/primitives';
import { encodeArchive } from '#shared/migrations/archive';

/** What stands between the plan and its final evaluation: blockers first, then what is only worth knowing. */
export function finalisingIssues(data: PlanData, result: PlanResult): Issue[] {
  const blockers = finalisingBlockers(data, result);
  const known = new Set(blockers.map((issue) => `${issue.code}:${issue.subject?.id ?? ''}`));
  const rest = result.issues.filter((issue) => !known.has(`${issue.code}:${issue.subject?.id ?? ''}`));
  return [...blockers, ...rest];
}

function stageChange(data: PlanData, stage: PlanStage, at: Instant): Change {
  const before = data.plan;
  return { collection: 'plan', id: before.id, before, after: { ...before, stage, updatedAt: at } };
}

/** What finalising needs besides plan and result. */
export interface FinaliseInput {
  readonly id: string;
  readonly logId: string;
  readonly at: Instant;
  readonly message: (issue: Issue) => string;
}

/**
 * Freezes the evaluation: the result with the inputs and the policy it was computed from (specification section 10).
 * Earlier frozen results are kept, but not copied into the new one.
 */
export function finaliseChanges(data: PlanData, result: PlanResult, input: FinaliseInput): Change[] {
  // The day the figures were seen is frozen with them: a plan that follows the calendar would otherwise be read as of another.
  const plan = { ...data.plan, asOf: result.timeline.asOf };
  const inputs = encodeArchive([{ ...data, plan, finalisations: new Map() }], input.at);
  const record: Finalisation = {
    id: input.id,
    at: input.at,
    inputs,
    result: JSON.stringify(evaluationReport(data, result, input.message)),
    reopenedAt: null,
    reopenReason: '',
  };
  return [
    putRecord(data, 'finalisations', record),
    putRecord(data, 'log', { id: input.logId, at: input.at, code: 'evaluation.finalised', detail: '' }),
    stageChange(data, 'final', input.at),
  ];
}

/**
 * Opens the evaluation again, with a reason; the frozen result stays on record. What was submitted or approved on its
 * figures goes back to draft; what was paid stays paid.
 */
export function reopenChanges(data: PlanData, input: { logId: string; at: Instant; reason: string }): Change[] {
  const frozen = [...data.finalisations.values()].filter((record) => record.reopenedAt === null);
  const pending = [...data.payouts.values()].filter(({ state }) => state === 'submitted' || state === 'approved');
  return [
    ...pending.map((record) => putRecord(data, 'payouts', { ...record, state: 'draft' as const })),
    ...frozen.map((record) =>
      putRecord(data, 'finalisations', { ...record, reopenedAt: input.at, reopenReason: input.reason }),
    ),
    putRecord(data, 'log', { id: input.logId, at: input.at, code: 'evaluation.reopened', detail: input.reason }),
    stageChange(data, 'running', input.at),
  ];
}
