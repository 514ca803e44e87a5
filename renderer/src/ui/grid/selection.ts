import type { CellRange, Position, SheetModel } from './model';

/** What is selected: the active cell (where typing goes) and the corner that moves with Shift. */
export interface Selection {
  readonly active: Position;
  readonly corner: Position;
}

/** One cell selected. */
export const single = (at: Position): Selection => ({ active: at, corner: at });

/** The block between active cell and corner. */
export function rangeOf({ active, corner }: Selection): CellRange {
  return {
    top: Math.min(active.row, corner.row),
    bottom: Math.max(active.row, corner.row),
    left: Math.min(active.column, corner.column),
    right: Math.max(active.column, corner.column),
  };
}

/** The nearest cell that exists; (0, 0) on an empty sheet. */
export function clamp(model: SheetModel, at: Position): Position {
  return {
    row: Math.max(0, Math.min(at.row, model.rowCount() - 1)),
    column: Math.max(0, Math.min(at.column, model.columnCount() - 1)),
  };
}

/** All cells of a block, row by row. */
export function* cellsOf(range: CellRange): Generator<Position> {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) yield { row, column };
  }
}

/** Where Ctrl+arrow goes: to the end of the filled run, or over the gap to the next filled cell, or to the edge. */
export function edgeFrom(model: SheetModel, from: Position, rows: number, columns: number): Position {
  const step = (at: Position): Position => ({ row: at.row + rows, column: at.column + columns });
  const inside = (at: Position): boolean =>
    at.row >= 0 && at.column >= 0 && at.row < model.rowCount() && at.column < model.columnCount();
  const filled = (at: Position): boolean => model.text(at.row, at.column) !== '';
  let at = from;
  if (!inside(step(at))) return at;
  if (filled(at) && filled(step(at))) {
    while (inside(step(at)) && filled(step(at))) at = step(at);
    return at;
  }
  do at = step(at);
  while (inside(step(at)) && !filled(at));
  return at;
}
