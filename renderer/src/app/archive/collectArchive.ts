import { encodeArchive } from '#shared/migrations/archive';
import { COLLECTION_NAMES, type PlanData } from '#shared/domain/planData';
import { ok, type Result } from '#shared/domain/issue';
import type { PlanId } from '#shared/domain/ids';
import type { Services } from '../../stores/services';

/** Plans in archive form, and how much is in it. */
export interface CollectedArchive {
  readonly text: string;
  readonly plans: number;
  /** Records in all collections of all plans. */
  readonly records: number;
}

/** Number of records of a plan, its head not counted. */
export function countRecords(data: PlanData): number {
  return COLLECTION_NAMES.reduce((sum, name) => sum + data[name].size, 0);
}

/** Reads stored plans, all or the named ones, one after another. */
export async function loadPlans(
  { plans }: Pick<Services, 'plans'>,
  ids?: readonly PlanId[],
): Promise<Result<PlanData[]>> {
  const listed = await plans.listPlans();
  if (!listed.ok) return listed;
  const loaded: PlanData[] = [];
  for (const { id } of listed.value) {
    if (ids && !ids.includes(id)) continue;
    const plan = await plans.loadPlan(id);
    if (!plan.ok) return plan;
    loaded.push(plan.value);
  }
  return ok(loaded);
}

/** Puts stored plans, all or the named ones, into an archive. */
export async function collectArchive(
  services: Pick<Services, 'plans' | 'now'>,
  ids?: readonly PlanId[],
): Promise<Result<CollectedArchive>> {
  const loaded = await loadPlans(services, ids);
  if (!loaded.ok) return loaded;
  return ok({
    text: encodeArchive(loaded.value, services.now()),
    plans: loaded.value.length,
    records: loaded.value.reduce((sum, data) => sum + countRecords(data), 0),
  });
}
