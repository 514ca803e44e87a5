import type { Indicator } from '../../domain/indicator';
import type { CellShape } from '../definition';

/** A computed figure, shown with as many places as its indicator has; the value in the cell stays exact. */
export function computedShape(indicator: Indicator | null): CellShape {
  const places = indicator?.precision ?? 0;
  return { kind: 'decimal', format: places > 0 ? `#,##0.${'0'.repeat(places)}` : '#,##0' };
}

/**
 * An actual: a computed rate or mean has the places of its indicator. What was typed or added up is shown as it is, for
 * there every place was meant.
 */
export function actualShape(indicator: Indicator | null, computedBy: readonly string[]): CellShape {
  return indicator && computedBy.includes(indicator.aggregation) ? computedShape(indicator) : { kind: 'decimal' };
}
