import { fromDecimal } from '#shared/calc/fraction';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { Policy } from '#shared/domain/policy';
import type { DerivationStep } from '../../ui/derivationStep';

/** Text of a key of the locale files; `t` of vue-i18n, or a recorder in tests. */
export type Say = (key: string, params?: Record<string, string | number>) => string;

/** What derivations are made from. */
export interface DerivationContext {
  readonly data: PlanData;
  readonly result: PlanResult;
  readonly t: Say;
}

/** One headed list of steps. */
export interface DerivationSection {
  readonly title: string;
  readonly note?: string | undefined;
  readonly steps: readonly DerivationStep[];
}

/** What the side panel says about one number. */
export interface Derivation {
  readonly title: string;
  readonly sub: string;
  readonly sections: readonly DerivationSection[];
}

/** Edges a shown completion may not cross by rounding: of scoring, of payout, and the warning threshold. */
export function completionEdges(policy: Policy): Fraction[] {
  const scoring = policy.scoring.kind === 'bands' ? policy.scoring.bands : [];
  return [
    ...scoring.map((band) => band.from),
    ...policy.payoutBands.map((band) => band.from),
    policy.warningThreshold,
  ].map(fromDecimal);
}

/** Name of an indicator with its dimension left out; empty when the record is gone. */
export const indicatorName = (data: PlanData, id: string): string => data.indicators.get(id)?.name ?? '';
