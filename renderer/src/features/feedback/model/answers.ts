import { atLeast, compare, fromDecimal, HUNDRED, ZERO } from '#shared/calc/fraction';
import { parseDecimal } from '#shared/calc/quantity';
import type { PlanResult } from '#shared/calc/result';
import { putRecord, type Change } from '#shared/domain/change';
import type { FeedbackAnswer, FeedbackForm } from '#shared/domain/feedback';
import type { Indicator, Relation } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal, Instant } from '#shared/domain/primitives';

/** One line of a form while it is typed. */
export interface AnswerDraft {
  readonly indicatorId: string;
  /** As typed. */
  readonly score: string;
  readonly notObserved: boolean;
  readonly comment: string;
}

/** A form while it is typed. */
export interface FormDraft {
  readonly answers: readonly AnswerDraft[];
  readonly strengths: string;
  readonly improvements: string;
}

/** The qualitative indicators a relation is asked about; reports and the person are asked about all of them. */
export function indicatorsAsked(
  data: PlanData,
  result: PlanResult,
  assesseeId: string,
  relation: Relation,
): Indicator[] {
  const all = (result.members.get(assesseeId)?.qualitative.indicators ?? []).flatMap(
    (one) => data.indicators.get(one.indicatorId) ?? [],
  );
  if (relation === 'self' || relation === 'report') return all;
  return all.filter((one) => {
    const weight = one.relations[relation];
    return weight !== undefined && compare(fromDecimal(weight), ZERO) > 0;
  });
}

/** Nobody's answer of these is ever shown again on its own: it would give the rater away (specification section 4). */
export const isConfidential = (relation: Relation): boolean => relation === 'peer' || relation === 'report';

/** A form as it is opened for typing: what is stored, except where that is confidential. */
export function draftOf(form: FeedbackForm, indicators: readonly Indicator[]): FormDraft {
  const blank = isConfidential(form.relation) && form.state === 'returned';
  return {
    answers: indicators.map(({ id }) => {
      const stored = blank ? undefined : form.answers.find((answer) => answer.indicatorId === id);
      return {
        indicatorId: id,
        score: stored?.score ?? '',
        notObserved: stored?.notObserved ?? false,
        comment: stored?.comment ?? '',
      };
    }),
    strengths: blank ? '' : form.strengths,
    improvements: blank ? '' : form.improvements,
  };
}

/** A score as typed: 0–100; null for an empty field; `invalid` for anything else. Full-width digits are read. */
export function readScore(text: string): Decimal | null | 'invalid' {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const parsed = parseDecimal(plain);
  if (!parsed.ok) return 'invalid';
  const value = fromDecimal(parsed.value);
  return atLeast(value, ZERO) && atLeast(HUNDRED, value) ? parsed.value : 'invalid';
}

/** Whether everything typed can be stored, and something was typed. */
export function isComplete(draft: FormDraft): boolean {
  const scores = draft.answers.map((answer) => (answer.notObserved ? null : readScore(answer.score)));
  return !scores.includes('invalid') && draft.answers.some((answer, i) => answer.notObserved || scores[i] !== null);
}

/** The form with the typed answers: returned now. A score beside 不了解 is left out. */
export function answeredForm(form: FeedbackForm, draft: FormDraft, at: Instant): FeedbackForm {
  const answers = draft.answers.map((answer): FeedbackAnswer => {
    const score = answer.notObserved ? null : readScore(answer.score);
    return {
      indicatorId: answer.indicatorId,
      score: score === 'invalid' ? null : score,
      notObserved: answer.notObserved,
      comment: answer.comment.trim(),
    };
  });
  return {
    ...form,
    answers,
    strengths: draft.strengths.trim(),
    improvements: draft.improvements.trim(),
    state: 'returned',
    returnedAt: at,
  };
}

/** The changes that put forms, as one step. */
export const putForms = (data: PlanData, forms: readonly FeedbackForm[]): Change[] =>
  forms.map((form) => putRecord(data, 'feedbackForms', form));
