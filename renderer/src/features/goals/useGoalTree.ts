import { computed, ref, shallowRef, watch } from 'vue';
import { applyChanges, type Change } from '#shared/domain/change';
import type { IndicatorId } from '#shared/domain/ids';
import { usePlanStore } from '../../stores/plan';
import { usePublishedStore } from '../../stores/published';
import type { EditOrigin, RowEdit } from '../../ui/grid/model';
import { plainNumber } from '../../ui/grid/sums';
import { changeGoal, setTarget } from './model/goalChanges';
import { parseTarget } from './model/goalCells';
import { goalIndicators, goalRows, openRows, type GoalRow, type TreeView } from './model/goalRows';

/** State of the goal tree: view, what is open, which indicators are shown, the selected line; and how edits are written. */
export function useGoalTree() {
  const store = usePlanStore();
  const published = usePublishedStore();
  const view = ref<TreeView>('');
  const closed = shallowRef<ReadonlySet<string>>(new Set());
  const chosen = shallowRef<readonly IndicatorId[] | null>(null);
  const selectedKey = ref<string | null>(null);
  const activeKey = ref('name');
  const activeIndicator = ref<IndicatorId | null>(null);

  const all = computed(() => (published.data ? goalRows(published.data, view.value) : []));
  const rows = computed(() => openRows(all.value, closed.value));
  const byKey = computed(() => new Map(all.value.map((row) => [row.key, row])));
  const available = computed(() => (published.data ? goalIndicators(published.data) : []));
  const indicators = computed(() => {
    const wanted =
      chosen.value ?? available.value.filter((id) => store.indicator(id)?.aggregation === 'sum').slice(0, 2);
    const shown = available.value.filter((id) => wanted.includes(id));
    return shown.length > 0 ? shown : available.value.slice(0, 1);
  });
  const selected = computed(() => (selectedKey.value === null ? null : (byKey.value.get(selectedKey.value) ?? null)));

  watch(view, () => (selectedKey.value = null));

  function toggle(row: GoalRow, open: boolean): void {
    const next = new Set(closed.value);
    if (open) next.delete(row.key);
    else next.add(row.key);
    closed.value = next;
  }

  const someClosed = computed(() => all.value.some((row) => closed.value.has(row.key)));

  /** Opens everything, or closes every line that has people below it. */
  function toggleAll(): void {
    const groups = all.value.filter((row) => row.childKeys.some((key) => byKey.value.get(key)?.level === 'person'));
    closed.value = someClosed.value ? new Set() : new Set(groups.map((row) => row.key));
  }

  /** Weights of people stand in the sheet. */
  const weights = ref(false);

  function toggleIndicator(id: IndicatorId): void {
    const now = indicators.value;
    chosen.value = now.includes(id) ? now.filter((other) => other !== id) : [...now, id];
  }

  /** The changes of one edited cell. */
  function changesOf(data: NonNullable<typeof store.data>, { row, columnKey, text }: RowEdit<GoalRow>): Change[] {
    const fresh = goalRows(data, view.value).find((other) => other.key === row.key) ?? row;
    if (columnKey === 'owner') {
      const member = [...data.members.values()].find(({ name, aliases }) => name === text || aliases.includes(text));
      const part = { accountableId: member?.id ?? null, accountableName: member ? '' : text };
      return [...fresh.goals.values()].flatMap((goal) => changeGoal(data, goal.id, part));
    }
    const [part, id = ''] = columnKey.split(':');
    const parsed = parseTarget(plainNumber(text));
    if (!parsed.ok) return [];
    if (part === 'weight') {
      const goal = fresh.goals.get(id);
      return goal ? changeGoal(data, goal.id, { weight: parsed.value }) : [];
    }
    const parent = row.parentKey === null ? null : (byKey.value.get(row.parentKey) ?? null);
    const basis = part === 'monthly' ? 'perMonth' : 'total';
    return setTarget(data, fresh, parent, id, parsed.value, store.newId).map((change) =>
      change.collection === 'goals' && change.after
        ? { ...change, after: { ...change.after, targetBasis: basis } }
        : change,
    );
  }

  /** Everything one action wrote, as one step of undo. */
  function write(edits: readonly RowEdit<GoalRow>[], origin: EditOrigin): void {
    let data = store.data;
    if (!data) return;
    const changes: Change[] = [];
    for (const edit of edits) {
      const part = changesOf(data, edit);
      changes.push(...part);
      data = applyChanges(data, part);
    }
    store.edit(`goals.edit.${origin}`, changes, { n: edits.length });
  }

  function onActive(row: GoalRow, key: string): void {
    selectedKey.value = row.key;
    activeKey.value = key;
    const id = key.split(':')[1];
    if (id !== undefined) activeIndicator.value = id;
  }

  /** The goal the panel speaks of: the selected line's, on the indicator last touched. */
  const selectedGoal = computed(() => {
    const goals = selected.value?.goals;
    if (!goals) return null;
    const preferred = activeIndicator.value ?? indicators.value[0] ?? '';
    return goals.get(preferred) ?? [...goals.values()][0] ?? null;
  });

  return {
    view,
    closed,
    someClosed,
    all,
    rows,
    byKey,
    available,
    indicators,
    weights,
    selected,
    selectedGoal,
    /** Key of the column last touched. */
    activeKey,
    toggle,
    toggleAll,
    toggleIndicator,
    write,
    onActive,
  };
}
