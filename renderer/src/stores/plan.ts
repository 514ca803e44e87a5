import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { createPlanGraph } from '#shared/calc/plan';
import type { GoalResult, MemberResult, PlanResult } from '#shared/calc/result';
import { applyChanges, invertChanges, type Change } from '#shared/domain/change';
import type { Goal } from '#shared/domain/goal';
import type { GoalId, IndicatorId, MemberId, PlanId, UnitId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import { ok, type Result } from '#shared/domain/issue';
import type { Member, Unit } from '#shared/domain/organisation';
import type { Plan } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { createSaveQueue } from './saveQueue';
import { createHistory } from './history';
import { useSaveStateStore } from './saveState';
import { services } from './services';
import { useToastStore, type MessageParams } from './toasts';

/**
 * The open plan: its data, what follows from them, and the one way to change them. An edit is on
 * the screen at once and on its way to the database in the same tick (architecture rule 17).
 */
export const usePlanStore = defineStore('plan', () => {
  const saveState = useSaveStateStore();
  const toasts = useToastStore();
  const history = createHistory();
  const data = shallowRef<PlanData | null>(null);
  const plans = shallowRef<readonly Plan[]>([]);
  const today = shallowRef<IsoDate>(services().today());
  const graph = shallowRef(createPlanGraph());
  const listeners = new Set<() => void>();

  const queue = createSaveQueue(
    (planId, changes) => services().plans.saveChanges(planId, changes),
    (state) => {
      saveState.report(state);
      if (state.kind === 'failed') toasts.showError(state.error);
    },
  );

  /** Everything computed; the same object until an edit, and unchanged parts of it after one. */
  const result = computed<PlanResult | null>(() => (data.value ? graph.value.run(data.value, today.value) : null));
  const asOf = computed<IsoDate>(() => data.value?.plan.asOf ?? today.value);

  const childIds = computed(() => {
    const map = new Map<GoalId, Goal[]>();
    for (const goal of data.value?.goals.values() ?? []) {
      if (goal.parentId === null) continue;
      const siblings = map.get(goal.parentId);
      if (siblings) siblings.push(goal);
      else map.set(goal.parentId, [goal]);
    }
    for (const siblings of map.values()) siblings.sort((a, b) => a.order - b.order);
    return map;
  });

  function commit(changes: readonly Change[]): void {
    if (!data.value) return;
    data.value = applyChanges(data.value, changes);
    const head = data.value.plan;
    if (changes.some((change) => change.collection === 'plan')) {
      plans.value = plans.value.map((plan) => (plan.id === head.id ? head : plan));
    }
    queue.push(head.id, changes);
    for (const listener of listeners) listener();
  }

  /**
   * Makes one undoable step of the changes. `labelKey` names it for 撤销 (e.g. `goals.edit.target`,
   * with `params` for its text). Nothing happens without changes.
   */
  function edit(labelKey: string, changes: readonly Change[], params: MessageParams = {}): void {
    if (!data.value || changes.length === 0) return;
    history.record({ labelKey, params, changes });
    commit(changes);
  }

  /**
   * Makes a change that is a statement on record (finalised, approved, confirmed): it is not undone, it is answered by
   * another statement. What was typed before it can no longer be undone either, so that nothing slips under the record.
   */
  function seal(changes: readonly Change[]): void {
    if (!data.value || changes.length === 0) return;
    history.clear();
    commit(changes);
  }

  function undo(): void {
    const step = history.takeUndo();
    if (step) commit(invertChanges(step.changes));
  }

  function redo(): void {
    const step = history.takeRedo();
    if (step) commit(step.changes);
  }

  /** Reads the heads of all plans again. */
  async function refreshPlans(): Promise<Result<null>> {
    const listed = await services().plans.listPlans();
    if (!listed.ok) return listed;
    plans.value = listed.value;
    return ok(null);
  }

  /** Opens a stored plan; the one before is stored first. On an error the open plan stays. */
  async function openPlan(id: PlanId): Promise<Result<null>> {
    await queue.idle();
    const loaded = await services().plans.loadPlan(id);
    if (!loaded.ok) return loaded;
    show(loaded.value);
    return ok(null);
  }

  /** Shows an aggregate that is already stored. */
  function show(next: PlanData | null): void {
    history.clear();
    graph.value = createPlanGraph();
    today.value = services().today();
    data.value = next;
  }

  /** Sees the plan as of a day; null = today. */
  function setAsOf(date: IsoDate | null): void {
    if (!data.value || data.value.plan.asOf === date) return;
    const before = data.value.plan;
    edit('shell.edit.asOf', [{ collection: 'plan', id: before.id, before, after: { ...before, asOf: date } }]);
  }

  return {
    data,
    result,
    asOf,
    today,
    plans,
    edit,
    seal,
    undo,
    redo,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undoStep: history.undoStep,
    redoStep: history.redoStep,
    refreshPlans,
    openPlan,
    show,
    setAsOf,
    newId: (): string => services().newId(),
    now: (): string => services().now(),
    plan: computed<Plan | null>(() => data.value?.plan ?? null),
    member: (id: MemberId | null): Member | null => (id === null ? null : (data.value?.members.get(id) ?? null)),
    unit: (id: UnitId | null): Unit | null => (id === null ? null : (data.value?.units.get(id) ?? null)),
    goal: (id: GoalId | null): Goal | null => (id === null ? null : (data.value?.goals.get(id) ?? null)),
    indicator: (id: IndicatorId | null): Indicator | null =>
      id === null ? null : (data.value?.indicators.get(id) ?? null),
    goalResult: (id: GoalId): GoalResult | null => result.value?.goals.get(id) ?? null,
    memberResult: (id: MemberId): MemberResult | null => result.value?.members.get(id) ?? null,
    childrenOf: (goalId: GoalId): readonly Goal[] => childIds.value.get(goalId) ?? [],
    /** Calls back after every edit, undo and redo; returns how to stop. */
    onEdit(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retrySave: () => queue.retry(),
    saved: () => queue.idle(),
    isDirty: () => queue.dirty(),
  };
});
