import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { PickedFile } from '#shared/host/api';
import type { AppError, Issue } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { importAsNewPlan, prepareNewPlan, TABLE_EXTENSIONS } from '../../app/importWorkbook';
import { readPicked } from '../../host';
import { services } from '../../stores/services';

/** A plan read from a workbook, before it is stored. */
export interface FirstImport {
  readonly fileName: string;
  readonly data: PlanData;
  readonly issues: readonly Issue[];
}

/** A plan of its own from a plan workbook, chosen or dropped; it is shown before it is stored. */
export function useFirstImport() {
  const { t } = useI18n();
  const found = shallowRef<FirstImport | null>(null);
  const failure = shallowRef<AppError | null>(null);
  const reading = ref<string | null>(null);

  async function take(file: PickedFile): Promise<void> {
    if (reading.value !== null) return;
    reading.value = file.name;
    failure.value = null;
    const read = await prepareNewPlan(file);
    reading.value = null;
    found.value = read.ok ? { fileName: file.name, ...read.value } : null;
    failure.value = read.ok ? null : read.error;
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

  /** Stores and opens what was shown. False after saying what went wrong. */
  async function accept(): Promise<boolean> {
    const plan = found.value;
    found.value = null;
    return plan !== null && importAsNewPlan(plan.data, plan.fileName);
  }

  return { found, failure, reading, choose, drop, accept };
}
