import { diffPlans } from '#shared/domain/change';
import { ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { services } from '../../stores/services';
import { putPlansBack } from '../restoreBackup';
import { countRecords, loadPlans } from './collectArchive';

/** What happens to one plan of an archive when it is taken over. */
export interface MergeItem {
  readonly data: PlanData;
  readonly state: 'added' | 'replaced' | 'same';
  /** For `replaced`: last change here, and how many records differ. */
  readonly hereChangedAt: string | null;
  readonly differences: number;
}

/** Lays the plans of an archive beside those stored here, without touching either. */
export async function previewMerge(plans: readonly PlanData[]): Promise<Result<MergeItem[]>> {
  const here = await loadPlans(
    services(),
    plans.map((data) => data.plan.id),
  );
  if (!here.ok) return here;
  return ok(
    plans.map((data): MergeItem => {
      const stored = here.value.find((one) => one.plan.id === data.plan.id);
      if (!stored) return { data, state: 'added', hereChangedAt: null, differences: countRecords(data) };
      // The instant of the last edit is not content.
      const differences = diffPlans(
        { ...stored, plan: { ...stored.plan, updatedAt: data.plan.updatedAt } },
        data,
      ).length;
      return {
        data,
        state: differences === 0 ? 'same' : 'replaced',
        hereChangedAt: stored.plan.updatedAt,
        differences,
      };
    }),
  );
}

/** Takes over the given plans in one transaction, after a backup, with a way back. */
export function mergePlans(items: readonly MergeItem[]): Promise<Result<null>> {
  return putPlansBack(
    items.map((item) => item.data),
    { messageKey: 'data.archive.merged', params: { n: items.length } },
  );
}
