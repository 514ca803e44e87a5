import { isZero } from '#shared/calc/fraction';
import { toFixed } from '#shared/calc/quantity';
import type { Fraction } from '#shared/calc/result';
import { showPercent, showPoints } from '#shared/calc/show';

/** What stands where there is nothing to show. */
export const NOTHING = '–';

const MINUS = '\u2212';

/** Thousands separators and the true minus sign, on plain decimal text. */
export function groupDigits(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', rest] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? MINUS : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`;
}

/** A quantity with its indicator's number of fraction digits: `1,377.7`; `–` for nothing. */
export function formatQuantity(value: Fraction | null, precision: number): string {
  return value === null ? NOTHING : groupDigits(toFixed(value, precision));
}

/** A difference with its sign: `+12.0`, `−70.4`; one that rounds to nothing has none: `0.0`. */
export function formatSigned(value: Fraction | null, precision: number): string {
  if (value === null) return NOTHING;
  const text = toFixed(value, precision);
  return text.startsWith('-') || isZero(value) || !/[1-9]/.test(text) ? groupDigits(text) : `+${groupDigits(text)}`;
}

/** A ratio as per cent without the sign, never shown across one of the band edges (ratios): `99.9`. */
export function formatPercent(value: Fraction | null, edges: readonly Fraction[] = [], places = 1): string {
  return value === null ? NOTHING : groupDigits(showPercent(value, edges, places));
}

/** `formatPercent` with its sign, for running text: `99.9%`. */
export function formatPercentSign(value: Fraction | null, edges: readonly Fraction[] = [], places = 1): string {
  return value === null ? NOTHING : `${formatPercent(value, edges, places)}%`;
}

/** Points with 2 places: `86.72`. */
export function formatPoints(value: Fraction | null): string {
  return value === null ? NOTHING : groupDigits(showPoints(value));
}

/** A figure with its unit in running text: `90.0%`, `500.0 万元`, `300.0 10k CNY`. No space before a per cent sign. */
export function withUnit(figure: string, unit: string): string {
  return unit === '' || /^[%‰]/.test(unit) ? `${figure}${unit}` : `${figure} ${unit}`;
}
