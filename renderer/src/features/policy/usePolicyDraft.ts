import { computed } from 'vue';
import { evaluatePlan } from '#shared/calc/plan';
import type { Policy } from '#shared/domain/policy';
import { enactPolicy, sameRules } from '#shared/domain/policyHistory';
import { usePlanStore } from '../../stores/plan';
import { usePolicyDraftStore } from './policyDraftStore';
import { policyImpact } from './policyImpact';

/**
 * A change of the plan's rules that is looked at before it is kept: the draft, whom it touches, and how to keep or drop
 * it. Keeping makes the next version of the rules and is one undoable step; going back to an old version starts as a
 * draft, too.
 */
export function usePolicyDraft() {
  const store = usePlanStore();
  const drafts = usePolicyDraftStore();
  const locked = computed(
    () => store.plan?.stage === 'final' || store.plan?.stage === 'paid' || store.plan?.stage === 'closed',
  );
  /** What was drafted before the evaluation was locked waits until it is opened again. */
  const draft = computed(() => (locked.value ? null : drafts.draft));
  const policy = computed(() => draft.value ?? store.plan?.policy ?? null);
  const changed = computed(() => draft.value !== null);
  /** Everything computed under the draft; of the plan as it is while there is none. */
  const tried = computed(() =>
    draft.value && store.data
      ? evaluatePlan({ ...store.data, plan: { ...store.data.plan, policy: draft.value } }, store.today)
      : store.result,
  );
  const impacts = computed(() =>
    changed.value && store.data && store.result && tried.value
      ? policyImpact(store.data, store.result, tried.value)
      : [],
  );

  function change(part: Partial<Policy>): void {
    if (!store.plan || locked.value) return;
    const next = { ...(draft.value ?? store.plan.policy), ...part };
    drafts.set(sameRules(next, store.plan.policy) ? null : next);
  }

  /** Keeps the draft as the next version; `note` says why, in the manager's words. */
  function keep(note: string): void {
    const before = store.plan;
    if (!before || !draft.value) return;
    const effects = impacts.value
      .filter(({ paidBefore, paidAfter }) => paidBefore !== paidAfter)
      .map(({ name, paidBefore, paidAfter }) => ({ name, before: paidBefore, after: paidAfter }));
    const after = enactPolicy(before, draft.value, { at: store.now(), note, effects });
    store.edit('policy.edit', [{ collection: 'plan', id: before.id, before, after }]);
    drafts.set(null);
  }

  function drop(): void {
    drafts.set(null);
  }

  return { policy, changed, locked, tried, impacts, change, keep, drop };
}
