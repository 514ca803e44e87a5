import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { FeedbackForm } from '#shared/domain/feedback';
import { ok, type Result } from '#shared/domain/issue';
import { readFeedbackForm } from '#shared/templates/forms/readFeedbackForm';
import { readTables } from '../../app/tables';
import { readPicked } from '../../host';
import { issueText } from '../../i18n/issueText';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useToastStore } from '../../stores/toasts';
import { putForms } from './model/answers';
import { previewReturned, type ReturnedFile, type ReturnPreview } from './model/returned';

interface ChosenFile {
  readonly name: string;
  readonly bytes: () => Promise<Result<Uint8Array>>;
}

/** Takes returned forms in, many at once: read, sorted by token, asked about where needed, stored in one step. */
export function useReceiving() {
  const { t } = useI18n();
  const store = usePlanStore();
  const toasts = useToastStore();
  const reading = ref<string | null>(null);
  const preview = shallowRef<ReturnPreview | null>(null);

  /** What could not be used, one line a file. */
  const problems = computed(() => [
    ...(preview.value?.refused ?? []).map(({ fileName, error }) => `${fileName}：${issueText(error)}`),
    ...(preview.value?.repeated ?? []).map((file) => t('feedback.receive.repeated', { file })),
  ]);

  async function readOne(file: ChosenFile): Promise<ReturnedFile> {
    const bytes = await file.bytes();
    const raw = bytes.ok ? await readTables(bytes.value, file.name) : bytes;
    const answer: ReturnedFile['answer'] = raw.ok ? readFeedbackForm(raw.value) : raw;
    return { fileName: file.name, answer };
  }

  async function take(files: readonly ChosenFile[]): Promise<void> {
    const read: ReturnedFile[] = [];
    for (const file of files) {
      reading.value = file.name;
      read.push(await readOne(file));
    }
    reading.value = null;
    if (!store.data || read.length === 0) return;
    const found = previewReturned(store.data, read, store.now());
    preview.value = found;
    if (found.replacing.length === 0) {
      write(found.fresh);
      if (problems.value.length === 0) preview.value = null;
    }
  }

  function write(forms: readonly FeedbackForm[]): void {
    if (!store.data || forms.length === 0) return;
    store.edit('feedback.edit.received', putForms(store.data, forms), { n: forms.length });
    toasts.show({
      messageKey: 'feedback.receive.written',
      params: { n: forms.length },
      action: { labelKey: 'common.action.undo', run: () => store.undo() },
    });
  }

  async function choose(): Promise<void> {
    const filters = [{ name: t('feedback.receive.kind'), extensions: ['xlsx', 'xls', 'ods', 'csv'] }];
    const opened = await services().host.openFiles({ filters, multiple: true });
    if (!opened.ok) toasts.showError(opened.error);
    else await take((opened.value ?? []).map(({ name, bytes }) => ({ name, bytes: () => Promise.resolve(ok(bytes)) })));
  }

  async function drop(event: DragEvent): Promise<void> {
    const files = [...(event.dataTransfer?.files ?? [])];
    const bytes = async (file: File): Promise<Result<Uint8Array>> => {
      const picked = await readPicked(file);
      return picked.ok ? ok(picked.value.bytes) : picked;
    };
    await take(files.map((file) => ({ name: file.name, bytes: () => bytes(file) })));
  }

  /** Answers the question about forms that came twice. */
  function settle(replace: boolean): void {
    const found = preview.value;
    preview.value = null;
    if (found && found.replacing.length > 0) write(replace ? [...found.fresh, ...found.replacing] : found.fresh);
  }

  return { reading, preview, problems, choose, drop, settle };
}

export type Receiving = ReturnType<typeof useReceiving>;
