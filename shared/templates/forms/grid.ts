import { toNumber } from '../../calc/fraction';
import type { Fraction } from '../../calc/result';
import type { PlanData } from '../../domain/planData';
import type { Instant } from '../../domain/primitives';
import type { PlanResult } from '../../calc/result';
import type { CellRole, ListValidation, SheetCell, SheetModel, WorkbookModel } from '../../workbook/model';
import type { Bilingual, Locale } from '../definition';
import { say } from '../definition';
import { columnLetters } from '../render/address';

/** What a form about one member is made from. */
export interface MemberFormOptions {
  readonly data: PlanData;
  readonly result: PlanResult;
  readonly memberId: string;
  readonly locale: Locale;
  /** From the host's clock. */
  readonly exportedAt: Instant;
}

/** One row of a form: cells from the left; a cell may reach over further columns. */
export interface FormLine {
  readonly cells: readonly (FormCell | null)[];
  readonly height?: number | undefined;
}

export interface FormCell extends SheetCell {
  /** Columns it takes, itself included. Default 1. */
  readonly span?: number | undefined;
}

export const textCell = (text: string, role: CellRole, span = 1): FormCell => ({
  value: text === '' ? null : { kind: 'text', text },
  role,
  format: '@',
  span,
});

export const numberCell = (value: Fraction | null, format: string, role: CellRole = 'locked', span = 1): FormCell => ({
  value: value === null ? null : { kind: 'number', value: toNumber(value) },
  role,
  format,
  span,
});

/** A day stands where a text would: beside its label, not at the far end of a merged cell. */
export const dateCell = (date: string | null, role: CellRole, span = 1): FormCell => ({
  value: date === null || date === '' ? null : { kind: 'date', date },
  role,
  format: 'yyyy-mm-dd',
  align: 'left',
  span,
});

/** Speaks the language of the file. */
export const speaker =
  (locale: Locale) =>
  (text: Bilingual): string =>
    say(text, locale);

/** A heading over the whole width. */
export const heading = (text: string, width: number): FormLine => ({ cells: [textCell(text, 'header', width)] });

/** A wide answer field. */
export const field = (label: string, text: string, width: number, height = 60, role: CellRole = 'input'): FormLine => ({
  cells: [textCell(label, 'infoLabel'), textCell(text, role, width - 1)],
  height,
});

/** The signature line: labels with a line behind each, spread over the width. */
export function signatureLine(labels: readonly string[], width: number, colon: string): FormLine {
  const step = Math.max(1, Math.floor(width / labels.length));
  return {
    cells: labels.map((label, at) =>
      textCell(`${label}${colon}________`, 'signature', at === labels.length - 1 ? width - step * at : step),
    ),
  };
}

export interface FormOptions {
  readonly name: string;
  readonly title: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly lines: readonly FormLine[];
  readonly validations?: readonly ListValidation[] | undefined;
  /** Hidden last column with a stable key per row (0-based line → key). */
  readonly keys?: ReadonlyMap<number, string> | undefined;
}

/** A printed form as a protected sheet: only `input` cells are open. Line 0 stands in row 2, under the title. */
export function formSheet({ name, title, widths, lines, validations = [], keys }: FormOptions): SheetModel {
  const width = widths.length;
  const merges: string[] = [`A1:${columnLetters(width - 1)}1`];
  const rowHeights: Record<number, number> = { 1: 30 };
  const rows: (SheetCell | null)[][] = [[textCell(title, 'title')]];
  lines.forEach((line, at) => {
    const row = at + 2;
    const cells: (SheetCell | null)[] = [];
    for (const cell of line.cells) {
      if (cell === null) {
        cells.push(null);
        continue;
      }
      const { span = 1, ...plain } = cell;
      if (span > 1) merges.push(`${columnLetters(cells.length)}${row}:${columnLetters(cells.length + span - 1)}${row}`);
      cells.push(plain);
      for (let rest = 1; rest < span; rest += 1) cells.push({ value: null, role: plain.role });
    }
    const key = keys?.get(at);
    if (key !== undefined) {
      while (cells.length < width) cells.push(null);
      cells.push(textCell(key, 'locked'));
    }
    if (line.height !== undefined) rowHeights[row] = line.height;
    rows.push(cells);
  });
  return {
    name,
    state: 'visible',
    columns: [
      ...widths.map((chars, at) => ({ key: `c${at}`, width: chars })),
      ...(keys ? [{ key: '_key', width: 4, hidden: true }] : []),
    ],
    rows,
    merges,
    rowHeights,
    headerRow: null,
    filterRange: null,
    frozenColumns: 0,
    validations,
    conditionals: [],
    protect: true,
    landscape: false,
  };
}

/** A file of one form. */
export const formBook = (sheets: readonly SheetModel[], title: string, exportedAt: Instant): WorkbookModel => ({
  sheets,
  names: [],
  title,
  createdAt: exportedAt,
});
