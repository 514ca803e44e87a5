import { computed, nextTick } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Change } from '#shared/domain/change';
import { usePanelStore } from '../../stores/panel';
import { usePlanStore } from '../../stores/plan';
import { usePublishedStore } from '../../stores/published';
import type { RowDrop } from '../../ui/grid/useRowDrag';
import { dropLine, dropPlace } from './model/dropPlace';
import { duplicateRow, moveRow, swapRow } from './model/goalChanges';
import type { GoalRow } from './model/goalRows';
import type { useGoalTree } from './useGoalTree';

export type LineDialog = 'move' | 'delete' | 'roster' | 'dimensions';

const KEYS: Readonly<Record<string, string>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'details',
  'Shift+ArrowRight': 'indent',
  'Shift+ArrowLeft': 'outdent',
};

/** What can be done with a line of the goal tree: its menu, its keys, and dragging it to another place. */
export function useLineActions(
  tree: ReturnType<typeof useGoalTree>,
  open: (dialog: LineDialog) => void,
  /** Selects the line again where it stands now, so that the next key goes to the same line. */
  follow: (rowKey: string) => void,
) {
  const { t } = useI18n();
  const store = usePlanStore();
  const published = usePublishedStore();
  const panel = usePanelStore();
  const { all, rows, selected, selectedGoal, view } = tree;

  const items = computed(() => {
    const none = !selected.value?.holder;
    const fixed = none || published.isFrozen;
    return [
      { key: 'details', label: t('goals.row.details'), shortcut: 'Alt Enter', disabled: none },
      { key: 'split', label: t('goals.row.split'), disabled: fixed },
      { key: 'up', label: t('goals.row.up'), shortcut: 'Alt ↑', disabled: fixed, separator: true },
      { key: 'down', label: t('goals.row.down'), shortcut: 'Alt ↓', disabled: fixed },
      { key: 'indent', label: t('goals.row.indent'), shortcut: 'Alt Shift →', disabled: fixed },
      { key: 'outdent', label: t('goals.row.outdent'), shortcut: 'Alt Shift ←', disabled: fixed },
      { key: 'move', label: t('goals.row.move'), disabled: fixed },
      { key: 'duplicate', label: t('goals.row.duplicate'), disabled: fixed, separator: true },
      { key: 'delete', label: t('goals.row.delete'), grave: true, disabled: fixed },
      { key: 'roster', label: t('goals.roster.title'), separator: true, disabled: published.isFrozen },
    ];
  });

  function edit(key: string, row: GoalRow, changes: readonly Change[]): void {
    store.edit(key, changes, { name: row.name });
    void nextTick(() => follow(row.key));
  }

  const parentOf = (row: GoalRow): GoalRow | null =>
    row.parentKey === null ? null : (tree.byKey.value.get(row.parentKey) ?? null);

  /** The sibling before a line: the one it goes under when indented. */
  function siblingBefore(row: GoalRow): GoalRow | null {
    const siblings = all.value.filter((other) => other.parentKey === row.parentKey);
    return siblings[siblings.findIndex((other) => other.key === row.key) - 1] ?? null;
  }

  function run(action: string): void {
    const row = selected.value;
    const { data } = store;
    if (published.isFrozen && action !== 'details') return;
    if (action === 'roster') open('roster');
    if (!row || !data) return;
    const goal = selectedGoal.value;
    const before = siblingBefore(row);
    const parent = parentOf(row);
    if (action === 'details' && goal) panel.show({ kind: 'goal', id: goal.id });
    if (action === 'split' && goal) panel.show({ kind: 'split', id: goal.id });
    if (action === 'move' || action === 'delete') open(action);
    if (action === 'up') edit('goals.edit.order', row, swapRow(data, all.value, row, -1));
    if (action === 'down') edit('goals.edit.order', row, swapRow(data, all.value, row, 1));
    if (action === 'indent' && before) edit('goals.edit.move', row, moveRow(data, row, before));
    if (action === 'outdent' && parent) edit('goals.edit.move', row, moveRow(data, row, parentOf(parent)));
    if (action === 'duplicate') edit('goals.edit.duplicate', row, duplicateRow(data, row, store.newId));
  }

  function onKey(event: KeyboardEvent): boolean {
    if (!event.altKey || event.ctrlKey) return false;
    const action = KEYS[`${event.shiftKey ? 'Shift+' : ''}${event.key}`];
    if (action === undefined) return false;
    run(action);
    return true;
  }

  function dropAt(moved: GoalRow, over: GoalRow, part: number): RowDrop | null {
    const place = dropPlace(all.value, rows.value, moved, over, part);
    return place && { edge: place.edge, depth: place.anchor.depth };
  }

  function drop(moved: GoalRow, over: GoalRow, part: number): void {
    const place = dropPlace(all.value, rows.value, moved, over, part);
    if (!place || !store.data) return;
    edit('goals.edit.move', moved, dropLine(store.data, all.value, moved, place, view.value));
    if (place.edge === 'inside') tree.toggle(place.anchor, true);
  }

  return { items, run, onKey, dropAt, drop };
}
