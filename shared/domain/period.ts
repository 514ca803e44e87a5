import { dayNumber } from '../calc/dates';
import type { IsoDate } from './primitives';

/** Longest period of a plan, in days, both ends inclusive: two years, one of them a leap year. */
export const LONGEST_PERIOD = 731;

/** Why a period cannot be planned for: a day is none (`missing`), the end lies before the start, or it lasts too long. */
export type PeriodProblem = 'missing' | 'order' | 'long';

function dayOrNull(date: IsoDate | ''): number | null {
  try {
    return dayNumber(date);
  } catch {
    return null;
  }
}

/** What is wrong with a period; null when a plan can have it. */
export function periodProblem(start: IsoDate | '', end: IsoDate | ''): PeriodProblem | null {
  const [from, to] = [dayOrNull(start), dayOrNull(end)];
  if (from === null || to === null) return 'missing';
  if (to < from) return 'order';
  return to - from + 1 > LONGEST_PERIOD ? 'long' : null;
}
