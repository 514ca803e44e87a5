import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Position, Refusal, SheetColumn } from './model';

/** How cells of a sheet are spoken of: in the value bar, to a screen reader, in the list of refusals. */
export function useCellWords<Row>(sheet: {
  readonly rows: () => readonly Row[];
  readonly columns: () => readonly SheetColumn<Row>[];
  readonly active: () => Position;
  readonly refusals: () => readonly Refusal[];
  /** Name of the whole sheet. */
  readonly label: () => string;
}) {
  const { t } = useI18n();
  const activeRow = computed(() => sheet.rows()[sheet.active().row]);
  const activeColumn = computed(() => sheet.columns()[sheet.active().column]);
  const activeText = computed(() =>
    activeRow.value !== undefined && activeColumn.value ? activeColumn.value.text(activeRow.value) : '',
  );

  /** A column away from its head. */
  const columnName = (column: SheetColumn<Row>): string =>
    column.label ?? (column.group === undefined ? column.title : `${column.group} ${column.title}`);
  const rowName = (row: Row): string => sheet.columns()[0]?.text(row) ?? '';

  /** What a screen reader hears: the row's head, the column, the value. */
  const cellLabel = computed(() => {
    if (activeRow.value === undefined || !activeColumn.value) return sheet.label();
    return t('grid.cell', {
      row: rowName(activeRow.value),
      column: columnName(activeColumn.value),
      value: activeText.value || t('grid.empty'),
    });
  });
  /** Row and column of the active cell, for the value bar. */
  const reference = computed(() => {
    const row = activeRow.value === undefined ? '' : rowName(activeRow.value);
    return `${row} · ${activeColumn.value ? columnName(activeColumn.value) : ''}`;
  });

  const refusalItems = computed(() =>
    sheet.refusals().map(({ row, column, text, reason }) => {
      const line = sheet.rows()[row];
      const at = sheet.columns()[column];
      return { place: line !== undefined && at ? `${rowName(line)} · ${columnName(at)}` : '', text, reason };
    }),
  );

  return { activeRow, activeColumn, activeText, cellLabel, reference, refusalItems };
}
