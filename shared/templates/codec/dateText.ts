import { err, ok, type Result } from '../../domain/issue';
import type { IsoDate } from '../../domain/primitives';
import { addDays } from '../../calc/dates';
import { halfWidth } from './text';

const WRITTEN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: .*)?$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `2026-07-31`, `2026/7/31`, `2026.7.31`, `2026年7月31日`, `20260731`; `date.notADate` for anything else. */
export function parseWrittenDate(text: string): Result<IsoDate> {
  const plain = halfWidth(text).trim();
  for (const pattern of WRITTEN) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
    const days = DAYS[month - 1];
    if (days === undefined || day < 1 || day > days + leap || year < 1900) break;
    return ok(`${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  }
  return err({ code: 'date.notADate', params: { text } });
}

/** The day of a 1900-system serial. Serial 60 is a day that never was; plans live long after it. */
export function dateOfSerial(serial: number): Result<IsoDate> {
  const whole = Math.floor(serial);
  if (!(whole > 60 && whole < 2_958_466)) return err({ code: 'date.notADate', params: { text: String(serial) } });
  return ok(addDays('1899-12-30', whole));
}
