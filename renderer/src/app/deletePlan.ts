import type { PlanId } from '#shared/domain/ids';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';
import { useToastStore } from '../stores/toasts';
import { writeBackup } from './backups';
import { openLastPlan } from './openPlan';

/** Deletes a stored plan after a backup, with a way back. False after saying why it was not deleted. */
export async function deletePlan(id: PlanId): Promise<boolean> {
  const { plans } = services();
  const toasts = useToastStore();
  const store = usePlanStore();
  await store.saved();
  const kept = await plans.loadPlan(id);
  const backup = kept.ok ? await writeBackup('manual') : kept;
  const deleted = backup.ok ? await plans.deletePlan(id) : backup;
  if (!kept.ok || !deleted.ok) {
    if (!deleted.ok) toasts.showError(deleted.error);
    return false;
  }
  if (store.plan?.id === id) store.show(null);
  await openLastPlan();
  toasts.show({
    messageKey: 'data.plans.deleted',
    params: { name: kept.value.plan.name },
    sticky: true,
    action: {
      labelKey: 'common.action.undo',
      run: () => void plans.replacePlan(kept.value).then(() => store.refreshPlans()),
    },
  });
  return true;
}
