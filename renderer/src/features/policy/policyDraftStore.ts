import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Policy } from '#shared/domain/policy';
import { usePlanStore } from '../../stores/plan';

/**
 * Rules that are changed but not kept yet. They outlive the page they were typed on, so that looking at the payout in
 * between loses nothing; the pages of rules share them. A draft belongs to the plan it was made for.
 */
export const usePolicyDraftStore = defineStore('policyDraft', () => {
  const store = usePlanStore();
  const held = shallowRef<{ readonly planId: string; readonly policy: Policy } | null>(null);

  const draft = computed<Policy | null>(() =>
    held.value !== null && held.value.planId === store.plan?.id ? held.value.policy : null,
  );

  function set(policy: Policy | null): void {
    held.value = policy === null || !store.plan ? null : { planId: store.plan.id, policy };
  }

  return { draft, set };
});
