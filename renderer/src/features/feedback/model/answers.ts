import { isConcealed } from '#shared/calc/confidentiality';
import { isConfidential } from '#shared/calc/feedback';
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

/** The qualitative indicators a relation judges, as on its form; the person judges all of them. */
export function indicatorsAsked(
  data: PlanData,
  result: PlanResult,
  assesseeId: string,
  relation: Relation,
): Indicator[] {
  const all = (result.members.get(assesseeId)?.qualitative.indicators ?? []).flatMap(
    (one) => data.indicators.get(one.indicatorId) ?? [],
  );
  if (relation === 'self') return all;
  return all.filter((one) => {
    const weight = one.relations[relation];
    return weight !== undefined && compare(fromDecimal(weight), ZERO) > 0;
  });
}

/**
 * Why a returned form is not opened with its answers: they are a colleague's or a report's own, or somebody else's about a person
 * of whom something is kept back, which these answers would lead to (specification section 4). The person's own stay.
 */
export function keptBack(form: FeedbackForm, result: PlanResult): 'confidential' | 'concealed' | null {
  if (form.state !== 'returned' || form.relation === 'self') return null;
  if (isConfidential(form.relation)) return 'confidential';
  return result.members.get(form.assesseeId)?.qualitative.indicators.some(isConcealed) ? 'concealed' : null;
}

/** A form as it is opened for typing: what is stored, or nothing where that is kept back. */
export function draftOf(form: FeedbackForm, indicators: readonly Indicator[], result: PlanResult): FormDraft {
  const blank = keptBack(form, result) !== null;
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
  if (scores.includes('invalid')) return false;
  const judged = draft.answers.some((answer, i) => answer.notObserved || scores[i] !== null);
  // Who is asked for words only has answered with them.
  return judged || (draft.answers.length === 0 && `${draft.strengths}${draft.improvements}`.trim() !== '');
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
