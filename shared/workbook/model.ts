/**
 * The neutral workbook: what `render` makes and the writer turns into a file, and what the reader
 * makes of a file and `parse` understands. No spreadsheet library is known here.
 */

/** Look of a cell; the writer maps it to fonts, fills and borders. */
export type CellRole =
  | 'title'
  | 'infoLabel'
  | 'infoValue'
  | 'header'
  | 'input'
  | 'computed'
  | 'locked'
  | 'total'
  | 'note'
  | 'signature'
  | 'plain';

/** Values a cell can hold. A `date` is a day, never an instant. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: number | string | null };

export interface SheetCell {
  readonly value: CellValue | null;
  readonly role: CellRole;
  /** Excel number format. */
  readonly format?: string | undefined;
  readonly note?: string | undefined;
  readonly align?: 'left' | 'center' | 'right' | undefined;
  readonly bold?: boolean | undefined;
}

export interface ColumnLayout {
  /** Stable key of the column's definition. */
  readonly key: string;
  /** Width in characters. */
  readonly width: number;
  readonly hidden?: boolean | undefined;
}

/** A drop-down over a range: literal choices, or a reference such as `成员!$A$5:$A$16`. */
export interface ListValidation {
  /** A1 range. */
  readonly range: string;
  readonly list: readonly string[] | { readonly reference: string };
  /** `true`: other values are refused; else only warned about. */
  readonly strict: boolean;
}

/** Fill by formula over a range. */
export interface ConditionalFormat {
  readonly range: string;
  /** Excel formula relative to the range's first cell, without `=`. */
  readonly formula: string;
  readonly tone: 'ok' | 'watch' | 'alert' | 'muted';
}

export interface SheetModel {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly ColumnLayout[];
  /** Rows from 1; undefined rows are empty. Cells by 0-based column. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** A1 ranges. */
  readonly merges: readonly string[];
  readonly rowHeights: Readonly<Record<number, number>>;
  /** 1-based header row: frozen, filterable, repeated in print. */
  readonly headerRow: number | null;
  readonly filterRange: string | null;
  /** Columns frozen at the left. */
  readonly frozenColumns: number;
  readonly validations: readonly ListValidation[];
  readonly conditionals: readonly ConditionalFormat[];
  /** Only `input` cells are open. */
  readonly protect: boolean;
  readonly landscape: boolean;
}

export interface DefinedName {
  readonly name: string;
  readonly reference: string;
}

export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  readonly names: readonly DefinedName[];
  readonly title: string;
  /** Instant as ISO text; from the host's clock. */
  readonly createdAt: string;
}

/** A cell as read from a file. Missing cells are null; merged cells hold only in the first one. */
export interface RawCell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** Text as typed; a date as `yyyy-mm-dd` (or `yyyy-mm-ddThh:mm:ss`); numbers in shortest decimal form. */
  readonly text: string;
  readonly number?: number | undefined;
  /** Number format, when the file has one (`0%` decides between 0.85 and 85). */
  readonly format?: string | undefined;
  readonly formula?: string | undefined;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** rows[r][c], 0-based from A1. */
  readonly rows: readonly (readonly (RawCell | null)[])[];
  readonly merges: readonly { readonly r1: number; readonly c1: number; readonly r2: number; readonly c2: number }[];
  /** More rows or columns stand in the file than were read. */
  readonly truncated: boolean;
}

export interface RawWorkbook {
  readonly fileName: string;
  readonly format: string;
  readonly sheets: readonly RawSheet[];
  /** Encoding used for text formats (csv), else null. */
  readonly encoding: string | null;
}
