import type { Decimal, Fen } from '../domain/primitives';
import { err, ok, type Result } from '../domain/issue';
import { fraction, multiply, HUNDRED, round } from './fraction';
import type { Fraction } from './result';

/** Most fraction digits a quantity may have (specification section 1). */
export const MAX_FRACTION_DIGITS = 6;
const MAX_WHOLE_DIGITS = 15;

/**
 * Canonical decimal text of what a person or a file gave: plain digits with an optional sign and point. Refused with
 * `number.notANumber`, `number.tooManyDigits` or `number.tooLarge`; nothing is rounded or cut (specification section 1).
 * Thousands separators, units and full-width digits are the business of the workbook codecs.
 */
export function parseDecimal(text: string): Result<Decimal> {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const [, sign = '', digits = '', fractionDigits = ''] = match ?? [];
  if (!match || digits.length + fractionDigits.length === 0)
    return err({ code: 'number.notANumber', params: { text } });
  const whole = digits.replace(/^0+(?=\d)/, '') || '0';
  const rest = fractionDigits.replace(/0+$/, '');
  if (whole.length > MAX_WHOLE_DIGITS) return err({ code: 'number.tooLarge', params: { text } });
  if (rest.length > MAX_FRACTION_DIGITS) return err({ code: 'number.tooManyDigits', params: { text } });
  const plain = rest === '' ? whole : `${whole}.${rest}`;
  return ok(sign === '-' && plain !== '0' ? `-${plain}` : plain);
}

/** Canonical text already? */
export function isDecimal(text: string): boolean {
  const parsed = parseDecimal(text);
  return parsed.ok && parsed.value === text;
}

/** Fixed number of places, rounded half away from zero; never `-0`. For showing and for export. */
export function toFixed(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const scaled = round(multiply(value, fraction(scale)));
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative ? `-${text}` : text;
}

/** Canonical decimal text of a value rounded to at most `places` (default 6) fraction digits. */
export function toDecimal(value: Fraction, places: number = MAX_FRACTION_DIGITS): Decimal {
  const text = toFixed(value, places);
  return places === 0 ? text : text.replace(/\.?0+$/, '').replace(/^-0$/, '0');
}

/** 元 to 分, rounded half away from zero. */
export const yuanToFen = (yuan: Fraction): Fen => Number(round(multiply(yuan, HUNDRED)));

/** 分 as an exact amount of 元. */
export const fenToYuan = (fen: Fen): Fraction => fraction(BigInt(fen), 100n);
