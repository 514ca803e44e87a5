import { countedForms, isConfidential } from '#shared/calc/feedback';
import { MIN_ANSWERS } from '#shared/calc/confidentiality';
import { atLeast, isNegative, negate, toNumber, ZERO } from '#shared/calc/fraction';
import type { Fraction, IndicatorFeedback, PlanResult } from '#shared/calc/result';
import { putRecord, type Change } from '#shared/domain/change';
import type { FeedbackDecision } from '#shared/domain/feedback';
import type { Relation } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal, Instant } from '#shared/domain/primitives';
import { formsOf, RELATIONS } from './round';

/** What stands in one cell of the result table. */
export type ResultCell =
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly accepted: boolean }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'mean'; readonly mean: Fraction; readonly answers: number };

/** One indicator of a person's result. */
export interface ResultRow {
  readonly feedback: IndicatorFeedback;
  readonly name: string;
  readonly cells: ReadonlyMap<Relation, ResultCell>;
  /** The manager's change, when there is one. */
  readonly calibration: FeedbackDecision['calibrations'][number] | null;
}

/** A remark that may be shown; without the rater's name. */
export interface Remark {
  readonly relation: Relation;
  readonly kind: 'example' | 'strengths' | 'improvements';
  readonly text: string;
  readonly indicatorId: string | null;
}

export const decisionOf = (data: PlanData, memberId: string): FeedbackDecision =>
  data.feedbackDecisions.get(memberId) ?? { id: memberId, acceptedMissing: [], calibrations: [] };

/** The table of a person: only what the calculation lets be shown. */
export function resultRows(data: PlanData, result: PlanResult, memberId: string): ResultRow[] {
  const decision = decisionOf(data, memberId);
  return (result.members.get(memberId)?.qualitative.indicators ?? []).map((feedback) => ({
    feedback,
    name: data.indicators.get(feedback.indicatorId)?.name ?? '',
    calibration: decision.calibrations.filter((one) => one.indicatorId === feedback.indicatorId).at(-1) ?? null,
    cells: new Map(
      RELATIONS.filter((relation) => relation !== 'self').map((relation) => [
        relation,
        cellOf(feedback, relation, decision),
      ]),
    ),
  }));
}

function cellOf(feedback: IndicatorFeedback, relation: Relation, decision: FeedbackDecision): ResultCell {
  const score = feedback.relations.find((one) => one.relation === relation);
  if (!score) return { kind: 'none' };
  if (score.missing) {
    const accepted = decision.acceptedMissing.some(
      (gap) => gap.relation === relation && gap.indicatorId === feedback.indicatorId,
    );
    return { kind: 'missing', accepted };
  }
  if (score.hidden || score.mean === null) return { kind: 'hidden' };
  return { kind: 'mean', mean: score.mean, answers: score.answers };
}

/** Alphabetical by code unit: the order of the forms is that of the list of raters and would tell who wrote what. */
const byText = (a: Remark, b: Remark): number =>
  RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
const KINDS: readonly Remark['kind'][] = ['strengths', 'improvements', 'example'];

/**
 * What raters wrote, without names and in an order that says nothing of them. Peers' and reports' remarks stay hidden until three of them have answered: on the
 * form as a whole for strengths and improvements, on the indicator for examples (specification section 4).
 */
export function remarks(data: PlanData, memberId: string): { readonly shown: Remark[]; readonly hidden: Relation[] } {
  const forms = countedForms(formsOf(data, memberId));
  const shown: Remark[] = [];
  const hidden = new Set<Relation>();
  for (const relation of RELATIONS) {
    const own = forms.filter((form) => form.relation === relation);
    const few = (n: number): boolean => isConfidential(relation) && n < MIN_ANSWERS;
    for (const form of own) {
      for (const kind of ['strengths', 'improvements'] as const) {
        if (form[kind] === '') continue;
        if (few(own.length)) hidden.add(relation);
        else shown.push({ relation, kind, text: form[kind], indicatorId: null });
      }
      for (const answer of form.answers) {
        if (answer.comment === '') continue;
        const rated = own.filter((other) =>
          other.answers.some((one) => one.indicatorId === answer.indicatorId && one.score !== null && !one.notObserved),
        );
        if (few(rated.length)) hidden.add(relation);
        else shown.push({ relation, kind: 'example', text: answer.comment, indicatorId: answer.indicatorId });
      }
    }
  }
  return { shown: shown.sort(byText), hidden: [...hidden] };
}

/** Self and others by indicator for the radar; a hidden or missing value is a gap. */
export function radarLines(rows: readonly ResultRow[]): { self: (number | null)[]; others: (number | null)[] } {
  const drawn = (value: Fraction | null): number | null => (value === null ? null : toNumber(value));
  return {
    self: rows.map((row) => drawn(row.feedback.self)),
    others: rows.map((row) => drawn(row.feedback.computed)),
  };
}

/** The row with the widest gap between self and others, of those that may be shown; null without any. */
export function widestGap(rows: readonly ResultRow[]): ResultRow | null {
  const size = (row: ResultRow): Fraction => {
    const gap = row.feedback.selfGap ?? ZERO;
    return isNegative(gap) ? negate(gap) : gap;
  };
  return rows
    .filter((row) => row.feedback.selfGap !== null)
    .reduce<ResultRow | null>((best, row) => (best && atLeast(size(best), size(row)) ? best : row), null);
}

/** Accepts, or no longer accepts, that a relation did not answer on an indicator. */
export function acceptMissing(
  data: PlanData,
  memberId: string,
  gap: { readonly relation: Relation; readonly indicatorId: string },
  accepted: boolean,
): Change[] {
  const decision = decisionOf(data, memberId);
  const rest = decision.acceptedMissing.filter(
    (one) => one.relation !== gap.relation || one.indicatorId !== gap.indicatorId,
  );
  return [putRecord(data, 'feedbackDecisions', { ...decision, acceptedMissing: accepted ? [...rest, gap] : rest })];
}

/** A manual score with its reason; null takes it back. The computed score is kept by the calculation. */
export function calibrate(
  data: PlanData,
  memberId: string,
  indicatorId: string,
  change: { readonly score: Decimal; readonly reason: string; readonly at: Instant } | null,
): Change[] {
  const decision = decisionOf(data, memberId);
  const rest = decision.calibrations.filter((one) => one.indicatorId !== indicatorId);
  return [
    putRecord(data, 'feedbackDecisions', {
      ...decision,
      calibrations: change ? [...rest, { indicatorId, ...change }] : rest,
    }),
  ];
}
