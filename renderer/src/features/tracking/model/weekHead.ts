import type { Slot } from '#shared/calc/result';
import { dayAfter, monthOf } from '../../../format/date';

/** Working days of a week without holidays. */
export const FULL_WEEK = 5;

/** The month a slot is shown under: that of its fourth day, or of its last one where it is shorter. */
export function slotMonth(slot: Slot): number {
  const middle = dayAfter(slot.start, 3);
  return monthOf(middle < slot.end ? middle : slot.end);
}

/** Fewer or more working days than a plain week: a holiday, a make-up day, or a week cut at the period's edge. */
export const unusualWeek = (slot: Slot): boolean => slot.workdays !== FULL_WEEK;

/** Band of a completion on the diverging scale; blank between 80 and 100 %. Compared exactly. */
export function heatClass(completion: { readonly n: bigint; readonly d: bigint } | null): string {
  if (completion === null) return '';
  const atLeast = (percent: bigint): boolean => completion.n * 100n >= percent * completion.d;
  if (!atLeast(60n)) return 'lo2';
  if (!atLeast(80n)) return 'lo1';
  if (atLeast(110n)) return 'hi2';
  return atLeast(100n) ? 'hi1' : '';
}
