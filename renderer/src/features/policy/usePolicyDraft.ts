import { computed, shallowRef } from 'vue';
import type { Policy } from '#shared/domain/policy';
import { usePlanStore } from '../../stores/plan';
import { policyImpact } from './policyImpact';

/**
 * A change of the plan's rules that is looked at before it is kept: the draft, whom it touches, and how to keep or drop
 * it. Keeping raises the policy's version and is one undoable step.
 */
export function usePolicyDraft() {
  const store = usePlanStore();
  const draft = shallowRef<Policy | null>(null);
  const policy = computed(() => draft.value ?? store.plan?.policy ?? null);
  const changed = computed(() => draft.value !== null);
  const locked = computed(
    () => store.plan?.stage === 'final' || store.plan?.stage === 'paid' || store.plan?.stage === 'closed',
  );
  const impacts = computed(() =>
    draft.value && store.data && store.result ? policyImpact(store.data, store.result, draft.value, store.today) : [],
  );

  function change(part: Partial<Policy>): void {
    if (!store.plan || locked.value) return;
    const next = { ...(draft.value ?? store.plan.policy), ...part };
    draft.value = JSON.stringify(next) === JSON.stringify(store.plan.policy) ? null : next;
  }

  function keep(): void {
    const before = store.plan;
    if (!before || !draft.value) return;
    const after = { ...before, policy: { ...draft.value, version: before.policy.version + 1 }, updatedAt: store.now() };
    store.edit('policy.edit', [{ collection: 'plan', id: before.id, before, after }]);
    draft.value = null;
  }

  function drop(): void {
    draft.value = null;
  }

  return { policy, changed, locked, impacts, change, keep, drop };
}
