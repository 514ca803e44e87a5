import type { ColumnLayout, SheetCell } from '../../workbook/model';

/** Height of one line of a 10-point text, and the room above and below it, in points. */
const LINE = 14;
const ROOM = 5;
const MOST_LINES = 12;

/** Width in characters as spreadsheets count them: a Chinese character is as wide as two figures. */
function width(text: string): number {
  let total = 0;
  for (const character of text) total += character.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return total;
}

function lines(cell: SheetCell | null, room: number): number {
  if (cell?.value?.kind !== 'text') return 1;
  return cell.value.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / Math.max(room - 2, 1))), 0);
}

/**
 * Heights (points) of the rows from `firstRow` (1-based) to `lastRow` whose wrapped texts need more than one line; not every
 * program that opens the file makes room by itself.
 */
export function rowHeights(
  rows: readonly (readonly (SheetCell | null)[])[],
  columns: readonly ColumnLayout[],
  firstRow: number,
  lastRow: number,
): Record<number, number> {
  const heights: Record<number, number> = {};
  for (let row = firstRow; row <= lastRow; row += 1) {
    const cells = rows[row - 1] ?? [];
    const most = Math.max(
      1,
      ...cells.map((cell, column) => (columns[column]?.hidden ? 1 : lines(cell, columns[column]?.width ?? 10))),
    );
    if (most > 1) heights[row] = Math.min(most, MOST_LINES) * LINE + ROOM;
  }
  return heights;
}
