import { fraction } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import { err, ok, type Result } from '../domain/issue';
import type { Decimal } from '../domain/primitives';
import { numberText, parseWrittenNumber, scale } from '../templates/codec/numberText';
import { halfWidth } from '../templates/codec/text';
import type { RawCell } from '../workbook/model';
import type { UnitChoice } from './types';

const CURRENCY = /^([+-]?)\(?(?:US\$|HK\$|NT\$|R\$|CN¥|[$€£¥￥₹]|(?:CNY|RMB|USD|EUR|GBP|HKD|JPY|INR)\b)/i;

/** A foreign currency the text names; '' when it names none, or 人民币. */
export function foreignCurrency(text: string): string {
  const found = /US\$|HK\$|NT\$|R\$|[$€£₹]|\b(?:USD|EUR|GBP|HKD|JPY|INR)\b/i.exec(halfWidth(text));
  return found?.[0].toUpperCase() ?? '';
}

/** The unit a header or an amount names: decides the scale, so that nothing has to be asked. */
export function moneyUnit(text: string): 'wan' | 'yuan' | null {
  if (/万/.test(text)) return 'wan';
  return /元|[¥￥]|\b(?:CNY|RMB|yuan)\b/i.test(text) ? 'yuan' : null;
}

/** Which scale takes numbers written in one unit into the indicator's. */
export function unitChoice(written: 'wan' | 'yuan', indicatorUnit: string): UnitChoice {
  const kept = moneyUnit(indicatorUnit);
  return kept === null || kept === written ? 'asWritten' : kept === 'wan' ? 'divide' : 'times';
}

const scaled = (value: Decimal, unit: UnitChoice): Decimal | null =>
  unit === 'asWritten' ? value : unit === 'divide' ? scale(value, 1n, 10_000n) : scale(value, 10_000n);

/** A plain number of any length in the indicator's unit, at six decimals; half away from zero. Null for another text. */
function rounded(text: string, unit: UnitChoice): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(',', ''));
  if (!match) return null;
  const digits = match[3] ?? '';
  const written = BigInt(`${match[2]}${digits}`) * (match[1] === '-' ? -1n : 1n);
  const [up, down] = unit === 'divide' ? [1n, 10_000n] : unit === 'times' ? [10_000n, 1n] : [1n, 1n];
  return toDecimal(fraction(written * up, down * 10n ** BigInt(digits.length)));
}

/**
 * The quantity a cell says, in the indicator's unit. A unit written in the cell goes before `unit`. Null for a blank cell.
 * Codes: `import.cellError`, `number.notANumber`, `number.tooManyDigits`, `number.tooLarge`, `import.wrongUnit`.
 */
export function resultAmount(
  cell: RawCell | null | undefined,
  options: { readonly unit: UnitChoice; readonly indicatorUnit: string; readonly round: boolean },
): Result<Decimal | null> {
  if (!cell || cell.text.trim() === '') return ok(null);
  if (cell.kind === 'error') return err({ code: 'import.cellError', params: { text: cell.text } });
  if (cell.kind === 'date' || cell.kind === 'boolean') {
    return err({ code: 'number.notANumber', params: { text: cell.text } });
  }
  const text =
    cell.kind === 'number' && cell.number !== undefined
      ? numberText(cell.formula === undefined ? cell.number : Number(cell.number.toFixed(6)))
      : halfWidth(cell.text).trim();
  const plain = text
    .replace(CURRENCY, (sign) => (sign.includes('(') ? '(' : '') + (/^[+-]/.exec(sign)?.[0] ?? ''))
    .trim();
  const written = parseWrittenNumber(plain.replace(/\s*(?:CNY|RMB|USD|EUR)$/i, ''));
  const near = (): Decimal | null => (options.round ? rounded(plain, options.unit) : null);
  if (!written.ok) {
    const value = written.error.code === 'number.tooManyDigits' ? near() : null;
    return value === null ? written : ok(value);
  }
  const { value, unit } = written.value;
  if (unit === '') return finish(scaled(value, options.unit) ?? near(), cell.text);
  if (unit === '%') return options.indicatorUnit === '%' ? ok(value) : wrong(cell.text);
  if (unit === 'other') return plain.endsWith(options.indicatorUnit) ? ok(value) : wrong(cell.text);
  if (unit === '亿' || unit === '亿元') {
    const kept = moneyUnit(options.indicatorUnit) === 'wan' ? 10_000n : 100_000_000n;
    return finish(scale(value, kept), cell.text);
  }
  return finish(scaled(value, unitChoice(unit === '元' ? 'yuan' : 'wan', options.indicatorUnit)), cell.text);
}

const wrong = (text: string): Result<never> => err({ code: 'import.wrongUnit', params: { text } });
const finish = (value: Decimal | null, text: string): Result<Decimal> =>
  value === null ? err({ code: 'number.tooManyDigits', params: { text } }) : ok(value);
