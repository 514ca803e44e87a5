import type { Member } from '#shared/domain/organisation';
import { renderConversationRecord } from '#shared/templates/forms/conversationRecord';
import { saySaved } from '../../../app/saySaved';
import { writeTables } from '../../../app/tables';
import { services } from '../../../stores/services';
import { useSessionStore } from '../../../stores/session';
import { useToastStore } from '../../../stores/toasts';
import { usePublishedStore } from '../../../stores/published';

/** Saves the record of a person's talk as a workbook (绩效面谈记录表); `title` begins the name of the file. */
export async function saveRecord(member: Member, title: string): Promise<void> {
  const { data, result } = usePublishedStore();
  if (!data || !result) return;
  const { host, now } = services();
  const { locale } = useSessionStore();
  const book = renderConversationRecord({ data, result, memberId: member.id, locale, exportedAt: now() });
  const bytes = await writeTables(book);
  if (!bytes.ok) {
    useToastStore().showError(bytes.error);
    return;
  }
  saySaved(await host.saveFile({ suggestedName: `${title}_${member.name}.xlsx`, bytes: bytes.value }));
}
