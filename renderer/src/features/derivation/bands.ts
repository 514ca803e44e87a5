import { atLeast, fromDecimal, HUNDRED, multiply } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { Fraction } from '#shared/calc/result';
import type { Band } from '#shared/domain/policy';
import type { Say } from './context';

/** Index of the band a value falls into: the first whose inclusive lower edge it reaches; null below all. */
export function bandIndex(bands: readonly Band[], value: Fraction): number | null {
  const index = bands.findIndex((band) => atLeast(value, fromDecimal(band.from)));
  return index < 0 ? null : index;
}

/** A ratio as whole or broken per cent without noise: 1.2 → `120`, 0.875 → `87.5`. */
export const percentText = (ratio: string): string => toDecimal(multiply(fromDecimal(ratio), HUNDRED));

/** Name of a band by its edges, in per cent: `100% 以上`, `80 – 100%`, `60% 以下`. */
export function bandText(bands: readonly Band[], index: number, t: Say): string {
  const band = bands[index];
  const above = bands[index - 1];
  if (!band) return '';
  if (!above) return t('derivation.band.from', { from: percentText(band.from) });
  if (fromDecimal(band.from).n === 0n) return t('derivation.band.under', { to: percentText(above.from) });
  return t('derivation.band.between', { from: percentText(band.from), to: percentText(above.from) });
}
