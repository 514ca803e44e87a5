import { daysInMonth } from '../calc/dates';
import { err, ok, type Result } from '../domain/issue';
import type { IsoDate } from '../domain/primitives';
import { dateOfSerial, parseWrittenDate } from '../templates/codec/dateText';
import { halfWidth } from '../templates/codec/text';
import type { RawCell } from '../workbook/model';
import type { DateOrder, HeaderMonth } from './types';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T].*)?$/;

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The day a cell says, as it stands in the file: an instant's day is not moved into another time zone. Besides the forms of
 * the templates: `15 Apr, 2021 00:02:00`, `Apr 15, 2021`, and 03/04/2026 where the order is known. Codes:
 * `date.notADate`, `results.dateOrder`.
 */
export function resultDate(cell: RawCell, order: DateOrder | null): Result<IsoDate> {
  const text = halfWidth(cell.text).trim();
  if (cell.kind === 'number' && cell.number !== undefined && cell.number < 10_000_000) return dateOfSerial(cell.number);
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const known = first > 12 ? 'dmy' : second > 12 ? 'mdy' : order;
    if (known === null) return err({ code: 'results.dateOrder', params: { text } });
    return parseWrittenDate(known === 'mdy' ? `${slashed[3]}-${first}-${second}` : `${slashed[3]}-${second}-${first}`);
  }
  const named = /^(?:(\d{1,2})[ -]([A-Za-z]{3,9})|([A-Za-z]{3,9}) (\d{1,2}))[, -]+(\d{4})\b/.exec(text);
  if (named) {
    const month = monthNumber(named[2] ?? named[3] ?? '');
    return month === 0
      ? err({ code: 'date.notADate', params: { text } })
      : parseWrittenDate(`${named[5]}-${month}-${named[1] ?? named[4]}`);
  }
  // A month stands for its last day: the sum of a month is known when it is over.
  const month = headerMonth(text);
  if (month?.year != null) return ok(lastDay(month.year, month.month));
  return parseWrittenDate(/^\d{4}[/.]\d/.test(text) ? text.replace(/T.*$/, '') : text);
}

/** What order the dates of a column have, where one of them tells: 25/12/2026 can only be day first. */
export function tellOrder(cell: RawCell): DateOrder | null {
  const slashed = SLASHED.exec(halfWidth(cell.text).trim());
  if (!slashed || cell.kind !== 'text') return null;
  return Number(slashed[1]) > 12 ? 'dmy' : Number(slashed[2]) > 12 ? 'mdy' : null;
}

/** Last day of a month. */
export const lastDay = (year: number, month: number): IsoDate => {
  const key = `${year}-${two(month)}`;
  return `${key}-${two(daysInMonth(key))}`;
};

/** The month a header names: `7月`, `2026年7月`, `2026-07`, `Jul-26`, `July 2026`; null for anything else. */
export function headerMonth(text: string): HeaderMonth | null {
  const plain = halfWidth(text).trim();
  const numbered =
    /^(?:(\d{4})年?[-/.]?)?\s*(\d{1,2})月(?:份)?(?:\s|$)/.exec(plain) ?? /^(\d{4})[-/.](\d{1,2})$/.exec(plain);
  const named = /^([A-Za-z]{3,9})\.?(?:[-' ](\d{4}|\d{2}))?$/.exec(plain);
  const isName = named !== null && MONTHS.some((name) => named[1]?.toLowerCase().startsWith(name));
  const month = numbered ? Number(numbered[2]) : isName ? monthNumber(named?.[1] ?? '') : 0;
  if (month < 1 || month > 12) return null;
  const year = numbered ? numbered[1] : named?.[2];
  return { month, year: year === undefined ? null : Number(year) < 100 ? 2000 + Number(year) : Number(year) };
}
