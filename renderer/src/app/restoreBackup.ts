import type { BackupEntry } from '#shared/host/api';
import type { PlanId } from '#shared/domain/ids';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { localStamp } from '../shell/model/localTime';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';
import { useSessionStore } from '../stores/session';
import { useToastStore } from '../stores/toasts';
import { loadPlans } from './archive/collectArchive';
import { readArchiveBytes } from './archive/readArchive';
import { writeBackup } from './backups';

/**
 * Puts whole plans in the place of those with the same id, all in one transaction, after a backup of what there is;
 * other plans stay. Shows 撤销, which puts back what was there.
 */
export async function putPlansBack(
  plans: readonly PlanData[],
  message: { readonly messageKey: string; readonly params: Readonly<Record<string, string | number>> },
): Promise<Result<null>> {
  const store = usePlanStore();
  await store.saved();
  if (store.isDirty()) return err({ code: 'storage.unsaved' });
  const ids = plans.map((data) => data.plan.id);
  const before = await loadPlans(services(), ids);
  if (!before.ok) return before;
  const backup = await writeBackup('manual');
  if (!backup.ok) return backup;
  const stored = await services().plans.replacePlans(plans);
  if (!stored.ok) return stored;
  await showStored(ids[0] ?? null);
  useToastStore().show({
    ...message,
    sticky: true,
    action: { labelKey: 'common.action.undo', run: () => void takeBack(ids, before.value) },
  });
  return ok(null);
}

/** What was there before comes back; plans that were not there go. What was typed since then is in a backup first. */
async function takeBack(ids: readonly PlanId[], before: readonly PlanData[]): Promise<void> {
  await usePlanStore().saved();
  const backup = await writeBackup('manual');
  if (!backup.ok) {
    useToastStore().showError(backup.error);
    return;
  }
  let done = await services().plans.replacePlans(before);
  for (const id of ids) {
    if (done.ok && !before.some((data) => data.plan.id === id)) done = await services().plans.deletePlan(id);
  }
  if (!done.ok) useToastStore().showError(done.error);
  await showStored(before[0]?.plan.id ?? null);
}

/** Reads the list again and shows a plan: the one that was open if it is still there, else the given or the newest. */
async function showStored(id: PlanId | null): Promise<void> {
  const store = usePlanStore();
  const listed = await store.refreshPlans();
  if (!listed.ok) {
    useToastStore().showError(listed.error);
    return;
  }
  const known = (one: PlanId | null | undefined): boolean => store.plans.some((plan) => plan.id === one);
  const wanted = [store.plan?.id, id, store.plans[0]?.id].find(known) ?? null;
  if (wanted === null) {
    store.show(null);
    return;
  }
  const opened = await store.openPlan(wanted);
  if (opened.ok) await useSessionStore().setLastPlan(wanted);
  else useToastStore().showError(opened.error);
}

/** Restores a backup. Errors: those of reading it, of the database, and `archive.empty`. */
export async function restoreBackup(entry: BackupEntry): Promise<Result<null>> {
  const bytes = await services().host.readBackup(entry.id);
  if (!bytes.ok) return bytes;
  const plans = await readArchiveBytes(bytes.value, null);
  if (!plans.ok) return plans;
  if (plans.value.length === 0) return err({ code: 'archive.noPlans' });
  const params = { time: localStamp(entry.at), n: plans.value.length };
  return putPlansBack(plans.value, { messageKey: 'data.backups.restored', params });
}
