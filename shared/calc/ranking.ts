import type { MemberId } from '../domain/ids';
import { compare } from './fraction';
import type { Fraction } from './result';

export interface Contender {
  readonly id: MemberId;
  readonly total: Fraction | null;
  readonly provisional: boolean;
}

export interface Ranking {
  readonly order: readonly MemberId[];
  /** Standard competition rank (1, 2, 2, 4); only complete members and provisional ones with a total have one. */
  readonly ranks: ReadonlyMap<MemberId, number>;
  /** Number of complete members. */
  readonly complete: number;
}

/** Contenders in the order of the plan → ranking on the exact total, provisional below complete (specification section 5). */
export function rankMembers(contenders: readonly Contender[]): Ranking {
  const complete = contenders.filter((item) => !item.provisional && item.total !== null);
  const provisional = contenders.filter((item) => item.provisional && item.total !== null);
  const unrated = contenders.filter((item) => item.total === null);
  const ranks = new Map<MemberId, number>();
  const order: MemberId[] = [];
  for (const group of [complete, provisional]) {
    // A stable sort keeps equals in the order of the plan.
    group.sort((a, b) => (a.total && b.total ? compare(b.total, a.total) : 0));
    const offset = order.length;
    let rank = 0;
    for (const [i, item] of group.entries()) {
      const before = group[i - 1]?.total;
      if (!before || !item.total || compare(before, item.total) !== 0) rank = offset + i + 1;
      ranks.set(item.id, rank);
      order.push(item.id);
    }
  }
  return { order: [...order, ...unrated.map((item) => item.id)], ranks, complete: complete.length };
}
