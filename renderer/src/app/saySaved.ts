import type { SavedFile } from '#shared/host/api';
import type { Result } from '#shared/domain/issue';
import { services } from '../stores/services';
import { useToastStore } from '../stores/toasts';

/** Says where a file was saved, with 在文件夹中显示 where the host can, or why it was not. Nothing when cancelled. */
export function saySaved(saved: Result<SavedFile | null>): void {
  const toasts = useToastStore();
  if (!saved.ok) {
    toasts.showError(saved.error);
    return;
  }
  if (saved.value === null) return;
  const { name, token } = saved.value;
  const show = async (id: string): Promise<void> => {
    const shown = await services().host.showFile(id);
    if (!shown.ok) toasts.showError(shown.error);
  };
  toasts.show({
    messageKey: 'data.saved',
    params: { name },
    action: token === null ? null : { labelKey: 'common.action.showFile', run: () => void show(token) },
  });
}
