import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import { err, ok, type Result } from '../../domain/issue';
import type { RawCell, RawSheet } from '../../workbook/model';
import { LIMITS } from '../guard/limits';
import { numberText } from './numberText';

/** Old Chinese .xls files keep their text in code page 936. */
XLSX.set_cptable(codepages);

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(serial: number, date1904: boolean): string | null {
  const date = XLSX.SSF.parse_date_code(serial, { date1904 }) as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
  } | null;
  if (!date || date.y < 1900) return null;
  const day = `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
  return date.H + date.M + date.S === 0 ? day : `${day}T${two(date.H)}:${two(date.M)}:${two(date.S)}`;
}

function readCell(cell: XLSX.CellObject | undefined, date1904: boolean): RawCell | null {
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === null) return null;
  const formula = typeof cell.f === 'string' ? cell.f : undefined;
  const format = typeof cell.z === 'string' ? cell.z : undefined;
  const more = { ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }) };
  if (cell.t === 'n' && typeof cell.v === 'number' && Number.isFinite(cell.v)) {
    const date = format !== undefined && XLSX.SSF.is_date(format) ? dateText(cell.v, date1904) : null;
    if (date !== null) return { kind: 'date', text: date, number: cell.v, ...more };
    return { kind: 'number', text: numberText(cell.v), number: cell.v, ...more };
  }
  if (cell.t === 'b') return { kind: 'boolean', text: cell.v === true ? 'TRUE' : 'FALSE', ...more };
  if (cell.t === 'e') return { kind: 'error', text: cell.w ?? String(cell.v), ...more };
  const text = String(cell.v);
  return text === '' ? null : { kind: 'text', text, ...more };
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
  return {
    name,
    hidden,
    rows,
    merges,
    truncated: wide || data.length > maxRows || (full !== null && full.e.r >= maxRows),
  };
}

/** Reads a workbook whose bytes were checked before. `file.password`, `file.corrupt`, or `file.noSheets`. */
export function readSheets(bytes: Uint8Array, maxRows: number): Result<RawSheet[]> {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, {
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
  } catch (error) {
    const password = error instanceof Error && /password|encrypt/i.test(error.message);
    return err({ code: password ? 'file.password' : 'file.corrupt' });
  }
  const states = book.Workbook?.Sheets ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    return sheet ? [readSheet(name, sheet, (states[index]?.Hidden ?? 0) !== 0, date1904, maxRows)] : [];
  });
  return sheets.length === 0 ? err({ code: 'file.noSheets' }) : ok(sheets);
}
