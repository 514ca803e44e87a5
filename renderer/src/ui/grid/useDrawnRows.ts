import { computed, type VNodeChild } from 'vue';
import type { CellRange, SheetColumn, TreePlace } from './model';
import type { AnyRow } from './SheetRow';
import type { RowPlaces } from './useRowPlaces';

/** What each drawn row is told; the same draw function for all, so that an edit redraws one row. */
export function useDrawnRows<Row>(sheet: {
  readonly rows: () => readonly Row[];
  readonly columns: () => readonly SheetColumn<Row>[];
  readonly offsets: () => readonly (number | null)[];
  readonly headRows: () => number;
  readonly places: RowPlaces;
  readonly range: () => CellRange;
  readonly rowClass: (row: Row) => string | undefined;
  readonly place: (row: Row) => TreePlace | undefined;
  readonly cell: (row: Row, column: SheetColumn<Row>) => VNodeChild;
}) {
  const plainColumns = computed(() => sheet.columns() as unknown as readonly SheetColumn<AnyRow>[]);
  const draw = (row: AnyRow, column: SheetColumn<AnyRow>): VNodeChild =>
    sheet.cell(row as Row, column as unknown as SheetColumn<Row>);

  return function rowProps(index: number) {
    const row = sheet.rows()[index];
    const { top, bottom, left, right } = sheet.range();
    const selected = index >= top && index <= bottom;
    return {
      row,
      index,
      top: sheet.places.tops.value[index] ?? 0,
      height: sheet.places.heightAt(index),
      headRows: sheet.headRows(),
      columns: plainColumns.value,
      offsets: sheet.offsets(),
      from: selected ? left : null,
      to: selected ? right : null,
      rowClass: row === undefined ? '' : (sheet.rowClass(row) ?? ''),
      place: row === undefined ? null : (sheet.place(row) ?? null),
      draw,
    };
  };
}
