import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { fromDecimal, whole, divide } from '#shared/calc/fraction';
import type { Slot } from '#shared/calc/result';
import { formatPercent, formatQuantity } from '../../../format/number';
import { monthDay } from '../../../format/date';
import { usePlanStore } from '../../../stores/plan';
import type { EditOrigin, RowEdit, SheetColumn } from '../../../ui/grid/model';
import { heatClass, slotMonth, unusualWeek } from '../model/weekHead';
import { parseSlotText, slotChanges, slotEditText, type SlotEdit } from '../model/slotEdit';
import type { WeekCell, WeekRow } from '../model/weekRows';

/** What the cells of the grid say. */
export type WeekMeasure = 'actual' | 'completion' | 'cumulative';

const HEAT_EDGES = [60, 80, 100, 110].map((edge) => divide(whole(edge), whole(100)));

export const slotKey = (n: number): string => `slot:${n}`;

/** Number of the slot a column stands for; null for the ends. */
export const slotOf = (columnKey: string): number | null =>
  columnKey.startsWith('slot:') ? Number(columnKey.slice('slot:'.length)) : null;

/** Columns of the week grid and how its edits are written. */
export function useWeekGrid(measure: Ref<WeekMeasure>) {
  const { t } = useI18n();
  const store = usePlanStore();
  const slots = computed(() => store.result?.timeline.slots ?? []);
  const open = computed(() => store.plan?.stage === 'planning' || store.plan?.stage === 'running');

  const cellAt = (row: WeekRow, n: number): WeekCell | undefined => row.cells[n - 1];

  /** What a cell shows as its own; empty where nothing was reported. */
  function cellText(row: WeekRow, slot: Slot): string {
    const cell = cellAt(row, slot.n);
    if (!cell || cell.actual === null) return '';
    if (measure.value === 'completion') return cell.completion ? formatPercent(cell.completion, HEAT_EDGES, 0) : '';
    return formatQuantity(
      measure.value === 'cumulative' ? cell.cumulativeActual : cell.actual,
      row.indicator.precision,
    );
  }

  /** People's figures are typed; a week that has not begun has none. */
  function editable(row: WeekRow, slot: Slot): boolean {
    const person = row.kind === 'person' || row.kind === 'indicator';
    return open.value && measure.value === 'actual' && person && row.goal !== null && (slot.closed || slot.current);
  }

  /** Why a cell cannot be typed in, as a key of the texts; null where it can. */
  function readOnlyReason(row: WeekRow, slot: Slot): 'closed' | 'group' | 'measure' | 'ahead' | null {
    if (editable(row, slot)) return null;
    if (!open.value) return 'closed';
    if (row.kind === 'group' || row.kind === 'total') return 'group';
    return measure.value === 'actual' ? 'ahead' : 'measure';
  }

  function check(row: WeekRow, text: string): string | null {
    const parsed = parseSlotText(row.indicator, text);
    return parsed.ok ? null : t(parsed.error.code, { ...parsed.error.params });
  }

  function cellClass(row: WeekRow, slot: Slot): string {
    const cell = cellAt(row, slot.n);
    const ahead = !slot.closed && !slot.current;
    const heat =
      row.kind === 'group' || row.kind === 'total'
        ? ''
        : slot.closed
          ? heatClass((measure.value === 'cumulative' ? cell?.cumulativeCompletion : cell?.completion) ?? null)
          : '';
    return [slot.current ? 'nowk' : '', ahead ? 'fut' : '', heat, missing(row, slot) ? 'na' : ''].join(' ');
  }

  /** A closed week that was due and that nobody reported. */
  function missing(row: WeekRow, slot: Slot): boolean {
    const cell = cellAt(row, slot.n);
    const person = row.kind === 'person' || row.kind === 'indicator';
    return person && slot.closed && cell !== undefined && cell.actual === null && cell.target !== null;
  }

  /** What stands in grey where nothing is reported yet: the target of the running week and of those to come. */
  function ghostText(row: WeekRow, slot: Slot): string {
    const cell = cellAt(row, slot.n);
    if (slot.closed || !cell || cell.target === null || measure.value !== 'actual') return '';
    return formatQuantity(cell.target, row.indicator.precision);
  }

  function slotColumn(slot: Slot, index: number): SheetColumn<WeekRow> {
    const previous = slots.value[index - 1];
    const month = slotMonth(slot);
    return {
      key: slotKey(slot.n),
      title: String(slot.n),
      label: t('common.week', { n: slot.n }),
      note: monthDay(slot.start),
      group: t(`overview.months.${month}`),
      width: measure.value === 'cumulative' ? 56 : 47,
      grow: true,
      align: 'end',
      divided: previous === undefined || slotMonth(previous) !== month,
      headClass: `wk${slot.current ? ' nowk' : ''}${unusualWeek(slot) ? ' odd' : ''}`,
      cellClass: (row) => cellClass(row, slot),
      text: (row) => cellText(row, slot),
      edit: {
        allowed: (row) => editable(row, slot),
        text: (row) => slotEditText(row.indicator, cellAt(row, slot.n)),
        check: (row, text) => check(row, text),
      },
    };
  }

  /** Where the pace leads; beside the cumulative figures it is drawn from. */
  const projection = (): SheetColumn<WeekRow> => ({
    key: 'projection',
    title: t('tracking.week.projection'),
    group: t('tracking.week.cumulative'),
    width: 72,
    align: 'end',
    sticky: 'end',
    cellClass: () => 'cum',
    text: (row) => formatQuantity(row.projection, row.indicator.precision),
  });

  const columns = (unit: string): SheetColumn<WeekRow>[] => [
    {
      key: 'name',
      title: unit,
      width: 124,
      sticky: 'start',
      headClass: 'unit',
      cellClass: () => 'who',
      text: (row) => row.name,
    },
    ...slots.value.map(slotColumn),
    {
      key: 'actual',
      title: t('tracking.week.actual'),
      group: t('tracking.week.cumulative'),
      width: 66,
      align: 'end',
      sticky: 'end',
      divided: true,
      cellClass: () => 'cum',
      text: (row) => formatQuantity(row.actual, row.indicator.precision),
    },
    {
      key: 'pace',
      title: t('tracking.week.pace'),
      group: t('tracking.week.cumulative'),
      width: 64,
      align: 'end',
      sticky: 'end',
      cellClass: () => 'cum',
      text: (row) => formatPercent(row.pace, [fromDecimal(store.plan?.policy.warningThreshold ?? '0.8')]),
    },
    ...(measure.value === 'cumulative' ? [projection()] : []),
  ];

  /** Everything one action wrote, as one step of undo. */
  function write(edits: readonly RowEdit<WeekRow>[], origin: EditOrigin): void {
    const { data, result } = store;
    if (!data || !result) return;
    const wanted = edits.flatMap(({ row, columnKey, text }): SlotEdit[] => {
      const slot = slotOf(columnKey);
      const fact = parseSlotText(row.indicator, text);
      return slot === null || !row.goal || !fact.ok ? [] : [{ goalId: row.goal.id, slot, fact: fact.value }];
    });
    store.edit(`tracking.edit.${origin}`, slotChanges(data, result.timeline, wanted), { n: wanted.length });
  }

  const slotByKey = (key: string): Slot | null => slots.value[(slotOf(key) ?? 0) - 1] ?? null;

  return { slots, columns, write, cellAt, missing, ghostText, slotByKey, readOnlyReason };
}
