/** A cell by its place; row and column count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, both ends inclusive. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A text to be written into a cell, already accepted by its column. */
export interface CellEdit extends Position {
  readonly text: string;
}

/** A text that was not written, and why (a sentence for people). */
export interface Refusal extends CellEdit {
  readonly reason: string;
}

/** What an action on the sheet does: cells to write in one step, and what it had to leave out. */
export interface EditPlan {
  readonly edits: readonly CellEdit[];
  readonly refused: readonly Refusal[];
}

/** How an edit came about; names the step for undo. */
export type EditOrigin = 'type' | 'paste' | 'fill' | 'clear';

/** What the core asks of the table behind the sheet. */
export interface SheetModel {
  rowCount(): number;
  columnCount(): number;
  /** What the cell shows, and what copying takes. */
  text(row: number, column: number): string;
  /** What the editor opens with; without separators. */
  editText(row: number, column: number): string;
  editable(row: number, column: number): boolean;
  /** Why a text cannot stand in the cell; null = it can. */
  check(row: number, column: number, text: string): string | null;
}

/** A column of a sheet, over rows of the caller's own type. */
export interface SheetColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Name of the column away from its head (value bar, screen reader); without it group and title. */
  readonly label?: string | undefined;
  /** Small remark beside the title, e.g. a unit. */
  readonly note?: string | undefined;
  /** Columns that share a group stand under one head. */
  readonly group?: string | undefined;
  readonly groupNote?: string | undefined;
  /** Width in px; with `grow` the least width. */
  readonly width: number;
  readonly grow?: boolean | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** Stays while the rest scrolls: at the start or at the end. */
  readonly sticky?: 'start' | 'end' | undefined;
  /** A hairline before the column. */
  readonly divided?: boolean | undefined;
  /** Class of the head, e.g. for the current week. */
  readonly headClass?: string | undefined;
  /** Class of a row's cell, e.g. for its band. */
  readonly cellClass?: ((row: Row) => string) | undefined;
  readonly text: (row: Row) => string;
  readonly edit?: ColumnEdit<Row> | undefined;
}

/** How a column is edited. */
export interface ColumnEdit<Row> {
  readonly allowed: (row: Row) => boolean;
  readonly text: (row: Row) => string;
  readonly check: (row: Row, text: string) => string | null;
}

/** An accepted text for a cell of the caller's rows. */
export interface RowEdit<Row> {
  readonly row: Row;
  readonly columnKey: string;
  readonly text: string;
}

/** Where a row stands in a tree, for assistive technology and the arrow of the first column. */
export interface TreePlace {
  /** 1 = top. */
  readonly level: number;
  readonly setSize: number;
  /** 1 = first of its siblings. */
  readonly position: number;
  /** null = nothing under it. */
  readonly expanded: boolean | null;
}
