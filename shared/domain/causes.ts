import type { PlanData } from './planData';

/** One cause a line (or parted by ；), as a list: trimmed, none twice, none empty. */
export const causesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n;；]+/)
      .map((cause) => cause.trim())
      .filter((cause) => cause !== ''),
  ),
];

/**
 * Causes of a deviation to choose from (step 3 of the scheme): the team's own list in its order, then what was written in
 * reviews and weeks and is not in it, the most frequent first.
 */
export function offeredCauses(data: Pick<PlanData, 'plan' | 'monthlyReviews' | 'trackingNotes'>): string[] {
  const own = data.plan.causes ?? [];
  const counts = new Map<string, number>();
  for (const { cause } of [...data.monthlyReviews.values(), ...data.trackingNotes.values()]) {
    if (cause !== '' && !own.includes(cause)) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const written = [...counts].sort(([, a], [, b]) => b - a).map(([cause]) => cause);
  return [...own, ...written];
}
