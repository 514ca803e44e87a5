/**
 * One declarative definition per sheet drives everything made from it: the export, the blank form, the import and
 * its preview, and the documentation (templates.md, architecture rule 8).
 *
 * How to add a sheet (copy `sheets/members.ts`, the small example that goes both ways):
 * 1. Say what a row is (a type of your own, or a record of the model) and write `SheetDefinition<Row>`:
 *    `id` is stable for life (it is stored in exported files), so are the columns' `key`s.
 * 2. `rows(ctx)` gives the rows the recipient may see: ask `ctx.sees`. `rowKey(row)` is the record's id, or something
 *    stable made of ids; it is what a re-import matches by.
 * 3. A column's `get` gives a canonical value (`CellContent`): text; decimal text (`percent` in points, 85 = 85 %;
 *    `money` in 元); a day as `yyyy-mm-dd`; the `value` of a choice; names of people; null = empty. The codecs in
 *    `codec/` turn it into a cell and back. Exact figures may be given as a `Fraction`.
 * 4. A live formula: `formula(row, site)` without `=`; `site.cell(key)` is the cell of this row, `site.column(key)` the
 *    absolute range of a column, `site.other(sheetId, key)` a column of another sheet of the same file (null when the
 *    file has no such sheet; then give null and the cached value is written instead). `get` gives its cached value.
 *    Only functions known to Excel 2010, WPS and LibreOffice. Computed columns are never imported.
 *    In a blank form `formula` is called with row = null: make it show "" while its inputs are empty.
 * 5. Import: `importRow(row, target)` finds the record (`row.key` first, then code, then name + indicator), puts the new
 *    one with `target.put`, and returns `{key}` or `{refused: {code, column, params}}`. A column that is absent from the
 *    file (`!row.has(key)`) leaves the stored value alone. Texts of the codes live in the renderer (`issue.<code>`).
 * 6. Register it: add it to `sheets` of one or more templates in `registry.ts`.
 */
import type { PlanData, CollectionName, Collections } from '../domain/planData';
import type { Plan } from '../domain/plan';
import type { NewId } from '../domain/ids';
import type { Instant, IsoDate } from '../domain/primitives';
import type { Fraction, PlanResult } from '../calc/result';
import type { SheetModel, ConditionalFormat, SheetCell } from '../workbook/model';

export type Locale = 'zh-CN' | 'en';

/** A label in both languages; import accepts either. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Who gets the file (templates.md, 方案工作簿): 本人, 上级, 财务/HR, 全部. */
export type Audience = 'self' | 'superior' | 'finance' | 'all';

/** How much of the plan goes in. A group is a unit with everything below it. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'member'; readonly memberId: string };

/** What of the plan the recipient may see, worked out once from audience and scope (see `scope.ts`). */
export interface Visibility {
  member(memberId: string): boolean;
  goal(goalId: string): boolean;
}

/** Everything rendering needs. Nothing else is read: no clock, no environment. */
export interface SheetContext {
  readonly data: PlanData;
  readonly result: PlanResult;
  readonly locale: Locale;
  /** Instant from the host's clock; its day is the 填表日期. */
  readonly exportedAt: Instant;
  readonly audience: Audience;
  readonly scope: Scope;
  readonly sees: Visibility;
  /** 填表人; empty when not known. */
  readonly filledBy: string;
  /** A form to be filled in by hand: no rows of the plan. */
  readonly blank: boolean;
}

/** Canonical content of a cell; see step 3 above. */
export type CellContent = string | readonly string[] | Fraction | null;

export type ColumnKind = 'text' | 'integer' | 'decimal' | 'percent' | 'money' | 'date' | 'choice' | 'people';

export interface Choice {
  /** Value in the model. */
  readonly value: string;
  readonly label: Bilingual;
  readonly synonyms?: readonly string[] | undefined;
}

/** Where a cell stands, for the formulas of its row. */
export interface FormulaSite {
  /** 1-based row. */
  readonly row: number;
  /** First and last data row, spare rows included. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Cell of this row, e.g. `$H5`. */
  cell(key: string): string;
  /** Cell of another row of this sheet. */
  cellAt(key: string, row: number): string;
  /** Absolute range of a column's data rows, e.g. `$H$5:$H$40`. */
  column(key: string): string;
  /** The same of another sheet of the file, e.g. `'成员'!$A$5:$A$20`; null when it is not in the file. */
  other(sheetId: string, key: string): string | null;
  /** Cell of a named row in another sheet (by row key), e.g. a setting in 规则; null when there is none. */
  otherCell(sheetId: string, key: string, rowKey: string): string | null;
}

/** What decides how a cell is written and read. */
export interface CellShape {
  readonly kind: ColumnKind;
  readonly choices?: readonly Choice[] | undefined;
  readonly format?: string | undefined;
}

export interface ColumnDefinition<Row> {
  /** Stable for life. */
  readonly key: string;
  readonly label: Bilingual;
  readonly synonyms?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  /** Required on the form, but a row without it is read all the same; `validatePlan` says what is missing. */
  readonly mayBeBlank?: boolean | undefined;
  readonly kind: ColumnKind;
  /** What goes in: the note of the header cell and the line in the documentation. */
  readonly note: Bilingual;
  /** Width in characters. */
  readonly width: number;
  readonly choices?: readonly Choice[] | undefined;
  /** Drop-down over a column of another sheet of the file (people, codes); other values are only warned about. */
  readonly suggest?: { readonly sheetId: string; readonly key: string } | undefined;
  /** Computed: locked, tinted, never imported. */
  readonly computed?: boolean | undefined;
  /** Computed, but open on the blank form: what the formula cannot know there is typed over it. */
  readonly openWhenBlank?: boolean | undefined;
  /** Excel number format; default by kind. */
  readonly format?: string | undefined;
  /** Column is left out of the file for these recipients. */
  readonly hiddenFrom?: readonly Audience[] | undefined;
  get(row: Row, ctx: SheetContext): CellContent;
  /** Kind, choices and format of this row's cell, where a column holds different things (方案: 项目 · 值). */
  variant?(row: Row): CellShape;
  formula?(row: Row | null, site: FormulaSite, ctx: SheetContext): string | null;
}

/** A cell of the total row, by column key. */
export interface TotalDefinition {
  readonly key: string;
  formula(site: FormulaSite, ctx: SheetContext): string;
  cached(ctx: SheetContext): CellContent;
}

/** A labelled line below the total row, e.g. budget and difference: label in the first column, one figure. */
export interface SummaryLine extends TotalDefinition {
  readonly label: Bilingual;
}

/** A row as read: canonical values by column key, computed columns left out. */
export interface ImportRow {
  /** Row key of the hidden `_waymark` data; null in a foreign workbook. */
  readonly key: string | null;
  /** 1-based row in the sheet. */
  readonly row: number;
  /** The column stands in this sheet. */
  has(key: string): boolean;
  /** Canonical text; '' when blank or absent. */
  text(key: string): string;
  /** Canonical text; null when blank or absent. */
  value(key: string): string | null;
  list(key: string): readonly string[];
}

export interface Refusal {
  readonly code: string;
  /** Column key it is about; null = the row as a whole. */
  readonly column: string | null;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export type RowOutcome = { readonly key: string } | { readonly refused: Refusal };

/** The plan under import: reads see what earlier rows wrote; nothing is stored until the user agrees. */
export interface ImportTarget {
  readonly data: PlanData;
  readonly newId: NewId;
  readonly now: Instant;
  readonly today: IsoDate;
  readonly locale: Locale;
  /**
   * Every row is read twice, so that it may name what stands further down. What cannot be resolved is left open in the
   * first pass and refused in the final one.
   */
  readonly finalPass: boolean;
  /** The record came with this import. */
  isNew(collection: CollectionName, id: string): boolean;
  put<K extends CollectionName>(collection: K, record: Collections[K]): void;
  remove(collection: CollectionName, id: string): void;
  setPlan(plan: Plan): void;
}

export interface SheetDefinition<Row> {
  /** Stable for life. */
  readonly id: string;
  readonly sheetName: Bilingual;
  readonly title: Bilingual;
  /** Other names a sheet of this kind goes by. */
  readonly synonyms?: readonly string[] | undefined;
  readonly columns: readonly ColumnDefinition<Row>[];
  readonly instructions: readonly Bilingual[];
  /** The signature line, e.g. 责任人 · 直接上级 · 部门负责人. */
  readonly signatures: readonly Bilingual[];
  readonly totals?: readonly TotalDefinition[] | undefined;
  /** Lines below the total row; absent or empty = none. `site.row` is the line's own row, the total row is `site.lastRow + 1`. */
  summary?(ctx: SheetContext): readonly SummaryLine[];
  /** The rows are part of the form itself (rules): they stand on the blank form too. */
  readonly standing?: boolean | undefined;
  /** Recipients whose file has this sheet; absent = all of them. */
  readonly audiences?: readonly Audience[] | undefined;
  /** Open rows after the data (blank forms have more). Default 10. */
  readonly spareRows?: number | undefined;
  /** Columns frozen at the left. Default 1. */
  readonly frozenColumns?: number | undefined;
  /** Rows of the file. Must not need `ctx.result` for columns that are not computed: import has none. */
  rows(ctx: SheetContext): readonly Row[];
  rowKey(row: Row): string;
  /** Fill rules; the formulas are relative to the first data row. */
  conditionals?(site: FormulaSite): readonly ConditionalFormat[];
  /** Absent = an export-only sheet. */
  importRow?(row: ImportRow, target: ImportTarget): RowOutcome;
  /** What a row that vanished from a full export means; absent = such rows are only reported. */
  removeRow?(key: string, target: ImportTarget): void;
  /** A sheet that is no plain table (rules, forms) draws itself; `place` gives references into other sheets. */
  draw?(ctx: SheetContext, place: FormulaSite): SheetModel;
}

/** Any sheet: rows are opaque to what renders and imports them. */
export type AnySheet = SheetDefinition<unknown>;

export type { SheetCell };

/** The label in the language of the file. */
export const say = (text: Bilingual, locale: Locale): string => (locale === 'en' ? text.en : text.zh);

/** Shorthand for a label. */
export const both = (zh: string, en: string): Bilingual => ({ zh, en });
