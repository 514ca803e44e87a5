import { say, type AnySheet, type ColumnDefinition, type FormulaSite, type SheetContext } from '../definition';
import { address, columnLetters, quotedSheet } from './address';

/** Title, two lines of information, an empty line: the header stands in row 5. */
export const HEADER_ROW = 5;
const SPARE_ROWS = 10;
const BLANK_ROWS = 30;

/** Where everything of one sheet stands; made for all sheets before any is drawn, so that formulas may point anywhere. */
export interface SheetLayout {
  readonly definition: AnySheet;
  readonly name: string;
  readonly columns: readonly ColumnDefinition<unknown>[];
  readonly rows: readonly unknown[];
  readonly keys: readonly string[];
  readonly firstRow: number;
  /** Last data row, spare rows included. */
  readonly lastRow: number;
}

export function layoutSheet(definition: AnySheet, ctx: SheetContext): SheetLayout {
  const rows = ctx.blank && !definition.standing ? [] : definition.rows(ctx);
  const spare = ctx.blank && !definition.standing ? BLANK_ROWS : (definition.spareRows ?? SPARE_ROWS);
  return {
    definition,
    name: say(definition.sheetName, ctx.locale),
    columns: definition.columns.filter((column) => !column.hiddenFrom?.includes(ctx.audience)),
    rows,
    keys: rows.map((row) => definition.rowKey(row)),
    firstRow: HEADER_ROW + 1,
    lastRow: HEADER_ROW + Math.max(1, rows.length + spare),
  };
}

/** The layouts of one file by sheet id. */
export type Layouts = ReadonlyMap<string, SheetLayout>;

const columnIndex = (layout: SheetLayout, key: string): number =>
  layout.columns.findIndex((column) => column.key === key);

/** The place of one row, seen from its formulas. A column that is not in the file throws: a definition's mistake. */
export function siteAt(layout: SheetLayout, row: number, layouts: Layouts): FormulaSite {
  const indexOf = (key: string): number => {
    const index = columnIndex(layout, key);
    if (index < 0) throw new RangeError(`${layout.definition.id}: no column ${key}`);
    return index;
  };
  const cellAt = (key: string, at: number): string => `$${columnLetters(indexOf(key))}${at}`;
  return {
    row,
    firstRow: layout.firstRow,
    lastRow: layout.lastRow,
    cell: (key) => cellAt(key, row),
    cellAt,
    column: (key) => absolute(layout, indexOf(key)),
    other: (sheetId, key) => {
      const sheet = layouts.get(sheetId);
      const index = sheet ? columnIndex(sheet, key) : -1;
      return sheet && index >= 0 ? `${quotedSheet(sheet.name)}!${absolute(sheet, index)}` : null;
    },
    otherCell: (sheetId, key, rowKey) => {
      const sheet = layouts.get(sheetId);
      const index = sheet ? columnIndex(sheet, key) : -1;
      const at = sheet ? sheet.keys.indexOf(rowKey) : -1;
      if (!sheet || index < 0 || at < 0) return null;
      return `${quotedSheet(sheet.name)}!$${columnLetters(index)}$${sheet.firstRow + at}`;
    },
  };
}

function absolute(layout: SheetLayout, index: number): string {
  const letters = columnLetters(index);
  return `$${letters}$${layout.firstRow}:$${letters}$${layout.lastRow}`;
}

/** A1 range of a column's data rows, without `$`. */
export const dataRange = (layout: SheetLayout, index: number): string =>
  `${address(index, layout.firstRow)}:${address(index, layout.lastRow)}`;
