import type { Policy } from '../domain/policy';
import type { Fen } from '../domain/primitives';
import { bandIndex } from './bands';
import { divide, fromDecimal, HUNDRED, multiply, round, subtract, whole, ZERO } from './fraction';
import type { Fraction, PayoutResult, ScoreRow } from './result';

/** The figure the payout bands are applied to (specification section 9); null = none yet. */
export function payoutBasis(
  basis: Policy['payoutBasis'],
  figures: {
    readonly overallCompletion: Fraction | null;
    readonly total: Fraction | null;
    readonly rows: readonly ScoreRow[];
  },
): Fraction | null {
  if (basis === 'overallCompletion') return figures.overallCompletion;
  if (basis === 'totalScore') return figures.total === null ? null : divide(figures.total, HUNDRED);
  let primary: ScoreRow | null = null;
  for (const row of figures.rows) {
    if (row.kind !== 'quantitative' || row.effectiveShare === null) continue;
    // The heaviest indicator is the primary one; of equals the first.
    if (primary === null || subtract(row.weight, primary.weight).n > 0n) primary = row;
  }
  return primary === null ? null : (primary.completion.capped ?? ZERO);
}

const bonusOf = (base: Fen, ratio: Fraction, presence: Fraction): Fen =>
  Number(round(multiply(multiply(whole(base), ratio), presence)));

/** Bonus = base × ratio × presence rounded to 分, then the adjustments, never below 0 (specification section 9). */
export function payoutOf(input: {
  readonly policy: Pick<Policy, 'payoutBands'>;
  readonly basis: Fraction | null;
  readonly bonusBase: Fen;
  readonly presence: Fraction;
  readonly adjustments: Fen;
}): PayoutResult {
  const { policy, basis, bonusBase, presence, adjustments } = input;
  const bands = policy.payoutBands;
  const band = basis === null ? null : bandIndex(bands, basis);
  const ratioAt = (index: number | null): Fraction => fromDecimal(bands[index ?? -1]?.value ?? '0');
  const ratio = ratioAt(band);
  const bonus = bonusOf(bonusBase, ratio, presence);
  const next = band === null ? bands.length - 1 : band - 1;
  const better = bands[next];
  return {
    basis,
    band,
    ratio,
    bonusBase,
    presence,
    bonus,
    adjustments,
    paid: Math.max(0, bonus + adjustments),
    nextBand:
      basis === null || better === undefined
        ? null
        : {
            missing: subtract(fromDecimal(better.from), basis),
            gain: bonusOf(bonusBase, ratioAt(next), presence) - bonus,
          },
  };
}
