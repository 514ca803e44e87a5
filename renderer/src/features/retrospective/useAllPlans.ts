import { computed, onMounted, shallowRef } from 'vue';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useToastStore } from '../../stores/toasts';
import { figuresOf, type PlanFigures } from './model/history';

/** Every stored plan with its figures, oldest period first: the open one as it is now, the others as they were stored. */
export function useAllPlans() {
  const store = usePlanStore();
  const others = shallowRef<readonly PlanFigures[]>([]);
  const loading = shallowRef(true);

  onMounted(async () => {
    const listed = await services().plans.listPlans();
    if (!listed.ok) useToastStore().showError(listed.error);
    const found: PlanFigures[] = [];
    for (const plan of listed.ok ? listed.value : []) {
      if (plan.id === store.plan?.id) continue;
      const loaded = await services().plans.loadPlan(plan.id);
      if (loaded.ok) found.push(figuresOf(loaded.value, store.today));
      else useToastStore().showError(loaded.error);
    }
    others.value = found;
    loading.value = false;
  });

  const own = computed(() => (store.data ? [figuresOf(store.data, store.today)] : []));
  const plans = computed(() =>
    [...others.value, ...own.value].sort((a, b) => (a.data.plan.start < b.data.plan.start ? -1 : 1)),
  );
  return { plans, loading };
}
