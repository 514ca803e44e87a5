import type { PolicyEffect } from '#shared/domain/policyHistory';
import type { Fen } from '#shared/domain/primitives';

/** Those who gained (or lost) by a change of the rules, and how much in all (分, negative for a loss). */
export interface EffectSum {
  readonly people: number;
  readonly amount: Fen;
}

/** Sums of gains and of losses of a kept change. */
export function effectSums(effects: readonly PolicyEffect[]): { readonly gained: EffectSum; readonly lost: EffectSum } {
  const sum = (of: readonly PolicyEffect[]): EffectSum => ({
    people: of.length,
    amount: of.reduce((total, { before, after }) => total + after - before, 0),
  });
  return {
    gained: sum(effects.filter(({ before, after }) => after > before)),
    lost: sum(effects.filter(({ before, after }) => after < before)),
  };
}
