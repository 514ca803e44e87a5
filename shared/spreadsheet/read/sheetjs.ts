import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import { err, ok, type Result } from '../../domain/issue';
import type { RawCell, RawSheet } from '../../workbook/model';
import { LIMITS } from '../guard/limits';
import { numberText } from './numberText';

/** Old Chinese .xls files keep their text in code page 936. */
XLSX.set_cptable(codepages);

/** Error values as Excel shows them; the file holds their numbers. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** A duration such as `[h]:mm` is no day. */
const ELAPSED = /\[(h+|m+|s+)\]/i;
const DAY_MS = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(serial: number, date1904: boolean): string | null {
  // Whole milliseconds: a binary fraction a hair below midnight belongs to the day that follows.
  const exact = Math.round(serial * DAY_MS) / DAY_MS;
  const date = XLSX.SSF.parse_date_code(exact, { date1904 }) as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
  } | null;
  // A time without a day has day 0.
  if (!date || date.y < 1900 || date.d < 1) return null;
  const day = `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
  return date.H + date.M + date.S === 0 ? day : `${day}T${two(date.H)}:${two(date.M)}:${two(date.S)}`;
}

function readCell(cell: XLSX.CellObject | undefined, date1904: boolean): RawCell | null {
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === null) return null;
  const formula = typeof cell.f === 'string' ? cell.f : undefined;
  const format = typeof cell.z === 'string' ? cell.z : undefined;
  const more = { ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }) };
  if (cell.t === 'n' && typeof cell.v === 'number' && Number.isFinite(cell.v)) {
    const date =
      format !== undefined && XLSX.SSF.is_date(format) && !ELAPSED.test(format) ? dateText(cell.v, date1904) : null;
    if (date !== null) return { kind: 'date', text: date, number: cell.v, ...more };
    return { kind: 'number', text: numberText(cell.v), number: cell.v, ...more };
  }
  if (cell.t === 'b') return { kind: 'boolean', text: cell.v === true ? 'TRUE' : 'FALSE', ...more };
  if (cell.t === 'e') return { kind: 'error', text: ERRORS[Number(cell.v)] ?? cell.w ?? String(cell.v), ...more };
  const text = String(cell.v);
  return text === '' ? null : { kind: 'text', text, ...more };
}

/** Formatted but empty rows and cells at the end say nothing, and would only be carried along. */
function dropEmptyEnd(rows: (RawCell | null)[][]): void {
  for (const row of rows) while (row.length > 0 && row.at(-1) === null) row.pop();
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
}

function readSheet(name: string, sheet: XLSX.WorkSheet, hidden: boolean, date1904: boolean, maxRows: number): RawSheet {
  const data = (sheet['!data'] ?? []) as (XLSX.CellObject | undefined)[][];
  const full = typeof sheet['!fullref'] === 'string' ? XLSX.utils.decode_range(sheet['!fullref']) : null;
  let wide = false;
  const rows = Array.from({ length: Math.min(data.length, maxRows) }, (_, row) => {
    const cells = data[row] ?? [];
    wide ||= cells.length > LIMITS.columns;
    return Array.from({ length: Math.min(cells.length, LIMITS.columns) }, (__, column) =>
      readCell(cells[column], date1904),
    );
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ r1: s.r, c1: s.c, r2: e.r, c2: e.c }));
  // Excel keeps the value of a merged range in its first cell only; other programs leave stale ones behind.
  for (const { r1, c1, r2, c2 } of merges) {
    for (let row = r1; row <= Math.min(r2, rows.length - 1); row += 1) {
      for (let column = c1; column <= Math.min(c2, (rows[row]?.length ?? 0) - 1); column += 1) {
        const cells = rows[row];
        if (cells && (row !== r1 || column !== c1)) cells[column] = null;
      }
    }
  }
  dropEmptyEnd(rows);
  return {
    name,
    hidden,
    rows,
    merges,
    truncated: wide || data.length > maxRows || (full !== null && full.e.r >= maxRows),
  };
}

function readBook(bytes: Uint8Array, maxRows: number): RawSheet[] {
  const book = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    sheetRows: maxRows + 1,
    cellText: false,
    cellHTML: false,
    cellNF: true,
    cellFormula: true,
    sheetStubs: true,
    bookVBA: false,
  });
  const states = book.Workbook?.Sheets ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    return sheet ? [readSheet(name, sheet, (states[index]?.Hidden ?? 0) !== 0, date1904, maxRows)] : [];
  });
}

/** Reads a workbook whose bytes were checked before. `file.password`, `file.corrupt`, or `file.noSheets`. */
export function readSheets(bytes: Uint8Array, maxRows: number): Result<RawSheet[]> {
  try {
    const sheets = readBook(bytes, maxRows);
    return sheets.length === 0 ? err({ code: 'file.noSheets' }) : ok(sheets);
  } catch (error) {
    // A damaged file can fail anywhere in the parser, and in what it made of it.
    const password = error instanceof Error && /password|encrypt/i.test(error.message);
    return err({ code: password ? 'file.password' : 'file.corrupt' });
  }
}
