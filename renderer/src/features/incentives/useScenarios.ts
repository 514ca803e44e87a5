import { shallowRef, watch } from 'vue';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useToastStore } from '../../stores/toasts';
import {
  keepScenario,
  restoreScenario,
  scenariosKey,
  storeScenario,
  type Scenario,
  type StoredScenario,
} from './model/scenarios';
import type { TryOut } from './model/tryOut';

/** The named what-ifs of the open plan, kept in the settings: never among the plan's data. */
export function useScenarios() {
  const store = usePlanStore();
  const scenarios = shallowRef<readonly Scenario[]>([]);

  watch(
    () => store.plan?.id ?? null,
    async (planId) => {
      scenarios.value = [];
      if (planId === null) return;
      const read = await services().settings.read<readonly StoredScenario[]>(scenariosKey(planId));
      if (!read.ok) useToastStore().showError(read.error);
      else if (planId === store.plan?.id) scenarios.value = (read.value ?? []).map(restoreScenario);
    },
    { immediate: true },
  );

  async function write(next: readonly Scenario[]): Promise<void> {
    if (!store.plan) return;
    scenarios.value = next;
    const written = await services().settings.write(scenariosKey(store.plan.id), next.map(storeScenario));
    if (!written.ok) useToastStore().showError(written.error);
  }

  return {
    scenarios,
    keep: (name: string, tryOut: TryOut): Promise<void> =>
      write(keepScenario(scenarios.value, { id: store.newId(), name, tryOut })),
    remove: (id: string): Promise<void> => write(scenarios.value.filter((one) => one.id !== id)),
  };
}
