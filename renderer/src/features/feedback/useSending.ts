import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import type { SavedFile } from '#shared/host/api';
import { renderFeedbackForm } from '#shared/templates/forms/feedbackForm';
import { mailLogChange } from '../../app/mailLog';
import { writeTables } from '../../app/tables';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useSessionStore } from '../../stores/session';
import { useToastStore } from '../../stores/toasts';
import { putForms } from './model/answers';
import { remindedForms } from './model/reminders';
import { parcels, sentForms, type Parcel } from './model/sending';

/** Makes the form workbooks and one unsent message a rater; what went out is marked as sent in one step. */
export function useSending() {
  const { t } = useI18n();
  const store = usePlanStore();
  const session = useSessionStore();
  const toasts = useToastStore();
  const progress = shallowRef<{ readonly done: number; readonly all: number } | null>(null);
  const stopped = ref(false);

  const forms = computed(() => [...(store.data?.feedbackForms.values() ?? [])]);
  const planned = computed(() => forms.value.filter((form) => form.state === 'planned'));
  const waiting = computed(() => forms.value.filter((form) => form.state === 'sent'));
  const waitingRaters = computed(() => (store.data ? parcels(store.data, waiting.value).length : 0));

  const assessee = (form: FeedbackForm): string => store.member(form.assesseeId)?.name ?? '';

  async function attachments(data: PlanData, parcel: Parcel): Promise<Result<{ name: string; bytes: Uint8Array }[]>> {
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const form of parcel.forms) {
      const scale = data.plan.feedbackScale;
      const model = renderFeedbackForm({ data, form, locale: session.locale, exportedAt: store.now(), scale });
      const bytes = await writeTables(model);
      if (!bytes.ok) return bytes;
      const name = t('feedback.send.fileName', { assessee: assessee(form), rater: parcel.name });
      files.push({ name, bytes: bytes.value });
    }
    return { ok: true, value: files };
  }

  function letter(parcel: Parcel, reminder: boolean): { subject: string; text: string } {
    const due = parcel.forms.flatMap((form) => form.due ?? []).sort()[0];
    const lines = parcel.forms.map((form) => `· ${assessee(form)}（${t(`common.relation.${form.relation}`)}）`);
    const params = { assessee: [...new Set(parcel.forms.map(assessee))].join('、'), plan: store.plan?.name ?? '' };
    return {
      subject: t(reminder ? 'feedback.send.remindSubject' : 'feedback.send.subject', params),
      text: t(reminder ? 'feedback.send.remindBody' : 'feedback.send.body', {
        rater: parcel.name,
        list: lines.join('\n'),
        due: due ?? t('feedback.send.noDue'),
      }),
    };
  }

  async function deliver(data: PlanData, parcel: Parcel, reminder: boolean): Promise<Result<SavedFile | null>> {
    const made = await attachments(data, parcel);
    if (!made.ok) return made;
    const { host } = services();
    if (parcel.email !== '') {
      return host.openMailDraft({ to: [parcel.email], ...letter(parcel, reminder), attachments: made.value });
    }
    let last: Result<SavedFile | null> = { ok: true, value: null };
    for (const file of made.value) {
      last = await host.saveFile({ suggestedName: file.name, bytes: file.bytes });
      if (!last.ok || last.value === null) return last;
    }
    return last;
  }

  /** Sends, or reminds of, the forms. Stops at the first error; what was delivered until then counts as sent. */
  async function send(list: readonly FeedbackForm[], reminder: boolean): Promise<void> {
    const data = store.data;
    if (!data || progress.value) return;
    const all = parcels(data, list);
    const delivered: FeedbackForm[] = [];
    stopped.value = false;
    for (const [index, parcel] of all.entries()) {
      progress.value = { done: index, all: all.length };
      const sent = await deliver(data, parcel, reminder);
      if (!sent.ok) {
        toasts.showError(sent.error);
        break;
      }
      if (sent.value !== null) delivered.push(...parcel.forms);
      if (stopped.value) break;
    }
    progress.value = null;
    note(delivered, reminder);
    if (delivered.length > 0) toasts.show({ messageKey: 'feedback.send.done', params: { n: delivered.length } });
  }

  /** Keeps that the forms went out, or when their raters were reminded. */
  function note(delivered: readonly FeedbackForm[], reminder: boolean): void {
    if (!store.data || delivered.length === 0) return;
    const forms = reminder ? remindedForms(delivered, store.now()) : sentForms(delivered, store.now());
    const label = reminder ? 'feedback.edit.reminded' : 'feedback.edit.sent';
    const names = parcels(store.data, delivered).map(({ name }) => name);
    const logged = mailLogChange(store.data, reminder ? 'reminders' : 'forms', names);
    store.edit(label, [...putForms(store.data, forms), logged], { n: forms.length });
  }

  return { planned, waiting, waitingRaters, progress, send, stop: (): void => void (stopped.value = true) };
}
