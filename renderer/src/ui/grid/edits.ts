import type { CellEdit, CellRange, EditPlan, Position, Refusal, SheetModel } from './model';
import { cellsOf } from './selection';

/** What a collector does with a cell that cannot be written at all. */
type ReadOnlyRule = { readonly skip: true } | { readonly reason: string };

/** Sorts wished texts into those that can stand and those that cannot; unchanged cells are neither. */
function sortOut(model: SheetModel, wishes: Iterable<CellEdit>, readOnly: ReadOnlyRule): EditPlan {
  const edits: CellEdit[] = [];
  const refused: Refusal[] = [];
  for (const wish of wishes) {
    const { row, column, text } = wish;
    if (!model.editable(row, column)) {
      const same = text === model.text(row, column) || text === model.editText(row, column);
      if ('reason' in readOnly && !same) refused.push({ ...wish, reason: readOnly.reason });
      continue;
    }
    const reason = model.check(row, column, text);
    if (reason !== null) refused.push({ ...wish, reason });
    else if (text !== model.editText(row, column)) edits.push(wish);
  }
  return { edits, refused };
}

/** The selected block for copying: as it is `shown`, for other programs, or `exact` as an editor would open it. */
export function blockOf(model: SheetModel, range: CellRange, as: 'shown' | 'exact' = 'shown'): string[][] {
  const say = as === 'shown' ? model.text : model.editText;
  const block: string[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const line: string[] = [];
    for (let column = range.left; column <= range.right; column += 1) line.push(say(row, column));
    block.push(line);
  }
  return block;
}

/**
 * The block a paste covers: the pasted one, repeated over the selection where that is a whole multiple of it; cut off
 * at the edges of the sheet.
 */
export function pasteRange(model: SheetModel, range: CellRange, block: readonly (readonly string[])[]): CellRange {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  const tall = rows % height === 0 ? rows : height;
  const wide = columns % width === 0 ? columns : width;
  return {
    top: range.top,
    left: range.left,
    bottom: Math.min(range.top + tall, model.rowCount()) - 1,
    right: Math.min(range.left + wide, model.columnCount()) - 1,
  };
}

/** Pasting: good cells are written, bad ones listed, read-only ones listed where the text differs. */
export function planPaste(
  model: SheetModel,
  target: CellRange,
  block: readonly (readonly string[])[],
  readOnlyReason: string,
): EditPlan {
  const width = Math.max(...block.map((row) => row.length));
  const wishes = [...cellsOf(target)].map(({ row, column }) => ({
    row,
    column,
    text: (block[(row - target.top) % block.length]?.[(column - target.left) % width] ?? '').trim(),
  }));
  return sortOut(model, wishes, { reason: readOnlyReason });
}

/** Emptying a block (Delete, cut). Cells that may not be empty are refused. */
export function planClear(model: SheetModel, range: CellRange): EditPlan {
  return sortOut(
    model,
    [...cellsOf(range)].map((at) => ({ ...at, text: '' })),
    { skip: true },
  );
}

/** Ctrl+D and Ctrl+R: the first row (column) of the block into the others. */
export function planFill(model: SheetModel, range: CellRange, direction: 'down' | 'right'): EditPlan {
  const source: CellRange = direction === 'down' ? { ...range, bottom: range.top } : { ...range, right: range.left };
  return planFillTo(model, source, range);
}

/** Fill handle: repeats `source` over `target`, which contains it. */
export function planFillTo(model: SheetModel, source: CellRange, target: CellRange): EditPlan {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const inSource = ({ row, column }: Position): boolean =>
    row >= source.top && row <= source.bottom && column >= source.left && column <= source.right;
  const wishes = [...cellsOf(target)]
    .filter((at) => !inSource(at))
    .map(({ row, column }) => ({
      row,
      column,
      text: model.editText(
        source.top + modulo(row - source.top, height),
        source.left + modulo(column - source.left, width),
      ),
    }));
  return sortOut(model, wishes, { skip: true });
}

/** The block the handle spans when dragged to a cell: along the longer way only. */
export function fillTarget(source: CellRange, to: Position): CellRange {
  const down = Math.max(0, to.row - source.bottom, source.top - to.row);
  const across = Math.max(0, to.column - source.right, source.left - to.column);
  return down >= across
    ? { ...source, top: Math.min(source.top, to.row), bottom: Math.max(source.bottom, to.row) }
    : { ...source, left: Math.min(source.left, to.column), right: Math.max(source.right, to.column) };
}

/** One typed cell. */
export function planType(model: SheetModel, at: Position, text: string): EditPlan {
  return sortOut(model, [{ ...at, text: text.normalize('NFKC').trim() }], { skip: true });
}

const modulo = (a: number, b: number): number => ((a % b) + b) % b;
