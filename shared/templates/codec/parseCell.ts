import { err, ok, type Result } from '../../domain/issue';
import type { RawCell } from '../../workbook/model';
import type { CellShape } from '../definition';
import { dateOfSerial, parseWrittenDate } from './dateText';
import { numberText, parseWrittenNumber, scale, type WrittenNumber } from './numberText';
import { cleanText, looseText, splitPeople } from './text';

/** Unit of money that a header names; decides the scale of plain numbers below it. */
export type HeaderUnit = 'yuan' | 'wan' | null;

export const headerUnit = (header: string): HeaderUnit =>
  header.includes('万元') ? 'wan' : /元/.test(header) || /yuan|cny/i.test(header) ? 'yuan' : null;

const isBlank = (cell: RawCell | null | undefined): boolean =>
  cell === null || cell === undefined || (cell.kind === 'text' && /^[\s\u3000]*$/.test(cell.text));

/**
 * Canonical content of a cell under a column (see `definition.ts`, step 3); null when it is blank. Money comes out in
 * 元. Codes: those of the number and date codecs, `import.cellError`, `import.unknownChoice`, `import.wrongUnit`.
 */
export function parseCell(
  cell: RawCell | null | undefined,
  column: CellShape,
  header: string,
): Result<string | readonly string[] | null> {
  if (isBlank(cell) || !cell) return ok(null);
  if (cell.kind === 'error') return err({ code: 'import.cellError', params: { text: cell.text } });
  switch (column.kind) {
    case 'text':
      return ok(textOf(cell));
    case 'people':
      return ok(splitPeople(cell.text));
    case 'choice':
      return parseChoice(cell, column.choices ?? []);
    case 'date':
      return parseDate(cell);
    default:
      return parseQuantity(cell, column.kind, header);
  }
}

/** A cell that lost its date format holds the day's serial, as a number or (between two words) as text of five digits. */
function parseDate(cell: RawCell): Result<string> {
  if (cell.kind === 'number' && cell.number !== undefined && cell.number < 10_000_000) return dateOfSerial(cell.number);
  const text = cell.text.trim();
  return /^\d{5}$/.test(text) ? dateOfSerial(Number(text)) : parseWrittenDate(text);
}

function textOf(cell: RawCell): string {
  if (cell.kind !== 'number' || cell.number === undefined) return cleanText(cell.text);
  const plain = numberText(cell.number);
  return (cell.format ?? '').includes('%') ? `${scale(plain, 100n) ?? plain}%` : plain;
}

function parseChoice(
  cell: RawCell,
  choices: readonly { value: string; label: { zh: string; en: string }; synonyms?: readonly string[] | undefined }[],
): Result<string> {
  const text = looseText(cell.text);
  const found = choices.find((choice) =>
    [choice.label.zh, choice.label.en, ...(choice.synonyms ?? [])].some((name) => looseText(name) === text),
  );
  return found ? ok(found.value) : err({ code: 'import.unknownChoice', params: { text: cell.text } });
}

function parseQuantity(
  cell: RawCell,
  kind: 'integer' | 'decimal' | 'percent' | 'money',
  header: string,
): Result<string> {
  const written = parseWrittenNumber(numberOf(cell));
  if (!written.ok) return written;
  const asPercent = cell.kind === 'number' && (cell.format ?? '').includes('%');
  const value = scaled(asPercent ? percentOf(written.value) : written.value, kind, headerUnit(header));
  if (value === undefined) return err({ code: 'import.wrongUnit', params: { text: cell.text } });
  if (value === null) return err({ code: 'number.tooManyDigits', params: { text: cell.text } });
  if (kind === 'integer' && value.includes('.')) return err({ code: 'number.notWhole', params: { text: cell.text } });
  return ok(value);
}

/** What a formula came to has more digits than anybody meant to type: 6 places of it are kept. */
function numberOf(cell: RawCell): string {
  if (cell.kind !== 'number' || cell.number === undefined) return cell.text;
  return numberText(cell.formula === undefined ? cell.number : Number(cell.number.toFixed(6)));
}

/** A number formatted `0%` holds the ratio: 0.85 was typed as 85 %. */
function percentOf(number: WrittenNumber): WrittenNumber {
  return { value: scale(number.value, 100n) ?? number.value, unit: '%' };
}

/** The value in the column's own unit; undefined = the written unit does not fit, null = too fine to keep. */
function scaled({ value, unit }: WrittenNumber, kind: string, header: HeaderUnit): string | null | undefined {
  if (unit === '%') return kind === 'percent' || kind === 'decimal' ? value : undefined;
  if (kind === 'percent') return unit === '' ? value : undefined;
  if (kind === 'money') {
    if (unit === '') return header === 'wan' ? scale(value, 10_000n) : value;
    if (unit === '元') return value;
    if (unit === '万' || unit === '万元') return scale(value, 10_000n);
    return unit === '亿' || unit === '亿元' ? scale(value, 100_000_000n) : undefined;
  }
  // A quantity is kept in its indicator's unit: under a header without unit, 1500万元 says no more than 1500 where the
  // indicator counts 万元. Whether it does is checked by the sheet.
  return value;
}
