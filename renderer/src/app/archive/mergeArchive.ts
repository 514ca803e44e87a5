import { diffPlans, type Change } from '#shared/domain/change';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { applyMerge, mergePlan, type PlanMerge } from '#shared/migrations/mergePlan';
import { conflictWords, type ConflictField } from '#shared/templates/conflictWords';
import { services } from '../../stores/services';
import { usePlanStore } from '../../stores/plan';
import { useSessionStore } from '../../stores/session';
import { putPlansBack } from '../restoreBackup';
import { countRecords, loadPlans } from './collectArchive';

/** A record that differs on both sides, and what differs in it. */
export interface Conflict {
  readonly change: Change;
  readonly fields: readonly ConflictField[];
}

/** What one plan of an archive brings. */
export interface MergeItem {
  /** As it stands in the archive. */
  readonly data: PlanData;
  /** As it stands here; null = it is not here yet. */
  readonly here: PlanData | null;
  /** `same`: the archive has nothing that is not here. */
  readonly state: 'added' | 'merged' | 'same';
  readonly merge: PlanMerge;
  readonly conflicts: readonly Conflict[];
}

/** Lays the plans of an archive beside those stored here, record by record, without touching either. */
export async function previewMerge(plans: readonly PlanData[]): Promise<Result<MergeItem[]>> {
  const stored = await loadPlans(
    services(),
    plans.map((data) => data.plan.id),
  );
  if (!stored.ok) return stored;
  return ok(
    plans.map((data): MergeItem => {
      const here = stored.value.find((one) => one.plan.id === data.plan.id) ?? null;
      if (!here) {
        const nothing = { additions: [], conflicts: [], onlyHere: 0 };
        return { data, here, state: 'added', merge: nothing, conflicts: [] };
      }
      const merge = mergePlan(here, data);
      const clock = { locale: useSessionStore().locale, now: services().now(), today: services().today() };
      const words = conflictWords(merge.conflicts, here, data, clock);
      const conflicts = merge.conflicts.map((change, at) => ({ change, fields: words[at] ?? [] }));
      const state = merge.additions.length + conflicts.length === 0 ? 'same' : 'merged';
      return { data, here, state, merge, conflicts };
    }),
  );
}

/** How much an item brings without a question: the records of a new plan, or what is only over there. */
export const additionsOf = (item: MergeItem): number =>
  item.here === null ? countRecords(item.data) : item.merge.additions.length;

const unchanged = (seen: PlanData | null, now: PlanData | null): boolean =>
  seen === null || now === null ? seen === now : diffPlans(seen, now).length === 0;

/**
 * Takes over the given plans in one transaction, after a backup, with a way back: a plan that is here keeps all it has,
 * gets what is only in the archive, and of the conflicts those in `accepted` (by plan id). Error `intake.outdated`: a plan
 * was edited after the preview.
 */
export async function mergePlans(
  items: readonly MergeItem[],
  accepted: ReadonlyMap<string, readonly Change[]> = new Map(),
): Promise<Result<null>> {
  const { now: clock } = services();
  await usePlanStore().saved();
  const stored = await loadPlans(
    services(),
    items.map(({ data }) => data.plan.id),
  );
  if (!stored.ok) return stored;
  const current = new Map(stored.value.map((data) => [data.plan.id, data]));
  if (items.some(({ data, here }) => !unchanged(here, current.get(data.plan.id) ?? null)))
    return err({ code: 'intake.outdated' });
  const now = clock();
  const merged = items.map(({ data, here, merge }) => {
    if (!here) return data;
    const joined = applyMerge(here, merge, accepted.get(data.plan.id) ?? []);
    return { ...joined, plan: { ...joined.plan, updatedAt: now } };
  });
  return putPlansBack(merged, { messageKey: 'data.archive.mergedToast', params: { n: items.length } });
}
