import type { RawCell } from '../../workbook/model';
import { parseCell } from '../codec/parseCell';
import { looseText } from '../codec/text';
import type { ImportRow, Refusal } from '../definition';
import { FRAME } from '../render/labels';
import { address } from '../render/address';
import type { FoundSheet } from './recognise';

/** A row as read; `refused` when a cell cannot be understood or a required one is empty. */
export interface ReadRow extends ImportRow {
  readonly values: ReadonlyMap<string, string | readonly string[] | null>;
  readonly refused: Refusal | null;
  /** A1 address of a column's cell; of the row's first cell for null. */
  place(column: string | null): string;
}

const TOTAL = /^(合计|总计|小计|共计|total|sum|subtotal|grandtotal|奖金预算|预算差额|budget|budgetleft)$/;
const SIGNATURE = /签字|签名|签章|[：:]\s*_{2,}|signature/i;

const blank = (cell: RawCell | null | undefined): boolean => !cell || cell.text.trim() === '';

/** The data rows below the header: titles, blank lines, totals, notes and signature lines are passed over. */
export function readRows(sheet: FoundSheet): ReadRow[] {
  const rows: ReadRow[] = [];
  const seenKeys = new Set<string>();
  for (let at = sheet.headerRow + 1; at < sheet.raw.rows.length; at += 1) {
    const cells = sheet.raw.rows[at] ?? [];
    const firstText = cells.find((cell) => !blank(cell))?.text ?? '';
    if ([FRAME.instructions.zh, FRAME.instructions.en].includes(firstText.trim())) break;
    if (isPassedOver(sheet, cells, firstText)) continue;
    rows.push(readRow(sheet, at, cells, seenKeys));
  }
  return rows;
}

function isPassedOver(sheet: FoundSheet, cells: readonly (RawCell | null)[], firstText: string): boolean {
  const filled = sheet.columns.filter(({ definition, index }) => !definition.computed && !blank(cells[index]));
  if (filled.length === 0) return true;
  // A row that bears our key is a row, whatever its cells look like.
  if (sheet.keyColumn !== null && !blank(cells[sheet.keyColumn]) && cells[sheet.keyColumn]?.text !== '_key')
    return false;
  if (TOTAL.test(looseText(firstText)) && sheet.definition.id !== 'plan') return true;
  const required = sheet.columns.filter(({ definition }) => definition.required && !definition.mayBeBlank);
  const complete = filled.length > 1 && required.every(({ index }) => !blank(cells[index]));
  // A complete row may well speak of a signature (客户签字) without being the signature line.
  if (!complete && cells.some((cell) => cell?.kind === 'text' && SIGNATURE.test(cell.text))) return true;
  // The header again, as in a printed book of several pages.
  if (filled.every(({ index, header }) => cells[index]?.text.trim() === header)) return true;
  // One lonely cell where several are required is a remark, not a row.
  return required.length > 2 && filled.length === 1;
}

function readRow(sheet: FoundSheet, at: number, cells: readonly (RawCell | null)[], seenKeys: Set<string>): ReadRow {
  const values = new Map<string, string | readonly string[] | null>();
  let refused: Refusal | null = null;
  for (const { definition: column, index, header } of sheet.columns) {
    if (column.computed) continue;
    const parsed = parseCell(cells[index], column, header);
    if (!parsed.ok) {
      refused ??= { code: parsed.error.code, column: column.key, params: parsed.error.params };
      continue;
    }
    if (column.required && !column.mayBeBlank && (parsed.value === null || parsed.value.length === 0)) {
      refused ??= { code: 'import.required', column: column.key };
    }
    values.set(column.key, parsed.value);
  }
  const written = sheet.keyColumn === null ? '' : (cells[sheet.keyColumn]?.text ?? '');
  // A row that was copied brings its key along; only the first of them is that record.
  const key = written === '' || seenKeys.has(written) ? null : written;
  if (key !== null) seenKeys.add(key);
  return makeRow(sheet, at, key, values, refused);
}

export function makeRow(
  sheet: FoundSheet,
  at: number,
  key: string | null,
  values: ReadonlyMap<string, string | readonly string[] | null>,
  refused: Refusal | null,
): ReadRow {
  const value = (column: string): string | null => {
    const content = values.get(column);
    return typeof content === 'string' && content !== '' ? content : null;
  };
  return {
    key,
    row: at + 1,
    values,
    refused,
    has: (column) => sheet.columns.some(({ definition }) => definition.key === column),
    text: (column) => value(column) ?? '',
    value,
    list: (column) => {
      const content = values.get(column);
      return typeof content === 'object' && content !== null ? content : [];
    },
    place: (column) => address(sheet.columns.find(({ definition }) => definition.key === column)?.index ?? 0, at + 1),
  };
}
