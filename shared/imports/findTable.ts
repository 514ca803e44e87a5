import { err, ok, type Result } from '../domain/issue';
import { looseText } from '../templates/codec/text';
import type { RawCell, RawSheet, RawWorkbook } from '../workbook/model';
import { fittingColumns, roleRank, type ColumnRole } from './headers';
import { resultAmount } from './resultAmount';
import { headerMonth, resultDate } from './resultDate';
import type { ResultTable } from './types';

/** A header is looked for in the first so many rows. */
const HEADER_DEPTH = 30;
const ROLES: readonly ColumnRole[] = ['date', 'number', 'person', 'amount', 'numerator', 'denominator', 'stage'];

/** The texts of a row; a merged one stands for all its columns. */
function texts(sheet: RawSheet, row: number, width: number): string[] {
  const out = Array.from({ length: width }, (_, column) => cleanHeader(sheet.rows[row]?.[column]?.text ?? ''));
  for (const { r1, r2, c1, c2 } of sheet.merges) {
    if (row < r1 || row > r2) continue;
    const text = cleanHeader(sheet.rows[r1]?.[c1]?.text ?? '');
    for (let column = c1; column <= Math.min(c2, width - 1); column += 1) out[column] = text;
  }
  return out;
}

const cleanHeader = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The table under a header row; above a second level, the first is joined where the two differ. */
export function tableAt(sheet: RawSheet, headerRow: number): ResultTable {
  const width = Math.max(0, ...sheet.rows.slice(0, HEADER_DEPTH + headerRow).map((row) => row.length));
  const lower = texts(sheet, headerRow, width);
  const hasUpper = sheet.merges.some(
    ({ r1, r2, c1, c2 }) => r1 === headerRow - 1 && ((c2 > c1 && c2 - c1 < width - 1) || r2 >= headerRow),
  );
  const upper = hasUpper ? texts(sheet, headerRow - 1, width) : [];
  const headers = lower.map((text, column) => {
    const above = upper[column] ?? '';
    return above === '' || above === text ? text : `${above} ${text}`.trim();
  });
  const own = (column: number) => sheet.rows[headerRow]?.[column];
  const months = headers.map((header, column) => {
    const cell = own(column);
    // A date as header is the month it lies in.
    if (cell?.kind === 'date') return headerMonth(cell.text.slice(0, 7));
    return headerMonth(lower[column] ?? '') ?? headerMonth(upper[column] ?? '') ?? headerMonth(header);
  });
  return { sheet: sheet.name, headerRow, headers, months, rows: sheet.rows, truncated: sheet.truncated };
}

/** How much a row looks like a header of results. */
function score(table: ResultTable): number {
  const known = ROLES.filter((role) => table.headers.some((header) => roleRank(header, role) !== null)).length;
  const months = table.months.filter((month) => month !== null).length;
  const filled = table.headers.filter((header) => header !== '').length;
  const below = table.rows[table.headerRow + 1]?.some((cell) => cell !== null) ?? false;
  return filled < 2 || !below ? 0 : known * 2 + (months >= 2 ? 3 : 0) + Math.min(filled, 10) / 100;
}

/** Sheets that hold anything, in their order. */
export const tableSheets = (raw: RawWorkbook): readonly RawSheet[] =>
  raw.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 1);

/** The best header of a sheet. */
export function bestTable(sheet: RawSheet): { readonly table: ResultTable; readonly score: number } {
  let best = { table: tableAt(sheet, 0), score: -1 };
  for (let row = 0; row < Math.min(HEADER_DEPTH, sheet.rows.length - 1); row += 1) {
    const table = tableAt(sheet, row);
    const points = score(table);
    if (points > best.score) best = { table, score: points };
  }
  return best;
}

/**
 * The table of a workbook that can be read as results: it says when, or holds amounts (or figures under the name of one of
 * the `indicators`) that may all be of one week the manager names. Codes, each a reason to give to the manager:
 * `results.noTable` (nothing but titles), `results.noDates` (neither).
 */
export function findResultTable(raw: RawWorkbook, indicators: readonly string[] = []): Result<ResultTable> {
  const found = tableSheets(raw).map(bestTable);
  const best = found.reduce<(typeof found)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  if (!best || best.score <= 0) return err({ code: 'results.noTable' });
  const { table } = best;
  const dated = dateColumn(table) !== null || table.months.filter((month) => month !== null).length >= 2;
  if (!dated && !isList(table, indicators)) return err({ code: 'results.noDates', params: { sheet: table.sheet } });
  return ok(table);
}

/** The first cells of a column that hold anything. */
const firstCells = (table: ResultTable, column: number): readonly RawCell[] =>
  table.rows.slice(table.headerRow + 1, table.headerRow + 51).flatMap((row) => {
    const cell = row[column];
    return cell && cell.text.trim() !== '' ? [cell] : [];
  });

/** Whether most of the first cells are plain numbers. */
function holdsNumbers(table: ResultTable, column: number): boolean {
  const cells = firstCells(table, column);
  const numbers = cells.filter((cell) => {
    const read = resultAmount(cell, { unit: 'asWritten', indicatorUnit: '', round: true });
    return read.ok || read.error.code === 'import.wrongUnit';
  });
  return numbers.length > 0 && numbers.length * 2 > cells.length;
}

/** Numbers below a header of amounts, or below the name of an indicator: an appraisal form has neither. */
function isList(table: ResultTable, indicators: readonly string[]): boolean {
  const names = indicators.map(looseText).filter((name) => name !== '');
  return table.headers.some((header, column) => {
    const speaks = roleRank(header, 'amount') !== null || names.some((name) => looseText(header).startsWith(name));
    return speaks && holdsNumbers(table, column);
  });
}

/** Whether the first cells of a column are days: a form may have a box 日期 without any table below. */
function holdsDates(table: ResultTable, column: number): boolean {
  const cells = firstCells(table, column);
  const days = cells.filter((cell) => {
    const read = resultDate(cell, null);
    return read.ok || read.error.code === 'results.dateOrder';
  });
  return days.length > 0 && days.length * 2 >= cells.length;
}

/** The column that says when: by its header, else by its cells alone. */
export function dateColumn(table: ResultTable): number | null {
  const named = fittingColumns(table.headers, 'date').find((column) => holdsDates(table, column));
  if (named !== undefined) return named;
  const sample = table.rows.slice(table.headerRow + 1, table.headerRow + 21);
  const column = table.headers.findIndex((_, index) => {
    const cells = sample.flatMap((row) => (row[index] ? [row[index]] : []));
    return cells.length > 0 && cells.every((cell) => cell.kind === 'date');
  });
  return column === -1 ? null : column;
}
