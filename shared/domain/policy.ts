import type { Decimal, Fen, IsoDate } from './primitives';

/** One band: from `from` (inclusive, 1 = 100 % for completion bands, points for grades) upwards. */
export interface Band {
  readonly from: Decimal;
  /** Points for scoring bands; payout ratio (1 = 100 %) for payout bands. */
  readonly value: Decimal;
}

export interface GradeBand {
  /** Inclusive lower edge on the total, in points. */
  readonly from: Decimal;
  readonly name: string;
}

/** How a completion becomes points (specification section 3). */
export type Scoring =
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  | { readonly kind: 'proportional'; readonly maximum: Decimal };

/** 奖金依据 (specification section 9). */
export type PayoutBasis = 'overallCompletion' | 'primaryIndicator' | 'totalScore';

export type Rounding = 'floor' | 'round' | 'ceil';

/** All rules of one plan that can be changed (specification sections 3–9). Versioned with the plan. */
export interface Policy {
  readonly version: number;
  /** Shares of the total, 1 = 100 %; they add to 1. */
  readonly quantitativeShare: Decimal;
  readonly qualitativeShare: Decimal;
  readonly scoring: Scoring;
  readonly grades: readonly GradeBand[];
  /** Bands on the payout basis: completion (1 = 100 %), or total points ÷ 100 for `totalScore`. */
  readonly payoutBands: readonly Band[];
  readonly payoutBasis: PayoutBasis;
  readonly starShare: Decimal;
  readonly starRounding: Rounding;
  readonly warningThreshold: Decimal;
  readonly warningRun: number;
  readonly prorate: boolean;
  readonly budget: Fen | null;
  /** Non-working and make-up days of the user's own, on top of the official calendar. */
  readonly ownHolidays: readonly IsoDate[];
  readonly ownWorkdays: readonly IsoDate[];
  /** Seasonality by month `yyyy-mm`; empty = by working days (specification section 6). */
  readonly monthWeights: Readonly<Record<string, Decimal>>;
}
