import { fromDecimal, HUNDRED, lessThan, multiply, toNumber } from '../../../calc/fraction';
import { numberText } from '../../codec/numberText';
import type { Fraction } from '../../../calc/result';
import type { Band, GradeBand, Policy } from '../../../domain/policy';

/**
 * Number format that shows `places` fraction digits but never lifts a figure over the edge above it (specification
 * section 1): just below the edge it shows up to nine digits, the precision the formulas compare with. A format
 * has room for one edge; it is the next one above the value, or the highest where there is no value yet.
 */
function formatBelow(edge: number, places: number): string {
  const plain = `0.${'0'.repeat(places)}`;
  const fine = `${plain}${'#'.repeat(9 - places)}`;
  const from = numberText(edge - 0.5 * 10 ** -places);
  return `[>=${numberText(edge)}]${plain};[>=${from}]${fine};${plain}`;
}

function nextEdge(value: Fraction | null, edges: readonly Fraction[]): Fraction | null {
  let next: Fraction | null = null;
  let highest: Fraction | null = null;
  for (const edge of edges) {
    if (highest === null || lessThan(highest, edge)) highest = edge;
    if (value !== null && lessThan(value, edge) && (next === null || lessThan(edge, next))) next = edge;
  }
  return next ?? highest;
}

/** A completion (1 = 100 %) written in points, against completion edges. */
export function percentFormat(value: Fraction | null, edges: readonly Fraction[]): string {
  const edge = nextEdge(value, edges);
  return edge === null ? '0.0' : formatBelow(toNumber(multiply(edge, HUNDRED)), 1);
}

/** Points against the edges of the grades. */
export function pointsFormat(value: Fraction | null, grades: readonly GradeBand[]): string {
  const edge = nextEdge(
    value,
    grades.map(({ from }) => fromDecimal(from)),
  );
  return edge === null ? '0.00' : formatBelow(toNumber(edge), 2);
}

/** Every edge a completion may not seem to cross: of the score bands and of the payout bands. */
export function completionEdges(policy: Pick<Policy, 'scoring' | 'payoutBands'>): Fraction[] {
  const bands: readonly Band[] = policy.scoring.kind === 'bands' ? policy.scoring.bands : [];
  return [...bands, ...policy.payoutBands].map(({ from }) => fromDecimal(from));
}
