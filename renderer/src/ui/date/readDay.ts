import { addDays, dayNumber } from '#shared/calc/dates';
import type { IsoDate } from '#shared/domain/primitives';

/** A day of the calendar, or null: 2026-02-30 is none. */
function dayOf(year: string, month: string, day: string): IsoDate | null {
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    dayNumber(date);
    return date;
  } catch {
    return null;
  }
}

/**
 * The day a text means, or null. Read are 2026-07-31 with any separator (also 2026年7月31日), 20260731, a day without its
 * year (7-31, 0731: in the year of `near`), and a distance from `near` in days (+7, -1).
 */
export function readDay(text: string, near: IsoDate): IsoDate | null {
  const plain = text.normalize('NFKC').trim();
  const year = near.slice(0, 4);
  const distance = /^([+-]\d{1,4})$/.exec(plain);
  if (distance?.[1]) return addDays(near, Number(distance[1]));
  const solid = /^(\d{4})?(\d{2})(\d{2})$/.exec(plain);
  if (solid) return dayOf(solid[1] ?? year, solid[2] ?? '', solid[3] ?? '');
  const parts = /^(?:(\d{4}|\d{2})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain);
  return parts ? dayOf(parts[1] ?? year, parts[2] ?? '', parts[3] ?? '') : null;
}
