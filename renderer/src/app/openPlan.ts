import type { PlanId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';
import { useSessionStore } from '../stores/session';
import { useToastStore } from '../stores/toasts';
import { backUpSoon } from './backups';

/** Opens a stored plan and remembers it for the next start. False after saying why it could not be opened. */
export async function openStoredPlan(id: PlanId): Promise<boolean> {
  const opened = await usePlanStore().openPlan(id);
  if (!opened.ok) {
    useToastStore().showError(opened.error);
    return false;
  }
  await useSessionStore().setLastPlan(id);
  return true;
}

/** Stores a whole new plan in one transaction and opens it. False after saying what went wrong; nothing is half done. */
export async function storeAndOpen(data: PlanData): Promise<boolean> {
  const store = usePlanStore();
  await store.saved();
  const stored = await services().plans.replacePlan(data);
  const listed = stored.ok ? await store.refreshPlans() : stored;
  if (!listed.ok) {
    useToastStore().showError(listed.error);
    return false;
  }
  backUpSoon();
  return openStoredPlan(data.plan.id);
}

/** At the start: the plan opened last, else the newest; false when there is none or it cannot be read. */
export async function openLastPlan(): Promise<boolean> {
  const store = usePlanStore();
  const listed = await store.refreshPlans();
  if (!listed.ok) {
    useToastStore().showError(listed.error);
    return false;
  }
  const { lastPlanId } = useSessionStore();
  const head = store.plans.find((plan) => plan.id === lastPlanId) ?? store.plans[0];
  return head ? openStoredPlan(head.id) : false;
}
