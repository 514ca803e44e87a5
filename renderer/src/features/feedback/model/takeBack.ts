import type { FeedbackForm } from '#shared/domain/feedback';

/** What a form holds, in numbers; the answers themselves may be confidential. */
export interface Held {
  readonly scores: number;
  readonly remarks: number;
}

/** How many scores and remarks are lost when the forms are taken back to unanswered. */
export function heldIn(forms: readonly FeedbackForm[]): Held {
  let scores = 0;
  let remarks = 0;
  for (const form of forms) {
    for (const answer of form.answers) {
      if (answer.score !== null || answer.notObserved) scores += 1;
      if (answer.comment !== '') remarks += 1;
    }
    remarks += [form.strengths, form.improvements].filter((text) => text !== '').length;
  }
  return { scores, remarks };
}

/** Returned forms as if they had not come back: out again where they were sent, else still to be sent. Others stay out of it. */
export const takenBack = (forms: readonly FeedbackForm[]): FeedbackForm[] =>
  forms
    .filter((form) => form.state === 'returned')
    .map((form) => ({
      ...form,
      state: form.sentAt === null ? 'planned' : 'sent',
      returnedAt: null,
      answers: [],
      strengths: '',
      improvements: '',
    }));
