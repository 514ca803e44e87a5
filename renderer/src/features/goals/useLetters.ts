import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { logMails } from '../../app/mailLog';
import { saySaved } from '../../app/saySaved';
import { writeTables } from '../../app/tables';
import { usePlanStore } from '../../stores/plan';
import { usePublishedStore } from '../../stores/published';
import { services } from '../../stores/services';
import { useSessionStore } from '../../stores/session';
import { useToastStore } from '../../stores/toasts';
import type { AgreementLine } from './model/agreement';
import { letterBook, signerOf } from './model/letterBook';

/** Saves goal letters as one workbook where the person wants it, and says so. */
export function useLetters() {
  const { t } = useI18n();
  const store = usePlanStore();
  const published = usePublishedStore();
  const session = useSessionStore();
  const busy = ref(false);

  async function save(lines: readonly AgreementLine[]): Promise<void> {
    const { data, result } = published;
    if (busy.value || !data || !result) return;
    const options = { data, result, locale: session.locale, exportedAt: store.now() };
    const book = letterBook(lines, options);
    if (!book) return;
    busy.value = true;
    const bytes = await writeTables(book);
    const who = lines.length === 1 ? (lines[0]?.name ?? '') : '';
    const parts = [data.plan.name, t('goals.letter.title'), who, services().today()].filter((part) => part !== '');
    saySaved(
      bytes.ok
        ? await services().host.saveFile({ suggestedName: `${parts.join('_')}.xlsx`, bytes: bytes.value })
        : bytes,
    );
    busy.value = false;
  }

  /** Opens an unsent message to everybody who signs, each with that person's letter alone. Stops at the first error. */
  async function mail(lines: readonly AgreementLine[]): Promise<void> {
    const { data, result } = published;
    if (busy.value || !data || !result) return;
    const toasts = useToastStore();
    const names: string[] = [];
    busy.value = true;
    for (const line of lines) {
      const member = store.member(signerOf(line));
      const book = letterBook([line], { data, result, locale: session.locale, exportedAt: store.now() });
      if (!member || !book) continue;
      const bytes = await writeTables(book);
      const params = { plan: data.plan.name, name: member.name };
      const opened = bytes.ok
        ? await services().host.openMailDraft({
            to: member.email === '' ? [] : [member.email],
            subject: t('goals.letter.subject', params),
            text: t('goals.letter.mail', params),
            attachments: [{ name: `${t('goals.letter.heading', params)}.xlsx`, bytes: bytes.value }],
          })
        : bytes;
      if (!opened.ok) {
        toasts.showError(opened.error);
        break;
      }
      names.push(member.name);
    }
    busy.value = false;
    logMails('letters', names);
    if (names.length > 0) toasts.show({ messageKey: 'goals.letter.mailed', params: { n: names.length } });
  }

  return { save, mail, busy };
}
