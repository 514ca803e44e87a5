import type { Change } from '#shared/domain/change';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { Plan } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { Instant, IsoDate } from '#shared/domain/primitives';
import { dayAfter } from '../../../format/date';

/** Reminders of a round that nobody has set: two days before the due date, and the day after it. */
export const USUAL_REMINDERS: readonly number[] = [-2, 1];
/** Furthest day from the due date that is taken. */
export const FURTHEST = 60;

/** Days relative to the due date on which raters of this round are reminded, earliest first. */
export const rhythmOf = (plan: Plan): readonly number[] =>
  [...(plan.feedbackReminders ?? USUAL_REMINDERS)].sort((a, b) => a - b);

/** The day an instant falls on where the user sits. */
export type DayOf = (at: Instant) => IsoDate;

/** The last day the rater heard of this form: reminded, else sent. */
export function lastHeard(form: FeedbackForm, dayOf: DayOf): IsoDate | null {
  const at = form.remindedAt?.at(-1) ?? form.sentAt;
  return at === null ? null : dayOf(at);
}

/** Days of the rhythm for a form that is out; none without a due date. */
const daysOf = (form: FeedbackForm, plan: Plan): IsoDate[] => {
  const { due } = form;
  return form.state !== 'sent' || due === null ? [] : rhythmOf(plan).map((offset) => dayAfter(due, offset));
};

/**
 * Forms of which their raters are to be reminded today: a day of the rhythm has come and the rater has not heard of the form since
 * that day. Several days missed are one reminder.
 */
export function formsToRemind(data: PlanData, today: IsoDate, dayOf: DayOf): FeedbackForm[] {
  return [...data.feedbackForms.values()].filter((form) => {
    const come = daysOf(form, data.plan).findLast((day) => day <= today);
    const heard = lastHeard(form, dayOf);
    return come !== undefined && (heard === null || heard < come);
  });
}

/** The next day of the rhythm after today on which somebody would be reminded; null = none is left. */
export function nextReminder(data: PlanData, today: IsoDate): IsoDate | null {
  const days = [...data.feedbackForms.values()].flatMap((form) => daysOf(form, data.plan).filter((day) => day > today));
  return days.sort()[0] ?? null;
}

/** The forms with the reminder noted; what is not out is left as it is. */
export const remindedForms = (forms: readonly FeedbackForm[], at: Instant): FeedbackForm[] =>
  forms
    .filter((form) => form.state === 'sent')
    .map((form) => ({ ...form, remindedAt: [...(form.remindedAt ?? []), at] }));

/** Numbers of days as typed (`7, 2`, `7、2`, `7 2`), each once; null when something is no number of days. */
export function readDays(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;；]+/)
    .filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) >= 1 && Number(part) <= FURTHEST)) return null;
  return [...new Set(parts.map(Number))];
}

/** The change that sets the rhythm of the plan's round. */
export function rhythmChange(data: PlanData, days: readonly number[]): Change[] {
  const before = data.plan;
  const feedbackReminders = [...days].sort((a, b) => a - b);
  return [{ collection: 'plan', id: before.id, before, after: { ...before, feedbackReminders } }];
}
