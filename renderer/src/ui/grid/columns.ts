import type { SheetColumn, SheetModel } from './model';

/** The model of a sheet made of columns over rows. The rows may change between two calls. */
export function columnModel<Row>(rows: () => readonly Row[], columns: () => readonly SheetColumn<Row>[]): SheetModel {
  function at<T>(row: number, column: number, read: (line: Row, field: SheetColumn<Row>) => T, none: T): T {
    const line = rows()[row];
    const field = columns()[column];
    return line === undefined || field === undefined ? none : read(line, field);
  }
  return {
    rowCount: () => rows().length,
    columnCount: () => columns().length,
    text: (row, column) => at(row, column, (line, field) => field.text(line), ''),
    editText: (row, column) => at(row, column, (line, field) => field.edit?.text(line) ?? field.text(line), ''),
    editable: (row, column) => at(row, column, (line, field) => field.edit?.allowed(line) ?? false, false),
    check: (row, column, text) => at(row, column, (line, field) => field.edit?.check(line, text) ?? null, null),
  };
}

/** One cell of the upper tier of the head: columns of one group, side by side. */
export interface HeadGroup {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** Index of its first column, and how many it spans. */
  readonly start: number;
  readonly span: number;
}

/** The groups of a head, in order; columns without a group are in none. */
export function headGroups<Row>(columns: readonly SheetColumn<Row>[]): HeadGroup[] {
  const groups: HeadGroup[] = [];
  columns.forEach((column, index) => {
    if (column.group === undefined) return;
    const last = groups.at(-1);
    if (last && last.title === column.group && last.start + last.span === index) {
      groups[groups.length - 1] = { ...last, span: last.span + 1 };
    } else {
      groups.push({ key: column.key, title: column.group, note: column.groupNote ?? '', start: index, span: 1 });
    }
  });
  return groups;
}

/** `grid-template-columns` of head and rows. */
export function templateOf<Row>(columns: readonly SheetColumn<Row>[]): string {
  return columns.map(({ width, grow }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
}

/** Distance in px of each sticky column from the edge it sticks to; null = scrolls. */
export function stickyOffsets<Row>(columns: readonly SheetColumn<Row>[]): (number | null)[] {
  const offsets: (number | null)[] = columns.map(() => null);
  let start = 0;
  columns.forEach((column, index) => {
    if (column.sticky !== 'start') return;
    offsets[index] = start;
    start += column.width;
  });
  let end = 0;
  for (let index = columns.length - 1; index >= 0; index -= 1) {
    const column = columns[index];
    if (column?.sticky !== 'end') continue;
    offsets[index] = end;
    end += column.width;
  }
  return offsets;
}

/** Room in px the sticky columns take at one edge. */
export function stickyRoom<Row>(columns: readonly SheetColumn<Row>[], edge: 'start' | 'end'): number {
  return columns.filter((column) => column.sticky === edge).reduce((sum, column) => sum + column.width, 0);
}
