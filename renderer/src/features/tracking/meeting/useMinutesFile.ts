import { useI18n } from 'vue-i18n';
import { err, type Result } from '#shared/domain/issue';
import { saySaved } from '../../../app/saySaved';
import { writeTables } from '../../../app/tables';
import { usePlanStore } from '../../../stores/plan';
import { services } from '../../../stores/services';
import { minutesWorkbook } from '../model/minutesWorkbook';

/** The minutes of a meeting as an .xlsx file: saved, or attached to a message. */
export function useMinutesFile() {
  const { t } = useI18n();
  const store = usePlanStore();
  const titleOf = (date: string): string => t('tracking.meeting.minutesOf', { date });

  async function file(date: string): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
    if (!store.data) return err({ code: 'storage.planMissing' });
    const words = {
      title: titleOf(date),
      sheet: t('tracking.meeting.minutes'),
      attendees: t('tracking.meeting.attendees'),
      team: t('tracking.meeting.team'),
      heads: [
        t('common.label.name'),
        ...(['progress', 'difficulty', 'support', 'keyIssue', 'action'] as const).map((key) =>
          t(`tracking.meeting.${key}`),
        ),
        t('overview.warning.owner'),
        t('overview.warning.due'),
        t('common.label.state'),
      ],
      state: (state: string) => t(`common.actionState.${state}`),
    };
    const bytes = await writeTables(minutesWorkbook(store.data, date, words, services().now()));
    return bytes.ok ? { ok: true, value: { name: `${titleOf(date)}.xlsx`, bytes: bytes.value } } : bytes;
  }

  async function save(date: string): Promise<void> {
    const made = await file(date);
    if (!made.ok) saySaved(err(made.error));
    else saySaved(await services().host.saveFile({ suggestedName: made.value.name, bytes: made.value.bytes }));
  }

  return { file, save };
}
