import type { Change } from '#shared/domain/change';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { PlanData } from '#shared/domain/planData';
import type { Instant } from '#shared/domain/primitives';
import type { FormScale } from '#shared/templates/forms/feedbackForm';
import { raterName } from './round';

/** All forms one rater gets: one message, or files where there is no address. */
export interface Parcel {
  readonly name: string;
  /** Empty = none known. */
  readonly email: string;
  readonly forms: readonly FeedbackForm[];
}

/** Forms by rater, in the order of the forms; a member's address is the one in the member list. */
export function parcels(data: PlanData, forms: readonly FeedbackForm[]): Parcel[] {
  const byRater = new Map<string, { name: string; email: string; forms: FeedbackForm[] }>();
  for (const form of forms) {
    const name = raterName(data, form);
    const email = data.members.get(form.raterId ?? '')?.email || form.raterEmail;
    const key = form.raterId ?? `${name}|${email}`;
    const known = byRater.get(key);
    if (known) known.forms.push(form);
    else byRater.set(key, { name, email, forms: [form] });
  }
  return [...byRater.values()];
}

/** The change that sets how the forms of the round ask for scores. */
export function scaleChange(data: PlanData, feedbackScale: FormScale): Change[] {
  const before = data.plan;
  return [{ collection: 'plan', id: before.id, before, after: { ...before, feedbackScale } }];
}

/** Planned forms become sent; sent ones keep their first time, returned ones stay. */
export const sentForms = (forms: readonly FeedbackForm[], at: Instant): FeedbackForm[] =>
  forms.filter((form) => form.state === 'planned').map((form) => ({ ...form, state: 'sent', sentAt: at }));
