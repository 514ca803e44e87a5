import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { saySaved } from '../../app/saySaved';
import { writeTables } from '../../app/tables';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useSessionStore } from '../../stores/session';
import type { AgreementLine } from './model/agreement';
import { letterBook } from './model/letterBook';

/** Saves goal letters as one workbook where the person wants it, and says so. */
export function useLetters() {
  const { t } = useI18n();
  const store = usePlanStore();
  const session = useSessionStore();
  const busy = ref(false);

  async function save(lines: readonly AgreementLine[]): Promise<void> {
    const { data, result } = store;
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

  return { save, busy };
}
