import { compare, divide, fromDecimal, HUNDRED, multiply } from '#shared/calc/fraction';
import { parseDecimal, toDecimal } from '#shared/calc/quantity';
import type { Band } from '#shared/domain/policy';
import type { Decimal } from '#shared/domain/primitives';

/** One band as a person types it: both sides as text, per cent or points as the editor says. */
export interface BandText {
  readonly from: string;
  readonly value: string;
}

/** Canonical decimal times a hundred: a ratio as per cent. */
export const toPercent = (ratio: Decimal): string => toDecimal(multiply(fromDecimal(ratio), HUNDRED));

/** A typed percentage as a ratio; null when it is no number or has too many digits. */
export function fromPercent(text: string): Decimal | null {
  const parsed = parseDecimal(text.normalize('NFKC').replace(/%/g, ''));
  if (!parsed.ok) return null;
  const ratio = divide(fromDecimal(parsed.value), HUNDRED);
  const decimal = toDecimal(ratio);
  return compare(fromDecimal(decimal), ratio) === 0 ? decimal : null;
}

/** A typed number as it is. */
export function fromText(text: string): Decimal | null {
  const parsed = parseDecimal(text.normalize('NFKC'));
  return parsed.ok ? parsed.value : null;
}

/** Bands as text for the editor. */
export function bandTexts(bands: readonly Band[], valueIsPercent: boolean): BandText[] {
  return bands.map((band) => ({
    from: toPercent(band.from),
    value: valueIsPercent ? toPercent(band.value) : band.value,
  }));
}

/** What is wrong with typed bands, or the bands. Edges fall strictly and end at 0; values are not negative. */
export type BandsRead =
  | { readonly ok: true; readonly bands: readonly Band[] }
  | { readonly ok: false; readonly row: number; readonly why: 'number' | 'order' | 'lastEdge' | 'negative' };

/** Reads typed bands (specification section 3: edges strictly descending, the last edge 0). */
export function readBands(texts: readonly BandText[], valueIsPercent: boolean): BandsRead {
  const bands: Band[] = [];
  for (const [row, text] of texts.entries()) {
    const from = fromPercent(text.from);
    const value = valueIsPercent ? fromPercent(text.value) : fromText(text.value);
    if (from === null || value === null) return { ok: false, row, why: 'number' };
    if (fromDecimal(value).n < 0n) return { ok: false, row, why: 'negative' };
    const above = bands.at(-1);
    if (above && compare(fromDecimal(above.from), fromDecimal(from)) <= 0) return { ok: false, row, why: 'order' };
    bands.push({ from, value });
  }
  const last = bands.at(-1);
  if (!last || fromDecimal(last.from).n !== 0n)
    return { ok: false, row: Math.max(0, texts.length - 1), why: 'lastEdge' };
  return { ok: true, bands };
}
