import type { PickedFile } from '#shared/host/api';
import { putRecord } from '#shared/domain/change';
import { err, ok, type Issue, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { planImport, type ImportPlan } from '#shared/templates/planImport';
import { readPlan } from '#shared/templates/readPlan';
import type { RawWorkbook } from '#shared/workbook/model';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';
import { useSessionStore } from '../stores/session';
import { useToastStore } from '../stores/toasts';

import { writeBackup } from './backups';
import { storeAndOpen } from './openPlan';
import { readTables } from './tables';

/** Endings of the files that can be read as tables. */
export const TABLE_EXTENSIONS: readonly string[] = ['xlsx', 'xlsm', 'xls', 'csv', 'tsv', 'txt', 'ods', 'et'];

/** A file laid beside the open plan: what importing it would do, and to which state of the plan. */
export interface PreparedImport {
  readonly file: Pick<PickedFile, 'name' | 'size' | 'modifiedAt'>;
  readonly raw: RawWorkbook;
  /** The plan as it was when the preview was made. */
  readonly base: PlanData;
  readonly plan: ImportPlan;
  readonly answers: Readonly<Record<string, string>>;
}

const clock = () => {
  const { newId, now, today } = services();
  return { newId, now: now(), today: today(), locale: useSessionStore().locale };
};

/** Reads a file's tables. Errors: `intake.emptyFile`, and those of the reader (wrong kind, too large, damaged …). */
export async function readFile(file: PickedFile, signal?: AbortSignal): Promise<Result<RawWorkbook>> {
  if (file.bytes.length === 0) return err({ code: 'intake.emptyFile', params: { name: file.name } });
  return readTables(file.bytes, file.name, signal);
}

/** Reads a file and makes the plan of changes; nothing is stored. `file.cancelled` after `signal`. */
export async function prepareImport(file: PickedFile, signal?: AbortSignal): Promise<Result<PreparedImport>> {
  const raw = await readFile(file, signal);
  if (!raw.ok) return raw;
  const { name, size, modifiedAt } = file;
  return planAgain({ file: { name, size, modifiedAt }, raw: raw.value, answers: {} });
}

/** Makes the plan of changes again: after an answer, or because the plan was edited meanwhile. */
export function planAgain(prepared: Pick<PreparedImport, 'file' | 'raw' | 'answers'>): Result<PreparedImport> {
  const { data } = usePlanStore();
  if (!data) return err({ code: 'storage.planMissing' });
  const { file, raw, answers } = prepared;
  const plan = planImport(raw, { ...clock(), data, answers });
  const fatal = plan.issues.find(({ level }) => level === 'error');
  if (fatal) return err({ code: fatal.code, params: fatal.params });
  return ok({ file, raw, answers, base: data, plan });
}

/**
 * Carries out the very plan that was shown, as one undoable step and one transaction, after a backup. Errors:
 * `intake.outdated` (the plan was edited after the preview), `intake.notStored` (the database refused it; the step is
 * taken back).
 */
export async function carryOutImport(prepared: PreparedImport): Promise<Result<null>> {
  const store = usePlanStore();
  const toasts = useToastStore();
  if (store.data !== prepared.base) return err({ code: 'intake.outdated' });
  const backup = await writeBackup('recent');
  // Without a backup the import can still be undone, so it is said and not forbidden.
  if (!backup.ok) toasts.showError(backup.error);
  if (store.data !== prepared.base) return err({ code: 'intake.outdated' });
  const { name } = prepared.file;
  const entry = { id: services().newId(), at: services().now(), code: 'imported', detail: name };
  store.edit('data.import.step', [...prepared.plan.changes, putRecord(prepared.base, 'log', entry)], { name });
  const undoing = store.undoStep;
  await store.saved();
  if (!store.isDirty()) return ok(null);
  if (store.undoStep === undoing) store.undo();
  return err({ code: 'intake.notStored' });
}

/** A plan of its own out of a plan workbook; refused rows come as issues. Nothing is stored. */
export async function prepareNewPlan(file: PickedFile): Promise<Result<{ data: PlanData; issues: readonly Issue[] }>> {
  const raw = await readFile(file);
  return raw.ok ? readPlan(raw.value, clock()) : raw;
}

/** Stores and opens a plan made of a workbook. False after saying what went wrong. */
export async function importAsNewPlan(data: PlanData, fileName: string): Promise<boolean> {
  const { newId, now } = services();
  const entry = { id: newId(), at: now(), code: 'imported', detail: fileName };
  return storeAndOpen({ ...data, log: new Map([...data.log, [entry.id, entry]]) });
}
