import type { GoalId, IndicatorId, MemberId } from '../domain/ids';
import type { IsoDate } from '../domain/primitives';
import type { RawSheet } from '../workbook/model';

/** Which number comes first in a date such as 03/04/2026. */
export type DateOrder = 'mdy' | 'dmy';

/** How the plain numbers of the file become quantities of the indicator: ÷ 10,000 for 元 into 万元, or the other way. */
export type UnitChoice = 'asWritten' | 'divide' | 'times';

/** A month `yyyy-mm`, or only its number where the header names no year. */
export interface HeaderMonth {
  readonly year: number | null;
  readonly month: number;
}

/** A table found in a sheet of a file that is no template of ours. Rows and columns are 0-based. */
export interface ResultTable {
  readonly sheet: string;
  /** Last row of the header. */
  readonly headerRow: number;
  /** One text a column; of a two-level header both, with a blank between. */
  readonly headers: readonly string[];
  /** The month a column's header names; most columns have none. */
  readonly months: readonly (HeaderMonth | null)[];
  /** All rows of the sheet, header included. */
  readonly rows: RawSheet['rows'];
  readonly truncated: boolean;
}

/** What is counted of a row. */
export type Measure =
  | { readonly kind: 'value'; readonly column: number }
  | { readonly kind: 'rows' }
  | { readonly kind: 'parts'; readonly numerator: number; readonly denominator: number }
  /** People × months: one figure a month column, dated the month's last day. */
  | { readonly kind: 'months'; readonly columns: readonly number[] };

/** Whose results they are: a column says, or all rows belong to one goal. */
export type Who =
  { readonly kind: 'column'; readonly column: number } | { readonly kind: 'goal'; readonly goalId: GoalId };

/** How a table is read as results (templates.md, 实绩导入). Null parts are still to be chosen. */
export interface ResultMapping {
  readonly date: number | null;
  /** Without a column of days: the week or day all rows belong to; they are dated its last day. Never remembered. */
  readonly period?: CoveredDays | null;
  /** Null: the file decides where it can. */
  readonly dateOrder: DateOrder | null;
  readonly who: Who | null;
  readonly measure: Measure | null;
  /** A row counts when every filter's column holds one of the values. */
  readonly filters: readonly { readonly column: number; readonly values: readonly string[] }[];
  /** Column that tells apart the goals one person has on the indicator (分解维度). */
  readonly dimension: number | null;
  readonly indicatorId: IndicatorId | null;
  readonly unit: UnitChoice;
  /** Numbers with more than 6 decimals: rounded to 6, or (default) refused. */
  readonly round: boolean;
  /** Replace earlier results only of people who stand in the file; default: of all. */
  readonly onlyNamed: boolean;
  /** Figures typed by hand or brought from elsewhere, in the weeks the file speaks of, give way; else they are added to. */
  readonly replaceOthers: boolean;
  /** Names no member bears: which member is meant, or '' = leave out. By loose text of the name. */
  readonly people: Readonly<Record<string, MemberId | ''>>;
}

/** The days a file speaks of, both included. */
export interface CoveredDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
