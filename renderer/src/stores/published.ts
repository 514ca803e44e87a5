import { defineStore } from 'pinia';
import { computed } from 'vue';
import { frozenResult, standingFinalisation } from '#shared/calc/frozen';
import { evaluatePlan } from '#shared/calc/plan';
import type { GoalResult, MemberResult, PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import { decodeArchive } from '#shared/migrations/archive';
import { usePlanStore } from './plan';
import { differences, publishedPlan } from './publishedPlan';

/**
 * The figures evaluation, talks and payout show: the plan's own while it runs, those of the frozen record once it is
 * final. A record that cannot be read is said (`unreadable`), and today's figures are shown instead.
 */
export const usePublishedStore = defineStore('published', () => {
  const store = usePlanStore();
  const finalisation = computed(() => (store.data ? standingFinalisation(store.data) : null));
  const read = computed(() => (finalisation.value ? frozenResult(finalisation.value, decodeArchive) : null));
  const frozen = computed(() => (read.value?.ok ? read.value.value : null));

  // Of the live plan only the adjustments change a figure; typing elsewhere does not compute the record again.
  const adjustments = computed(() => store.data?.adjustments ?? null);
  const recomputed = computed<PlanResult | null>(() => {
    if (!frozen.value || !adjustments.value) return null;
    return evaluatePlan({ ...frozen.value.data, adjustments: adjustments.value }, frozen.value.result.timeline.asOf);
  });

  const data = computed<PlanData | null>(() =>
    store.data && frozen.value ? publishedPlan(store.data, frozen.value.data) : store.data,
  );
  const result = computed<PlanResult | null>(() => recomputed.value ?? store.result);

  return {
    data,
    result,
    /** The record that stands; null = nothing is frozen. */
    finalisation,
    isFrozen: computed(() => frozen.value !== null),
    unreadable: computed(() => read.value !== null && !read.value.ok),
    /** The record's own result and the calculation over its inputs are the same. */
    agrees: computed(() => frozen.value?.agrees ?? true),
    /** Whom today's data would give other figures, by member. */
    differences: computed(() =>
      recomputed.value && store.result ? differences(recomputed.value, store.result) : new Map<string, never>(),
    ),
    goalResult: (id: string): GoalResult | null => result.value?.goals.get(id) ?? null,
    memberResult: (id: string): MemberResult | null => result.value?.members.get(id) ?? null,
  };
});
