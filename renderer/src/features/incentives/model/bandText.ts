import { fromDecimal } from '#shared/calc/fraction';
import type { Band } from '#shared/domain/policy';
import { formatPercent } from '../../../format/number';

const percent = (from: string): string => formatPercent(fromDecimal(from)).replace(/\.0$/, '');

/** Edges of a band on completion as per cent: `80 – 100`, or for the top one only its lower edge. */
export interface BandEdges {
  readonly from: string;
  /** null = no upper edge. */
  readonly to: string | null;
}

/** Edges of the band with this index (as the policy has them: highest first); null when there is none. */
export function bandEdges(bands: readonly Band[], index: number | null): BandEdges | null {
  const band = index === null ? undefined : bands[index];
  if (index === null || !band) return null;
  const above = bands[index - 1];
  return { from: percent(band.from), to: above ? percent(above.from) : null };
}

/** Height class of the band's mark: full, middle, low or none. */
export function bandMark(bands: readonly Band[], index: number | null): string {
  if (index === null) return '';
  if (index === 0) return 'b120';
  return index === bands.length - 1 ? '' : index === 1 ? 'b100' : 'b80';
}
