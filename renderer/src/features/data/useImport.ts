import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { PickedFile } from '#shared/host/api';
import { err, type AppError } from '#shared/domain/issue';
import { prepareAny } from '../../app/importResults';
import { carryOutImport, planAgain, TABLE_EXTENSIONS, type PreparedImport } from '../../app/importWorkbook';
import { refusedRows, refusedWorkbook } from '../../app/refusedWorkbook';
import { saySaved } from '../../app/saySaved';
import { writeTables } from '../../app/tables';
import { issueText } from '../../i18n/issueText';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useSessionStore } from '../../stores/session';
import { useToastStore } from '../../stores/toasts';
import { readPicked } from '../../host';

import { importCounts, importLines } from './model/importLines';
import { useMapping } from './useMapping';

/** The import from choosing a file to having written it; nothing is stored before `write`. */
export function useImport() {
  const { t } = useI18n();
  const store = usePlanStore();
  const session = useSessionStore();
  const toasts = useToastStore();

  const prepared = shallowRef<PreparedImport | null>(null);
  const reading = ref<string | null>(null);
  const busy = ref(false);
  const failure = shallowRef<AppError | null>(null);
  const allOrNothing = ref(false);

  const lines = computed(() => (prepared.value ? importLines(prepared.value.plan, session.locale) : []));
  const counts = computed(() => (prepared.value ? importCounts(prepared.value.plan, lines.value) : null));
  const places = computed(() => (counts.value ? counts.value.added + counts.value.changed : 0));
  /** The plan was edited since the preview was made. */
  const outdated = computed(() => prepared.value !== null && prepared.value.base !== store.data);
  const mayWrite = computed(
    () =>
      !busy.value &&
      !outdated.value &&
      (prepared.value?.plan.changes.length ?? 0) > 0 &&
      !(allOrNothing.value && (counts.value?.refused ?? 0) > 0),
  );

  const mapping = useMapping((made) => (prepared.value = made));

  let stopping = new AbortController();

  async function take(file: PickedFile): Promise<void> {
    if (reading.value !== null || busy.value) return;
    reading.value = file.name;
    failure.value = null;
    stopping = new AbortController();
    prepared.value = null;
    mapping.clear();
    const made: Awaited<ReturnType<typeof prepareAny>> = store.data
      ? await prepareAny(file, store.data, stopping.signal)
      : err({ code: 'storage.planMissing' });
    reading.value = null;
    if (made.ok && made.value.kind === 'plan') prepared.value = made.value.value;
    if (made.ok && made.value.kind === 'results') mapping.start(made.value.value);
    failure.value = made.ok || made.error.code === 'file.cancelled' ? null : made.error;
  }

  async function choose(): Promise<void> {
    const filters = [{ name: t('data.import.fileKind'), extensions: TABLE_EXTENSIONS }];
    const opened = await services().host.openFiles({ filters, multiple: false });
    if (!opened.ok) failure.value = opened.error;
    else if (opened.value?.[0]) await take(opened.value[0]);
  }

  async function drop(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    const read = await readPicked(file);
    if (read.ok) await take(read.value);
    else failure.value = read.error;
  }

  function again(answers: Readonly<Record<string, string>>): void {
    if (!prepared.value) return;
    const made = planAgain({ ...prepared.value, answers });
    if (made.ok) prepared.value = made.value;
    else failure.value = made.error;
  }

  async function write(): Promise<void> {
    if (!prepared.value || !mayWrite.value) return;
    busy.value = true;
    const count = places.value;
    const written = await carryOutImport(prepared.value);
    busy.value = false;
    failure.value = written.ok ? null : written.error;
    if (!written.ok) return;
    prepared.value = null;
    mapping.clear();
    const step = store.undoStep;
    const undo = (): void => {
      if (store.undoStep === step) store.undo();
    };
    toasts.show({
      messageKey: 'data.import.done',
      params: { n: count },
      action: { labelKey: 'common.action.undo', run: undo },
    });
  }

  async function saveRefused(): Promise<void> {
    if (!prepared.value) return;
    const { plan, file } = prepared.value;
    if (refusedRows(plan).length === 0) return;
    busy.value = true;
    const name = file.name.replace(/\.[^.]*$/, '');
    const model = refusedWorkbook(plan, {
      title: name,
      reasonHeader: t('data.import.reason'),
      reason: (row) => issueText(row),
      createdAt: services().now(),
    });
    const bytes = await writeTables(model);
    const suggestedName = `${name}_${t('data.import.refusedName')}.xlsx`;
    saySaved(bytes.ok ? await services().host.saveFile({ suggestedName, bytes: bytes.value }) : err(bytes.error));
    busy.value = false;
  }

  function cancel(): void {
    prepared.value = null;
    mapping.clear();
    failure.value = null;
  }

  /** From the preview of results back to their columns. */
  function remap(): void {
    prepared.value = null;
    failure.value = null;
    mapping.reread();
  }

  return {
    mapping,
    remap,
    prepared,
    reading,
    busy,
    failure,
    allOrNothing,
    lines,
    counts,
    places,
    outdated,
    mayWrite,
    take,
    choose,
    drop,
    answer: (id: string, option: string) => again({ ...prepared.value?.answers, [id]: option }),
    refresh: () => (mapping.draft.value ? remap() : again(prepared.value?.answers ?? {})),
    write,
    saveRefused,
    stopReading: () => stopping.abort(),
    cancel,
  };
}

export type Import = ReturnType<typeof useImport>;
