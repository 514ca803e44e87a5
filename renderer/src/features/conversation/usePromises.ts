import { shallowRef, watch } from 'vue';
import type { ImprovementItem } from '#shared/domain/evaluation';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { previousPlan, promisesOf } from './model/promises';

/** What the person promised in the plan before this one; empty until it is read, and when there is none. */
export function usePromises(memberId: () => string) {
  const store = usePlanStore();
  const promises = shallowRef<readonly ImprovementItem[]>([]);
  watch(
    () => [store.plan?.id, memberId()] as const,
    async ([planId, id]) => {
      promises.value = [];
      const member = store.member(id);
      const before = store.plan ? previousPlan(store.plans, store.plan) : null;
      if (!member || !before) return;
      const loaded = await services().plans.loadPlan(before.id);
      if (loaded.ok && planId === store.plan?.id && id === memberId())
        promises.value = promisesOf(loaded.value, member);
    },
    { immediate: true },
  );
  return promises;
}
