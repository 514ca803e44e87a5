import { useI18n } from 'vue-i18n';
import { ok, type Result } from '#shared/domain/issue';
import { renderIncentiveStatement } from '#shared/templates/forms/incentiveStatement';
import type { WorkbookModel } from '#shared/workbook/model';
import { logMails } from '../../app/mailLog';
import { writeTables } from '../../app/tables';
import { saySaved } from '../../app/saySaved';
import { services } from '../../stores/services';
import { useSessionStore } from '../../stores/session';
import { useToastStore } from '../../stores/toasts';
import { usePublishedStore } from '../../stores/published';
import { statementOf, statementText, statementsBook, type Statement } from './model/statement';

/** Personal incentive statements as pages, workbooks and mail drafts. Each holds one person's figures only. */
export function useStatements() {
  const { t } = useI18n();
  const published = usePublishedStore();
  const session = useSessionStore();
  const toasts = useToastStore();
  const title = (): string => t('incentives.statement.title');

  function pages(ids: readonly string[]): Statement[] {
    const { data, result } = published;
    if (!data || !result) return [];
    return ids.flatMap((id) => statementOf(data, result, id, (key, params) => t(key, params ?? {})) ?? []);
  }

  function bookOf(memberId: string): WorkbookModel | null {
    const { data, result } = published;
    if (!data || !result) return null;
    const options = { data, result, memberId, locale: session.locale, exportedAt: services().now() };
    return renderIncentiveStatement(options);
  }

  async function bytesOf(memberId: string): Promise<Result<Uint8Array | null>> {
    const book = bookOf(memberId);
    return book ? writeTables(book) : ok(null);
  }

  /** Saves a workbook: of one person, or of several with a sheet each (for finance and HR). */
  async function saveBook(all: readonly Statement[]): Promise<void> {
    const books = all.flatMap(({ memberId, name }) => {
      const book = bookOf(memberId);
      return book ? [{ name, book }] : [];
    });
    const model = statementsBook(books, title());
    if (!model) return;
    const bytes = await writeTables(model);
    if (!bytes.ok) {
      toasts.showError(bytes.error);
      return;
    }
    const [only, ...more] = all;
    const parts = [published.data?.plan.name ?? '', title(), more.length === 0 ? (only?.name ?? '') : ''];
    const suggestedName = `${parts.filter((part) => part !== '').join('_')}.xlsx`;
    saySaved(await services().host.saveFile({ suggestedName, bytes: bytes.value }));
  }

  /** Opens a draft per person with the statement in words and as a workbook. Nothing is sent. */
  async function draftMails(all: readonly Statement[]): Promise<void> {
    const plan = published.data?.plan.name ?? '';
    for (const one of all) {
      const bytes = await bytesOf(one.memberId);
      if (!bytes.ok) {
        toasts.showError(bytes.error);
        return;
      }
      const opened = await services().host.openMailDraft({
        to: one.email === '' ? [] : [one.email],
        subject: t('incentives.statement.subject', { plan, name: one.name }),
        text: `${t('incentives.statement.greeting', { name: one.name })}\n\n${statementText(one)}\n`,
        attachments: bytes.value ? [{ name: `${title()}-${one.name}.xlsx`, bytes: bytes.value }] : [],
      });
      if (!opened.ok) {
        toasts.showError(opened.error);
        return;
      }
    }
    logMails(
      'statements',
      all.map(({ name }) => name),
    );
    toasts.show({ messageKey: 'incentives.statement.mailed', params: { n: all.length } });
  }

  return { title, pages, saveBook, draftMails };
}
