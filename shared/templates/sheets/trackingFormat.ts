import type { CellShape } from '../definition';
import type { TrackingRow } from './trackingRows';

/**
 * How a computed rate or mean is shown in 周实际 and 累计实际: with as many places as its indicator has. The value in the
 * cell stays exact. What was typed or added up is shown as it is, for there every place was meant.
 */
export function rateShape({ indicator }: TrackingRow, computedBy: readonly string[]): CellShape {
  if (!computedBy.includes(indicator.aggregation)) return { kind: 'decimal' };
  return { kind: 'decimal', format: indicator.precision > 0 ? `#,##0.${'0'.repeat(indicator.precision)}` : '#,##0' };
}
