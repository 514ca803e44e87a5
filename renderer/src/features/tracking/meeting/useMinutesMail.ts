import { useI18n } from 'vue-i18n';
import { logMails } from '../../../app/mailLog';
import { usePlanStore } from '../../../stores/plan';
import { services } from '../../../stores/services';
import { useToastStore } from '../../../stores/toasts';
import { entriesOn, minutesText } from '../model/meeting';
import { useMinutesFile } from './useMinutesFile';

/** The minutes of a meeting as an unsent message to everybody who spoke, the workbook attached. */
export function useMinutesMail() {
  const { t } = useI18n();
  const store = usePlanStore();
  const { file } = useMinutesFile();

  /** Ids of the members a meeting's minutes go to. */
  function speakers(date: string): string[] {
    return store.data ? [...new Set(entriesOn(store.data, date).flatMap(({ memberId }) => memberId ?? []))] : [];
  }

  async function mail(date: string): Promise<void> {
    if (!store.data) return;
    const words = {
      progress: t('tracking.meeting.progress'),
      difficulty: t('tracking.meeting.difficulty'),
      support: t('tracking.meeting.support'),
      keyIssue: t('tracking.meeting.keyIssue'),
      action: t('tracking.meeting.action'),
    };
    const ids = speakers(date);
    const made = await file(date);
    if (!made.ok || !store.data) {
      if (!made.ok) useToastStore().showError(made.error);
      return;
    }
    const opened = await services().host.openMailDraft({
      to: ids.flatMap((id) => store.member(id)?.email || []),
      subject: t('tracking.meeting.minutesOf', { date }),
      text: minutesText(store.data, date, words),
      attachments: [made.value],
    });
    if (!opened.ok) useToastStore().showError(opened.error);
    else
      logMails(
        'minutes',
        ids.flatMap((id) => store.member(id)?.name ?? []),
      );
  }

  return { speakers, mail };
}
