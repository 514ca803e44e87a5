import { computed, onMounted, shallowRef } from 'vue';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useToastStore } from '../../stores/toasts';
import { storedLessons, type StoredLesson } from './model/lessons';

/** The lessons of every stored plan: the open one as it is now, the others as they were stored. */
export function useAllLessons() {
  const store = usePlanStore();
  const others = shallowRef<readonly StoredLesson[]>([]);

  onMounted(async () => {
    const openId = store.plan?.id;
    const found: StoredLesson[] = [];
    for (const plan of store.plans) {
      if (plan.id === openId) continue;
      const loaded = await services().plans.loadPlan(plan.id);
      if (loaded.ok) found.push(...storedLessons(loaded.value));
      else useToastStore().showError(loaded.error);
    }
    others.value = found;
  });

  return computed<StoredLesson[]>(() => {
    const data = store.data;
    return [...(data ? storedLessons(data) : []), ...others.value];
  });
}
