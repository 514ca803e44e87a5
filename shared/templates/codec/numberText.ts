import { err, ok, type Result } from '../../domain/issue';
import type { Decimal } from '../../domain/primitives';
import { fromDecimal, fraction, multiply } from '../../calc/fraction';
import { parseDecimal, toDecimal } from '../../calc/quantity';
import { halfWidth } from './text';

/** A number as people write it: the plain decimal and the unit that stood behind it. */
export interface WrittenNumber {
  readonly value: Decimal;
  readonly unit: '' | '%' | '万' | '亿' | '元' | '万元' | '亿元' | 'other';
}

const NUMBER = /^([+-]?)(?:[¥￥$])?([+-]?[\d,]*\.?\d*(?:[eE][+-]?\d+)?)\s*(\D*)$/;
const UNITS = ['', '%', '万', '亿', '元', '万元', '亿元'] as const;

/**
 * Reads `1,500`, `1500万元`, `１５００`, `85%`, `(300)`. Thousands separators must stand where they belong: `1,5` is
 * refused, not guessed. Codes: `number.notANumber`, `number.tooManyDigits`, `number.tooLarge`.
 */
export function parseWrittenNumber(text: string): Result<WrittenNumber> {
  const plain = halfWidth(text).replace(/\s/g, '').replace('−', '-');
  const bracketed = /^\((.+)\)$/.exec(plain);
  const match = NUMBER.exec(bracketed ? `-${bracketed[1]}` : plain);
  const digits = match ? `${match[1] ?? ''}${match[2] ?? ''}` : '';
  if (!match || !/\d/.test(digits)) return err({ code: 'number.notANumber', params: { text } });
  if (digits.includes(',') && !/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits)) {
    return err({ code: 'number.notANumber', params: { text } });
  }
  const parsed = parseDecimal(plainDigits(digits.replaceAll(',', '')));
  if (!parsed.ok) return err({ ...parsed.error, params: { text } });
  const suffix = match[3] ?? '';
  return ok({ value: parsed.value, unit: UNITS.find((unit) => unit === suffix) ?? 'other' });
}

/** Decimal text of a cell's number: binary noise beyond 15 significant digits is the file's, not the author's. */
export function numberText(value: number): string {
  return plainDigits(String(Number(value.toPrecision(15))));
}

/** Exact product with a power of ten; null when it no longer fits 6 fraction digits. */
export function scale(value: Decimal, numerator: bigint, denominator = 1n): Decimal | null {
  const exact = multiply(fromDecimal(value), fraction(numerator, denominator));
  return 1_000_000n % exact.d === 0n ? toDecimal(exact) : null;
}

/** `1.5e-7` without the exponent. */
function plainDigits(text: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)[eE]([+-]?\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', rest = '', power = '0'] = match;
  const shift = Number(power);
  if (Math.abs(shift) > 30) return text;
  const point = whole.length + shift;
  const digits = `${whole}${rest}`;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
}
