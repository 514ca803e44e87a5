import { compare } from '#shared/calc/fraction';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { Fen } from '#shared/domain/primitives';

/** What a what-if does, as the sentence under the sliders needs it. */
export interface Finding {
  readonly direction: 'up' | 'down' | 'same';
  readonly after: Fraction | null;
  /** Bands gained; negative = lost. */
  readonly bands: number;
  readonly difference: Fen;
  /** Others whose pay changes, and by how much together. */
  readonly others: number;
  readonly othersDifference: Fen;
  readonly total: Fen;
}

/** Compares the published result with a tried one for a person and everybody else; null when the person is in neither. */
export function findingOf(published: PlanResult, tried: PlanResult, memberId: string): Finding | null {
  const before = published.members.get(memberId);
  const after = tried.members.get(memberId);
  if (!before || !after) return null;
  let others = 0;
  let othersDifference = 0;
  for (const [id, own] of published.members) {
    const change = (tried.members.get(id)?.payout.paid ?? 0) - own.payout.paid;
    if (id === memberId || change === 0) continue;
    others += 1;
    othersDifference += change;
  }
  const moved = before.payout.basis && after.payout.basis ? compare(after.payout.basis, before.payout.basis) : 0;
  // Bands are listed best first; below the last one counts as one more.
  const place = (band: number | null): number => band ?? Number.MAX_SAFE_INTEGER;
  const lost = place(after.payout.band) - place(before.payout.band);
  return {
    direction: moved > 0 ? 'up' : moved < 0 ? 'down' : 'same',
    after: after.payout.basis,
    bands: Math.abs(lost) > 1000 ? -Math.sign(lost) : 0 - lost,
    difference: after.payout.paid - before.payout.paid,
    others,
    othersDifference,
    total: tried.team.paidTotal - published.team.paidTotal,
  };
}
